// The only file that knows how the two engines differ: how they are opened, what their types are called, what a lost race looks like.

import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, PostgresDialect, type RawBuilder, type SqlBool, SqliteDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

export interface ColumnTypes {
  /** Text compared byte by byte, so that both engines and JavaScript agree on its order. */
  readonly key: string;
  readonly int: string;
  readonly real: string;
  readonly bytes: string;
  readonly authDate: string;
  readonly authBoolean: string;
}

export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  readonly db: Db;
  readonly types: ColumnTypes;
  /** Inserts rows that all have these columns; `onConflict` is the statement's end, or nothing. Names are the program's own, never a request's. */
  readonly insertAll: (tx: Tx, table: string, columns: readonly string[], rows: readonly object[], onConflict: string) => Promise<void>;
  /** A condition: the column is one of these values, given as one parameter. */
  readonly among: (column: string, values: Iterable<string>) => RawBuilder<SqlBool>;
  /** Runs work in one transaction, again when the engine asks for it (a deadlock, a serialization failure). */
  readonly write: <Value>(work: (tx: Tx) => Promise<Value>) => Promise<Value>;
  /** Runs reads against one consistent snapshot. */
  readonly read: <Value>(work: (tx: Tx) => Promise<Value>) => Promise<Value>;
  /** Within a transaction: no two run migrations at once. */
  readonly lockMigrations: (tx: Tx) => Promise<void>;
  /** Tells other processes on the same database; null where there can be none. */
  readonly notifications: PostgresNotifications | null;
  /**
   * Holds the database for a running server, or for one that must be alone with it; null when others are in the way. Let go by the
   * returned function, and by the end of the process however it ends. `again` is called when a hold that was lost, with its connection,
   * is had again: a restore may have come between.
   */
  readonly hold: (how: 'serve' | 'alone', again?: () => void) => Promise<(() => Promise<void>) | null>;
  /** After an erasure: what was deleted leaves the engine's files, as far as the engine has a say in it. */
  readonly scrub: () => Promise<void>;
  /** Problems an operator should see in `doctor`; empty when all is well. */
  readonly integrity: () => Promise<readonly string[]>;
  readonly version: () => Promise<string>;
  readonly close: () => Promise<void>;
}

export interface PostgresNotifications {
  readonly notify: (tx: Tx, payload: string) => Promise<void>;
  /**
   * Listens on a connection of its own and reconnects when it is lost: what was said in between is `missed`. The answer comes when the first
   * try has ended; `stop` ends it.
   */
  readonly listen: (heard: (payload: string) => void, missed: () => void) => Promise<{ readonly stop: () => Promise<void> }>;
}

/** Earlier ones can lose committed transactions in WAL mode. */
export const oldestSqlite = '3.51.3';

