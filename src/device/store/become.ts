// Who the device is, written: at enrollment, and when the server gives it a new incarnation because a clone was seen (S7).
// Facts keep their bytes; numbers begin at 1 again; everything in scope is filled anew. A store never changes its library.

import { failed, ok, type Result } from '../../domain/problem.ts';
import { emptyDigest } from '../../protocol/hash.ts';
import type { Store } from './db.ts';
import { forgetInitials } from './forget-initials.ts';
import { type CursorRow, cursorRow, healRow, newHeal } from './meta.ts';
import { viewsVersion } from './views-version.ts';
import type { Identity } from './identity.ts';
import { bumped, type Self } from './self.ts';
import { write } from './write.ts';

/**
 * Enrolls this store, or enrolls it again into the same library. What a revoked device had deposited is sent once more. A server that was
 * restored may have forgotten this device, which then hears of the new epoch here and nowhere else: it offers what it holds (S20).
 * Problems: library-mismatch (`waiting`: how many facts of the other library are still here), not-allowed (a store that was staff's or a kiosk's
 * does not become a partner's).
 */
export async function becomeDevice(store: Store, identity: Identity): Promise<Result<null>> {
  return write(store, {
    tables: ['facts', 'meta', 'again', 'attention', 'initials'],
    read: async (store) => ({
      cursor: await cursorRow(store),
      heal: await healRow(store),
      held: await store.attention.toArray(),
      made: await store.facts.count(),
    }),
    run: async (self, { cursor, heal, held, made }, store) => {
      const before = self.identity;
      if (before !== null && before.library !== identity.library) {
        return failed('library-mismatch', { waiting: self.waiting + self.again + self.attention + self.parked });
      }
      // A partner's browser holds nothing of the library's and delivers nothing: what somebody logged here would have nowhere to go.
      const wasAnother = before !== null && before.level !== 'partner';
      if (identity.level === 'partner' && (wasAnother || made > 0)) return failed('not-allowed', { level: before?.level ?? null });
      const deposited = held.filter((one) => one.code === 'fact-from-revoked-device');
      const parked = deposited.filter((one) => one.parked).length;
      const known = heal?.server ?? before?.server ?? identity.server;
      const restored = known.id !== identity.server.id || known.epoch !== identity.server.epoch;
      const same = before?.incarnation === identity.incarnation;
      // What it made under another name comes back as another's: from now on it is carried for that one.
      const renamed = before !== null && before.device !== identity.device;
      const next: Self = {
        ...(same ? self : renewed(self)),
        identity,
        carried: renamed ? made : self.carried,
        revoked: false,
        again: self.again + deposited.length,
        attention: self.attention - (deposited.length - parked),
        parked: self.parked - parked,
      };
      await Promise.all([
        store.self.put(bumped(store, next)),
        same ? null : store.meta.put(refilling(cursor)),
        restored ? store.meta.put(newHeal(identity.server, { refill: true })) : null,
        store.meta.delete('attempt'),
        store.meta.delete('shared'),
        identity.level === 'kiosk' ? forgetInitials(store) : null,
        before === null ? store.meta.put({ key: 'views', version: viewsVersion }) : null,
        store.attention.bulkDelete(deposited.map((one) => one.id)),
        store.again.bulkAdd(deposited.map(({ id, subject, kind, text, hash, order }) => ({ id, subject, kind, text, hash, order }))),
      ]);
      return ok(null);
    },
  });
}

/** Under a new incarnation: numbers from 1, and nothing delivered under it yet. */
export function renewed(self: Self): Self {
  return { ...self, number: 0, digest: emptyDigest };
}

/** [S13] From nothing; what is here stays until it has all come again. */
export function refilling(row: CursorRow): CursorRow {
  const empty = row.cursor === null && row.done === 0;
  return { ...row, cursor: null, fill: empty ? row.fill : row.fill + 1, sweep: false, done: 0, total: null };
}
