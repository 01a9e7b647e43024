// The real server on a real database, and what can happen to it: crashes at named points (a new server opens what is there at that moment),
// a full disk, a busy database, lost connections, backups, restores, a database put back by hand.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RandomBytes } from '../../src/protocol/ids.ts';
import { backup } from '../../src/server/commands/backup.ts';
import { restore } from '../../src/server/commands/restore.ts';
import type { Config } from '../../src/server/config.ts';
import { createServer, type Server } from '../../src/server/create-server.ts';
import type { Tx } from '../../src/server/storage/dialects.ts';
import { migrate } from '../../src/server/storage/migrate.ts';

import { paths } from '../../src/protocol/paths.ts';
import { migrationsAfter } from '../support/releases.ts';
import { quickPasswords } from '../support/quick-passwords.ts';
import type { Database } from './database.ts';
import type { Loop } from './loop.ts';
import { type Answer, origin, type Request } from './network.ts';

export type CrashPoint = 'before-begin' | 'before-commit' | 'after-commit' | 'while-reading';

export interface HostOptions {
  readonly loop: Loop;
  /** Where folders are made. */
  readonly base: string;
  /** A data folder to begin with; copied. */
  readonly template: string;
  readonly database: Database;
  readonly random: RandomBytes;
  readonly log: (line: string) => void;
  /** The most facts in one page of a pull as things are: small, so that pages occur. */
  readonly page: () => number;
  /** After every request that was served, and after every start. */
  readonly watch: (host: Host, what: 'request' | 'start') => Promise<void>;
  /** A write has failed, connections were cut, or the release before has been sent a push while the next one ran. */
  readonly struck: (what: keyof Database['failures'] | 'cut' | 'beside') => void;
}

export interface Host {
  readonly serve: (requests: readonly Request[]) => Promise<readonly (Answer | null)[]>;
  readonly server: () => Server;
  /** The engine lets in one process only. */
  readonly isAlone: boolean;
  readonly isUp: () => boolean;
  /** The next time it comes to this point. */
  readonly crashAt: (point: CrashPoint | null) => void;
  /** The next writes fail as the engine says it: as they begin, or with all done and before it is committed. */
  readonly failWrites: (how: keyof Database['failures'], times: number, where: 'before' | 'within') => void;
  /** In the middle of the next write for a request all connections to the database are cut; nothing where the engine has none. */
  readonly loseConnections: () => void;
  /** Nothing of that happens any more: an operator whose command failed gives it once more, and the last one is what is looked at. */
  readonly calm: () => void;
  readonly restart: () => Promise<void>;
  /** The next release starts, which has a migration more: in the place of this one, or, where the engine lets two in, beside it. */
  readonly deploy: () => Promise<void>;
  /** The release before, where one still runs, ends. */
  readonly retire: () => Promise<void>;
  /** Why the release before does not start any more; null: it would. */
  readonly refusesOlder: () => Promise<string | null>;
  /** Comes up again after a crash. */
  readonly start: () => Promise<void>;
  readonly backUp: () => Promise<string>;
  readonly restoreFrom: (file: string) => Promise<void>;
  /** The database as it is now, for `putBack`. */
  readonly copy: () => Promise<string>;
  /** Stops, puts the copy in the place of the present one, starts. */
  readonly putBack: (copy: string) => Promise<void>;
  readonly folder: () => string;
  /** All bytes of the database, for the search for plain text. */
  readonly bytes: () => Promise<readonly Buffer[]>;
  readonly clock: { error: number };
  readonly close: () => Promise<void>;
}

