// [S20] A device offers the ids it holds; the server names those it lacks, those that were erased, and under which number it has the others.

import type { Engine } from './dialects.ts';
import { knownErased } from './erasures.ts';
import type { Ledgers } from './ledgers.ts';
import type { Sync } from './storage.ts';

export function createOffer(engine: Engine, ledgers: Ledgers): Sync['offer'] {
  return async (library, ids) => {
    if (ids.length === 0) return { missing: [], erased: [], numbers: [] };
    const stored = await engine.db
      .selectFrom('fact')
      .select(['id', 'seq'])
      .where('library', '=', library)
      .where(engine.among('id', ids))
      .execute();
    const erased = await knownErased(engine, ledgers, engine.db, library, ids);
    const known = new Map(stored.map((row) => [row.id, row.seq]));
    return {
      missing: [...new Set(ids)].filter((id) => !known.has(id) && !erased.has(id)),
      erased: [...erased],
      numbers: ids.map((id) => known.get(id) ?? 0),
    };
  };
}
