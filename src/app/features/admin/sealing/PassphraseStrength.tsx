// How strong the passphrase is: three steps that fill up, and the word beside them.

import { useApp } from '../../../context.ts';
import { classes } from '../../../ui/classes.ts';
import { LiveRegion } from '../../../ui/feedback/LiveRegion.tsx';
import css from './key-making.module.css';
import { type Strength, strengthOf } from './passphrase-problems.ts';

const filled: Readonly<Record<Strength, number>> = { empty: 0, 'too-short': 1, 'too-plain': 1, fair: 2, strong: 3 };

export function PassphraseStrength({ passphrase }: { readonly passphrase: string }) {
  const { text } = useApp();
  const strength = strengthOf(passphrase);
  const word = text.sealing.strength[strength];
  return (
    <div class={css.strength}>
      <span class={classes(css.steps, filled[strength] >= 2 && css.enough)} aria-hidden="true">
        {[1, 2, 3].map((step) => (
          <span key={step} class={classes(css.step, filled[strength] >= step && css.filled)} />
        ))}
      </span>
      <span>{word}</span>
      <LiveRegion text={strength === 'empty' ? '' : `${text.sealing.strengthLabel}: ${word}`} />
    </div>
  );
}
