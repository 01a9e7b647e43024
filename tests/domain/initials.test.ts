import { expect, test } from 'vitest';
import { initialsOf } from '../../src/domain/initials.ts';

test.each([
  ['Zoé Núñez', 'ZN'],
  ['  zoé   núñez ', 'ZN'],
  ['Ana', 'A'],
  ['Èzili Fréda Dantò', 'ÈFD'],
  ['Jean-Pierre Louis', 'JPL'],
  ['Ana María López García', 'ALG'],
  ['Ana de la Cruz', 'AC'],
  ['María del Carmen Núñez López', 'MNL'],
  ['ana de la cruz', 'ALC'],
  ["'Abd al-Rahman", 'AR'],
  ["Bo (Robert) O'Neil", 'BRO'],
  ['Nu\u0301n\u0303ez', 'N'],
  ['E\u0301mile', 'É'],
  ['ßandra', 'ß'],
])('of %s: %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test.each([
  ['Юлия Петрова', 'ЮП'],
  ['ნინო ბერიძე', 'ნბ'],
  ['王小明', '王'],
  ['王 小明', '王小'],
  ['김 철수', '김철'],
  ['محمد علي', 'مع'],
  ['दीपिका शर्मा', 'दीश'],
  ['ทองดี ใจดี', 'ทใ'],
])('in any script: %s is %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test('the whole name is never shown, however short it is', () => {
  expect(['王 明', 'J R', 'j r'].map(initialsOf)).toEqual(['王', 'J', 'J']);
});

test('a name without a letter has none', () => {
  expect(['', ' ', '🦕', '1234 5', '—', '…'].map(initialsOf)).toEqual(['', '', '', '', '', '']);
});

test('never more than three letters with two marks each, whatever was typed', () => {
  expect(initialsOf(`x${'\u0301'.repeat(50)} y z w`).length).toBeLessThanOrEqual(9);
  expect(initialsOf(Array.from({ length: 200 }, () => 'Ab').join(' '))).toBe('AAA');
});
