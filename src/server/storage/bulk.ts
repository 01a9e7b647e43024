// Many rows at once, the same way for both engines.

import type { Insertable } from 'kysely';
import { type Engine, quoted, type Tx } from './dialects.ts';
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
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  await engine.insertAll(tx, table, columns, rows, conflictClause(columns, onConflict));
}

function conflictClause<Row>(columns: readonly string[], onConflict: OnConflict<Row>): string {
  if (onConflict === 'fail') return '';
  const key: readonly string[] = 'keep' in onConflict ? onConflict.keep : onConflict.replace;
  if ('keep' in onConflict) return `on conflict (${quoted(key)}) do nothing`;
  const sets = columns.filter((column) => !key.includes(column)).map((column) => `${quoted([column])} = excluded.${quoted([column])}`);
  return `on conflict (${quoted(key)}) do update set ${sets.join(', ')}`;
}
