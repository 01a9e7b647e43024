// Erasing persons: who did it and to how many, which devices have heard of it, and the way from a sign-up to its corrections.

import { sql } from 'kysely';
import type { ColumnTypes, Tx } from '../dialects.ts';

export async function up(tx: Tx, { key, int }: ColumnTypes): Promise<void> {
  const statements = [
    `create table audit (library ${key} not null references library (id), seq ${int} not null, act text not null, at text not null,
      actor text not null, facts ${int} not null, sign_ups ${int} not null, primary key (library, seq, act))`,
    `alter table device add column pulled_seq ${int}`,
    `alter table device add column pulled_epoch ${key}`,
    // Corrections are few among all facts: who looks for those of one sign-up reads these only.
    `create index fact_corrections on fact (library, seq) where kind = 'sign-up.corrected'`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(tx);
}
