// Facts into their table, and the number they get: what pushing and erasing share.

import { subjectKey } from '../../domain/fact.ts';
import { insertRows } from './bulk.ts';
import type { Engine, Tx } from './dialects.ts';
import { makerOf } from './incarnations.ts';
import type { NewFact } from './place-facts.ts';

/** [S10] The counter row's lock is taken before anything else and kept until the commit. */
export async function lockSequence(tx: Tx, library: string): Promise<number> {
  const row = await tx
    .updateTable('library')
    .set((row) => ({ sequence: row.ref('sequence') }))
    .where('id', '=', library)
    .returning('sequence')
    .executeTakeFirstOrThrow();
  return row.sequence;
}

export async function insertFacts(engine: Engine, tx: Tx, library: string, stored: readonly NewFact[]): Promise<void> {
  const rows = stored.map(({ fact, text, hash, seq, carrier, receivedAt }) => ({
    library,
    seq,
    id: fact.id,
    subject: subjectKey(fact.subject),
    incarnation: fact.incarnation,
    maker: makerOf({ fact }),
    device: fact.device,
    carrier,
    kind: fact.kind,
    hash,
    received_at: receivedAt,
    text,
  }));
  await insertRows(engine, tx, 'fact', rows);
}
