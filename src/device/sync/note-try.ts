// Remembers how the last try ended, for Delivery's screen. It is written only when it says something new: a round must not cost a second
// strict transaction each time.

import type { Problem } from '../../domain/problem.ts';
import { ok } from '../../domain/problem.ts';
import type { Store } from '../store/db.ts';
import { bumped } from '../store/self.ts';
import { write } from '../store/write.ts';

/** A problem that stays is noted again after this long, so that its time is not stale. */
const noteAgainAfter = 60_000;

export async function noteTry(store: Store, problem: Problem | null): Promise<void> {
  const before = await store.meta.get('last-try');
  const at = store.ports.now();
  const same = before?.key === 'last-try' && before.problem?.code === problem?.code && Math.abs(at - before.at) < noteAgainAfter;
  if (same) return;
  const revoked = problem?.code === 'device-revoked';
  // A note that cannot be written is not worth a word: the store itself will say so at the next save.
  await write(store, {
    tables: ['meta'],
    read: () => Promise.resolve(),
    run: async (self) => {
      await Promise.all([
        store.meta.put({ key: 'last-try', at, problem }),
        revoked && !self.revoked ? store.self.put({ ...bumped(self), revoked: true }) : null,
      ]);
      return ok(null);
    },
  });
}
