// Files that resources show. Their bytes lie in the database of either engine, in pieces: so one backup holds them with the records that
// name them, and several processes, on several machines, serve them without a shared folder.

import { sql } from 'kysely';
import type { ColumnTypes, Tx } from '../dialects.ts';

export async function up(tx: Tx, { key, int, bytes }: ColumnTypes): Promise<void> {
  const statements = [
    // `mime` is null until all of the file is here and found right.
    `create table file (library ${key} not null references library (id), hash ${key} not null, bytes ${int} not null, mime text,
      used_at text not null, primary key (library, hash))`,
    `create table file_piece (library ${key} not null, hash ${key} not null, place ${int} not null, bytes ${bytes} not null,
      primary key (library, hash, place))`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(tx);
}
