// Days and times by the library's clock, whatever the tablet's zone is.

import { expect, test } from 'vitest';
import { dayIn, instantIn, knownZone, timeIn } from '../../../src/app/records/library-day.ts';

const newYork = 'America/New_York';

test('the evening of a day in New York is the next day in London', () => {
  const at = Date.parse('2026-11-03T01:30:00.000Z');
  expect([dayIn(newYork, at), timeIn(newYork, at)]).toEqual(['2026-11-02', '20:30']);
  expect(dayIn('Europe/London', at)).toBe('2026-11-03');
  expect(timeIn(newYork, '2026-11-02T05:00:00.000Z')).toBe('00:00');
});

test.each([
  ['2026-11-02', '14:30', '2026-11-02T19:30:00.000Z'],
  ['2026-07-04', '14:30', '2026-07-04T18:30:00.000Z'],
  ['2026-11-01', '03:00', '2026-11-01T08:00:00.000Z'],
  ['2026-03-08', '03:30', '2026-03-08T07:30:00.000Z'],
  ['2026-12-31', '23:59', '2027-01-01T04:59:00.000Z'],
])('%s %s in New York is %s', (day, time, instant) => {
  expect(instantIn(newYork, day, time)).toBe(instant);
});

test('an hour that a clock change skips still gives an instant of that night', () => {
  expect(instantIn(newYork, '2026-03-08', '02:30')).toMatch(/^2026-03-08T0[67]:30/);
});

test('a zone this browser does not know falls back to its own', () => {
  expect(knownZone('America/New_York')).toBe(newYork);
  expect(knownZone('Moon/Tranquility')).toBe(knownZone(undefined));
});
