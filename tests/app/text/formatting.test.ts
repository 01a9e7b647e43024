// Our tables against the browsers' own formats where there are any, over many days, times and numbers.

import { expect, test } from 'vitest';
import { formatting } from '../../../src/app/text/en-US/formatting.ts';
import { formatting as spanish, period } from '../../../src/app/text/es-US/formatting.ts';
import { formatting as creole } from '../../../src/app/text/ht/formatting.ts';

const plainSpaces = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ');
const days = Array.from({ length: 800 }, (_, index) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10));
const times = ['00:00', '00:59', '01:00', '11:59', '12:00', '12:01', '13:05', '23:59'];

const knownToBrowsers = [
  ['en-US', formatting],
  ['es-US', spanish],
] as const;

test.each(knownToBrowsers)('days and times are written as %s writes them', (language, ours) => {
  const like = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
    return (text: string) => plainSpaces(format.format(new Date(text)));
  };
  const [day, shortDay, year] = [
    like({ weekday: 'long', month: 'long', day: 'numeric' }),
    like({ weekday: 'short', month: 'short', day: 'numeric' }),
    like({ month: 'short', day: 'numeric', year: 'numeric' }),
  ];
  for (const one of days) {
    expect([ours.day(one), ours.shortDay(one), ours.dayWithYear(one)]).toEqual([day(one), shortDay(one), year(one)]);
  }
  const time = like({ hour: 'numeric', minute: '2-digit' });
  expect(times.map(ours.time)).toEqual(times.map((one) => time(`2026-03-01T${one}Z`)));
  const moment = like({ month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' });
  for (const one of days) expect(ours.moment(`${one}T13:05:00.000Z`, 'UTC')).toBe(moment(`${one}T13:05:00.000Z`));
});

test('an instant is told by the clock of the zone', () => {
  expect(formatting.clock('2026-11-01T05:30:00.000Z', 'America/New_York')).toBe('1:30 AM');
  expect(formatting.clock('2026-11-01T06:30:00.000Z', 'America/New_York')).toBe('1:30 AM');
  expect(formatting.clock(0, 'UTC')).toBe('12:00 AM');
  expect(formatting.moment('2026-11-01T16:05:00.000Z', 'America/New_York')).toBe('Nov 1, 11:05 AM');
});

test.each(knownToBrowsers)('numbers of %s are grouped, and keep their sign and their decimals', (language, ours) => {
  const numbers = [0, 7, 999, 1000, 12_345, 1_234_567, -1, -1000, 2.5, 1234.75];
  expect(numbers.map(ours.number)).toEqual(numbers.map((one) => new Intl.NumberFormat(language).format(one)));
});

test('sizes and durations', () => {
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
});

test.each(knownToBrowsers)('durations of %s are the units that browsers write out', (language, ours) => {
  for (const [seconds, unit, count] of [
    [1, 'second', 1],
    [2, 'second', 2],
    [60, 'minute', 1],
    [120, 'minute', 2],
    [3_600, 'hour', 1],
    [7_200, 'hour', 2],
    [86_400, 'day', 1],
    [172_800, 'day', 2],
  ] as const) {
    const theirs = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
    expect(ours.duration(seconds)).toBe(plainSpaces(theirs));
  }
});

test.each(knownToBrowsers)('lists of %s are joined as browsers join them', (language, ours) => {
  const lists = [
    [],
    ['a'],
    ['a', 'b'],
    ['a', 'b', 'c'],
    ['Ana', 'Inés'],
    ['libros', 'hilos'],
    ['agua', 'hierro'],
    ['a', 'iPad'],
    ['x', 'y'],
    ['x', 'Iowa'],
  ];
  expect(lists.map(ours.list)).toEqual(lists.map((one) => new Intl.ListFormat(language, { type: 'conjunction' }).format(one)));
});

test('Haitian Creole, which no browser knows, has a table of its own', () => {
  expect(Intl.DateTimeFormat.supportedLocalesOf(['ht'])).toEqual([]);
  expect(creole.day('2026-11-01')).toBe('dimanch 1 novanm');
  expect(creole.shortDay('2026-07-04')).toBe('sam 4 jiyè');
  expect(creole.dayWithYear('2026-08-31')).toBe('31 out 2026');
  expect(creole.moment('2026-11-01T16:05:00.000Z', 'America/New_York')).toBe('1 nov, 11:05 AM');
  expect(creole.timeRange('09:30', '15:00')).toBe('9:30 AM – 3:00 PM');
  expect([1, 120, 3_600, 200_000].map(creole.duration)).toEqual(['1 segonn', '2 minit', '1 èdtan', '2 jou']);
  expect([['a'], ['a', 'b'], ['a', 'b', 'c']].map(creole.list)).toEqual(['a', 'a ak b', 'a, b ak c']);
  expect(creole.number(1_234_567.5)).toBe('1,234,567.5');
});

test('a Spanish sentence that ends with a time has one period', () => {
  const at = spanish.clock('2026-11-01T16:05:00.000Z', 'America/New_York');
  expect(at).toBe('11:05 a.m.');
  expect(period(`Empezó a las ${at}`)).toBe('Empezó a las 11:05 a.m.');
  expect(period('Empezó hoy')).toBe('Empezó hoy.');
});
