// Whose fact an erased one was, by incarnation and number: else each erasure would look like a record that never came (gaps.ts). Of what
// was erased before, that is not known.

import { sql } from 'kysely';
import type { ColumnTypes, Tx } from '../dialects.ts';

export async function up(tx: Tx, { key }: ColumnTypes): Promise<void> {
  await sql.raw(`alter table erasure add column maker ${key}`).execute(tx);
}
