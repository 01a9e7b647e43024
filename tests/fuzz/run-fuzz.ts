// One run of the fuzz: a share of the requests goes to a server in this process, the rest over sockets to a real process on the same
// database. Then the database itself is looked into: all that was receipted is there, once, in its own library.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as v from 'valibot';
import { hashOf } from '../../src/protocol/hash.ts';
import { paths } from '../../src/protocol/paths.ts';
import type { Config } from '../../src/server/config.ts';
import { createServer, type Server } from '../../src/server/create-server.ts';
import { launchServer } from '../bench/processes.ts';
import { serverDeviceOf } from '../../src/server/storage/counted.ts';
import { isRefusedFeed } from '../support/every-route.ts';
import { freePort } from '../support/free-port.ts';
import { quickPasswords } from '../support/quick-passwords.ts';
import { randomBytesFrom } from '../support/random.ts';
import { createChance } from './chance.ts';
import { createHostility, type HostileRequest } from './hostile-requests.ts';
import { sendInProcess } from './in-process.ts';
import { createJudge, type Judge } from './judge.ts';
import { sendOverSocket } from './over-a-socket.ts';
import { type Ground, prepareGround } from './people.ts';

export interface FuzzOptions {
  readonly requests: number;
  readonly seed: number;
  /** Null: SQLite. An empty database. */
  readonly databaseUrl: string | null;
  /** Of all requests, so many go over a socket. */
  readonly overSockets: number;
  readonly say?: (line: string) => void;
}

export interface FuzzReport {
  readonly seed: number;
  readonly engine: 'sqlite' | 'postgres';
  readonly requests: number;
  readonly overSockets: number;
  /** Cut or left before an answer, or not answered because HTTP itself was broken. */
  readonly unanswered: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly byProblem: Readonly<Record<string, number>>;
  readonly byKind: Readonly<Record<string, number>>;
  readonly receipted: number;
  readonly facts: number;
  readonly heldAside: number;
  /** MiB: live heap in this process, resident size of the other, each after a fifth of its requests and at the end. */
  readonly memory: { readonly heap: readonly [number, number]; readonly resident: readonly [number, number] | null };
  readonly seconds: number;
  readonly violations: readonly string[];
}

/** What the memory may grow by without being called a leak: caches fill, and a database's pages. */
const mostGrowth = 96;
/** A tablet asks once in a while; rate limits and codes run out meanwhile. */
const clockStep = 200;

export async function runFuzz(options: FuzzOptions): Promise<FuzzReport> {
  const { requests, seed, databaseUrl, overSockets, say = () => {} } = options;
  const began = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'wayside-fuzz-'));
  const dist = join(folder, 'dist');
  mkdirSync(join(dist, 'assets'), { recursive: true });
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Wayside</title>');
  writeFileSync(join(dist, 'assets', 'app.js'), 'export {};');
  const config: Config = {
    port: 0,
    host: 'localhost',
    dataDir: join(folder, 'data'),
    databaseUrl,
    publicUrl: null,
    trustProxy: false,
    mostFileBytes: 100_000_000,
    dist,
  };
  const clock = { now: began - requests * clockStep };
  const logged: string[] = [];
  const chance = createChance(seed);
  const open = (at: number) =>
    createServer(config, {
      now: () => clock.now,
      random: randomBytesFrom(seed + at),
      log: (line) => logged.push(line),
      passwords: quickPasswords,
    });
  const counts = { unanswered: 0 };
  // A replay may turn what was another library's attempt into a coordinator's own wish, and a wish may come in a strange spelling.
  const revocable = new Set<string>();
  const watched = (next: () => HostileRequest) => () => {
    const request = next();
    const { library, level, identity } = request.who;
    // A partner's browser may end its own access, and no other's.
    const isMeant = level === 'coordinator' || (level === 'partner' && String(request.body).includes(identity.device));
    if (isMeant && request.path.includes(paths.revoke)) revocable.add(`${library} ${request.body}`);
    return request;
  };
  try {
    const server = await open(1);
    const ground = await prepareGround(server);
    const judge = createJudge(ground);
    const heap = await tellInProcess(server, ground, judge);
    if (server.services.pokes.listeners() > 0) judge.wrong(`${server.services.pokes.listeners()} listeners were left behind`);
    for (const key of Object.keys(Object.prototype)) judge.wrong(`every object has a ${key} now`);
    await server.close();
    const resident = overSockets === 0 ? null : await tellOverSockets(ground, judge);
    clock.now = Date.now();
    const after = await open(2);
    const held = await lookInto(after, ground, judge, revocable);
    await after.close();
    for (const line of new Set(logged)) if (!isRefusedFeed(line)) judge.wrong(`the server logged: ${line.slice(0, 1_000)}`);
    for (const [what, memory] of [
      ['heap', heap],
      ['resident', resident],
    ] as const)
      if (memory !== null && memory[1] - memory[0] > mostGrowth) judge.wrong(`the ${what} grew from ${memory[0]} to ${memory[1]} MiB`);
    return {
      seed,
      engine: after.engine.name,
      requests: judge.requests() + counts.unanswered,
      overSockets,
      unanswered: counts.unanswered,
      byStatus: Object.fromEntries([...judge.byStatus].sort()),
      byProblem: Object.fromEntries([...judge.byProblem].sort()),
      byKind: Object.fromEntries([...judge.byKind].sort()),
      receipted: judge.stored.ours.size + judge.stored.theirs.size,
      ...held,
      memory: { heap, resident },
      seconds: (Date.now() - began) / 1_000,
      violations: judge.violations,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }

  async function tellInProcess(server: Server, ground: Ground, judge: Judge): Promise<readonly [number, number]> {
    const next = watched(createHostility(chance, ground));
    const count = requests - overSockets;
    let early = 0;
    for (let at = 0; at < count; at++) {
      clock.now += clockStep;
      const request = next();
      const answer = await sendInProcess(server, request, chance);
      if (answer === null) at -= 1;
      else judge.judge(request, answer);
      if (at === Math.floor(count / 5)) early = liveHeap();
      if (at % 5_000 === 4_999) say(`${at + 1} requests in process, ${judge.violations.length} violations`);
    }
    return [early, liveHeap()];
  }

  async function tellOverSockets(ground: Ground, judge: Judge): Promise<readonly [number, number] | null> {
    const next = watched(createHostility(chance, ground));
    const port = await freePort();
    const process = launchServer(config.dataDir, dist, port, { DATABASE_URL: databaseUrl ?? '' });
    await process.ready;
    let early = Number.NaN;
    try {
      for (let at = 0; at < overSockets; at += together) {
        const batch = Array.from({ length: Math.min(together, overSockets - at) }, next);
        await Promise.all(
          batch.map(async (request) => {
            const answer = await sendOverSocket(port, request, chance);
            if (answer === null) counts.unanswered += 1;
            else judge.judge(request, answer);
          }),
        );
        if (at <= overSockets / 5) early = process.memory()?.now ?? Number.NaN;
        if (at % 1_000 === 0) say(`${at} requests over sockets, ${judge.violations.length} violations`);
      }
      const hello = await fetch(`${process.url}/api/hello`);
      if (hello.status !== 200) judge.wrong(`afterwards hello is answered ${hello.status}`);
      const late = process.memory()?.now ?? Number.NaN;
      if (/^error /m.test(process.said())) judge.wrong(`the process said: ${process.said().slice(-1_000)}`);
      return Number.isNaN(early) ? null : [Math.round(early), Math.round(late)];
    } finally {
      await process.stop();
    }
  }
}

