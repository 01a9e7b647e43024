// [S51] Which corrections of a sign-up were made apart, and which were made in the knowledge of the others.

import { expect, test } from 'vitest';
import { versionsOf } from '../../src/domain/sign-up-versions.ts';

const made = (id: string, bases?: readonly string[], voided = false) => ({ id, bases, voided });
const said = (...corrections: ReturnType<typeof made>[]) => {
  const { counts, others } = versionsOf(corrections);
  return [counts?.id ?? null, others.map(({ id }) => id)];
};

test('[S51] one after the other: the last counts, and there is no other', () => {
  expect(said()).toEqual([null, []]);
  expect(said(made('a', ['taken']), made('b', ['a']), made('c', ['b']))).toEqual(['c', []]);
});

test('[S51] made apart: the last counts, the other is another version until one names both', () => {
  const apart = [made('a', ['taken']), made('b', ['taken'])];
  expect(said(...apart)).toEqual(['b', ['a']]);
  expect(said(...apart, made('c', ['b']))).toEqual(['c', ['a']]);
  expect(said(...apart, made('c', ['b', 'a']))).toEqual(['c', []]);
  expect(said(...apart, made('c', ['b', 'a']), made('d', ['c']))).toEqual(['d', []]);
});

test('[S51] a choice taken back asks again; one that was built upon does not', () => {
  const apart = [made('a', ['taken']), made('b', ['taken'])];
  expect(said(...apart, made('c', ['b', 'a'], true))).toEqual(['b', ['a']]);
  expect(said(...apart, made('c', ['b', 'a'], true), made('d', ['c']))).toEqual(['d', []]);
  expect(said(made('a', ['taken'], true), made('b', ['taken']))).toEqual(['b', []]);
});

test('[S51] what was corrected apart has a common base: the sign-up, or the newest correction below all', () => {
  const baseOf = (...all: ReturnType<typeof made>[]) => versionsOf(all).base;
  expect(baseOf(made('a', ['taken']), made('b', ['a']))).toBe(null);
  expect(baseOf(made('a', ['taken']), made('b', ['taken']))).toBe('taken');
  expect(baseOf(made('a', ['taken']), made('b', ['a']), made('c', ['b']), made('d', ['b']))).toBe('b');
  expect(baseOf(made('a', ['taken']), made('b', ['a']), made('c', ['b']), made('d', ['a']), made('e', ['taken']))).toBe('taken');
});

test('[S51] a correction of an earlier app stands for all before it, as it always did', () => {
  expect(said(made('a'), made('b'), made('c'))).toEqual(['c', []]);
  expect(said(made('a', ['taken']), made('b'), made('c', ['a']))).toEqual(['c', ['b']]);
});
