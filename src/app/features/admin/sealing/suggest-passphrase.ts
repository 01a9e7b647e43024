// A passphrase of five words by chance: 50 bits, which with the key derivation's 600,000 rounds is out of reach for guessing.

import type { RandomBytes } from '../../../../protocol/ids.ts';
import { plainWords } from './plain-words.ts';

const wordsInPassphrase = 5;
/** 2 to the power of 10: two bytes choose evenly among exactly this many. */
const choices = 1_024;

export function suggestPassphrase(random: RandomBytes): string {
  const chance = random(wordsInPassphrase * 2);
  const words = plainWords.slice(0, choices);
  return Array.from({ length: wordsInPassphrase }, (_, at) => {
    const number = ((chance[2 * at] ?? 0) << 8) | (chance[2 * at + 1] ?? 0);
    return words[number % choices] ?? '';
  }).join(' ');
}
