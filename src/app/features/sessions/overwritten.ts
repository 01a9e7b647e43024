// Which overwritten values are still worth a look: the newest lost one of each field whose winner still stands. Once somebody has
// written the field again, having seen it, the question is answered; the history stays in the record.

import type { Overwritten } from '../../../domain/record.ts';
import type { Session } from '../../../domain/session.ts';

/** What a series keeps for itself: no person's value is lost in it. */
const keptForSeries = ['planned', 'dropped'];

export function openReviews(session: Session): readonly Overwritten[] {
  const shown = session.overwritten.filter(({ field }) => !keptForSeries.includes(field));
  const newest = new Map(shown.map((one) => [one.field, one]));
  return [...newest.values()].filter(({ field, lost, by }) => {
    const state = session.fields[field];
    return state?.current?.fact === by && state.pending.length === 0 && !isSame(lost.value, state.current.value);
  });
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
