// What a device does for itself while it is running: views of the newest folding rules, the browser's answers about storage, and letting go
// of delivered facts that nobody needs here any more. None of it is urgent, and none of it stops delivering.

import { ok } from '../../domain/problem.ts';
import type { Store } from '../store/db.ts';
import { prune } from '../store/prune.ts';
import { read } from '../store/read.ts';
import { ensureViews } from '../store/rebuild.ts';
import { readStorage } from '../store/storage-answers.ts';
import { write } from '../store/write.ts';

/** Before the first round: with it the server is told whether storage is persistent. */
export async function prepare(store: Store): Promise<void> {
  await read(store, async () => {
    await ensureViews(store);
    await readStorage(store);
  });
}

const pruneEvery = 86_400_000;

/** After a round that went well; once a day. */
export async function pruneDaily(store: Store): Promise<void> {
  await read(store, async () => {
    const before = await store.meta.get('pruned');
    const now = store.ports.now();
    if (before?.key === 'pruned' && Math.abs(now - before.at) < pruneEvery) return;
    const pruned = await prune(store);
    if (!pruned.ok) return;
    await write(store, {
      tables: ['meta'],
      read: () => Promise.resolve(),
      run: async (_self, _seen, store) => {
        await store.meta.put({ key: 'pruned', at: now });
        return ok(null);
      },
    });
  });
}
