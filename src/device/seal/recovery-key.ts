// The printed recovery key: 160 random bits and a 20-bit checksum in Crockford base32, 'ABCD-EFGH-…' in nine groups of four.
// It is typed back from paper: case, blanks, hyphens and look-alike letters do not matter, and a slip is told from a wrong key.

import { sha256 } from '@noble/hashes/sha2.js';
import { failed, ok, type Result } from '../../domain/problem.ts';
import { inGroups, lettersFrom, type RandomBytes, typable, typedCode } from '../../protocol/ids.ts';

const randomLetters = 32;
const checkLetters = 4;

export function makeRecoveryKey(random: RandomBytes): string {
  const letters = lettersFrom(random, randomLetters);
  return inGroups(letters + checksum(letters), 4);
}

/** What was typed as the 36 letters it stands for. Problem: recovery-key-wrong, `reason` length, letter or checksum. */
export function readRecoveryKey(typed: string): Result<string> {
  const letters = typedCode(typed.normalize('NFKC')).replace(/[^0-9A-Z]/g, '');
  if (letters.length !== randomLetters + checkLetters) {
    return failed('recovery-key-wrong', { reason: 'length', letters: letters.length, needed: randomLetters + checkLetters });
  }
  if ([...letters].some((letter) => !typable.includes(letter))) return failed('recovery-key-wrong', { reason: 'letter' });
  const fits = checksum(letters.slice(0, randomLetters)) === letters.slice(randomLetters);
  return fits ? ok(letters) : failed('recovery-key-wrong', { reason: 'checksum' });
}

function checksum(letters: string): string {
  const hash = sha256(new TextEncoder().encode(`wayside/recovery-key/1 ${letters}`));
  return lettersFrom((length) => hash.subarray(0, length), checkLetters);
}
