// The seeded generator, as people and faults ask it.

import { randomBytesFrom, randomFrom } from '../support/random.ts';
import type { RandomBytes } from '../../src/protocol/ids.ts';

export interface Chance {
  readonly draw: () => number;
  /** From `least` to `most`, both included. */
  readonly number: (least: number, most: number) => number;
  readonly one: <Item>(list: readonly Item[]) => Item;
  readonly is: (probability: number) => boolean;
  readonly bytes: RandomBytes;
}

export function chanceFrom(seed: number): Chance {
  const draw = randomFrom(seed);
  const number = (least: number, most: number) => least + Math.floor(draw() * (most - least + 1));
  return {
    draw,
    number,
    one: (list) => {
      const found = list[number(0, list.length - 1)];
      if (found === undefined) throw new Error('nothing to choose from');
      return found;
    },
    is: (probability) => draw() < probability,
    bytes: randomBytesFrom(seed ^ 0x5f3759df),
  };
}
