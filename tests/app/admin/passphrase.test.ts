// The passphrase as a form sees it: what is wrong with it, how strong it is, and the five words suggested by chance.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passphraseProblems, strengthOf } from '../../../src/app/features/admin/sealing/passphrase-problems.ts';
import { plainWords } from '../../../src/app/features/admin/sealing/plain-words.ts';
import { suggestPassphrase } from '../../../src/app/features/admin/sealing/suggest-passphrase.ts';
import { sealing } from '../../../src/app/text/en-US/sealing.ts';
import { readPassphrase } from '../../../src/device/seal/wrap.ts';
import { randomBytesFrom } from '../../support/random.ts';

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['short', 'too-short'],
  ['aaaaaaaaaaaaaaaaaa', 'too-plain'],
  ['orange lantern', 'fair'],
  ['a river lantern orchard pencil', 'strong'],
  ['correcthorsebatterystaple', 'strong'],
])('“%s” is %s', (passphrase, strength) => {
  expect(strengthOf(passphrase)).toBe(strength);
});

test('whatever is called good enough is taken by the seal, and nothing else is', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40, unit: 'grapheme' }), (passphrase) => {
      const isGood = ['fair', 'strong'].includes(strengthOf(passphrase));
      expect(isGood).toBe(passphrase.trim() !== '' && readPassphrase(passphrase).ok);
    }),
  );
});

test('each thing that is missing is named at its field', () => {
  const problems = passphraseProblems({ passphrase: 'short', again: 'shorter', holder: ' ' }, sealing.missing);
  expect(problems).toEqual([
    { field: 'passphrase', message: sealing.missing.tooShort },
    { field: 'again', message: sealing.missing.again },
    { field: 'holder', message: sealing.missing.holder },
  ]);
});

test('the same words with other blanks or encodings are the same passphrase', () => {
  const typed = { passphrase: 'café  lantern orchard pencil', again: 'cafe\u0301 lantern orchard pencil ', holder: 'Alice' };
  expect(passphraseProblems(typed, sealing.missing)).toEqual([]);
});

test('a suggestion is five of 1,024 plain words, strong, and another one each time', () => {
  const random = randomBytesFrom(11);
  const suggested = Array.from({ length: 200 }, () => suggestPassphrase(random));
  const chosen = new Set(plainWords.slice(0, 1_024));
  for (const passphrase of suggested) {
    expect(passphrase.split(' ')).toHaveLength(5);
    expect(passphrase.split(' ').every((word) => chosen.has(word))).toBe(true);
    expect(strengthOf(passphrase)).toBe('strong');
  }
  expect(new Set(suggested).size).toBe(suggested.length);
});

test('the words are plain, different, and enough', () => {
  expect(plainWords.length).toBeGreaterThanOrEqual(1_024);
  expect(new Set(plainWords).size).toBe(plainWords.length);
  expect(plainWords.filter((word) => !/^[a-z]{3,8}$/.test(word))).toEqual([]);
});
