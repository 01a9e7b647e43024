// The rhythm of a series in words and as a rule: both ways the same, and what cannot be said in words is left alone.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recurringDays } from '../../src/domain/import/recurrence.ts';
import { type Repeat, repeatMoved, repeatOf, ruleOf, turnOf, turns, weekdayOn, weekdays, weeksOf } from '../../src/domain/repeat.ts';

test.each([
  [{ kind: 'weekly', every: 1, days: ['TU'] }, 'FREQ=WEEKLY;BYDAY=TU'],
  [{ kind: 'weekly', every: 2, days: ['MO', 'WE'] }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE'],
  [{ kind: 'monthly', every: 1, turn: 2, day: 'TU' }, 'FREQ=MONTHLY;BYDAY=2TU'],
  [{ kind: 'monthly', every: 1, turn: -1, day: 'FR' }, 'FREQ=MONTHLY;BYDAY=-1FR'],
] as const satisfies readonly (readonly [Repeat, string])[])('%o', (repeat, rule) => {
  expect(ruleOf(repeat)).toBe(rule);
  expect(repeatOf(rule, '2026-12-01')).toEqual(repeat);
});

test.each(['FREQ=DAILY', 'FREQ=WEEKLY;COUNT=4;BYDAY=MO', 'FREQ=MONTHLY;BYMONTHDAY=3', 'FREQ=WEEKLY;BYDAY=2MO', ''])(
  '%s is not told in words',
  (rule) => {
    expect(repeatOf(rule, '2026-12-01')).toBeNull();
  },
);

test.each([
  ['4', 4],
  [' 52 ', 52],
  ['2', 2],
  ['1', null],
  ['53', null],
  ['', null],
  ['4.5', null],
  ['-4', null],
  ['four', null],
])('every “%s” weeks', (typed, weeks) => {
  expect(weeksOf(typed)).toBe(weeks);
});

test('a weekly rule without days takes that of its start', () => {
  expect(repeatOf('RRULE:FREQ=WEEKLY', '2026-12-01')).toEqual({ kind: 'weekly', every: 1, days: ['TU'] });
});

test('moving one day moves that day of the rhythm', () => {
  expect(repeatMoved({ kind: 'weekly', every: 1, days: ['TU', 'FR'] }, '2026-12-01', '2026-12-02')).toEqual({
    kind: 'weekly',
    every: 1,
    days: ['WE', 'FR'],
  });
  expect(repeatMoved({ kind: 'monthly', every: 1, turn: 1, day: 'TU' }, '2026-12-01', '2026-12-09')).toEqual({
    kind: 'monthly',
    every: 1,
    turn: 2,
    day: 'WE',
  });
});

test('any rhythm names days that it fits, and its own rule reads back', () => {
  const repeat: fc.Arbitrary<Repeat> = fc.oneof(
    fc.record({
      kind: fc.constant('weekly' as const),
      every: fc.integer({ min: 1, max: 4 }),
      days: fc.subarray([...weekdays], { minLength: 1 }),
    }),
    fc.record({
      kind: fc.constant('monthly' as const),
      every: fc.integer({ min: 1, max: 3 }),
      turn: fc.constantFrom(...turns),
      day: fc.constantFrom(...weekdays),
    }),
  );
  fc.assert(
    fc.property(repeat, (one) => {
      const rule = ruleOf(one);
      expect(repeatOf(rule, '2026-12-01')).toEqual(one);
      const days = recurringDays({ rule, start: '2026-12-01', until: null, except: [] }, '2026-12-01', '2027-05-01');
      if (!days.ok) throw new Error(rule);
      expect(days.value.length).toBeGreaterThan(0);
      for (const day of days.value) {
        expect(one.kind === 'weekly' ? one.days : [one.day]).toContain(weekdayOn(day));
        if (one.kind === 'monthly' && one.turn > 0) expect(turnOf(day)).toBe(one.turn);
      }
    }),
    { numRuns: 25 },
  );
});
