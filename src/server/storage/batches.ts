// What waits for the same thing is done together: pushes that arrive while a library's transaction runs share the next one, and with it
// the flush to the disk. A crowd of devices waits here, in order, and not on the database's connections.
// SQLite answers without ever giving the event loop a turn: without one before each batch no second request could join it.

import { setImmediate as nextTurn } from 'node:timers/promises';

export interface Batches<Item, Outcome> {
  readonly add: (name: string, item: Item) => Promise<Outcome>;
}

interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly settle: (outcome: Promise<Outcome>) => void;
}

/** How much may be in a batch: one item always fits. */
export interface BatchLimits<Item> {
  readonly items: number;
  readonly weight: number;
  readonly weightOf: (item: Item) => number;
}

/** `together` does all or nothing, one batch of a name at a time. When a batch fails each of its items is tried alone. */
export function createBatches<Item, Outcome>(
  limits: BatchLimits<Item>,
  together: (items: readonly Item[]) => Promise<readonly Outcome[]>,
): Batches<Item, Outcome> {
  const waitingByName = new Map<string, Waiting<Item, Outcome>[]>();

  const alone = async (item: Item): Promise<Outcome> => {
    const [outcome] = await together([item]);
    if (outcome === undefined) throw new Error('a batch of one has one outcome');
    return outcome;
  };
  const runOne = async (batch: readonly Waiting<Item, Outcome>[]): Promise<void> => {
    try {
      const outcomes = await together(batch.map(({ item }) => item));
      batch.forEach(({ settle, item }, at) => {
        const outcome = outcomes[at];
        settle(outcome === undefined ? alone(item) : Promise.resolve(outcome));
      });
    } catch (error) {
      if (batch.length === 1) return batch[0]?.settle(Promise.reject(error));
      for (const { item, settle } of batch) {
        const outcome = alone(item);
        settle(outcome);
        await outcome.catch(() => undefined); // its own caller hears of it
      }
    }
  };
  const fitting = (waiting: readonly Waiting<Item, Outcome>[]): number => {
    let weight = 0;
    const over = waiting.findIndex(({ item }, at) => {
      weight += limits.weightOf(item);
      return at > 0 && (at === limits.items || weight > limits.weight);
    });
    return over < 0 ? waiting.length : over;
  };
  const runAll = async (name: string, waiting: Waiting<Item, Outcome>[]): Promise<void> => {
    while (waiting.length > 0) {
      await nextTurn();
      await runOne(waiting.splice(0, fitting(waiting)));
    }
    waitingByName.delete(name);
  };

  return {
    add: (name, item) =>
      new Promise((resolve) => {
        const running = waitingByName.get(name);
        const waiting = running ?? [];
        waiting.push({ item, settle: resolve });
        if (running !== undefined) return;
        waitingByName.set(name, waiting);
        void runAll(name, waiting);
      }),
  };
}
