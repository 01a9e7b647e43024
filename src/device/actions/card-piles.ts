// The piles of cards that a number lies in, and what is written when it leaves this device's own. Another device's pile stays as it is:
// that device takes from it, and would not learn of this in time.

import { offsetOf, takenAt } from '../../domain/card.ts';
import type { CardRangeFields } from '../../domain/places.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { EditableRecord } from '../../domain/record.ts';
import { cardRangeIn, cardRanges } from '../store/cards.ts';
import type { Store } from '../store/db.ts';
import { type Draft, editOf, type Seen } from '../store/draft.ts';
import { read } from '../store/read.ts';

/** Ids of the ranges that hold the number. */
export async function pilesWith(store: Store, number: string): Promise<Result<readonly string[]>> {
  const ranges = await read(store, () => cardRanges(store));
  return ranges.ok ? ok(ranges.value.filter(({ values }) => offsetOf(values, number) !== null).map(({ id }) => id)) : ranges;
}

/** Nothing where the range is not this device's, or the number is gone from it already. */
export function takenFrom(seen: Seen, id: string, number: string): readonly Draft[] {
  const record = seen.record('card-range', id);
  const taken = ownPile(seen, record, number);
  return taken === null ? [] : editOf(record, { type: 'card-range', id }, taken);
}

function ownPile(seen: Seen, record: EditableRecord | undefined, number: string): Partial<CardRangeFields> | null {
  const range = cardRangeIn(record);
  const offset = range === null ? null : offsetOf(range, number);
  return range === null || offset === null || range.device !== seen.identity.device ? null : takenAt(range, offset);
}
