// Our tables against the browsers' own formats where there are any, over many days, times and numbers.

import { expect, test } from 'vitest';
import { formatting } from '../../../src/app/text/en-US/formatting.ts';

const plainSpaces = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ');
const days = Array.from({ length: 800 }, (_, index) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10));
const times = ['00:00', '00:59', '01:00', '11:59', '12:00', '12:01', '13:05', '23:59'];

test('days and times are written as English in the United States writes them', () => {
  const like = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
    return (text: string) => plainSpaces(format.format(new Date(text)));
  };
  const [day, shortDay, year] = [
    like({ weekday: 'long', month: 'long', day: 'numeric' }),
    like({ weekday: 'short', month: 'short', day: 'numeric' }),
    like({ month: 'short', day: 'numeric', year: 'numeric' }),
  ];
  for (const one of days) {
    expect([formatting.day(one), formatting.shortDay(one), formatting.dayWithYear(one)]).toEqual([day(one), shortDay(one), year(one)]);
  }
  const time = like({ hour: 'numeric', minute: '2-digit' });
  expect(times.map(formatting.time)).toEqual(times.map((one) => time(`2026-03-01T${one}Z`)));
});

test('an instant is told by the clock of the zone', () => {
  expect(formatting.clock('2026-11-01T05:30:00.000Z', 'America/New_York')).toBe('1:30 AM');
  expect(formatting.clock('2026-11-01T06:30:00.000Z', 'America/New_York')).toBe('1:30 AM');
  expect(formatting.clock(0, 'UTC')).toBe('12:00 AM');
  expect(formatting.moment('2026-11-01T16:05:00.000Z', 'America/New_York')).toBe('Nov 1, 11:05 AM');
});

test('numbers are grouped, and keep their sign and their decimals', () => {
  const numbers = [0, 7, 999, 1000, 12_345, 1_234_567, -1, -1000, 2.5, 1234.75];
  expect(numbers.map(formatting.number)).toEqual(numbers.map((one) => new Intl.NumberFormat('en-US').format(one)));
});

test('sizes, durations and lists', () => {
  expect([0, 999, 1000, 1_540_000, 2e9, 3e12].map(formatting.bytes)).toEqual([
    '0 bytes',
    '999 bytes',
    '1 KB',
    '1.5 MB',
    '2 GB',
    '3,000 GB',
  ]);
  expect([-3, 0.4, 1, 59.9, 60, 3_600, 7_300, 86_400, 200_000].map(formatting.duration)).toEqual([
    '0 seconds',
    '0 seconds',
    '1 second',
    '59 seconds',
    '1 minute',
    '1 hour',
    '2 hours',
    '1 day',
    '2 days',
  ]);
  const lists = [[], ['a'], ['a', 'b'], ['a', 'b', 'c']];
  expect(lists.map(formatting.list)).toEqual(lists.map((one) => new Intl.ListFormat('en-US', { type: 'conjunction' }).format(one)));
});
