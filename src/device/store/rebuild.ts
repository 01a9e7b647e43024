// [I12] Views are folded from facts and may be thrown away: folds all of them again, for an app whose folding rules are newer than the views.

import { ok, type Result } from '../../domain/problem.ts';
import type { Store } from './db.ts';
import { everyTable } from './every-table.ts';
import { newFolding, writeFolding } from './folding.ts';
import { viewsVersion } from './views-version.ts';
import { self } from './self.ts';
import { write } from './write.ts';

const subjectsAtOnce = 200;

/** Does nothing when the views are of this version. */
export async function ensureViews(store: Store): Promise<Result<null>> {
  const row = await store.meta.get('views');
  return row?.key === 'views' && row.version === viewsVersion ? ok(null) : rebuildViews(store);
}

/**
 * In steps, each a transaction: between two of them some views are newer than others, none is wrong. A session that left the scope has no
 * view, though delivered facts of it lie here: it gets none.
 */
export async function rebuildViews(store: Store): Promise<Result<null>> {
  const [own, copies, sessions, records] = await Promise.all([
    self(store).then(({ delivered }) => store.facts.where('order').above(delivered).toArray()),
    store.copies.toCollection().primaryKeys(),
    store.sessions.toCollection().primaryKeys(),
    store.records.toCollection().primaryKeys(),
  ]);
  const known = [...sessions.map((id) => `session/${id}`), ...records];
  const subjects = [...new Set([...own.map((row) => row.subject), ...copies.map(([subject]) => subject), ...known])];
  for (let at = 0; at < subjects.length; at += subjectsAtOnce) {
    const part = subjects.slice(at, at + subjectsAtOnce);
    const folded = await write(store, {
      tables: everyTable,
      read: () => Promise.resolve(),
      run: async (now, _seen, store) => {
        const folding = newFolding(now);
        for (const subject of part) folding.again.add(subject);
        await writeFolding(store, folding);
        return ok(null);
      },
    });
    if (!folded.ok) return folded;
  }
  return write(store, {
    tables: ['meta'],
    read: () => Promise.resolve(),
    run: async (_self, _seen, store) => {
      await store.meta.put({ key: 'views', version: viewsVersion });
      return ok(null);
    },
  });
}
