// Chance that is the same each time: the demo's content comes from one seed, so that two people see the same library.
// Not a source of secrets: those come from the server's and the browser's own randomness.

export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
  readonly oneOf: <Item>(items: readonly Item[]) => Item;
  /** True so often in a hundred. */
  readonly inHundred: (times: number) => boolean;
  readonly bytes: (length: number) => Uint8Array;
}

export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  /** xorshift32. */
  const next = () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    oneOf: (items) => {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new Error('one of nothing');
      return item;
    },
    inHundred: (times) => next() * 100 < times,
    bytes: (length) => Uint8Array.from({ length }, () => between(0, 255)),
  };
}
