// A place's past: sums by month, what a device knows newer laid over what the server said, and the visits to compare with.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  byYear,
  comparedWith,
  type HeldSession,
  heldOf,
  historyOf,
  minutesOpen,
  mostHeld,
  perHour,
  withOwn,
} from '../../src/domain/history.ts';
import { aSession } from '../support/facts.ts';

const held = (id: string, date: string, attendance: number, parts: Partial<HeldSession> = {}): HeldSession => ({
  id,
  date,
  attendance,
  signUps: 1,
  handOuts: 2,
  minutes: 60,
  ...parts,
});

describe('the length of a session', () => {
  const times = { openedAt: '2026-11-02T15:00:00.000Z', closedAt: '2026-11-02T16:30:00.000Z', startsAt: '10:00', endsAt: '11:00' } as const;
  test('is how long it was open', () => expect(minutesOpen(times)).toBe(90));
  test('is as planned when somebody forgot to finish it', () =>
    expect(minutesOpen({ ...times, closedAt: '2026-11-03T16:30:00.000Z' })).toBe(60));
  test('is unknown without any times', () =>
    expect(minutesOpen({ openedAt: null, closedAt: null, startsAt: '10:00', endsAt: null })).toBeNull());
});

test('a session counts when it was held', () => {
  const counted = { heads: { '6-11': 3 }, byDevice: {}, signUps: { card: 2 }, handOuts: { given: 4 } } as const;
  const session = { ...aSession({ status: 'closed' }), totals: counted };
  expect(heldOf(session)).toMatchObject({ attendance: 3, signUps: 2, handOuts: 4 });
  expect(heldOf(aSession({ status: 'planned' }))).toBeNull();
  expect(heldOf(aSession({ status: 'canceled' }))).toBeNull();
  expect(heldOf(aSession({ status: 'open' }))).toBeNull();
});

test('months, years and heads an hour', () => {
  const past = historyOf([held('A', '2025-11-04', 30), held('B', '2026-11-03', 20), held('C', '2026-11-10', 25, { minutes: null })]);
  expect(past.months).toEqual([
    { month: '2025-11', sessions: 1, attendance: 30, signUps: 1, handOuts: 2, minutes: 60, timed: 30 },
    { month: '2026-11', sessions: 2, attendance: 45, signUps: 2, handOuts: 4, minutes: 60, timed: 20 },
  ]);
  expect(byYear(past).map(({ year, attendance }) => [year, attendance])).toEqual([
    ['2025', 30],
    ['2026', 45],
  ]);
  expect(past.months.map(perHour)).toEqual([30, 20]);
  expect(perHour({ timed: 0, minutes: 0 })).toBeNull();
});

test('what this device counted is laid over what the server said, once', () => {
  const said = historyOf([held('A', '2026-11-03', 20), held('B', '2026-10-06', 10)]);
  const shown = withOwn(said, [held('A', '2026-11-03', 22), held('C', '2026-11-17', 5)]);
  expect(shown).toEqual(historyOf([held('A', '2026-11-03', 22), held('B', '2026-10-06', 10), held('C', '2026-11-17', 5)]));
  expect(withOwn(shown, [held('A', '2026-11-03', 22), held('C', '2026-11-17', 5)])).toEqual(shown);
});

test('a session older than a full list is in the months already', () => {
  const days = Array.from({ length: mostHeld + 4 }, (_, at) =>
    held(`S${at}`, new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10), 1),
  );
  const said = historyOf(days);
  expect(withOwn(said, days)).toEqual(said);
});

test('whatever part a device holds, laying it over changes nothing that the server knew', () => {
  const dates = fc.integer({ min: 0, max: 500 }).map((day) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(dates, fc.nat(50)), { maxLength: 40, selector: ([date]) => date }), fc.nat(40), (visits, some) => {
      const all = visits.map(([date, heads], at) => held(`S${at}`, date, heads));
      expect(withOwn(historyOf(all), all.slice(0, some))).toEqual(historyOf(all));
    }),
  );
});

test('last time, and the visit nearest to the same day a year before', () => {
  const past = historyOf([
    held('A', '2025-11-18', 30),
    held('B', '2025-12-02', 31),
    held('C', '2026-11-17', 23),
    held('D', '2026-12-15', 9),
  ]);
  const { last, yearAgo } = comparedWith(past, '2026-12-01');
  expect([last?.attendance, yearAgo?.attendance]).toEqual([23, 31]);
  expect(comparedWith(past, '2025-11-18')).toEqual({ last: null, yearAgo: null });
});
