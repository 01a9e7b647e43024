// What is being done about delivery: now, at the next automatic try, and how the last one went.

import { useEffect, useState } from 'preact/hooks';
import type { Delivery } from '../../../device/store/delivery.ts';
import type { SyncStatus } from '../../../device/sync/status.ts';
import { useApp } from '../../context.ts';
import { dayIn, useNow } from '../../records/library-day.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Progress } from '../../ui/feedback/Progress.tsx';
import css from './delivery-screen.module.css';

export function DeliverNow({ delivery, zone }: { readonly delivery: Delivery; readonly zone: string }) {
  const { device, text } = useApp();
  const words = text.delivery;
  const now = useNow(5_000);
  const [status, setStatus] = useState<SyncStatus>(() => device.sync.status());
  useEffect(() => device.sync.subscribe(setStatus), [device]);

  const { lastTry } = delivery;
  const busy = status.state === 'delivering' || status.state === 'filling';
  const when = lastTry === null ? '' : moment(lastTry.at);
  return (
    <section class={css.part}>
      {status.state === 'delivering' && status.total > 0 && (
        <Progress label={words.delivering} value={status.done} max={status.total} words={words.fillingWords(status.done, status.total)} />
      )}
      {status.state === 'filling' && (
        <Progress
          label={words.filling}
          value={status.total === null ? undefined : status.done}
          max={status.total ?? undefined}
          words={words.fillingWords(status.done, status.total)}
        />
      )}
      <div class={css.actions}>
        <Button look="main" large icon="refresh" busy={busy ? words.delivering : undefined} onClick={() => void device.sync.deliverNow()}>
          {words.now}
        </Button>
      </div>
      {status.state === 'waiting' && (
        <p role="status">{status.until > now ? words.nextTry(text.formatting.clock(status.until, zone)) : words.nextTrySoon}</p>
      )}
      {lastTry === null ? (
        <p>{words.noTryYet}</p>
      ) : lastTry.problem === null ? (
        <p>{words.lastTryWorked(when)}</p>
      ) : (
        <Notice
          tone="info"
          title={`${words.lastTryFailed(when)} ${text.problems[lastTry.problem.code].happened}`}
          code={text.shell.codeIs(lastTry.problem.code)}
        >
          <p>{`${text.problems[lastTry.problem.code].safe} ${text.problems[lastTry.problem.code].next}`}</p>
        </Notice>
      )}
    </section>
  );

  function moment(at: number): string {
    return dayIn(zone, at) === dayIn(zone, now) ? text.formatting.clock(at, zone) : text.formatting.moment(at, zone);
  }
}
