// A server's database as a released version left it, in a file: its rows are put into the tables of that version, on either engine, and
// what opens it afterwards is this version with its migrations.

import { sql } from 'kysely';
import * as v from 'valibot';
import { archivedTables } from '../../src/server/storage/archive.ts';
import { type Engine, openPostgres, openSqlite } from '../../src/server/storage/dialects.ts';
import { up as start } from '../../src/server/storage/migrations/0001-start.ts';
import { up as erasures } from '../../src/server/storage/migrations/0002-erasures.ts';
import { up as history } from '../../src/server/storage/migrations/0003-history.ts';
import { up as transportKeys } from '../../src/server/storage/migrations/0004-transport-keys.ts';
import { up as files } from '../../src/server/storage/migrations/0005-files.ts';
import { up as keptSessions } from '../../src/server/storage/migrations/0006-kept-sessions.ts';
import { up as erasedMakers } from '../../src/server/storage/migrations/0007-erased-makers.ts';
import { up as partnerBrowsers } from '../../src/server/storage/migrations/0008-partner-browsers.ts';
import type { Released } from '../device/released-store.ts';

const row = v.record(v.string(), v.unknown());
export const releasedDatabase = v.record(v.string(), v.array(row));
export type ReleasedDatabase = v.InferOutput<typeof releasedDatabase>;

const tables = ['server', ...archivedTables.map(({ table }) => table)];

export async function dumpDatabase({ db }: Engine): Promise<ReleasedDatabase> {
  const dumped: [string, unknown][] = [];
  for (const table of tables) dumped.push([table, (await sql`select * from ${sql.table(table)}`.execute(db)).rows]);
  return v.parse(releasedDatabase, Object.fromEntries(dumped));
}

const withFiles = [
  ['0001-start', start],
  ['0002-erasures', erasures],
  ['0003-history', history],
  ['0004-transport-keys', transportKeys],
  ['0005-files', files],
] as const;

/** The migrations that a version had, and nothing after them. */
const migrations = {
  'version-1': [['0001-start', start]],
  'version-2': [
    ['0001-start', start],
    ['0002-erasures', erasures],
  ],
  'version-3': withFiles,
  'version-4': [
    ...withFiles,
    ['0006-kept-sessions', keptSessions],
    ['0007-erased-makers', erasedMakers],
    ['0008-partner-browsers', partnerBrowsers],
  ],
} as const;

export async function putDatabase(
  { folder, databaseUrl }: { readonly folder: string; readonly databaseUrl: string | null },
  released: ReleasedDatabase,
  version: Released,
): Promise<void> {
  const engine = databaseUrl === null ? openSqlite(folder) : openPostgres(databaseUrl, () => {});
  await engine.db.transaction().execute(async (tx) => {
    await engine.lockMigrations(tx);
    for (const [name, up] of migrations[version]) {
      await up(tx, engine.types);
      await tx.insertInto('migration').values({ name, made_at: '2026-11-02T14:00:00.000Z' }).execute();
    }
    for (const [table, rows] of Object.entries(released)) {
      const [first] = rows;
      if (first !== undefined) await engine.insertAll(tx, table, Object.keys(first), rows, '');
    }
  });
  await engine.close();
}
