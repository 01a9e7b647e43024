// [S28] What was erased, by either record of it: the ledger beside the database, and the database's own table.

import type { Db, Engine, Tx } from './dialects.ts';
import type { Ledgers } from './ledgers.ts';

/** Those of these ids that were erased. */
export async function knownErased(
  engine: Engine,
  { erasures }: Pick<Ledgers, 'erasures'>,
  db: Db | Tx,
  library: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.selectFrom('erasure').select('fact').where('library', '=', library).where(engine.among('fact', ids)).execute();
  return new Set([...erasures.among(library, ids), ...rows.map((row) => row.fact)]);
}
