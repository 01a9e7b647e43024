// Series, and the sessions that may belong to one.

import { seriesOf } from '../../domain/of-series.ts';
import { type SeriesFields, seriesFields } from '../../domain/series.ts';
import { type Session, unknownSession } from '../../domain/session.ts';
import { addDays, type Day } from '../../domain/shapes.ts';
import type { Store } from './db.ts';
import { type Shown, shownOf } from './records.ts';
import { sessionsBetween } from './sessions.ts';

/** A series of which nothing is known yet recurs on no day. */
export const unknownSeries: SeriesFields = { ...unknownSession, rule: '', start: '9999-12-31', until: null, except: [] };

/** As a device has them (SPEC.md, S15), with some days to spare. */
const daysBack = 60;
const daysAhead = 150;

/** Those that ended too: their sessions refer to them. */
export function seriesRecords(store: Store): Promise<Shown<SeriesFields>[]> {
  return shownOf(store, 'series', seriesFields, unknownSeries);
}

export async function sessionsOfSeries(store: Store, today: Day): Promise<Session[]> {
  const near = await sessionsNear(store, today);
  return near.filter(({ values }) => seriesOf(values.source) !== null);
}

/** All that a series may meet, those of series among them. */
export function sessionsNear(store: Store, today: Day): Promise<Session[]> {
  return sessionsBetween(store, addDays(today, -daysBack), addDays(today, daysAhead));
}
