// Making the library's sealing key, as steps a screen can draw: passphrase, recovery sheet, rehearsal. All of it lives in memory:
// who stops here begins again with a new key, and a sheet printed before is worthless.

import { useState } from 'preact/hooks';
import type { Problem } from '../../../../domain/problem.ts';
import type { NewSealingKey } from '../../../../device/actions/sealing-keys.ts';
import type { ContactDetails } from '../../../../domain/sign-up.ts';
import { useApp } from '../../../context.ts';
import { useUnsaved } from '../../../use-unsaved.ts';
import { useWork } from '../../../use-work.ts';

export type KeyStep = 'passphrase' | 'sheet' | 'rehearsal';

export interface KeyMakingState {
  readonly step: KeyStep;
  readonly made: NewSealingKey | undefined;
  readonly holder: string;
  /** The made-up sample as the rehearsal opened it, with the passphrase as typed again. */
  readonly opened: ContactDetails | undefined;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly make: (passphrase: string, holder: string) => void;
  readonly sheetKept: () => void;
  readonly rehearse: (passphrase: string) => void;
  /** Stores the key; the screen then sees it in the store. */
  readonly store: () => void;
  /** Begins again from nothing: a key made and not stored is gone, and its sheet is worthless. */
  readonly forget: () => void;
}

export function useKeyMaking(): KeyMakingState {
  const { device } = useApp();
  const [step, setStep] = useState<KeyStep>('passphrase');
  const [made, setMade] = useState<NewSealingKey | undefined>(undefined);
  const [holder, setHolder] = useState('');
  const [opened, setOpened] = useState<ContactDetails | undefined>(undefined);
  const work = useWork();
  const [stored, setStored] = useState(false);
  useUnsaved(made !== undefined && !stored);

  return {
    step,
    made,
    holder,
    opened,
    busy: work.busy,
    problem: work.problem,
    make: async (passphrase, keptBy) => {
      const key = await work.run(() => device.act.makeSealingKey(passphrase, keptBy));
      if (key === undefined) return;
      setMade(key);
      setHolder(keptBy);
      setStep('sheet');
    },
    sheetKept: () => setStep('rehearsal'),
    rehearse: async (passphrase) => {
      if (made === undefined) return;
      setOpened(await work.run(() => made.rehearse({ passphrase, recoveryKey: made.recoveryKey })));
    },
    store: async () => {
      if (made === undefined || opened === undefined) return;
      if ((await work.run(() => made.confirm())) !== undefined) setStored(true);
    },
    forget: () => {
      setMade(undefined);
      setOpened(undefined);
      setStep('passphrase');
      work.clear();
    },
  };
}
