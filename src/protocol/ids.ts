// Ids from random bytes; who calls brings the randomness. Ids say nothing about when or where they were made.

import { base64url } from './hash.ts';

export type RandomBytes = (length: number) => Uint8Array;

/** Crockford base32: no I, L, O or U, so that a typed id survives handwriting. */
export const typable = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 128 random bits, 22 letters: facts, incarnations, devices, libraries. */
export function longId(random: RandomBytes): string {
  return base64url(random(16));
}

/** 60 random bits, 12 letters a person can type: records, sessions above all (a second tablet joins by typing it). */
export function recordIdFrom(random: RandomBytes): string {
  return lettersFrom(random, 12);
}

/** 50 random bits, 10 letters: the one-time code a device is enrolled with. */
export function enrollmentCode(random: RandomBytes): string {
  return lettersFrom(random, 10);
}

/** What a person typed, as it was meant: case, blanks, hyphens and look-alike letters mended. */
export function typedCode(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
}

/** 'ABCD-EFGH-JKMN': in groups of `size` for reading aloud. */
export function inGroups(code: string, size: number): string {
  return code.match(new RegExp(`.{1,${size}}`, 'g'))?.join('-') ?? code;
}

/** `length` letters of Crockford base32, 5 random bits each. */
export function lettersFrom(random: RandomBytes, length: number): string {
  return Array.from(random(length), (byte) => typable[byte & 31] ?? '').join('');
}