/** SQLite in `folder`/wayside.db. Throws with a plain message when it cannot be opened. */
export function openSqlite(folder: string): Engine {
  const file = join(folder, 'wayside.db');
  closeSync(openSync(file, 'a', 0o600));
  const database = new SqliteDatabase(file, { timeout: 10_000 });
  const version = String(database.prepare('select sqlite_version()').pluck().get());
  if (isOlder(version, oldestSqlite)) {
    database.close();
    throw new Error(`SQLite ${version} is too old: at least ${oldestSqlite} is needed`);
  }
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('secure_delete = ON'); // what is deleted is overwritten: a person's envelope does not stay in a free page
  database.pragma('temp_store = MEMORY');
  database.pragma('cache_size = -32000');
  database.pragma('wal_autocheckpoint = 10000'); // 40 MB: a fleet that comes home rewrites the same pages, which are carried over once
  const prepared = withPreparedKept(database);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: prepared }) });
  return {
    name: 'sqlite',
    db,
    types: { key: 'text', int: 'integer', real: 'real', bytes: 'blob', authDate: 'text', authBoolean: 'integer' },
    // Past Kysely, on the one connection there is, which the transaction holds: twice as fast as any single statement for many rows.
    insertAll: async (_tx, table, columns, rows, onConflict) => {
      const marks = columns.map(() => '?').join(', ');
      const statement = prepared.prepare(`insert into ${quoted([table])} (${quoted(columns)}) values (${marks}) ${onConflict}`);
      for (const row of rows) {
        const byColumn: Readonly<Record<string, unknown>> = { ...row };
        statement.run(columns.map((column) => bound(byColumn[column])));
      }
    },
    among: (column, values) => sql`${sql.ref(column)} in (select value from json_each(${JSON.stringify([...values])}))`,
    write: (work) => db.transaction().execute(work),
    read: (work) => db.transaction().execute(work),
    lockMigrations: async (tx) => {
      await sql`create table if not exists migration (name text primary key, made_at text not null)`.execute(tx);
    },
    notifications: null,
    hold: async () => holdFile(join(folder, 'running.lock')),
    // The log still holds pages as they were: it is carried over and emptied. Readers in the way delay that until the next time.
    scrub: async () => {
      database.pragma('wal_checkpoint(TRUNCATE)');
    },
    integrity: async () =>
      database
        .prepare('pragma quick_check')
        .pluck()
        .all()
        .map(String)
        .filter((line) => line !== 'ok'),
    version: async () => `SQLite ${version}`,
    close: async () => {
      database.pragma('wal_checkpoint(TRUNCATE)');
      await db.destroy();
    },
  };
}

/** For a list of columns or a table. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name.replaceAll('"', '""')}"`).join(', ');
}

/** SQLite has no booleans. */
function bound(value: unknown): unknown {
  return typeof value === 'boolean' ? Number(value) : value;
}

/** Kysely prepares each statement anew; the same few dozen come again and again. */
function withPreparedKept(database: SqliteDatabase.Database) {
  const kept = new Map<string, SqliteDatabase.Statement>();
  return {
    close: () => database.close(),
    prepare: (wanted: string) => {
      // A full disk makes SQLite roll back by itself: told to do it again, it would fail, and that failure would hide the first.
      const text = wanted === 'rollback' && !database.inTransaction ? 'select 1 limit 0' : wanted;
      const statement = kept.get(text) ?? database.prepare(text);
      kept.delete(text); // to the end: the one not used for longest goes first
      kept.set(text, statement);
      for (const oldest of kept.keys()) {
        if (kept.size <= 200) break;
        kept.delete(oldest);
      }
      return statement;
    },
  };
}

/** PostgreSQL, or an engine that speaks its protocol. Lost connections are logged by `warn` and opened again. */
export function openPostgres(url: string, warn: (message: string) => void): Engine {
  const parser = new pg.TypeOverrides();
  parser.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({
    ...{ connectionString: url, max: 10, connectionTimeoutMillis: 10_000, types: parser },
    onConnect: (client) => client.query(flushed),
  });
  pool.on('error', (error) => warn(`a database connection was lost: ${error.message}`));
  pool.on('connect', (client) => client.on('error', () => undefined)); // the pool reports it; without a listener the process would end
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    name: 'postgres',
    db,
    types: {
      key: 'text collate "C"',
      int: 'bigint',
      real: 'double precision',
      bytes: 'bytea',
      authDate: 'timestamptz',
      authBoolean: 'boolean',
    },
    insertAll: async (tx, table, columns, rows, onConflict) => {
      const into = sql.raw(`insert into ${quoted([table])} (${quoted(columns)}) select ${quoted(columns)}`);
      await sql`${into} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json) ${sql.raw(onConflict)}`.execute(
        tx,
      );
    },
    among: (column, values) => sql`${sql.ref(column)} = any(${[...values]}::text[])`,
    write: (work) => again(() => db.transaction().execute(work)),
    read: (work) => again(() => db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)),
    lockMigrations: async (tx) => {
      await sql`select pg_advisory_xact_lock(7092751264)`.execute(tx);
      await sql`create table if not exists migration (name text primary key, made_at text not null)`.execute(tx);
    },
    notifications: { notify, listen: (heard, missed) => listen(url, { heard, missed, warn }) },
    hold: (how, again = () => {}) => holdDatabase(url, how, again),
    scrub: async () => {
      await sql`vacuum fact, held, subject`.execute(db);
    },
    integrity: async () => [],
    version: async () => String((await sql<{ v: string }>`select version() as v`.execute(db)).rows[0]?.v.split(',')[0]),
    close: () => db.destroy(),
  };
}

