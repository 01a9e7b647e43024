// A real server in a folder of its own, with a clock the test turns and seeded randomness; and browsers that talk to it without a socket.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Problem } from '../../src/domain/problem.ts';
import type { EnrollAnswer } from '../../src/protocol/access.ts';
import { hashOf, emptyDigest, toggleDigest, type Digest } from '../../src/protocol/hash.ts';
import { longId } from '../../src/protocol/ids.ts';
import { paths } from '../../src/protocol/paths.ts';
import type { Cursor, Health, PullAnswer } from '../../src/protocol/pull.ts';
import type { PushAnswer, SentFact } from '../../src/protocol/push.ts';
import type { Config } from '../../src/server/config.ts';
import { createServer, type Server } from '../../src/server/create-server.ts';
import { makeCode } from '../../src/server/routes/enroll.ts';
import { type Migration, migrations } from '../../src/server/storage/migrate.ts';
import { alice } from './cast.ts';
import { aDatabase, type EngineName } from './databases.ts';
import { aMaker, type Maker, type MadeFact } from './facts.ts';
import { quickPasswords } from './quick-passwords.ts';
import { randomBytesFrom } from './random.ts';

export const origin = 'http://localhost:8123';
export const startOfTests = Date.parse('2026-11-02T14:00:00.000Z');

export interface TestServer extends Server {
  readonly folder: string;
  /** Milliseconds; the test may move it. */
  readonly clock: { now: number };
  readonly logged: readonly string[];
}

export interface ServerOptions {
  /** On a fresh database of this engine; SQLite when not said. */
  readonly engine?: EngineName;
  readonly config?: Partial<Config>;
  readonly seed?: number;
  /** Milliseconds after the usual start. */
  readonly later?: number;
  /** As another release has them. */
  readonly migrations?: readonly Migration[];
  /** Hashes them as in earnest. */
  readonly realPasswords?: boolean;
}

/** Closed and removed when the test is over. */
export async function aServer({
  engine = 'sqlite',
  config = {},
  seed = 1,
  later = 0,
  migrations: known = migrations,
  realPasswords = false,
}: ServerOptions = {}): Promise<TestServer> {
  const databaseUrl = await aDatabase(engine);
  const folder = config.dataDir ?? mkdtempSync(join(tmpdir(), 'wayside-server-'));
  const clock = { now: startOfTests + later };
  const logged: string[] = [];
  const whole: Config = {
    port: 0,
    host: 'localhost',
    dataDir: folder,
    databaseUrl,
    publicUrl: null,
    trustProxy: false,
    mostFileBytes: 100_000_000,
    dist: join(folder, 'dist'),
    ...config,
  };
  const log = (line: string) => void logged.push(line);
  const slow = realPasswords ? {} : { passwords: quickPasswords };
  const server = await createServer(whole, { now: () => clock.now, random: randomBytesFrom(seed), log, migrations: known, ...slow });
  onTestFinished(async () => {
    await server.close();
    if (config.dataDir === undefined) rmSync(folder, { recursive: true, force: true });
  });
  return { ...server, folder, clock, logged };
}

/** A browser with its cookies. Answers are parsed JSON; a refusal has `problem`. */
export interface Browser {
  readonly get: <Answer>(path: string) => Promise<Answer & { readonly problem?: Problem }>;
  readonly post: <Answer>(path: string, body: unknown) => Promise<Answer & { readonly problem?: Problem }>;
  readonly send: (path: string, init?: RequestInit) => Promise<Response>;
  readonly cookies: Map<string, string>;
}

