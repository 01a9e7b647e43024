// The digits of a phone number as people write it: in any script, with brackets, or with a word to remember it by (1-800-LIBRARY). What
// was written is what is kept; the digits are for checking, finding and comparing.

import { asciiDigits } from './digits.ts';

/** An ITU-T E.161 keypad, from A on. */
const keypad = '22233344455566677778889999';

/** Fewer than these are part of a number: a caregiver may leave out the area code, not more. */
const fewest = 7;

/** Of North America, without and with what stands before it. Only there are letters used for digits. */
const whole = /^(?:1\d{10}|[2-9]\d{9}|[2-9]\d{6})$/;

/** ASCII digits, as they are dialed. Letters are keys only where they make a number whole: of "cell" and "ext. 4" they are words. */
export function phoneDigits(written: string): string {
  const plain = asciiDigits(written);
  const digits = plain.replace(/\D/g, '');
  if (!/[a-z]{3}/i.test(plain) || digits.length < 3 || whole.test(digits)) return digits;
  const keyed = plain.replace(/[a-z]/gi, (letter) => keypad.charAt(letter.toUpperCase().charCodeAt(0) - 65)).replace(/\D/g, '');
  // Who dials more of a long word is connected all the same.
  const dialed = keyed.startsWith('1') ? keyed.slice(0, 11) : keyed;
  return whole.test(dialed) ? dialed : digits;
}

export function isPhoneNumber(written: string): boolean {
  return phoneDigits(written).length >= fewest;
}
