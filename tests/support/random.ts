// Randomness for tests: the same seed gives the same bytes. mulberry32; good enough to tell ids apart, not a secret's source.

import type { RandomBytes } from '../../src/protocol/ids.ts';

/** Numbers in [0, 1) from a seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The port `random`, from a seed. */
export function randomBytesFrom(seed: number): RandomBytes {
  const next = randomFrom(seed);
  return (length) => Uint8Array.from({ length }, () => Math.floor(next() * 256));
}