/** Sockets at once. */
const together = 8;

/** Everything receipted is stored under its number, with its own bytes, once, and in the library it is about. */
async function lookInto({ engine, services }: Server, { people }: Ground, judge: Judge, revocable: ReadonlySet<string>) {
  const counts = { facts: 0, heldAside: 0 };
  for (const name of ['ours', 'theirs'] as const) {
    const library = people.find((person) => person.library === name)?.identity.library ?? '';
    const rows = await engine.db.selectFrom('fact').selectAll().where('library', '=', library).orderBy('seq').execute();
    const devices = new Set([...(await services.storage.devices.list(library)).map(({ id }) => id), serverDeviceOf(library)]);
    const numberOf = new Map(rows.map(({ hash, seq }) => [hash, seq]));
    const erasures = await engine.db.selectFrom('audit').select(['seq', 'facts']).where('library', '=', library).execute();
    const given = new Set([...rows, ...erasures].map(({ seq }) => seq));
    // Erased facts leave a gap each, and the erasure has a number of its own.
    const erased = erasures.reduce((sum, { facts }) => sum + facts, 0);
    const gone = [...judge.stored[name]].filter(([hash, seq]) => numberOf.get(hash) !== seq);
    const others = gone.filter(([, seq]) => given.has(seq)).length;
    if (others > 0) judge.wrong(`${name}: ${others} receipted facts are not there, others have their numbers`);
    if (gone.length > erased) judge.wrong(`${name}: ${gone.length} receipted facts are not there, and ${erased} were erased`);
    if (new Set(rows.map(({ id }) => id)).size !== rows.length) judge.wrong(`${name}: an id is stored twice`);
    if (Math.max(...given) !== rows.length + erasures.length + erased) judge.wrong(`${name}: the numbers are not 1, 2, 3 …`);
    for (const { id, text, hash, carrier } of rows) {
      const fact = v.parse(v.looseObject({ library: v.string() }), JSON.parse(text));
      if (fact.library !== library) judge.wrong(`${name}: fact ${id} is about library ${fact.library}`);
      if (hashOf(text) !== hash) judge.wrong(`${name}: fact ${id} is not the bytes of its hash`);
      if (!devices.has(carrier)) judge.wrong(`${name}: fact ${id} was brought by a device of another library`);
    }
    const held = await engine.db.selectFrom('held').select(['id', 'device']).where('library', '=', library).execute();
    for (const { id, device } of held)
      if (!devices.has(device) && !rows.some((row) => row.device === device)) judge.wrong(`${name}: ${id} is held from another library`);
    for (const { level, identity } of people.filter((person) => person.library === name)) {
      const device = (await services.storage.devices.list(library)).find(({ id }) => id === identity.device);
      const isAskedFor = [...revocable].some((asked) => asked.startsWith(`${name} `) && asked.includes(identity.device));
      if (level === 'revoked' ? device?.revokedAt === null : device?.revokedAt !== null && !isAskedFor)
        judge.wrong(`${name}: the ${level}'s device is ${device?.revokedAt ?? 'not'} revoked`);
    }
    counts.facts += rows.length;
    counts.heldAside += held.length;
  }
  return counts;
}

function liveHeap(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return Math.round(process.memoryUsage().heapUsed / 2 ** 20);
}
