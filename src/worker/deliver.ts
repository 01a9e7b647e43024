// Delivery while no page is open, where the browser has Background Sync: the same round that the page makes, on the same store.
// A bonus: nothing depends on it, and what it does not deliver the page delivers when it is opened.

import type { Ports } from '../device/ports.ts';
import { createStore } from '../device/store/db.ts';
import { identity } from '../device/store/identity.ts';
import { createSync } from '../device/sync/engine.ts';

/** Rejects when the server could not be reached: that is how the browser is asked to try again later. */
export async function deliverInBackground(ports: Ports): Promise<void> {
  const store = createStore(ports);
  try {
    if ((await identity(store)) === null) return;
    const delivered = await createSync(store).deliverNow();
    if (!delivered.ok) throw new Error(delivered.problem.code);
  } finally {
    store.dexie.close();
  }
}
