// Dates of birth as people write them.

import { expect, test } from 'vitest';
import { readBirthDate } from '../../../src/app/features/sign-ups/birth-date.ts';

const today = '2026-11-02';

test.each([
  ['3/14/2015', '2015-03-14'],
  ['03-14-2015', '2015-03-14'],
  ['3.14.2015', '2015-03-14'],
  ['14/3/2015', '2015-03-14'],
  ['2015-03-14', '2015-03-14'],
  ['March 14, 2015', '2015-03-14'],
  ['14 mar 2015', '2015-03-14'],
  ['Mar. 14th 2015', '2015-03-14'],
  ['sept 1 1950', '1950-09-01'],
  ['2015 march 14', '2015-03-14'],
  [' 2/29/2016 ', '2016-02-29'],
])('%s is %s', (written, day) => {
  expect(readBirthDate(written, today)).toEqual({ state: 'day', day });
});

test.each(['2/30/2015', '13/13/2015', 'yesterday', '2015', '3/14', '14 frimaire 2016', '3/14/201', '1/1/1850', 'march april 2015'])(
  '%s is no date',
  (written) => {
    expect(readBirthDate(written, today)).toEqual({ state: 'unreadable' });
  },
);

test('a year of two digits is asked about, a day to come is refused, nothing is nothing', () => {
  expect(readBirthDate('3/14/15', today)).toEqual({ state: 'short-year' });
  expect(readBirthDate('11/3/2026', today)).toEqual({ state: 'future' });
  expect(readBirthDate('11/2/2026', today)).toEqual({ state: 'day', day: today });
  expect(readBirthDate('  ', today)).toEqual({ state: 'empty' });
});
