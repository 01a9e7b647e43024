// Remembers how the last try ended, for Delivery's screen. It is written only when it says something new: a round must not cost a second
// strict transaction each time.

import type { Problem, ProblemCode } from '../../domain/problem.ts';
import { ok } from '../../domain/problem.ts';
import type { Store } from '../store/db.ts';
import { forgetInitials } from '../store/forget-initials.ts';
import { bumped } from '../store/self.ts';
import { write } from '../store/write.ts';

/** What was noted last. */
export interface Noted {
  readonly at: number;
  readonly code: ProblemCode | null;
}

/** How things are going is noted again after this long, so that its time is not stale. */
const noteAgainAfter = 60_000;

export function isNews(noted: Noted | null, problem: Problem | null, now: number): boolean {
  return noted === null || noted.code !== (problem?.code ?? null) || Math.abs(now - noted.at) >= noteAgainAfter;
}

/** A note that cannot be written is not worth a word: the store itself will say so at the next save. */
export async function noteTry(store: Store, problem: Problem | null): Promise<void> {
  const revoked = problem?.code === 'device-revoked';
  await write(store, {
    tables: revoked ? ['meta', 'initials'] : ['meta'],
    read: () => Promise.resolve(),
    run: async (self, _seen, store) => {
      await Promise.all([
        store.meta.put({ key: 'last-try', at: store.ports.now(), problem }),
        revoked ? forgetInitials(store) : null,
        revoked ? store.meta.delete('shared') : null,
        revoked && !self.revoked ? store.self.put({ ...bumped(store, self), revoked: true }) : null,
      ]);
      return ok(null);
    },
  });
}
