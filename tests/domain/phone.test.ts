// Phone numbers as people write them, and the digits that are dialed.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPhoneNumber, phoneDigits } from '../../src/domain/phone.ts';

test.each([
  ['(305) 555-0142', '3055550142'],
  ['+1 305.555.0142', '13055550142'],
  ['３０５－５５５－０１４２', '3055550142'],
  ['٣٠٥ ٥٥٥ ٠١٤٢', '3055550142'],
  ['۳۰۵ ۵۵۵ ۰۱۴۲', '3055550142'],
  ['३०५ ५५५ ०१४२', '3055550142'],
  ['𝟑𝟎𝟓 𝟻𝟻𝟻 𝟘𝟙𝟜𝟚', '3055550142'],
  ['1-800-LIBRARY', '18005427279'],
  ['1 800 flowers', '18003569377'],
  ['1-800-MATTRESS', '18006288737'],
  ['305-555-BOOK', '3055552665'],
  ['1-305-555-BOOK', '13055552665'],
  ['555-ＣＡＬＬ', '5552255'],
  ['1-305-JJJ-0142', '13055550142'],
  ['555-0142x12', '555014212'],
  ['+49 30 1234567 Anna', '49301234567'],
  ['cell 305 555 0142', '3055550142'],
  ['555-0142 mom', '5550142'],
  ['305 555 0142 ext. 7', '30555501427'],
])('%s is dialed %s', (written, digits) => {
  expect([phoneDigits(written), isPhoneNumber(written)]).toEqual([digits, true]);
});

test.each(['', '555', 'call my aunt', 'no phone now', '305 555', '١٢٣', 'ana@example.org'])('%s is no number', (written) => {
  expect(isPhoneNumber(written)).toBe(false);
});

test('every letter is on the key where a telephone has it', () => {
  const keys = ['ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];
  for (const [at, letters] of keys.entries())
    for (const letter of letters) expect(phoneDigits(`305 555 ${letter.repeat(4)}`)).toBe(`305555${String(at + 2).repeat(4)}`);
});

/** Unicode gives each script its ten decimal digits in order: of all that there are, each tenth is a zero. */
const decimals = Array.from({ length: 0x11_0000 - 0x800 }, (_, at) => String.fromCodePoint(at < 0xd800 ? at : at + 0x800)).filter((sign) =>
  /\p{Nd}/u.test(sign),
);

test('the decimal digits of every script are digits', () => {
  expect(decimals.length).toBeGreaterThan(600);
  expect(decimals.map((sign) => phoneDigits(sign))).toEqual(decimals.map((_, at) => String(at % 10)));
});

test('a number is the same in any mixture of scripts, with anything but letters and digits between', () => {
  const digit = fc.record({
    value: fc.nat(9),
    script: fc.nat(decimals.length / 10 - 1),
    after: fc.constantFrom('', ' ', '-', '.', ' (', ') '),
  });
  fc.assert(
    fc.property(fc.array(digit, { minLength: 7, maxLength: 15 }), (number) => {
      const written = number.map(({ value, script, after }) => `${decimals[script * 10 + value]}${after}`).join('');
      expect([phoneDigits(written), isPhoneNumber(written)]).toEqual([number.map(({ value }) => value).join(''), true]);
    }),
  );
});
