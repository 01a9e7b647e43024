// What the browser says about its storage: kept for good or not, how much is used. Every part of this API is missing somewhere.

import { ok, type Result } from '../../domain/problem.ts';
import type { Store } from './db.ts';
import type { StorageRow } from './meta.ts';
import { write } from './write.ts';

/** Reads the browser's answers and remembers them; with each request the server is told whether storage is persistent. */
export async function readStorage(store: Store): Promise<Result<StorageRow>> {
  const { storage } = store.ports;
  const [persisted, estimate] = await Promise.all([answerOf(() => storage?.persisted?.()), answerOf(() => storage?.estimate?.())]);
  const row: StorageRow = {
    key: 'storage',
    persisted: persisted ?? null,
    usage: estimate?.usage ?? null,
    quota: estimate?.quota ?? null,
  };
  return write(store, {
    tables: ['meta'],
    read: (store) => store.meta.get('storage'),
    run: async (_self, before, store) => {
      if (JSON.stringify(before) !== JSON.stringify(row)) await store.meta.put(row);
      return ok(row);
    },
  });
}

/** From a tap only: some browsers ask the person, and the question may stay open for ever. Never awaited at start. */
export async function askToPersist(store: Store): Promise<Result<StorageRow>> {
  await answerOf(() => store.ports.storage?.persist?.());
  return readStorage(store);
}

async function answerOf<Value>(ask: () => Promise<Value> | undefined): Promise<Value | undefined> {
  try {
    return await ask();
  } catch {
    return undefined; // refused (a private window): as good as missing
  }
}
