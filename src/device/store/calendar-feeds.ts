// The calendars a library imports again and again, by their addresses.

import * as v from 'valibot';
import type { SaidZones } from '../../domain/import/calendar-events.ts';
import { type CalendarFeedFields, calendarFeedFields } from '../../domain/places.ts';
import { plainValues } from '../../domain/record.ts';
import type { Store } from './db.ts';

export interface CalendarFeed {
  readonly id: string;
  readonly values: CalendarFeedFields;
  /** The field `zones`, not there before December 2026: who fetches it again is not asked again. */
  readonly zones: SaidZones;
}

const saidZones = v.fallback(v.record(v.string(), v.string()), {});

/** By name; archived ones, and those a newer app wrote in a way this one cannot read, left out. */
export async function calendarFeeds(store: Store): Promise<readonly CalendarFeed[]> {
  const rows = await store.records.where('type').equals('calendar-feed').toArray();
  const found = rows.flatMap(({ record }) => {
    const read = v.safeParse(calendarFeedFields, { outlet: null, archived: false, ...plainValues(record) });
    if (!read.success || read.output.archived) return [];
    return [{ id: record.id, values: read.output, zones: v.parse(saidZones, read.output['zones']) }];
  });
  return found.sort((a, b) => a.values.name.localeCompare(b.values.name));
}
