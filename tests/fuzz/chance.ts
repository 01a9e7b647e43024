// One stream of chance for a run: the same seed makes the same requests.

import { randomFrom } from '../support/random.ts';

export interface Chance {
  /** In [0, 1). */
  readonly next: () => number;
  /** 0 to `end` - 1. */
  readonly below: (end: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  readonly happens: (probability: number) => boolean;
}

export function createChance(seed: number): Chance {
  const next = randomFrom(seed);
  const below = (end: number) => Math.floor(next() * end);
  return {
    next,
    below,
    pick: (items) => {
      const [first] = items;
      if (first === undefined) throw new Error('there is something to pick from');
      return items[below(items.length)] ?? first;
    },
    happens: (probability) => next() < probability,
  };
}
