// What a site or a partner has behind it, for whoever plans there.
// It says where the numbers come from; without the server it shows what this device holds and does not pretend that it is all.

import { useEffect } from 'preact/hooks';
import { historyOfPlace } from '../../device/store/histories.ts';
import type { HistoryPlace } from '../../protocol/history.ts';
import { useApp } from '../context.ts';
import { useLive } from '../live.ts';
import { Button } from '../ui/button/Button.tsx';
import { Skeleton } from '../ui/feedback/Skeleton.tsx';
import { useWork } from '../use-work.ts';
import css from './history-part.module.css';
import { HistoryTables } from './HistoryTables.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';

/** Asked less than that ago, the server is not asked again by itself. */
const fresh = 600_000;

export function HistoryPart({ place, zone }: { readonly place: HistoryPlace; readonly zone: string }) {
  const { device, text, now } = useApp();
  const words = text.partners.history;
  const live = useLive(() => historyOfPlace(device.store, place), [place.type, place.id]);
  const work = useWork();
  const ask = () => void work.run(async () => (await device.plan()).askHistory([place]));
  const isStale = live.state === 'ready' && (live.value.askedAt === null || now() - live.value.askedAt > fresh);
  useEffect(() => {
    if (isStale) ask();
  }, [isStale, place.id]);

  if (live.state === 'loading') return <Skeleton label={text.shell.loading} />;
  if (live.state === 'problem') return <ProblemNotice problem={live.problem} />;
  const { history, askedAt } = live.value;

  return (
    <section class={css.part} aria-labelledby="history">
      <h2 id="history">{words.title}</h2>
      <div class={css.said}>
        <p>{askedAt === null ? words.onlyHere : words.asked(text.formatting.moment(askedAt, zone))}</p>
        <Button look="quiet" icon="refresh" busy={work.busy ? words.asking : undefined} onClick={ask}>
          {words.ask}
        </Button>
      </div>
      {work.problem && <ProblemNotice problem={work.problem} />}
      <HistoryTables history={history} linked />
    </section>
  );
}
