// The step of key making that is at hand, without its heading: set-up and settings give it their own.

import { KeyPassphraseStep } from './KeyPassphraseStep.tsx';
import { KeyRehearsalStep } from './KeyRehearsalStep.tsx';
import { KeySheetStep } from './KeySheetStep.tsx';
import type { KeyMakingState } from './key-making.ts';

export interface KeyMakingProps {
  readonly making: KeyMakingState;
  /** Name of the library, for the printed sheet. */
  readonly library: string;
}

export function KeyMaking({ making, library }: KeyMakingProps) {
  switch (making.step) {
    case 'passphrase':
      return <KeyPassphraseStep making={making} />;
    case 'sheet':
      return <KeySheetStep making={making} library={library} />;
    case 'rehearsal':
      return <KeyRehearsalStep making={making} />;
  }
}
