// Ranges of card numbers. A range known only in part (a newer app, a first page that has not come whole) gives no numbers.

import * as v from 'valibot';
import { type CardRangeFields, cardRangeFields } from '../../domain/places.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import { type EditableRecord, plainValues } from '../../domain/record.ts';
import type { Store } from './db.ts';
import { read } from './read.ts';

export interface CardRange {
  readonly id: string;
  readonly values: CardRangeFields;
}

/** All that are not put away, by their first number. */
export async function cardRanges(store: Store): Promise<CardRange[]> {
  const rows = await store.records.where('type').equals('card-range').toArray();
  return rows
    .flatMap(({ record }) => {
      const values = cardRangeIn(record);
      return values === null || values.archived ? [] : [{ id: record.id, values }];
    })
    .sort((a, b) => (a.values.from < b.values.from ? -1 : 1));
}

/** Problem: not-found. */
export async function cardRangeOf(store: Store, id: string): Promise<Result<CardRangeFields>> {
  const row = await read(store, () => store.records.get(`card-range/${id}`));
  if (!row.ok) return row;
  const values = cardRangeIn(row.value?.record);
  return values === null ? failed('not-found') : ok(values);
}

export function cardRangeIn(record: EditableRecord | undefined): CardRangeFields | null {
  const parsed = v.safeParse(cardRangeFields, record === undefined ? {} : plainValues(record));
  return parsed.success ? parsed.output : null;
}
