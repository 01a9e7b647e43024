// The other writer of facts: what the server said. Receipts, rows, cursor, removals and erasures in ONE strict transaction; rows only when
// the cursor is still the one they were asked with, so that two tabs and a worker syncing at once are as good as one.

import { ok, type Result } from '../../domain/problem.ts';
import type { Cursor, PullAnswer, Rows } from '../../protocol/pull.ts';
import type { Receipt } from '../../protocol/push.ts';
import { applyReceipts, type Sent } from './apply-receipts.ts';
import { applyRows } from './apply-rows.ts';
import { refilling, renewed } from './become.ts';
import { everyTable, type Store } from './db.ts';
import { type Folding, newFolding, writeFolding } from './folding.ts';
import { cursorRow, type HealRow, healRow } from './meta.ts';
import type { Identity } from './identity.ts';
import { remember } from './recent.ts';
import type { Self } from './self.ts';
import { write } from './write.ts';

export interface Theirs {
  /** What the request said: an answer to anything else no longer fits. */
  readonly asked: { readonly incarnation: string; readonly cursor: Cursor | null };
  readonly sent: Sent;
  /** One for each fact sent. */
  readonly receipts: readonly Receipt[];
  readonly rows: Rows | null;
  /** null: no server spoke (a fact too large for any request is held aside here). */
  readonly notices: Pick<PullAnswer, 'server' | 'now' | 'offer' | 'newIncarnation'> | null;
}

export async function saveTheirs(store: Store, theirs: Theirs): Promise<Result<null>> {
  const written: { before: Self; folding: Folding }[] = [];
  const saved = await write(store, {
    tables: everyTable,
    read: () => Promise.all([cursorRow(store), healRow(store), store.meta.get('healed')]),
    run: async (self, [cursor, heal, healed]) => {
      const { identity } = self;
      if (identity === null) return ok(null);
      const folding = newFolding(self);
      await applyReceipts(store, folding, theirs.sent, theirs.receipts);
      const fits = sameCursor(cursor.cursor, theirs.asked.cursor) && identity.incarnation === theirs.asked.incarnation;
      if (theirs.rows !== null && fits && !goesBack(cursor.cursor, theirs.rows.cursor)) {
        await applyRows(store, folding, cursor, theirs.rows);
        folding.self = { ...folding.self, revoked: false };
      }
      await applyNotices(store, folding, identity, heal, healed?.key === 'healed' ? healed.at : null, theirs);
      await writeFolding(store, folding);
      written.push({ before: self, folding });
      return ok(null);
    },
  });
  const last = written.at(-1);
  if (saved.ok && last !== undefined) remember(store, last.before, last.folding.self, last.folding.views, last.folding.touched);
  return saved;
}

function sameCursor(a: Cursor | null, b: Cursor | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** [I9] Within an epoch the cursor never decreases: an old answer served again is not applied. */
function goesBack(before: Cursor | null, next: Cursor): boolean {
  return before !== null && before.epoch === next.epoch && next.seq < before.seq;
}

/** An hour: a digest that still differs after everything was offered is not mended by offering at once again. */
const healAgainAfter = 3_600_000;

async function applyNotices(
  store: Store,
  folding: Folding,
  identity: Identity,
  heal: HealRow | null,
  healedAt: number | null,
  theirs: Theirs,
): Promise<void> {
  const { notices, asked, rows } = theirs;
  if (notices === null) return;
  const { ports } = store;
  const offset = Math.round(Date.parse(notices.now) - ports.now());
  const moved = folding.self.clockOffset === null || Math.abs(offset - folding.self.clockOffset) > 1_000;
  if (moved) folding.self = { ...folding.self, clockOffset: offset };

  if (notices.newIncarnation !== null && identity.incarnation === asked.incarnation && notices.newIncarnation !== asked.incarnation) {
    folding.self = { ...renewed(folding.self), identity: { ...identity, incarnation: notices.newIncarnation } };
    await store.meta.put(refilling(await cursorRow(store)));
  }

  const known = heal?.server ?? identity.server;
  const otherEpoch = known.id !== notices.server.id || known.epoch !== notices.server.epoch;
  // An offer without rows: the server cannot go on from our cursor. With rows: a digest differs, numbers are as they were.
  const ahead = (rows === null && notices.offer) || (rows !== null && asked.cursor !== null && rows.highest < asked.cursor.seq);
  const offered = healedAt !== null && Math.abs(ports.now() - healedAt) < healAgainAfter;
  if (otherEpoch || (heal === null && (ahead || (notices.offer && !offered)))) {
    const fresh: HealRow = {
      key: 'heal',
      server: notices.server,
      stage: 'own',
      afterOrder: 0,
      afterCopies: null,
      refill: otherEpoch || ahead || heal?.refill === true,
    };
    await store.meta.put(fresh);
    const { identity: current } = folding.self;
    if (current !== null) folding.self = { ...folding.self, identity: { ...current, server: notices.server } };
  }
}
