// Months with a bar each, years, and the sessions held: counts only.

import { byYear, type HeldMonth, type HeldSession, type History, mostHeld, perHour, type YearSum } from '../../domain/history.ts';
import { useApp } from '../context.ts';
import { routes } from '../routes.ts';
import { type Column, DataTable } from '../ui/data/DataTable.tsx';
import css from './history-part.module.css';

/** Last year's month stands in the same table as this year's. */
const monthsShown = 14;

export interface HistoryTablesProps {
  readonly history: History;
  /** Each session leads to its own page, for whoever has it. */
  readonly linked?: boolean;
}

export function HistoryTables({ history, linked = false }: HistoryTablesProps) {
  const { text } = useApp();
  const words = text.partners.history;
  const months = history.months.slice(-monthsShown).reverse();
  const highest = Math.max(1, ...months.map(({ attendance }) => attendance));
  const { number } = text.formatting;
  const total = history.months.reduce((sum, month) => sum + month.sessions, 0);

  if (history.sessions.length === 0) return <p>{words.none}</p>;
  return (
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
  );

  function sums<Row extends Omit<HeldMonth, 'month'>>(): readonly Column<Row>[] {
    return [
      { key: 'held', label: words.held, numeric: true, cell: ({ sessions }) => number(sessions) },
      { key: 'hour', label: words.perHour, numeric: true, cell: (row) => perHour(row) ?? words.unknown },
      { key: 'sign-ups', label: words.signUps, numeric: true, cell: ({ signUps }) => number(signUps) },
      { key: 'hand-outs', label: words.handOuts, numeric: true, cell: ({ handOuts }) => number(handOuts) },
    ];
  }

  function dayOf(id: string, date: string) {
    const day = text.formatting.dayWithYear(date);
    return linked ? <a href={routes.session(id)}>{day}</a> : day;
  }

  function sessionColumns(): readonly Column<HeldSession>[] {
    return [
      { key: 'day', label: words.day, cell: ({ id, date }) => dayOf(id, date) },
      { key: 'attendance', label: words.attendance, numeric: true, cell: ({ attendance }) => number(attendance) },
      { key: 'sign-ups', label: words.signUps, numeric: true, cell: ({ signUps }) => number(signUps) },
      { key: 'hand-outs', label: words.handOuts, numeric: true, cell: ({ handOuts }) => number(handOuts) },
    ];
  }
}
