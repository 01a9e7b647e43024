// Brings a database to this version's tables. Runs at every start; several processes may start at once.

import type { ColumnTypes, Engine, Tx } from './dialects.ts';
import { up as start } from './migrations/0001-start.ts';
import { up as erasures } from './migrations/0002-erasures.ts';
import { up as history } from './migrations/0003-history.ts';
import { up as transportKeys } from './migrations/0004-transport-keys.ts';
import { up as files } from './migrations/0005-files.ts';
import { up as keptSessions } from './migrations/0006-kept-sessions.ts';
import { up as erasedMakers } from './migrations/0007-erased-makers.ts';
import { up as partnerBrowsers } from './migrations/0008-partner-browsers.ts';

export interface Migration {
  readonly name: string;
  readonly up: (tx: Tx, types: ColumnTypes) => Promise<void>;
}

/**
 * In order, for ever: a released one is never edited, renamed or removed. Servers of the release before may still be running on the same
 * PostgreSQL: what one adds must be nothing to them.
 */
export const migrations: readonly Migration[] = [
  { name: '0001-start', up: start },
  { name: '0002-erasures', up: erasures },
  { name: '0003-history', up: history },
  { name: '0004-transport-keys', up: transportKeys },
  { name: '0005-files', up: files },
  { name: '0006-kept-sessions', up: keptSessions },
  { name: '0007-erased-makers', up: erasedMakers },
  { name: '0008-partner-browsers', up: partnerBrowsers },
];

/** `known` are those of this program. Throws when the database is newer than this program: an older one must not write into it. */
export async function migrate(engine: Engine, now: string, known: readonly Migration[] = migrations): Promise<void> {
  await engine.write(async (tx) => {
    await engine.lockMigrations(tx);
    const done = (await tx.selectFrom('migration').select('name').execute()).map((row) => row.name);
    const unknown = done.find((name) => !known.some((one) => one.name === name));
    if (unknown !== undefined) throw new Error(`the database was made by a newer Wayside (it has ${unknown})`);
    for (const { name, up } of known) {
      if (done.includes(name)) continue;
      await up(tx, engine.types);
      await tx.insertInto('migration').values({ name, made_at: now }).execute();
    }
  });
}