export function aBrowser(server: Pick<Server, 'app'>, cookies: ReadonlyMap<string, string> = new Map()): Browser {
  const jar = new Map(cookies);
  const send: Browser['send'] = async (path, init = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('origin')) headers.set('origin', origin);
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await server.app.request(origin + path, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ');
      const [name = '', ...value] = pair.split('=');
      if (attributes.includes('Max-Age=0')) jar.delete(name);
      else jar.set(name, value.join('='));
    }
    return response;
  };
  return {
    cookies: jar,
    send,
    get: async (path) => (await send(path)).json(),
    post: async (path, body) =>
      (await send(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json(),
  };
}

/** An enrolled device as the protocol sees it: what it made, where it is, and how it speaks. */
export interface TestDevice {
  readonly browser: Browser;
  readonly identity: EnrollAnswer;
  readonly maker: Maker;
  readonly push: (facts: readonly (MadeFact | SentFact)[], more?: object) => Promise<PushAnswer & { readonly problem?: Problem }>;
  readonly pull: (cursor: Cursor | null, more?: object) => Promise<PullAnswer & { readonly problem?: Problem }>;
}

/** The first library, set up by Alice: her desktop. */
export async function aLibrary(server: Pick<Server, 'app'>): Promise<TestDevice> {
  const browser = aBrowser(server);
  const identity = await browser.post<EnrollAnswer>(paths.setup, { code: null, coordinator: alice, deviceName: 'Office desktop' });
  return deviceWith(browser, identity);
}

/** One more library on the same server, under an id of its own or a given one: its coordinator's desktop. */
export async function anotherLibrary(server: Server, library = longId(server.services.random)): Promise<TestDevice> {
  const { storage, now } = server.services;
  await storage.libraries.add(library, new Date(now()));
  const { code } = await makeCode(server.services, library, 'coordinator');
  const browser = aBrowser(server);
  return deviceWith(browser, await browser.post<EnrollAnswer>(paths.enroll, { code, attempt: code, deviceName: 'Another desktop' }));
}

/** Enrolled with a code that `coordinator` asked for. */
export async function aDevice(
  server: Pick<Server, 'app'>,
  coordinator: TestDevice,
  role: 'staff' | 'kiosk' = 'staff',
): Promise<TestDevice> {
  const browser = aBrowser(server);
  const { code } = await coordinator.browser.post<{ code: string }>(paths.invites, { role });
  const identity = await browser.post<EnrollAnswer>(paths.enroll, { code, attempt: `TRY${code}`, deviceName: `Tablet ${code}` });
  return deviceWith(browser, identity);
}

/** The browser of a partner, enrolled with a link that `coordinator` asked for. */
export async function aPartnersBrowser(server: Pick<Server, 'app'>, coordinator: TestDevice, partner: string): Promise<TestDevice> {
  const browser = aBrowser(server);
  const { code } = await coordinator.browser.post<{ code: string }>(paths.invites, { role: 'partner', partner });
  return deviceWith(browser, await browser.post<EnrollAnswer>(paths.enroll, { code, attempt: code, deviceName: 'Dana' }));
}

export function deviceWith(browser: Browser, identity: EnrollAnswer): TestDevice {
  const { library, device, incarnation } = identity;
  return {
    browser,
    identity,
    maker: aMaker({ library, device, incarnation }),
    push: (facts, more = {}) =>
      browser.post(paths.push, {
        protocol: 1,
        incarnation,
        cursor: null,
        health,
        digest: null,
        facts: facts.map((one) => ('sent' in one ? one.sent : one)),
        ...more,
      }),
    pull: (cursor, more = {}) => browser.post(paths.pull, { protocol: 1, incarnation, cursor, health, digest: null, ...more }),
  };
}

export const health: Health = {
  app: 'test',
  at: '2026-11-02T14:00:00.000Z',
  unsent: 0,
  oldestUnsentAt: null,
  attention: 0,
  persisted: true,
};

export function digestOf(facts: readonly MadeFact[]): Digest {
  return toggleDigest(
    emptyDigest,
    facts.map(({ sent }) => hashOf(sent.text)),
    1,
  );
}

/** Pulls until there is no more, from nothing or from a cursor; what a device would hold afterwards. */
export async function pullAll(device: TestDevice, from: Cursor | null = null): Promise<Pulled> {
  const facts = new Map<number, string>();
  const removed = new Set<string>();
  const erased = new Set<string>();
  let cursor = from;
  for (let pages = 1; ; pages++) {
    const { rows, problem } = await device.pull(cursor);
    if (rows === null || rows === undefined) throw new Error(`a pull that brings rows was expected: ${problem?.code}`);
    for (const { seq, text } of rows.facts) facts.set(seq, text);
    for (const id of rows.removed) removed.add(id);
    for (const id of rows.erased) erased.add(id);
    cursor = rows.cursor;
    if (!rows.more) return { cursor, facts, removed: [...removed], erased: [...erased], pages };
  }
}

export interface Pulled {
  readonly cursor: Cursor;
  /** Texts by number. */
  readonly facts: ReadonlyMap<number, string>;
  readonly removed: readonly string[];
  readonly erased: readonly string[];
  readonly pages: number;
}
