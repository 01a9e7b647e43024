// Server processes that are killed and come back under the same address: one on SQLite, any number on one PostgreSQL that flushes as in
// production. Each has a data folder of its own, as on machines of their own.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchServer, type ServerProcess } from '../bench/processes.ts';
import type { EngineName } from '../support/databases.ts';
import { type Postgres, startPostgres } from '../support/embedded-postgres.ts';
import { freePort } from '../support/free-port.ts';

export interface Machine {
  readonly url: string;
  readonly isUp: () => boolean;
  /** Null while it never ran. */
  readonly process: () => ServerProcess | null;
  /** Until it is ready. */
  readonly start: () => Promise<void>;
  /** Launched, and left to itself. */
  readonly launch: () => ServerProcess;
  readonly kill: () => Promise<void>;
  /** SIGTERM: requests under way are answered. */
  readonly stop: () => Promise<void>;
}

export interface Machines {
  readonly all: readonly Machine[];
  readonly up: () => readonly Machine[];
  readonly postgres: Postgres | null;
  /** Settings for the operator's commands. */
  readonly settings: Readonly<Record<string, string>>;
  /** Who still waits for an answer gives up. */
  readonly isClosed: () => boolean;
  readonly close: () => Promise<void>;
}

/** None is started yet. `folder` is for the first's data, when it must lie somewhere special. */
export async function openMachines(engine: EngineName, processes: number, folder?: string): Promise<Machines> {
  const base = mkdtempSync(join(tmpdir(), 'wayside-torture-'));
  const postgres = engine === 'postgres' ? await startPostgres({ durable: true }) : null;
  const database = { DATABASE_URL: postgres?.url ?? '' };
  const all: Machine[] = [];
  const state = { closed: false };
  for (let at = 0; at < processes; at++) {
    const dataDir = at === 0 && folder !== undefined ? folder : join(base, `data${at}`);
    all.push(aMachine(dataDir, base, await freePort(), database));
  }
  return {
    all,
    up: () => all.filter((machine) => machine.isUp()),
    postgres,
    settings: { DATA_DIR: folder ?? join(base, 'data0'), ...database },
    isClosed: () => state.closed,
    close: async () => {
      state.closed = true;
      for (const machine of all) await machine.kill();
      await postgres?.stop();
      rmSync(base, { recursive: true, force: true });
    },
  };
}

function aMachine(dataDir: string, app: string, port: number, database: Readonly<Record<string, string>>): Machine {
  const state = { process: null as ServerProcess | null, up: false };
  const launch = () => {
    const launched = launchServer(dataDir, app, port, database);
    state.process = launched;
    return launched;
  };
  const end = async (how: 'kill' | 'stop') => {
    state.up = false;
    await state.process?.[how]();
  };
  return {
    url: `http://localhost:${port}`,
    isUp: () => state.up,
    process: () => state.process,
    launch,
    start: async () => {
      await launch().ready;
      state.up = true;
    },
    kill: () => end('kill'),
    stop: () => end('stop'),
  };
}
