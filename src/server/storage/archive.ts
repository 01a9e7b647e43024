// Everything a backup holds, table by table, the same from either engine and into either. Left out: sessions of accounts, one-time
// codes, the server's secret: a restored server makes them anew.

import { sql } from 'kysely';
import * as v from 'valibot';
import type { RandomBytes } from '../../protocol/ids.ts';
import { longId } from '../../protocol/ids.ts';
import type { Engine, Tx } from './dialects.ts';

/** In an order in which references find what they refer to; with the columns that tell rows apart. */
export const archivedTables = [
  { table: 'library', key: ['id'] },
  { table: 'transport_key', key: ['id'] },
  { table: 'auth_user', key: ['id'] },
  { table: 'auth_account', key: ['id'] },
  { table: 'member', key: ['account'] },
  { table: 'device', key: ['id'] },
  { table: 'device_secret', key: ['hash'] },
  { table: 'incarnation', key: ['library', 'id'] },
  { table: 'fact', key: ['library', 'seq'] },
  { table: 'subject', key: ['library', 'key'] },
  { table: 'held', key: ['library', 'key'] },
  { table: 'erasure', key: ['library', 'fact'] },
  { table: 'audit', key: ['library', 'seq', 'act'] },
  { table: 'file', key: ['library', 'hash'] },
  { table: 'file_piece', key: ['library', 'hash', 'place'] },
  { table: 'session_report', key: ['library', 'id'] },
  { table: 'session_partner', key: ['library', 'partner', 'session'] },
  { table: 'sign_up_report', key: ['library', 'fact'] },
  { table: 'hand_out_report', key: ['library', 'fact'] },
  { table: 'site_report', key: ['library', 'id'] },
] as const;

export type ArchivedTable = (typeof archivedTables)[number]['table'];
export type Row = Readonly<Record<string, unknown>>;

const rowsAtOnce = 1_000;
/** Half a megabyte each. */
const piecesAtOnce = 8;

function atOnce(table: ArchivedTable): number {
  return table === 'file_piece' ? piecesAtOnce : rowsAtOnce;
}

/** JSON has no bytes: those of a file's piece are base64 in a backup, and only there. */
function toArchive(table: ArchivedTable, row: Row): Row {
  return table === 'file_piece' && row['bytes'] instanceof Uint8Array
    ? { ...row, bytes: Buffer.from(row['bytes']).toString('base64') }
    : row;
}

const pieceRow = v.object({ library: v.string(), hash: v.string(), place: v.number(), bytes: v.string() });

/** All rows as of one moment, some at a time; who writes meanwhile is not disturbed. */
export function readAll(engine: Engine, each: (table: ArchivedTable, rows: readonly Row[]) => Promise<void>): Promise<void> {
  return engine.read(async (tx) => {
    for (const { table, key } of archivedTables) {
      const columns = sql.join(key.map((column) => sql.ref(column)));
      let after: Row | undefined;
      for (;;) {
        const last = after;
        const where = last === undefined ? sql`` : sql`where (${columns}) > (${sql.join(key.map((column) => sql`${last[column]}`))})`;
        const { rows } = await sql<Row>`select * from ${sql.table(table)} ${where} order by ${columns} limit ${atOnce(table)}`.execute(tx);
        if (rows.length > 0)
          await each(
            table,
            rows.map((row) => toArchive(table, row)),
          );
        after = rows.at(-1);
        if (rows.length < atOnce(table)) break;
      }
    }
  });
}

/** Replaces all that the database holds by `rows`, under a new epoch (S19), in one transaction. What they hold counts as safe: it is in a backup. */
export function replaceAll(
  engine: Engine,
  rows: AsyncIterable<{ readonly table: ArchivedTable; readonly row: Row }>,
  { serverId, random }: { readonly serverId: string; readonly random: RandomBytes },
): Promise<void> {
  return engine.write(async (tx) => {
    for (const table of ['invite', 'auth_session', 'auth_verification', ...archivedTables.map((one) => one.table).reverse()]) {
      await sql`delete from ${sql.table(table)}`.execute(tx);
    }
    await insertAll(engine, tx, rows);
    await tx
      .updateTable('library')
      .set((row) => ({ safe: row.ref('sequence') }))
      .execute();
    await tx
      .updateTable('server')
      .set({ id: serverId, epoch: longId(random), secret: longId(random) + longId(random) })
      .execute();
  });
}

async function insertAll(engine: Engine, tx: Tx, rows: AsyncIterable<{ readonly table: ArchivedTable; readonly row: Row }>): Promise<void> {
  let table: ArchivedTable | null = null;
  let some: Row[] = [];
  const flush = async () => {
    const [first] = some;
    if (table === 'file_piece') {
      const pieces = some.map((row) => v.parse(pieceRow, row));
      if (pieces.length > 0) {
        await tx
          .insertInto('file_piece')
          .values(pieces.map((row) => ({ ...row, bytes: Buffer.from(row.bytes, 'base64') })))
          .execute();
      }
    } else if (table !== null && first !== undefined) await engine.insertAll(tx, table, Object.keys(first), some, '');
    some = [];
  };
  for await (const next of rows) {
    if (next.table !== table || (table !== null && some.length === atOnce(table))) await flush();
    table = next.table;
    some.push(next.row);
  }
  await flush();
}
