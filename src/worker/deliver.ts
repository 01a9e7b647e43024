// Delivery while no page is open, where the browser has Background Sync: the same round that the page makes, on the same store.
// A bonus: nothing depends on it, and what it does not deliver the page delivers when it is opened.

import type { Ports } from '../device/ports.ts';
import { createStore } from '../device/store/db.ts';
import { self as selfOf } from '../device/store/self.ts';
import { createSync } from '../device/sync/engine.ts';

/** A worker that is busy keeps a new version from taking over; what takes longer than this is left to the page. */
const longest = 25_000;

/** Rejects when the server could not be reached: that is how the browser is asked to try again later. */
export async function deliverInBackground(ports: Ports): Promise<void> {
  const store = createStore(ports);
  const patience: { cancel: () => void } = { cancel: () => undefined };
  const late = new Promise<void>((resolve) => {
    patience.cancel = ports.timer(longest, resolve);
  });
  try {
    await Promise.race([deliverWhatWaits(store), late]);
  } finally {
    patience.cancel();
    store.dexie.close();
  }
}

async function deliverWhatWaits(store: ReturnType<typeof createStore>): Promise<void> {
  const { identity, waiting, again, carrying = 0 } = await selfOf(store);
  if (identity === null || waiting + again + carrying === 0) return;
  const delivered = await createSync(store).deliverNow();
  if (!delivered.ok) throw new Error(delivered.problem.code);
}
