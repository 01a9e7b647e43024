// The sheet itself, on the screen as on paper: whose it is, the key in groups and as a code, and what to do with it.

import { useApp } from '../../../context.ts';
import { dayIn } from '../../../records/library-day.ts';
import { useZone } from '../../../records/places.ts';
import { QrCode } from '../../../ui/data/QrCode.tsx';
import css from './recovery-sheet.module.css';

export interface RecoverySheetProps {
  readonly library: string;
  readonly holder: string;
  readonly keyId: string;
  /** In groups: 'ABCD-EFGH-…' */
  readonly recoveryKey: string;
}

export function RecoverySheet({ library, holder, keyId, recoveryKey }: RecoverySheetProps) {
  const { text, now } = useApp();
  const words = text.sealing.sheet;
  const zone = useZone();
  const facts = [
    [words.library, library],
    [words.made, text.formatting.dayWithYear(dayIn(zone, now()))],
    [words.holder, holder],
    [words.keyId, keyId],
  ] as const;
  return (
    <article class={css.sheet} aria-label={words.title}>
      <p class={css.brand}>{text.shell.appName}</p>
      <h2 class={css.title}>{words.title}</h2>
      <dl class={css.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div class={css.key}>
        <div class={css.keyWords}>
          <h3 class={css.small}>{words.recoveryKey}</h3>
          <ol class={css.groups} data-marks="none">
            {recoveryKey.split('-').map((group, place) => (
              <li key={`${place}-${group}`}>
                <code class={css.group}>{group}</code>
              </li>
            ))}
          </ol>
        </div>
        <QrCode text={recoveryKey} label={words.qrLabel} />
      </div>
      <h3 class={css.small}>{words.what}</h3>
      <p>{words.whatText}</p>
      <h3 class={css.small}>{words.how}</h3>
      <ul class={css.steps}>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <p>{words.use}</p>
    </article>
  );
}
