// The days of a rule: by the week, the month, the year, with an end or without; and rules that are none.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Recurrence, recurringDays } from '../../../src/domain/import/recurrence.ts';
import { addDays } from '../../../src/domain/shapes.ts';

const always = { until: null, except: [] };
function daysOf(rule: string, start: string, from: string, to: string, more: Partial<Recurrence> = {}) {
  const days = recurringDays({ rule, start, ...always, ...more }, from, to);
  if (!days.ok) throw new Error(JSON.stringify(days.problem));
  return days.value;
}

describe('the days of a rule', () => {
  test.each([
    ['every second week, begun years ago', 'FREQ=WEEKLY;INTERVAL=2', '2019-09-12', ['2026-11-12', '2026-11-26', '2026-12-10']],
    ['every fourth week, across summer time', 'FREQ=WEEKLY;INTERVAL=4', '2026-10-08', ['2026-11-05', '2026-12-03']],
    ['on two days of the week', 'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4', '2026-11-09', ['2026-11-09', '2026-11-12', '2026-11-16', '2026-11-19']],
    ['on the second Thursday', 'FREQ=MONTHLY;BYDAY=2TH', '2020-01-01', ['2026-11-12', '2026-12-10']],
    ['on the last Friday', 'FREQ=MONTHLY;BYDAY=-1FR', '2020-01-01', ['2026-11-27']],
    ['on the 31st, where there is one', 'FREQ=MONTHLY;BYMONTHDAY=31', '2020-01-31', []],
    ['once a year', 'FREQ=YEARLY', '2001-12-06', ['2026-12-06']],
    ['until a day, which counts', 'FREQ=WEEKLY;UNTIL=20261112', '2026-11-05', ['2026-11-05', '2026-11-12']],
    ['until a moment of a day, which counts whole', 'FREQ=WEEKLY;UNTIL=20261112T000000Z', '2026-11-05', ['2026-11-05', '2026-11-12']],
    ['until a moment without a zone', 'FREQ=WEEKLY;UNTIL=20261112T093000', '2026-11-05', ['2026-11-05', '2026-11-12']],
    ['so many times, counted from the start', 'FREQ=WEEKLY;COUNT=3', '2026-10-29', ['2026-11-05', '2026-11-12']],
    ['not before its start', 'FREQ=WEEKLY', '2026-12-03', ['2026-12-03', '2026-12-10']],
    ['written as calendars write it', 'rrule: freq=weekly; interval=2;', '2026-11-05', ['2026-11-05', '2026-11-19', '2026-12-03']],
  ])('%s', (_, rule, start, expected) => {
    expect(daysOf(rule, start, '2026-11-01', '2026-12-10')).toEqual(expected);
  });

  test('end with the end, and leave exceptions out', () => {
    const weekly = (more: Partial<Recurrence>) => daysOf('FREQ=WEEKLY', '2026-11-05', '2026-11-01', '2026-11-30', more);
    expect(weekly({ until: '2026-11-19' })).toEqual(['2026-11-05', '2026-11-12', '2026-11-19']);
    expect(weekly({ except: ['2026-11-12', '2026-11-13'] })).toEqual(['2026-11-05', '2026-11-19', '2026-11-26']);
    expect(weekly({ until: '2026-10-31' })).toEqual([]);
    expect(weekly({ until: '2020-01-01' })).toEqual([]);
  });

  test('are the same for every second week as arithmetic says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30_000 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 0, max: 60 }),
        (since, interval, span) => {
          const start = addDays('1950-01-01', since);
          const [from, to] = ['2026-11-01', addDays('2026-11-01', span)];
          const expected: string[] = [];
          for (let date = start; date <= to; date = addDays(date, 7 * interval)) if (date >= from) expected.push(date);
          expect(daysOf(`FREQ=WEEKLY;INTERVAL=${interval}`, start, from, to)).toEqual(expected);
        },
      ),
    );
  });
});

describe('a rule', () => {
  test.each([
    ['', 'part'],
    ['every Thursday', 'part'],
    ['INTERVAL=2', 'part'],
    ['FREQ=WEEKLY;FREQ=DAILY', 'part'],
    ['FREQ=WEEKLY;RSCALE=CHINESE', 'part'],
    ['FREQ=DAILY;BYHOUR=9,10', 'part'],
    ['FREQ=WEEKLY;CONSTRUCTOR=1', 'part'],
    ['FREQ=WEEKLY;__PROTO__=1', 'part'],
    ['FREQ=FORTNIGHTLY', 'value'],
    ['FREQ=SECONDLY', 'value'],
    ['FREQ=WEEKLY;INTERVAL=0', 'value'],
    ['FREQ=WEEKLY;INTERVAL=x', 'value'],
    ['FREQ=WEEKLY;INTERVAL=99999', 'value'],
    ['FREQ=WEEKLY;BYDAY=', 'value'],
    ['FREQ=WEEKLY;BYDAY=XX', 'value'],
    ['FREQ=WEEKLY;UNTIL=never', 'value'],
    ['FREQ=WEEKLY;UNTIL=20261399', 'value'],
    ['FREQ=WEEKLY\nDTSTART:20200101', 'value'],
    ['FREQ=DAILY;COUNT=99999', 'value'],
  ])('is refused: "%s" (%s)', (rule, reason) => {
    expect(recurringDays({ rule, start: '2026-11-05', ...always }, '2026-11-01', '2026-12-01')).toEqual({
      ok: false,
      problem: { code: 'input-invalid', detail: { field: 'frequency', reason } },
    });
  });

  test('that never falls on any day has none, and does not search for ever', () => {
    expect(daysOf('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '1900-01-01', '2026-01-01', '2027-12-31')).toEqual([]);
    expect(daysOf('FREQ=DAILY;BYYEARDAY=366;BYMONTH=1', '1900-01-01', '2026-01-01', '2027-12-31')).toEqual([]);
  });

  test('is not asked about more than two years at once', () => {
    const asked = recurringDays({ rule: 'FREQ=DAILY', start: '2026-01-01', ...always }, '2026-01-01', '2036-01-01');
    expect(asked).toMatchObject({ ok: false, problem: { detail: { reason: 'span' } } });
  });

  test('may be anything: it is read or refused', () => {
    const pieces = fc.constantFrom(
      'FREQ=',
      'WEEKLY',
      'MONTHLY',
      'YEARLY',
      'DAILY',
      ';',
      'INTERVAL=',
      'BYDAY=',
      'MO',
      '-1FR',
      '53SU',
      ',',
      'COUNT=',
      '7',
      '366',
      '-31',
      'UNTIL=',
      '20270229',
      'BYSETPOS=',
      'BYWEEKNO=',
      'BYYEARDAY=',
      'BYMONTHDAY=',
      'BYMONTH=',
      'WKST=',
      '=',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (some) => {
        const days = recurringDays({ rule: `FREQ=${some.join('')}`, start: '2020-02-29', ...always }, '2026-01-01', '2027-12-31');
        if (days.ok) for (const day of days.value) expect(day >= '2026-01-01' && day <= '2027-12-31').toBe(true);
      }),
    );
  });
});
