// Incarnations: unbroken lives of devices' stores. The server keeps of each whether it is still one device's alone, and a digest of what it
// holds of it, both in step with the facts.

import { emptyDigest, toggleDigest } from '../../protocol/hash.ts';
import { insertRows } from './bulk.ts';
import type { Engine, Tx } from './dialects.ts';
import type { NewFact } from './place-facts.ts';
import type { Asking } from './storage.ts';
import type { IncarnationTable } from './tables.ts';

/** [S7] Shared with a clone or an old copy, or another device's. One that is not known yet is nobody else's. */
export function isForked(row: Pick<IncarnationTable, 'device' | 'forked_at'> | undefined, device: string): boolean {
  return row !== undefined && (row.forked_at !== null || row.device !== device);
}

/** [S7] The same of many, in their order. */
export async function forkedAmong(
  engine: Engine,
  tx: Tx,
  library: string,
  all: readonly Pick<Asking, 'device' | 'incarnation'>[],
): Promise<readonly boolean[]> {
  const ids = new Set(all.map(({ incarnation }) => incarnation));
  const rows = await tx
    .selectFrom('incarnation')
    .select(['id', 'device', 'forked_at'])
    .where('library', '=', library)
    .where(engine.among('id', ids))
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return all.map(({ incarnation, device }) => isForked(byId.get(incarnation), device.id));
}

/** [S7] The same number of the same incarnation under another id: a clone or an old copy writes too. */
export async function flagClones(engine: Engine, tx: Tx, library: string, stored: readonly NewFact[]): Promise<void> {
  const now = stored[0]?.receivedAt ?? null;
  const byMaker = Map.groupBy(stored, makerOf);
  const before = await tx
    .selectFrom('fact')
    .select('incarnation')
    .distinct()
    .where('library', '=', library)
    .where(engine.among('maker', byMaker.keys()))
    .execute();
  const here = [...byMaker.values()].filter((facts) => facts.length > 1).flatMap((facts) => facts.map(({ fact }) => fact.incarnation));
  const cloned = [...new Set([...before.map((row) => row.incarnation), ...here])];
  for (const { fact } of stored)
    if (cloned.includes(fact.incarnation)) await registerIncarnation(tx, library, fact.incarnation, fact.device);
  if (cloned.length === 0) return;
  await tx
    .updateTable('incarnation')
    .set({ forked_at: now })
    .where('library', '=', library)
    .where(engine.among('id', cloned))
    .where('forked_at', 'is', null)
    .execute();
  const makers = tx.selectFrom('incarnation').select('device').where('library', '=', library).where(engine.among('id', cloned));
  await tx.updateTable('device').set({ forked_at: now }).where('library', '=', library).where('id', 'in', makers).execute();
}

/** [S21] What the server holds of each incarnation, kept as it grows. */
export async function addToDigests(engine: Engine, tx: Tx, library: string, stored: readonly NewFact[]): Promise<void> {
  const byIncarnation = Map.groupBy(stored, ({ fact }) => fact.incarnation);
  const before = await tx
    .selectFrom('incarnation')
    .selectAll()
    .where('library', '=', library)
    .where(engine.among('id', byIncarnation.keys()))
    .execute();
  const rows = [...byIncarnation].map(([id, facts]) => {
    const was = before.find((row) => row.id === id);
    const digest = was === undefined ? emptyDigest : { count: was.digest_count, xor: was.digest_xor };
    const { count, xor } = toggleDigest(
      digest,
      facts.map(({ hash }) => hash),
      1,
    );
    const device = was?.device ?? facts[0]?.fact.device ?? '';
    return {
      library,
      id,
      device,
      forked_at: was?.forked_at ?? null,
      last_seq: facts.at(-1)?.seq ?? 0,
      digest_count: count,
      digest_xor: xor,
    };
  });
  await insertRows(engine, tx, 'incarnation', rows, { replace: ['library', 'id'] });
}

/** What tells a fact's place in its maker's count; found by an index. */
export function makerOf({ fact }: Pick<NewFact, 'fact'>): string {
  return `${fact.incarnation}/${fact.number}`;
}

async function registerIncarnation(tx: Tx, library: string, id: string, device: string): Promise<void> {
  await tx
    .insertInto('incarnation')
    .values({ library, id, device, forked_at: null, digest_xor: emptyDigest.xor })
    .onConflict((conflict) => conflict.columns(['library', 'id']).doNothing())
    .execute();
}
