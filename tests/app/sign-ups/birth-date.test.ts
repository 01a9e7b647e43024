// Dates of birth as people write them.

import { expect, test } from 'vitest';
import { readBirthDate } from '../../../src/app/records/birth-date.ts';
import { catalogues } from '../text/catalogues.ts';

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
  ['14 de marzo de 2015', '2015-03-14'],
  ['1 de enero del 2015', '2015-01-01'],
  ['14 mas 2015', '2015-03-14'],
  ['4 jiyè 2015', '2015-07-04'],
  ['me 5 2015', '2015-05-05'],
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

test.each(Object.values(catalogues))('the months of $language are read by their names, whole and short', ({ formatting }) => {
  for (let month = 1; month <= 12; month++) {
    const born = `2015-${String(month).padStart(2, '0')}-09`;
    for (const written of [
      formatting
        .day(born)
        .replace(/^\S+,? /, '')
        .concat(' 2015'),
      formatting.dayWithYear(born),
    ]) {
      expect([written, readBirthDate(written, today)]).toEqual([written, { state: 'day', day: born }]);
    }
  }
});
