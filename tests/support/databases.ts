// The two engines the server runs on, each with a fresh real database per test. Tests loop over `engines`.

import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, statSync } from 'node:fs';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';

export const engines = ['sqlite', 'postgres'] as const;
export type EngineName = (typeof engines)[number];

/** For `databaseUrl` of a server's settings: null is a file in the server's folder. Dropped when the test is over. */
export async function aDatabase(engine: EngineName): Promise<string | null> {
  if (engine === 'sqlite') return null;
  const url = new URL(inject('postgresUrl'));
  const name = `test_${randomUUID().replaceAll('-', '')}`; // no other worker's, also of one that began in the same millisecond
  await query(url.href, `create database ${name} strategy file_copy`);
  onTestFinished(() => query(url.href, `drop database ${name} with (force)`));
  return new URL(`/${name}`, url).href;
}

/** On PostgreSQL, its tables in this folder, which may be a disk of its own. Null: it runs on another machine, or does not let us. */
export async function aDatabaseIn(folder: string): Promise<string | null> {
  const { href } = new URL(inject('postgresUrl'));
  const client = new pg.Client({ connectionString: href });
  await client.connect();
  const { rows } = await client.query<{ data: string | null }>(
    `select case when rolsuper then current_setting('data_directory') end as data from pg_roles where rolname = current_user`,
  );
  await client.end();
  const data = rows[0]?.data ?? '';
  if (!existsSync(data)) return null;
  const { uid, gid } = statSync(data);
  chownSync(folder, uid, gid);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await query(href, `create tablespace ${name} location '${folder}'`);
  onTestFinished(() => query(href, `drop tablespace ${name}`));
  await query(href, `create database ${name} tablespace ${name} strategy file_copy`);
  onTestFinished(() => query(href, `drop database ${name} with (force)`));
  return new URL(`/${name}`, href).href;
}

/** One statement on a connection of its own. */
export async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
