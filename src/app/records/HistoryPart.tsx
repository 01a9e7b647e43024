// What a site or a partner has behind it, for whoever plans there: a bar and the figures for each month, the years, the sessions.
// It says where the numbers come from; without the server it shows what this device holds and does not pretend that it is all.

import { useEffect } from 'preact/hooks';
import { historyOfPlace } from '../../device/store/histories.ts';
import { byYear, type HeldMonth, type HeldSession, mostHeld, perHour, type YearSum } from '../../domain/history.ts';
import type { HistoryPlace } from '../../protocol/history.ts';
import { useApp } from '../context.ts';
import { useLive } from '../live.ts';
import { routes } from '../routes.ts';
import { Button } from '../ui/button/Button.tsx';
import { type Column, DataTable } from '../ui/data/DataTable.tsx';
import { Skeleton } from '../ui/feedback/Skeleton.tsx';
import { useWork } from '../use-work.ts';
import css from './history-part.module.css';
import { ProblemNotice } from './ProblemNotice.tsx';

/** Last year's month stands in the same table as this year's. */
const monthsShown = 14;
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
  const months = history.months.slice(-monthsShown).reverse();
  const highest = Math.max(1, ...months.map(({ attendance }) => attendance));
  const { number } = text.formatting;
  const total = history.months.reduce((sum, month) => sum + month.sessions, 0);

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
      {history.sessions.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <DataTable
            caption={words.months}
            rowKey={(row) => row.month}
            rows={months}
            columns={[
              { key: 'month', label: words.month, cell: ({ month }) => text.formatting.month(month) },
              {
                key: 'bar',
                label: words.attendance,
                cell: ({ attendance }) => (
                  <span class={css.bar}>
                    <span class={css.fill} style={{ inlineSize: `${Math.max(0, (attendance / highest) * 100)}%` }} />
                    <span class={css.figure}>{number(attendance)}</span>
                  </span>
                ),
              },
              ...sums<HeldMonth>(),
            ]}
          />
          <DataTable
            caption={words.years}
            rowKey={(row) => row.year}
            rows={byYear(history).toReversed()}
            columns={[
              { key: 'year', label: words.year, cell: ({ year }) => year },
              { key: 'attendance', label: words.attendance, numeric: true, cell: ({ attendance }) => number(attendance) },
              ...sums<YearSum>(),
            ]}
          />
          <DataTable caption={words.sessions} rowKey={(row) => row.id} rows={history.sessions} columns={sessionColumns()} />
          {total > history.sessions.length && history.sessions.length >= mostHeld && <p>{words.newest(history.sessions.length)}</p>}
        </>
      )}
    </section>
  );

  function sums<Row extends Omit<HeldMonth, 'month'>>(): readonly Column<Row>[] {
    return [
      { key: 'held', label: words.held, numeric: true, cell: ({ sessions }) => number(sessions) },
      { key: 'hour', label: words.perHour, numeric: true, cell: (row) => perHour(row) ?? words.unknown },
      { key: 'sign-ups', label: words.signUps, numeric: true, cell: ({ signUps }) => number(signUps) },
      { key: 'hand-outs', label: words.handOuts, numeric: true, cell: ({ handOuts }) => number(handOuts) },
    ];
  }

  function sessionColumns(): readonly Column<HeldSession>[] {
    return [
      { key: 'day', label: words.day, cell: ({ id, date }) => <a href={routes.session(id)}>{text.formatting.dayWithYear(date)}</a> },
      { key: 'attendance', label: words.attendance, numeric: true, cell: ({ attendance }) => number(attendance) },
      { key: 'sign-ups', label: words.signUps, numeric: true, cell: ({ signUps }) => number(signUps) },
      { key: 'hand-outs', label: words.handOuts, numeric: true, cell: ({ handOuts }) => number(handOuts) },
    ];
  }
}
