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

/** `together` does all or nothing, one batch of a name at a time. When a batch fails each of its items is tried alone. */
export function createBatches<Item, Outcome>(
  most: number,
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
  const runAll = async (name: string, waiting: Waiting<Item, Outcome>[]): Promise<void> => {
    while (waiting.length > 0) {
      await nextTurn();
      await runOne(waiting.splice(0, most));
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
