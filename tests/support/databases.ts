// The two engines the server runs on, each with a fresh real database per test. Tests loop over `engines`.

import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { longId } from '../../src/protocol/ids.ts';
import { randomBytesFrom } from './random.ts';

export const engines = ['sqlite', 'postgres'] as const;
export type EngineName = (typeof engines)[number];

const random = randomBytesFrom(Date.now());

/** For `databaseUrl` of a server's settings: null is a file in the server's folder. Dropped when the test is over. */
export async function aDatabase(engine: EngineName): Promise<string | null> {
  if (engine === 'sqlite') return null;
  const url = new URL(inject('postgresUrl'));
  const name = `test_${longId(random)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '_')}`;
  await query(url.href, `create database ${name} strategy file_copy`);
  onTestFinished(() => query(url.href, `drop database ${name} with (force)`));
  return new URL(`/${name}`, url).href;
}

/** One statement on a connection of its own. */
export async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(text);
  await client.end();
}
