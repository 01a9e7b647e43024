// Days, times and ids: what counts as one, and arithmetic that no zone and no early year can bend.

import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { addDays, day, factId, instant, isDay, minutesOf, recordId, timeOfDay } from '../../src/domain/shapes.ts';

describe('a day', () => {
  test.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '9999-12-31'])('exists: %s', (text) => {
    expect(v.is(day, text)).toBe(true);
  });

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '0000-01-01',
    '26-1-1',
    '2026-1-01',
    '2026-01-01T00:00',
    '',
    'today',
  ])('does not exist: %s', (text) => {
    expect(v.is(day, text)).toBe(false);
  });

  test('agrees with the calendar of the language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 14 }),
        fc.integer({ min: 1, max: 33 }),
        (year, month, date) => {
          const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
          const parsed = new Date(text);
          const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
          expect(isDay(text)).toBe(exists);
        },
      ),
    );
  });

  test('days later is found across months, leap years, summer time and the year 50', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-03-07', 2)).toBe('2026-03-09');
    expect(addDays('2026-11-01', -45)).toBe('2026-09-17');
    expect(addDays('0050-01-01', 7)).toBe('0050-01-08');
  });

  test('there and back again is the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000_000 }), fc.integer({ min: 0, max: 400 }), (since, days) => {
        const from = addDays('0001-01-01', since);
        expect(addDays(addDays(from, days), -days)).toBe(from);
      }),
    );
  });
});

describe('a time of day', () => {
  test.each([
    ['00:00', 0],
    ['09:30', 570],
    ['23:59', 1439],
  ])('%s is %i minutes', (text, minutes) => {
    expect(v.is(timeOfDay, text)).toBe(true);
    expect(minutesOf(text)).toBe(minutes);
  });

  test.each(['24:00', '9:30', '09:60', '09:30:00', ''])('is not %s', (text) => {
    expect(v.is(timeOfDay, text)).toBe(false);
  });
});

describe('an instant', () => {
  test.each(['2026-11-02T15:00:00.000Z', '1970-01-01T00:00:00.000Z', '2099-12-31T23:59:59.999Z'])('may be %s: clocks lie', (text) => {
    expect(v.is(instant, text)).toBe(true);
  });

  test.each(['2026-13-45T99:99:99.000Z', '2026-11-02T15:00:00Z', '2026-11-02T15:00:00.000+01:00', '2026-11-02', ''])(
    'is not %s',
    (text) => {
      expect(v.is(instant, text)).toBe(false);
    },
  );
});

test('ids are letters that need no escaping anywhere', () => {
  expect(v.is(recordId, '4K7QW2RNX8TD')).toBe(true);
  expect(v.is(factId, 'A'.repeat(22))).toBe(true);
  for (const text of ['', 'a b', 'a/b', 'é', 'a'.repeat(41), "'; drop"]) expect(v.is(recordId, text)).toBe(false);
  for (const text of ['A'.repeat(21), 'A'.repeat(23), `${'A'.repeat(21)}=`]) expect(v.is(factId, text)).toBe(false);
});
