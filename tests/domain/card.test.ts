// Numbers of library cards: check digits, ranges, and what is left of a range.

import { expect, test } from 'vitest';
import {
  cardAt,
  cardsIn,
  checkDigitFits,
  checkDigitsOf,
  offsetOf,
  overlapping,
  rangeProblem,
  readCardNumber,
  nextOf,
  stockOf,
  takenAt,
} from '../../src/domain/card.ts';

/** Check digits worked out by hand: 2123400000001 -> 8, 2123400000099 -> 2. */
const checked = { from: '21234000000018', to: '21234000000992' };
const plain = { from: '00120', to: '00129' };

test('a check digit fits, or does not', () => {
  expect(['21234000000018', '29050000123457'].map(checkDigitFits)).toEqual([true, true]);
  expect(['21234000000013', '29050000123455', '7', '', '2123A', '-12'].map(checkDigitFits)).toEqual(Array(6).fill(false));
});

test('what a scanner gives loses blanks and the letters that codabar begins and ends with', () => {
  expect(['2 1234 00000001 8', 'A21234000000018B', 'a123d', 'ABC-1', '１２３'].map(readCardNumber)).toEqual([
    '21234000000018',
    '21234000000018',
    '123',
    'ABC1',
    '123',
  ]);
});

test('every card of a range whose ends have check digits has its own', () => {
  expect(cardsIn(checked)).toBe(99);
  const all = Array.from({ length: cardsIn(checked) }, (_, offset) => cardAt(checked, offset));
  expect(all.every(checkDigitFits)).toBe(true);
  expect([all[0], all.at(-1)]).toEqual([checked.from, checked.to]);
  expect(all.map((number) => offsetOf(checked, number))).toEqual(all.map((_, offset) => offset));
});

test('a range without check digits counts up, and keeps its zeros', () => {
  expect([cardsIn(plain), cardAt(plain, 0), cardAt(plain, 9)]).toEqual([10, '00120', '00129']);
  expect(['00119', '00130', '120', 'A0120'].map((number) => offsetOf(plain, number))).toEqual([null, null, null, null]);
});

test('used, spoiled and left add up to the range', () => {
  expect(stockOf({ ...plain, next: 4, spoiled: [1, 1, 7] })).toEqual({ all: 10, used: 3, spoiled: 1, left: 6 });
  expect(stockOf({ ...plain, next: 99, spoiled: [] })).toEqual({ all: 10, used: 10, spoiled: 0, left: 0 });
});

test('a card given out of turn is used, and is not the next one', () => {
  const range = { ...plain, next: 4, spoiled: [1], given: [5, 4, 5, 2] };
  expect(stockOf(range)).toEqual({ all: 10, used: 5, spoiled: 1, left: 4 });
  expect([nextOf(range), nextOf(range, ['00126', '99999', '00128']), nextOf({ ...plain, next: 9 }, ['00129'])]).toEqual([6, 7, 10]);
  expect([1, 4, 6, 8].map((offset) => takenAt(range, offset))).toEqual([null, null, { next: 7, given: [] }, { given: [5, 4, 5, 2, 8] }]);
  expect(takenAt({ ...plain, next: 4 }, 4)).toEqual({ next: 5 });
});

test('a range is refused for what a person can mend, and only for that', () => {
  const problem = (from: string, to: string) => rangeProblem({ from, to }, [plain]);
  expect([problem('12a4', '1300'), problem('1200', ''), problem('00200', '0300'), problem('00300', '00200')]).toEqual([
    'from-not-digits',
    'to-not-digits',
    'not-equally-long',
    'wrong-way-round',
  ]);
  expect([problem('10000', '20000'), problem('10000', '19999')]).toEqual(['too-many', null]);
  expect([problem('00129', '00140'), problem('00100', '00120'), problem('00100', '00300')]).toEqual(['overlaps', 'overlaps', 'overlaps']);
  expect([problem('00130', '00140'), problem('0120', '0129'), problem('00130', '00130')]).toEqual([null, null, null]);
  expect(overlapping({ from: '00125', to: '00125' }, [plain])).toBe(plain);
});

test('check digits at both ends, at neither, or at one by a slip', () => {
  expect([checked, plain, { from: checked.from, to: '21234000000993' }].map(checkDigitsOf)).toEqual(['fit', 'none', 'one']);
});
