// [S28] Erasing on request: the ledger first, flushed, then the content goes and what it counted in is folded again.
// The erasure takes a number of the library's sequence, so that every device learns of it by pulling.

import { toggleDigest } from '../../protocol/hash.ts';
import { insertRows } from './bulk.ts';
import type { Engine, Tx } from './dialects.ts';
import { foldAgain } from './fold-subjects.ts';
import type { Ledgers } from './ledgers.ts';
import type { Sync } from './storage.ts';

export function createErase(engine: Engine, { erasures }: Pick<Ledgers, 'erasures'>): Sync['erase'] {
  return async (library, ids, now) => {
    const at = now.toISOString();
    erasures.add(library, ids, at);
    return engine.write((tx) => erase(engine, tx, library, ids, at));
  };
}

export async function erase(engine: Engine, tx: Tx, library: string, ids: readonly string[], at: string): Promise<readonly string[]> {
  const { sequence } = await tx
    .updateTable('library')
    .set((row) => ({ sequence: row('sequence', '+', 1) }))
    .where('id', '=', library)
    .returning('sequence')
    .executeTakeFirstOrThrow();
  const rows = ids.map((fact) => ({ library, fact, seq: sequence, erased_at: at }));
  await insertRows(engine, tx, 'erasure', rows, { keep: ['library', 'fact'] });
  const facts = await tx
    .deleteFrom('fact')
    .where('library', '=', library)
    .where(engine.among('id', ids))
    .returning(['id', 'subject', 'incarnation', 'hash'])
    .execute();
  await tx.deleteFrom('held').where('library', '=', library).where(engine.among('id', ids)).execute();
  for (const table of ['sign_up_report', 'hand_out_report'] as const) {
    await tx.deleteFrom(table).where('library', '=', library).where(engine.among('fact', ids)).execute();
  }
  for (const [incarnation, gone] of Map.groupBy(facts, (fact) => fact.incarnation)) {
    const was = await tx
      .selectFrom('incarnation')
      .selectAll()
      .where('library', '=', library)
      .where('id', '=', incarnation)
      .executeTakeFirst();
    if (was === undefined) continue;
    const { count, xor } = toggleDigest(
      { count: was.digest_count, xor: was.digest_xor },
      gone.map(({ hash }) => hash),
      -1,
    );
    await tx
      .updateTable('incarnation')
      .set({ digest_count: count, digest_xor: xor, last_seq: sequence })
      .where('library', '=', library)
      .where('id', '=', incarnation)
      .execute();
  }
  await foldAgain(engine, tx, library, [...new Set(facts.map(({ subject }) => subject))]);
  await engine.notifications?.notify(tx, `${library} `);
  return facts.map(({ id }) => id);
}
