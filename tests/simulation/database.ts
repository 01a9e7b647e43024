// The database under a host's server, on either engine: files in the server's folder, or a database of its own on one PostgreSQL. Here is all
// that a crash, a copy and a search for plain text must know of the difference.

import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

export interface Database {
  /** For the server's settings; null: a file in its folder. */
  readonly url: string | null;
  /** Codes by which this engine says that it is full, and that it has no time: PostgreSQL's ask for the transaction once more. */
  readonly failures: { readonly full: readonly string[]; readonly busy: readonly string[] };
  /** The server's folder as a new server finds it after a crash of the one that runs on `folder`; may be the same. */
  readonly afterCrash: (folder: string) => string;
  /** The database as it is now, without what lies beside it in the folder. */
  readonly copy: (folder: string) => Promise<string>;
  /** Puts a copy in its place; no server runs on it. */
  readonly putBack: (copy: string, folder: string) => Promise<void>;
  /** Cuts every connection to it, whatever they are doing; false where there are none that could be cut. */
  readonly cutConnections: () => Promise<boolean>;
  /** All bytes of it, for the search for plain text. */
  readonly bytes: (folder: string) => Promise<readonly Buffer[]>;
  readonly drop: () => Promise<void>;
}

const databaseFiles = ['wayside.db', 'wayside.db-wal'];

export function sqliteDatabase(base: string): Database {
  const fresh = () => mkdtempSync(join(base, 'server-'));
  return {
    url: null,
    failures: { full: ['SQLITE_FULL'], busy: ['SQLITE_BUSY'] },
    // What a crash leaves is what lies there at that moment: what is written later by whoever was still at it is not.
    afterCrash: (folder) => {
      const to = fresh();
      cpSync(folder, to, { recursive: true, filter: (path) => !/(-shm|running\.lock)/.test(path) });
      return to;
    },
    copy: async (folder) => {
      const to = fresh();
      cpSync(folder, to, { recursive: true, filter: (path) => path === folder || databaseFiles.some((name) => path.endsWith(name)) });
      return to;
    },
    putBack: async (copy, folder) => {
      for (const name of ['wayside.db-wal', 'wayside.db-shm']) rmSync(join(folder, name), { force: true });
      cpSync(copy, folder, { recursive: true });
    },
    cutConnections: async () => false,
    bytes: async (folder) =>
      databaseFiles.flatMap((name) => {
        try {
          return [readFileSync(join(folder, name))];
        } catch {
          return []; // there is no log when all of it has been carried over
        }
      }),
    drop: async () => {},
  };
}

/** Makes the database `name` on the PostgreSQL at `url`, empty or like another one of it that nobody is connected to. */
export async function postgresDatabase(url: string, name: string, like: string | null): Promise<Database> {
  const own = new URL(`/${name}`, url).href;
  const copies: string[] = [];
  const cut = () => ask(url, 'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()', name);
  const make = (copy: string, of: string | null) => ask(url, `create database ${copy}${of === null ? '' : ` template ${of}`}`);
  const drop = (one: string) => ask(url, `drop database if exists ${one} with (force)`);
  await make(name, like);
  return {
    url: own,
    failures: { full: ['53100'], busy: ['40001', '40P01'] },
    // The engine takes back what was not committed; the server's own files are as they are.
    afterCrash: (folder) => folder,
    copy: async () => {
      const copy = `${name}_${copies.length + 1}`;
      await ask(url, `alter database ${name} allow_connections false`);
      await cut();
      await make(copy, name);
      await ask(url, `alter database ${name} allow_connections true`);
      copies.push(copy);
      return copy;
    },
    putBack: async (copy) => {
      await drop(name);
      await make(name, copy);
    },
    cutConnections: async () => (await cut()).length > 0,
    bytes: async () => {
      const tables = await ask(own, "select quote_ident(tablename) as name from pg_tables where schemaname = 'public'");
      const texts = await Promise.all(
        tables.map((table) => ask(own, `select coalesce(json_agg(t), '[]')::text as rows from ${table['name']} t`)),
      );
      return texts.map(([row]) => Buffer.from(String(row?.['rows'])));
    },
    drop: async () => {
      for (const one of [name, ...copies]) await drop(one);
    },
  };
}

/** One statement on a connection of its own. */
async function ask(url: string, text: string, ...values: readonly string[]): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows;
  } finally {
    await client.end();
  }
}