export async function openHost(options: HostOptions): Promise<Host> {
  const { loop, base, template, database, random, log, page, watch, struck } = options;
  const clock = { error: 0 };
  const now = () => loop.now() + clock.error;
  const fresh = () => mkdtempSync(join(base, 'server-'));
  const state = {
    folder: fresh(),
    server: null as Server | null,
    /** Of the release before. */
    older: null as Server | null,
    /** How many after this one. */
    release: 0,
    dealt: 0,
    crash: null as CrashPoint | null,
    crashed: null as string | null,
    failing: { how: 'busy' as keyof Database['failures'], times: 0, where: 'before' as 'before' | 'within' },
    cutting: false,
    serving: false,
    backups: 0,
    writes: new Set<Promise<unknown>>(),
  };
  cpSync(template, state.folder, { recursive: true });

  const configOf = (dataDir: string): Config => ({
    port: 0,
    host: 'localhost',
    dataDir,
    databaseUrl: database.url,
    publicUrl: null,
    trustProxy: false,
    mostFileBytes: 100_000_000,
    dist: join(base, 'no-app'),
  });
  const crash = (): Error => {
    state.crash = null;
    state.crashed ??= database.afterCrash(state.folder);
    return new Error('the server has crashed');
  };
  const calm = (): void => {
    state.crash = null;
    state.failing.times = 0;
    state.cutting = false;
  };
  const hits = (point: CrashPoint) => state.crash === point;
  const failHere = (where: 'before' | 'within'): void => {
    const { how, times } = state.failing;
    if (times === 0 || where !== state.failing.where) return;
    state.failing.times -= 1;
    struck(how);
    const { [how]: codes } = database.failures;
    throw Object.assign(new Error('no room, or no time'), { code: codes[times % codes.length] });
  };

  /** Past the types' readonly, from the outside: the engine and the paging of the server just made are replaced. */
  const wrap = (server: Server): void => {
    const { engine, services } = server;
    const { write, read } = engine;
    const { pull } = services.storage.sync;
    const wrapped = async <Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> => {
      if (state.crashed !== null || hits('before-begin')) throw crash();
      failHere('before');
      const value = await write(async (tx) => {
        const done = await work(tx);
        failHere('within');
        if (state.cutting && state.serving) {
          state.cutting = false;
          if (await database.cutConnections()) struck('cut');
        }
        if (state.crashed !== null) throw crash(); // others write at the same time on PostgreSQL: the crash is theirs too
        if (!hits('before-commit')) return done;
        for (let turns = 0; turns < 4; turns++) await nextTurn(); // an answer given too early gets out
        throw crash();
      });
      if (hits('after-commit')) throw crash();
      return value;
    };
    Object.assign(engine, {
      write: <Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> => {
        const writing = wrapped(work);
        const settled: Promise<unknown> = writing.then(
          () => state.writes.delete(settled),
          () => state.writes.delete(settled),
        );
        state.writes.add(settled);
        return writing;
      },
      read: <Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> => {
        if (hits('while-reading')) return Promise.reject(crash());
        return read(work);
      },
    });
    Object.assign(services.storage.sync, {
      pull: (asking: Parameters<typeof pull>[0], reading: Parameters<typeof pull>[1]) =>
        pull(asking, { ...reading, page: Math.min(reading.page, page()) }),
    });
  };
  const open = async (): Promise<void> => {
    const known = migrationsAfter(state.release);
    const server = await createServer(configOf(state.folder), { now, random, log, passwords: quickPasswords, migrations: known });
    wrap(server);
    state.server = server;
    await watch(host, 'start');
  };
  const retire = async (): Promise<void> => {
    const { older } = state;
    state.older = null;
    await older?.close();
  };
  const close = async (): Promise<void> => {
    const { server } = state;
    state.server = null;
    await retire();
    await server?.close();
  };

  const answerOf = async (server: Server, request: Request): Promise<Answer | null> => {
    const headers = new Headers({ ...request.headers, origin });
    headers.set('cookie', [...request.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const init = { method: request.method, headers, ...(request.body === undefined ? {} : { body: request.body }) };
    const response = await server.app.request(origin + request.path, init);
    if (state.crashed !== null) return null;
    if (response.headers.get('Content-Type')?.startsWith('text/event-stream') === true) {
      await response.body?.cancel(); // the network keeps the stream from here on
      return { status: response.status, headers: response.headers, text: '' };
    }
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  /** [S6] Requests are dealt to both in turn. */
  const byEither = (server: Server, older: Server, request: Request): Promise<Answer | null> => {
    state.dealt += 1;
    if (state.dealt % 2 === 0) return answerOf(server, request);
    if (request.path === paths.push) struck('beside');
    return answerOf(older, request);
  };

  const host: Host = {
    serve: async (requests) => {
      const { server, older } = state;
      if (server === null) return requests.map(() => null);
      state.serving = true;
      const answers = await Promise.all(
        requests.map((request) => (older === null ? answerOf(server, request) : byEither(server, older, request))),
      );
      await Promise.all(state.writes);
      state.serving = false;
      if (state.crashed !== null) {
        const left = state.folder;
        await close();
        if (left !== state.crashed) rmSync(left, { recursive: true, force: true });
        state.folder = state.crashed;
        state.crashed = null;
      } else await watch(host, 'request');
      return answers;
    },
    server: () => {
      if (state.server === null) throw new Error('the server is down');
      return state.server;
    },
    isAlone: database.url === null,
    isUp: () => state.server !== null,
    crashAt: (point) => {
      state.crash = point;
    },
    failWrites: (how, times, where) => {
      state.failing = { how, times, where };
    },
    loseConnections: () => {
      state.cutting = true;
    },
    calm,
    restart: async () => {
      await close();
      await open();
    },
    deploy: async () => {
      const before = host.server();
      if (host.isAlone) await close();
      else await retire();
      state.release += 1;
      await open();
      state.older = host.isAlone ? null : before;
    },
    retire,
    refusesOlder: () =>
      migrate(host.server().engine, new Date(now()).toISOString(), migrationsAfter(state.release - 1)).then(
        () => null,
        (error: unknown) => String(error),
      ),
    start: open,
    backUp: async () => {
      state.crash = null; // a command is a process of its own: it does not die of the server's crash
      state.backups += 1;
      const file = join(base, `backup-${state.backups}`);
      const server = host.server();
      await backup({ ...server.services, engine: server.engine, say: () => {} }, { values: {}, positionals: [file] });
      return file;
    },
    restoreFrom: async (file) => {
      state.crash = null;
      calm(); // nobody restores onto a disk that is full, or into a database in use
      const server = host.server();
      await restore({ ...server.services, engine: server.engine, say: () => {} }, { values: { replace: 'yes' }, positionals: [file] });
      await host.restart();
    },
    copy: () => database.copy(state.folder),
    putBack: async (copy) => {
      await close();
      await database.putBack(copy, state.folder);
      await open();
    },
    folder: () => state.folder,
    bytes: () => database.bytes(state.folder),
    clock,
    close,
  };
  await open();
  return host;
}
