// What the coming sessions of a series would meet, were it saved as it is typed: known before anybody plans thirteen weeks of one bus that is
// elsewhere. Told, never forbidden. The recurrence library comes with it: import this file lazily.

import { type Conflict, conflictsOf } from '../conflicts.ts';
import { seriesOf } from '../of-series.ts';
import type { OutletFields } from '../places.ts';
import type { SeriesFields } from '../series.ts';
import { unknownSession } from '../session.ts';
import type { Day } from '../shapes.ts';
import { type KnownSession, planSeries, weeksPlanned } from './plan-series.ts';
import { type DaySpan, daysWithin } from './recurrence.ts';

export interface ConflictsAhead {
  /** How many sessions the series would have from today, or its first day, on. */
  readonly dates: number;
  /** Those of them that meet something, by day. */
  readonly met: readonly { readonly date: Day; readonly conflicts: readonly Conflict[] }[];
}

export interface TypedSeries {
  /** A new one has any id that no other has. */
  readonly id: string;
  readonly values: SeriesFields;
  /** Spans without it that are not among its exceptions yet. */
  readonly off: readonly DaySpan[];
}

/** `known` are all sessions near, of this series and of none. null: the rule is no rule yet. */
export function conflictsAhead(
  { id, values, off }: TypedSeries,
  known: readonly KnownSession[],
  outletById: ReadonlyMap<string, OutletFields>,
  today: Day,
): ConflictsAhead | null {
  const { rule, start } = values;
  const without = daysWithin({ rule, start, until: null, except: [] }, off);
  if (!without.ok) return null;
  const plan = planSeries({ id, values: { ...values, except: [...values.except, ...without.value] } }, known, {
    today,
    weeks: weeksPlanned,
  });
  if (!plan.ok) return null;
  const changedById = new Map(plan.value.changed.map((one) => [one.id, one.set]));
  const sessions = [
    ...known.map((one) => ({ id: one.id, values: { ...one.values, ...changedById.get(one.id) } })),
    ...plan.value.added.map(({ source, set }) => ({ id: source, values: { ...unknownSession, ...set } })),
  ];
  const from = start > today ? start : today;
  const own = sessions
    .filter((one) => seriesOf(one.values.source)?.series === id && one.values.status === 'planned' && one.values.date >= from)
    .toSorted((one, other) => (one.values.date < other.values.date ? -1 : 1));
  const found = conflictsOf(
    sessions.filter((one) => one.values.date >= from),
    outletById,
  );
  return {
    dates: own.length,
    met: own.flatMap((one) => {
      const conflicts = found.get(one.id);
      return conflicts === undefined ? [] : [{ date: one.values.date, conflicts }];
    }),
  };
}
