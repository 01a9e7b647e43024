// One erasure: when, by whom, which devices have confirmed it, and the proof on paper or as a file. Ids and device names, nothing else.

import { useState } from 'preact/hooks';
import type { Erasure, ErasuresAnswer } from '../../../../protocol/erase.ts';
import { useApp } from '../../../context.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { DeliveryState } from '../../../ui/feedback/DeliveryState.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import css from './erasures.module.css';
import { byWords, hearing, proofText } from './proof.ts';

export interface ErasureCardProps {
  readonly erasure: Erasure;
  readonly devices: ErasuresAnswer['devices'];
  readonly library: string;
  readonly zone: string;
}

export function ErasureCard({ erasure, devices, library, zone }: ErasureCardProps) {
  const { text } = useApp();
  const words = text.erasing;
  const [printing, setPrinting] = useState(false);
  const { confirmed, open, revoked } = hearing(erasure, devices);
  const names = (some: ErasuresAnswer['devices']) => text.formatting.list(some.map(({ name }) => name));
  const all = confirmed.length + open.length;
  const done = open.length === 0;
  const at = text.formatting.moment(erasure.at, zone);

  function print(): void {
    setPrinting(true);
    // Drawn first: what is printed is what stands on the page then.
    setTimeout(() => {
      window.print();
      setPrinting(false);
    }, 50);
  }

  return (
    <li class={css.card} data-print={printing ? undefined : 'no'}>
      <h2 class={css.title}>{printing ? words.proof.title : words.entry(erasure.signUps)}</h2>
      {printing && <p>{library}</p>}
      <p class={css.meta}>{[at, byWords(erasure, words), words.number(erasure.sequence)].join(' · ')}</p>
      {erasure.again && <p>{words.again}</p>}
      <DeliveryState
        state={done ? 'on-server' : 'on-device'}
        label={done ? words.allConfirmed(all) : words.confirmed(confirmed.length, all)}
      />
      {open.length > 0 && <p>{words.waiting(names(open))}</p>}
      {revoked.length > 0 && <p>{words.revoked(names(revoked))}</p>}
      {printing && confirmed.length > 0 && <p>{`${words.proof.confirmed}: ${names(confirmed)}`}</p>}
      <p class={css.meta}>{words.backups}</p>
      <details class={css.ids} open={printing}>
        <summary>{words.ids(erasure.ids.length)}</summary>
        <ul data-marks="none">
          {erasure.ids.map((id) => (
            <li key={id}>
              <code>{id}</code>
            </li>
          ))}
        </ul>
      </details>
      <div class={css.actions} data-print="no">
        <Button icon="print" onClick={print}>
          {words.print}
        </Button>
        <Button
          icon="download"
          onClick={() =>
            saveFile(
              `erasure-${erasure.sequence}.txt`,
              'text/plain',
              proofText(erasure, devices, { library, at: `${at} (${erasure.at})`, words }),
            )
          }
        >
          {words.save}
        </Button>
      </div>
    </li>
  );
}