/** [S4] A receipt means flushed, whatever the database does for others; what waits for more than that stays. */
const flushed = "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'";

/** A lock of the operating system, taken through SQLite because Node has none: on a database that stays empty. */
function holdFile(path: string): (() => Promise<void>) | null {
  closeSync(openSync(path, 'a', 0o600));
  const lock = new SqliteDatabase(path, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch {
    lock.close(); // busy: another process has it
    return null;
  }
  return async () => {
    lock.close();
  };
}

/** Servers share, a restore is alone. The lock lives as long as its connection: a server that loses it takes it again. */
async function holdDatabase(url: string, how: 'serve' | 'alone', heldAgain: () => void): Promise<(() => Promise<void>) | null> {
  const state = { letGo: false, client: null as pg.Client | null, timer: null as NodeJS.Timeout | null };
  const lost = (client: pg.Client) => {
    if (state.letGo || how === 'alone' || state.client !== client) return;
    state.client = null;
    const again = () => {
      state.timer = setTimeout(() => take().then((held) => (held ? heldAgain() : again()), again), 1_000).unref();
    };
    again();
  };
  const take = async (): Promise<boolean> => {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => lost(client)); // the pool tells of the outage
    client.on('end', () => lost(client));
    await client.connect();
    const lock = how === 'serve' ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock';
    const { rows } = await client.query<{ held: boolean }>(`select ${lock}(7092751265) as held`);
    const held = rows[0]?.held === true && !state.letGo;
    if (held) state.client = client;
    else await client.end();
    return held;
  };
  if (!(await take())) return null;
  return async () => {
    state.letGo = true;
    if (state.timer !== null) clearTimeout(state.timer);
    await state.client?.end().catch(() => undefined); // it may be lost already, which is what we want
  };
}

const channel = 'wayside';

async function notify(tx: Tx, payload: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${payload})`.execute(tx);
}

interface Hearing {
  readonly heard: (payload: string) => void;
  readonly missed: () => void;
  readonly warn: (message: string) => void;
}

async function listen(url: string, { heard, missed, warn }: Hearing) {
  const state = { stopped: false, deaf: false, client: null as pg.Client | null, timer: null as NodeJS.Timeout | null };
  const connect = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    const lost = () => {
      if (state.stopped || state.client !== client) return;
      state.client = null;
      state.deaf = true;
      state.timer = setTimeout(connect, 1_000);
    };
    state.client = client;
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', (message) => heard(message.payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      if (state.deaf) missed();
      state.deaf = false;
    } catch (error) {
      warn(`no notifications from the database for now: ${error instanceof Error ? error.message : String(error)}`);
      lost();
    }
  };
  await connect();
  return {
    stop: async () => {
      state.stopped = true;
      if (state.timer !== null) clearTimeout(state.timer);
      await state.client?.end().catch(() => undefined); // it may be lost already, which is what we want
    },
  };
}

/** Serialization failure, deadlock: PostgreSQL asks for the transaction again. */
const retryCodes: readonly unknown[] = ['40001', '40P01'];

async function again<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let left = 5; ; left--) {
    try {
      return await work();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (left === 0 || !retryCodes.includes(code)) throw error;
    }
  }
}

function isOlder(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split('.').map(Number));
  const difference = [0, 1, 2].map((at) => (a?.[at] ?? 0) - (b?.[at] ?? 0)).find((one) => one !== 0);
  return difference !== undefined && difference < 0;
}

/** Errors of an engine that is out of reach, out of room or overrun: to be tried again later, nothing was written. */
export function isBusy(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : '';
  return (
    /^(SQLITE_(BUSY|LOCKED|FULL|IOERR)|08|53|57P|58|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|40001|40P01)/.test(code) ||
    /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/.test(error.message)
  );
}
