// Puts a server together from its settings and its two ports (clock and randomness), without listening: tests, the simulation and the
// benchmark use `app.fetch` directly; main.ts calls `start`.

import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { Hono } from 'hono';
import { enrollmentCode, type RandomBytes } from '../protocol/ids.ts';
import type { PasswordHashing } from './accounts/accounts.ts';
import { openAccounts } from './accounts/better-auth.ts';
import { createApp } from './app.ts';
import { type Config, isLoopback } from './config.ts';
import { watchConnections } from './connections.ts';
import { keptAssets, prepareFolder } from './data-folder.ts';
import { createPokes } from './pokes.ts';
import { startPurging } from './purging.ts';
import { createRateLimits } from './rate-limits.ts';
import type { Services } from './services.ts';
import { keepAssets } from './static-files.ts';
import type { Engine } from './storage/dialects.ts';
import type { Migration } from './storage/migrate.ts';
import { openStorage } from './storage/open-storage.ts';

export interface Ports {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: RandomBytes;
  /** Lines for an operator; where they go is the caller's choice. */
  readonly log: (line: string) => void;
  /** Runs something again and again; returns how to end it. Timers of the process when not given. */
  readonly every?: (milliseconds: number, run: () => void) => () => void;
  /** For tests of something else: hashing takes a third of a second on purpose. */
  readonly passwords?: PasswordHashing;
  /** For tests of two releases side by side: those that this one is to know. */
  readonly migrations?: readonly Migration[];
}

export interface Server {
  readonly app: Hono;
  readonly services: Services;
  /** The database itself, for commands and tests that look into it. */
  readonly engine: Engine;
  /** Listens; answers the port, which may have been 0. */
  readonly start: () => Promise<{ readonly port: number }>;
  /** Lets requests finish, ends streams, closes the database. */
  readonly close: () => Promise<void>;
}

export async function createServer(config: Config, { now, random, log, every, passwords, migrations }: Ports): Promise<Server> {
  prepareFolder(config.dataDir);
  const { dataDir: folder, databaseUrl } = config;
  const { storage, engine } = await openStorage({ folder, databaseUrl, now, random, warn: log, migrations });
  await keepAssets({ dist: config.dist, kept: keptAssets(config) }, new Date(now()));
  const closing = new AbortController();
  const pokes = createPokes();
  storage.onCommitted({ committed: pokes.tell, missed: pokes.tellAll });
  const known = { identity: await storage.identity() };
  // [S19] After an outage, in which a backup may have been restored.
  const whoNow = async (): Promise<void> => {
    const identity = await storage.identity().catch(() => null); // a connection that died with the others: the next is a new one
    if (closing.signal.aborted) return;
    if (identity === null) return void setTimeout(whoNow, 1_000).unref();
    if (identity.epoch !== known.identity.epoch) log('A backup was restored meanwhile: devices will bring back what it lacks.');
    known.identity = identity;
  };
  const services: Services = {
    config,
    storage,
    accounts: await openAccounts(engine, config, { log, passwords }),
    get identity() {
      return known.identity;
    },
    pokes,
    limits: createRateLimits(now),
    setupCode: isLoopback(config.host) ? null : enrollmentCode(random),
    closing: closing.signal,
    now,
    random,
    log,
  };
  const app = createApp(services);
  const listener = createAdaptorServer({ fetch: app.fetch });
  const finish = watchConnections(listener);
  const held: { letGo: (() => Promise<void>) | null; stopPurging: () => Promise<void> } = { letGo: null, stopPurging: async () => {} };
  return {
    app,
    services,
    engine,
    start: async () => {
      held.letGo = await engine.hold('serve', () => void whoNow());
      if (held.letGo === null) throw new Error(`another Wayside server, or a restore, uses this database (${config.dataDir})`);
      const listening = await listen(listener, config);
      held.stopPurging = startPurging({ storage, now, log, every });
      return listening;
    },
    close: async () => {
      if (closing.signal.aborted) return;
      closing.abort();
      if (listener.listening) await finish();
      await held.stopPurging();
      await held.letGo?.();
      await storage.close();
    },
  };
}

function listen(listener: ServerType, { port, host }: Config): Promise<{ readonly port: number }> {
  return new Promise((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(port, host, () => {
      const address = listener.address();
      resolve({ port: typeof address === 'object' && address !== null ? address.port : port });
    });
  });
}
