// When an imported timetable of stops runs out. An import plans some weeks (plan-timetable.ts), and nothing plans on from there.

import type { Session } from './session.ts';
import { addDays, type Day } from './shapes.ts';

/** Who has fewer days of stops ahead is told; and for as many days after the last. Then it has ended on purpose. */
export const daysBeforeEnd = 21;

/** The timetable of a stop: one an organisation (stop-timetable.ts, `sourceOf`). null: the session is no stop of a timetable. */
export function timetableOf(source: string | null): string | null {
  return /^stops\/[^/]+(?=\/)/.exec(source ?? '')?.[0] ?? null;
}

/** The last day of the timetable that ends first, of those about to end; null: none is. `known` are the sessions from `daysBeforeEnd` ago on. */
export function timetableEnd(known: readonly Pick<Session, 'values'>[], today: Day): Day | null {
  const lastDays = new Map<string, Day>();
  for (const { values } of known) {
    const { source, date, status } = values;
    const timetable = timetableOf(source);
    if (timetable === null || status === 'canceled') continue;
    const last = lastDays.get(timetable);
    if (last === undefined || last < date) lastDays.set(timetable, date);
  }
  const [first] = [...lastDays.values()].filter((last) => last < addDays(today, daysBeforeEnd)).toSorted();
  return first ?? null;
}
