// [S52] A cursor names the newest fact it has passed. A server put back to an earlier state, ledgers and watermark and all, gives the numbers
// that were lost to other facts: to a device whose cursor was below the new numbers nothing would look missing.

import type { Cursor } from '../../protocol/pull.ts';
import type { Tx } from './dialects.ts';

type Mark = NonNullable<Cursor['mark']>;

/** The newest fact up to a number; null when there is none. */
export async function markAt(tx: Tx, library: string, seq: number): Promise<Mark | null> {
  const row = await tx
    .selectFrom('fact')
    .select(['id', 'received_at'])
    .where('library', '=', library)
    .where('seq', '<=', seq)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { fact: row.id, at: row.received_at };
}

/** False when the cursor was given by another past than this database has. One from a device that does not know marks is believed. */
export async function isOfThisPast(tx: Tx, library: string, { seq, mark }: Cursor): Promise<boolean> {
  if (mark === undefined) return true;
  const now = await markAt(tx, library, seq);
  if (mark === null) return now === null;
  if (mark.fact === now?.fact && mark.at === now.at) return true;
  const erased = await tx
    .selectFrom('erasure')
    .select('seq')
    .where('library', '=', library)
    .where('fact', '=', mark.fact)
    .executeTakeFirst();
  return erased !== undefined;
}
