// The keys that devices seal to when another one carries what they made.

import { sql } from 'kysely';
import type { ColumnTypes, Tx } from '../dialects.ts';

export async function up(tx: Tx, { key }: ColumnTypes): Promise<void> {
  await sql
    .raw(`create table transport_key (id ${key} primary key, public_key text not null, private_key text not null, made_at text not null)`)
    .execute(tx);
}
