// Many rows, and long lists of ids, as one JSON parameter: the statement's text stays the same, so it is prepared once, and it is about
// four times faster on SQLite than a parameter per value.

import { type Insertable, type RawBuilder, sql } from 'kysely';
import type { Engine, Tx } from './dialects.ts';
import type { Tables } from './tables.ts';

/** What to do where a row with the same key exists: fail, leave it, or give it the new values. */
export type OnConflict<Row> =
  | 'fail'
  | { readonly keep: readonly (keyof Row & string)[] }
  | { readonly replace: readonly (keyof Row & string)[] };

/** All rows have the same columns; none is a statement saved. */
export async function insertRows<Name extends keyof Tables>(
  engine: Engine,
  tx: Tx,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
  onConflict: OnConflict<Tables[Name]> = 'fail',
): Promise<void> {
  await insertObjects(engine, tx, table, rows, conflictClause(Object.keys(rows[0] ?? {}), onConflict));
}

/** The same for a table whose columns the compiler does not know: what a backup brings. */
export async function insertObjects(
  engine: Engine,
  tx: Tx,
  table: string,
  rows: readonly object[],
  conflict: RawBuilder<unknown> = sql``,
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const into = sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})`;
  await sql`${into} ${engine.rowsOf(table, columns, rows)} ${conflict}`.execute(tx);
}

function conflictClause<Row>(columns: readonly string[], onConflict: OnConflict<Row>): RawBuilder<unknown> {
  if (onConflict === 'fail') return sql``;
  const key: readonly string[] = 'keep' in onConflict ? onConflict.keep : onConflict.replace;
  const on = sql`on conflict (${sql.join(key.map((column) => sql.ref(column)))})`;
  if ('keep' in onConflict) return sql`${on} do nothing`;
  const sets = columns
    .filter((column) => !key.includes(column))
    .map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`);
  return sql`${on} do update set ${sql.join(sets)}`;
}
