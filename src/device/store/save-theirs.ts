// The other writer of facts: what the server said. Receipts, rows, cursor, removals and erasures in ONE strict transaction; rows only when
// the cursor is still the one they were asked with, so that two tabs and a worker syncing at once are as good as one.

import { ok, type Result } from '../../domain/problem.ts';
import type { Cursor, PullAnswer, Rows } from '../../protocol/pull.ts';
import type { Receipt } from '../../protocol/push.ts';
import { applyReceipts, newestReceipts, type Sent } from './apply-receipts.ts';
import { applyRows } from './apply-rows.ts';
import { refilling, renewed } from './become.ts';
import { everyTable, type Receipts, type Store } from './db.ts';
import { type Folding, newFolding, writeFolding } from './folding.ts';
import { type CursorRow, cursorRow, type HealRow, healRow, type MetaRow } from './meta.ts';
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

/** Where the store stands afterwards; null when it is no longer enrolled. */
export interface Standing {
  readonly self: Self;
  readonly cursor: CursorRow;
  readonly heal: HealRow | null;
}

export async function saveTheirs(store: Store, theirs: Theirs): Promise<Result<Standing | null>> {
  const written: { before: Self; folding: Folding }[] = [];
  const saved = await write<Before, Standing | null>(store, {
    tables: everyTable,
    read: () => Promise.all([cursorRow(store), healRow(store), store.meta.get('healed'), newestReceipts(store)]),
    run: async (self, [stored, heal, healed, newest]) => {
      const { identity } = self;
      if (identity === null) return ok(null);
      const folding = newFolding(self);
      await applyReceipts(store, folding, theirs.sent, theirs.receipts, newest);
      const { asked, rows } = theirs;
      const fits = sameCursor(stored.cursor, asked.cursor) && identity.incarnation === asked.incarnation;
      const applies = rows !== null && fits && !goesBack(stored.cursor, rows.cursor);
      const followed = applies ? await applyRows(store, folding, stored, rows) : stored;
      if (applies) folding.self = { ...folding.self, revoked: false };
      const noticed = applyNotices(
        store,
        folding,
        identity,
        { cursor: followed, heal },
        healed?.key === 'healed' ? healed.at : null,
        theirs,
      );
      if (noticed.cursor !== stored) folding.writes.push(store.meta.put(noticed.cursor));
      if (noticed.heal !== null && noticed.heal !== heal) folding.writes.push(store.meta.put(noticed.heal));
      await writeFolding(store, folding);
      written.push({ before: self, folding });
      return ok({ self: folding.self, ...noticed });
    },
  });
  const last = written.at(-1);
  if (saved.ok && last !== undefined) remember(store, last.before, last.folding.self, last.folding.views, last.folding.touched);
  return saved;
}

type Before = readonly [CursorRow, HealRow | null, MetaRow | undefined, Receipts | undefined];

function sameCursor(a: Cursor | null, b: Cursor | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** [I9] Within an epoch the cursor never decreases: an old answer served again is not applied. */
function goesBack(before: Cursor | null, next: Cursor): boolean {
  return before !== null && before.epoch === next.epoch && next.seq < before.seq;
}

/** An hour: a digest that still differs after everything was offered is not mended by offering at once again. */
const healAgainAfter = 3_600_000;

interface Noticed {
  readonly cursor: CursorRow;
  readonly heal: HealRow | null;
}

function applyNotices(
  store: Store,
  folding: Folding,
  identity: Identity,
  { cursor, heal }: Noticed,
  healedAt: number | null,
  { notices, asked, rows }: Theirs,
): Noticed {
  if (notices === null) return { cursor, heal };
  const { ports } = store;
  const offset = Math.round(Date.parse(notices.now) - ports.now());
  const moved = folding.self.clockOffset === null || Math.abs(offset - folding.self.clockOffset) > 1_000;
  if (moved) folding.self = { ...folding.self, clockOffset: offset };

  const given = notices.newIncarnation;
  const renewing = given !== null && identity.incarnation === asked.incarnation && given !== asked.incarnation;
  if (renewing) folding.self = { ...renewed(folding.self), identity: { ...identity, incarnation: given } };
  const next = renewing ? refilling(cursor) : cursor;

  const known = heal?.server ?? identity.server;
  const otherEpoch = known.id !== notices.server.id || known.epoch !== notices.server.epoch;
  // An offer without rows: the server cannot go on from our cursor. With rows: a digest differs, numbers are as they were.
  const ahead = (rows === null && notices.offer) || (rows !== null && asked.cursor !== null && rows.highest < asked.cursor.seq);
  const offered = healedAt !== null && Math.abs(ports.now() - healedAt) < healAgainAfter;
  if (!otherEpoch && (heal !== null || !(ahead || (notices.offer && !offered)))) return { cursor: next, heal };
  const { identity: current } = folding.self;
  if (current !== null) folding.self = { ...folding.self, identity: { ...current, server: notices.server } };
  const refill = otherEpoch || ahead || heal?.refill === true;
  return { cursor: next, heal: { key: 'heal', server: notices.server, stage: 'own', afterOrder: 0, afterCopies: null, refill } };
}
