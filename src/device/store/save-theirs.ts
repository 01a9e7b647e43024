// The other writer of facts: what the server said. Receipts, rows, cursor, removals and erasures in ONE strict transaction; rows only when
// the cursor is still the one they were asked with, so that two tabs and a worker syncing at once are as good as one.

import { ok, type Result } from '../../domain/problem.ts';
import { applyReceipts } from './apply-receipts.ts';
import { newestReceipts } from './newest-receipts.ts';
import { applyRows } from './apply-rows.ts';
import { refilling, renewed } from './become.ts';
import type { Receipts, Store } from './db.ts';
import { everyTable } from './every-table.ts';
import { type Folding, newFolding, writeFolding } from './folding.ts';
import { type CursorRow, cursorRow, type HealRow, healRow, type MetaRow, newHeal } from './meta.ts';
import type { Identity } from './identity.ts';
import { quickTheirs } from './quick-theirs.ts';
import { remember } from './recent.ts';
import type { Self } from './self.ts';
import { goesBack, sameCursor, type Standing, type Theirs, withClock } from './theirs.ts';
import { write } from './write.ts';

export async function saveTheirs(store: Store, theirs: Theirs): Promise<Result<Standing | null>> {
  const quick = await quickTheirs(store, theirs);
  return quick === null ? saveThoroughly(store, theirs) : ok(quick);
}

async function saveThoroughly(store: Store, theirs: Theirs): Promise<Result<Standing | null>> {
  const written: { before: Self; folding: Folding; noticed: Noticed }[] = [];
  const saved = await write<Before, Standing | null>(store, {
    tables: everyTable,
    remembers: true,
    read: (store) => Promise.all([cursorRow(store), healRow(store), store.meta.get('healed'), newestReceipts(store)]),
    run: async (self, [stored, heal, healed, newest], store) => {
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
      written.push({ before: self, folding, noticed });
      return ok({ self: folding.self, ...noticed });
    },
  });
  const last = written.at(-1);
  if (saved.ok && last !== undefined) {
    const { before, folding, noticed } = last;
    const persisted = store.recent.state?.following?.persisted ?? null;
    const following = { ...noticed, receipts: folding.receipts, persisted };
    remember(store, { before, after: folding.self, following }, folding.views, folding.touched);
  }
  return saved;
}

type Before = readonly [CursorRow, HealRow | null, MetaRow | undefined, Receipts | undefined];

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
  folding.self = withClock(folding.self, notices.now, ports.now());

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
  return { cursor: next, heal: newHeal(notices.server, { refill }) };
}
