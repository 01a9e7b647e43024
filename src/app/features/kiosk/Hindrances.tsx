// Each reason not to hand this device over, with what to do about it.

import { askToPersist } from '../../../device/store/storage-answers.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { useWork } from '../../use-work.ts';
import css from './hand-over.module.css';
import type { Hindrance } from './hindrances.ts';

export function Hindrances({ found }: { readonly found: readonly Hindrance[] }) {
  const { device, text } = useApp();
  const words = text.handOver;
  const work = useWork();
  if (found.length === 0) return null;
  return (
    <section class={css.part} aria-label={words.notReady}>
      <h2>{words.notReady}</h2>
      {found.map((one) => (
        <Notice
          key={one}
          tone="warning"
          title={words.hindrance[one].title}
          actions={
            one === 'storage' && (
              <Button busy={work.busy ? words.asking : undefined} onClick={() => void work.run(() => askToPersist(device.store))}>
                {words.askAgain}
              </Button>
            )
          }
        >
          <p>{words.hindrance[one].text}</p>
        </Notice>
      ))}
      {work.problem && <ProblemNotice problem={work.problem} />}
    </section>
  );
}
