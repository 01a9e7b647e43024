// Hand scanners that play keyboard, told from fingers by time alone.

import { expect, test } from 'vitest';
import { createWedge, type KeyPress } from '../../../src/app/ui/scanner/wedge.ts';

/** Keystrokes, so many milliseconds after each other, from a clock the test holds. */
function typed(keys: readonly string[], pauses: number | readonly number[], special: Partial<KeyPress> = {}): (string | null)[] {
  const wedge = createWedge();
  const clock = { now: 1_000 };
  return keys.map((key, place) => {
    clock.now += typeof pauses === 'number' ? pauses : (pauses[place] ?? 0);
    return wedge.press({ key, at: clock.now, special: false, ...special });
  });
}
const letters = (code: string, end = 'Enter') => [...code, end];
const last = (answers: readonly (string | null)[]) => answers.at(-1);

test('a scanner’s code ends with Enter or Tab, and nothing is told before', () => {
  for (const end of ['Enter', 'Tab']) {
    const answers = typed(letters('21234000000018', end), 8);
    expect(last(answers)).toBe('21234000000018');
    expect(answers.slice(0, -1).every((answer) => answer === null)).toBe(true);
  }
});

test('fingers are too slow, however quick', () => {
  for (const pause of [60, 80, 150, 400]) expect(last(typed(letters('21234000000018'), pause))).toBe(null);
});

test('a few keys rolled over at once and Enter are no code', () => {
  expect(last(typed(letters('asdf'), 5))).toBe(null);
  expect(last(typed(letters('asdfg'), 5))).toBe('asdfg');
});

test('a scanner over Bluetooth may hiccup, but not stop', () => {
  const code = letters('21234000000018');
  const hiccup = code.map((_, place) => (place === 6 ? 190 : 15));
  expect(last(typed(code, hiccup))).toBe('21234000000018');
  for (const pause of [230, 450]) {
    const stop = code.map((_, place) => (place === 6 ? pause : 15));
    expect(last(typed(code, stop))).toBe(null); // and never the half that came after it
  }
});

test('an Enter that comes later is a person’s', () => {
  const code = letters('21234000000018');
  expect(
    last(
      typed(
        code,
        code.map((key) => (key === 'Enter' ? 300 : 8)),
      ),
    ),
  ).toBe(null);
});

test('capital letters arrive with their Shift', () => {
  const keys = ['Shift', 'A', '1', '2', '3', '4', 'Shift', 'B', 'Enter'];
  expect(last(typed(keys, 6))).toBe('A1234B');
});

test('a held key, a shortcut and an arrow are no code', () => {
  expect(last(typed(letters('11111111'), 30, { special: true }))).toBe(null);
  expect(last(typed([...'12345', 'ArrowLeft', ...'67', 'Enter'], 8))).toBe(null);
});

test('two codes one after the other are two', () => {
  const answers = typed([...letters('11111111'), ...letters('22222222')], 8);
  expect(answers.filter((answer) => answer !== null)).toEqual(['11111111', '22222222']);
});

test('a clock that jumps back ends what was begun', () => {
  expect(last(typed([...'1234567', 'Enter'], [8, 8, 8, 8, -100_000, 8, 8, 8]))).not.toBe('1234567');
});
