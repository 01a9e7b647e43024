// What a device does for itself while it is running: views of the newest folding rules, the browser's answers about storage, and letting go
// of delivered facts that nobody needs here any more, keys for parcels, parcels of others. None of it is urgent, and none of it stops delivering.

import { ok, type Result } from '../../domain/problem.ts';
import type { Store } from '../store/db.ts';
import { prune } from '../store/prune.ts';
import { read } from '../store/read.ts';
import { ensureViews } from '../store/rebuild.ts';
import { readStorage } from '../store/storage-answers.ts';
import { self as readSelf } from '../store/self.ts';
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

/** [S38] Once for each epoch of the server; what fails is asked for again after a later round. */
export async function askForParcelKeys(store: Store): Promise<void> {
  if (store.ports.signingPair === undefined) return;
  await read(store, async () => {
    const { ensureParcelKeys } = await import('./parcels.ts');
    await ensureParcelKeys(store);
  });
}

/** [S42] After a round that reached the server: what this device carries for others. A revoked one brings it all the same. */
export async function bringParcels(store: Store, round: Result<null>): Promise<Result<null>> {
  if (!round.ok && round.problem.code !== 'device-revoked') return round;
  const { carrying = 0 } = store.recent.state?.self ?? (await readSelf(store));
  if (carrying === 0) return round;
  const { deliverParcels } = await import('./parcels.ts');
  const brought = await deliverParcels(store);
  return round.ok ? brought : round;
}
