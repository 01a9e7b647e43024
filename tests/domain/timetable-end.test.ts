// A timetable that runs out is told in time, and not when stops go on.

import { expect, test } from 'vitest';
import { sourceOf } from '../../src/domain/import/stop-timetable.ts';
import type { SessionFields } from '../../src/domain/session.ts';
import { timetableEnd, timetableOf } from '../../src/domain/timetable-end.ts';
import { aSession } from '../support/facts.ts';

const today = '2026-11-02';
const aStop = (date: string, organisation = 'York', status: SessionFields['status'] = 'planned') =>
  aSession({ date, status, source: `${sourceOf(organisation, 'Acomb', 'Green')}/van 1/a1/mo/${date}` });

test.each([
  ['less than three weeks away', [aStop('2026-11-09'), aStop('2026-11-22')], '2026-11-22'],
  ['three weeks away', [aStop('2026-11-09'), aStop('2026-11-23')], null],
  ['already past', [aStop('2026-10-26')], '2026-10-26'],
  ['there, and another one goes on', [aStop('2026-11-09'), aStop('2027-01-04', 'Leeds')], '2026-11-09'],
  ['there, followed by one that is canceled', [aStop('2026-11-09'), aStop('2026-11-30', 'York', 'canceled')], '2026-11-09'],
])('the last stop is %s', (_, stops, last) => {
  expect(timetableEnd(stops, today)).toBe(last);
});

test('what comes from elsewhere is of no timetable', () => {
  const sources = [null, 'series/4K7Q9XTM2BHC/2026-11-09', 'calendar/stops/x', 'stops/', 'stops/york'];
  expect(sources.map(timetableOf)).toEqual(sources.map(() => null));
  expect(timetableOf(aStop(today).values.source)).toBe('stops/york');
  expect(timetableEnd([aSession({ date: today, source: null })], today)).toBeNull();
});
