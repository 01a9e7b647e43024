// The calendars a library imports again and again, by their addresses.

import * as v from 'valibot';
import { type CalendarFeedFields, calendarFeedFields } from '../../domain/places.ts';
import { plainValues } from '../../domain/record.ts';
import type { Store } from './db.ts';

export interface CalendarFeed {
  readonly id: string;
  readonly values: CalendarFeedFields;
}

/** By name; archived ones, and those a newer app wrote in a way this one cannot read, left out. */
export async function calendarFeeds(store: Store): Promise<readonly CalendarFeed[]> {
  const rows = await store.records.where('type').equals('calendar-feed').toArray();
  const found = rows.flatMap(({ record }) => {
    const read = v.safeParse(calendarFeedFields, { outlet: null, archived: false, ...plainValues(record) });
    return read.success && !read.output.archived ? [{ id: record.id, values: read.output }] : [];
  });
  return found.sort((a, b) => a.values.name.localeCompare(b.values.name));
}
