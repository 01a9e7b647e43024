// Which partner a browser of level 'partner' reads for, and which one a code that is not used yet is for.

import { sql } from 'kysely';
import type { ColumnTypes, Tx } from '../dialects.ts';

export async function up(tx: Tx, { key }: ColumnTypes): Promise<void> {
  await sql.raw(`alter table invite add column partner ${key}`).execute(tx);
  await sql.raw(`alter table device add column partner ${key}`).execute(tx);
}
