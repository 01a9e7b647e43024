// The two engines the server runs on, each with a fresh real database per test. Tests loop over `engines`.

import { randomUUID } from 'node:crypto';
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
