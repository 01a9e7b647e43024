// The disk runs full under a real server: devices are told to come again, what was receipted stays, nothing is half there, and once there
// is room the server goes on by itself. The data folder is a small file system, or the process may not write larger files; of PostgreSQL the
// library's tables lie on one (its log elsewhere: without room for that, it ends itself, which is an outage).

import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { Problem } from '../../src/domain/problem.ts';
import { paths } from '../../src/protocol/paths.ts';
import type { PushAnswer } from '../../src/protocol/push.ts';
import { asking, type Client, pullFacts, setUpLibrary } from '../bench/client.ts';
import { launchServer } from '../bench/processes.ts';
import { alice } from '../support/cast.ts';
import { wayside } from '../support/commands.ts';
import { aDatabaseIn } from '../support/databases.ts';
import { aMaker, type MadeFact, type Maker } from '../support/facts.ts';
import { freePort } from '../support/free-port.ts';
import { aFolder } from '../support/process.ts';
import { randomBytesFrom } from '../support/random.ts';
import { aSmallDisk, limitFileSize, mayLimit, mayMount } from '../support/small-disk.ts';

test.skipIf(!mayMount)('a full disk refuses with server-busy, keeps what it has receipted, and goes on when there is room', async () => {
  const disk = aSmallDisk(10);
  const stage = await aServerIn(disk.folder);
  await fillsUp(stage);
  await stage.process.kill(); // and a crash on top of it
  disk.grow(200);
  const again = await aServerIn(disk.folder, {}, stage.port);
  await goesOn({ ...stage, process: again.process });
});

test.skipIf(!mayLimit)('a file that may not grow refuses with server-busy, and the same process goes on when it may', async () => {
  const folder = aFolder();
  const stage = await aServerIn(folder);
  const client = await stage.client();
  limitFileSize(stage.process.pid, 3);
  await fillsUp({ ...stage, client: async () => client });
  limitFileSize(stage.process.pid, null);
  await goesOn({ ...stage, client: async () => client });
});

// A lane of its own (`WAYSIDE_FULL_DISK=postgres npm run unit -- tests/server/disk-full.test.ts`): it takes as long as both above.
if (mayMount && process.env['WAYSIDE_FULL_DISK'] === 'postgres')
  test('a full disk under PostgreSQL refuses with server-busy, and the same process goes on when there is room', async (context) => {
    const disk = aSmallDisk(60);
    const database = await aDatabaseIn(disk.folder);
    // A tablespace on the small disk takes a superuser and a PostgreSQL on this machine; another one cannot be filled up from here.
    if (database === null) return context.skip('this PostgreSQL does not keep its tables where it is told');
    const stage = await aServerIn(aFolder(), { DATABASE_URL: database });
    const client = await stage.client();
    const others = join(disk.folder, 'what others keep there');
    const { bavail, bsize } = statfsSync(disk.folder);
    writeFileSync(others, new Uint8Array(bavail * bsize - 2 ** 19));
    await fillsUp(stage);
    expect(stage.process.said()).toContain('No space left on device');
    rmSync(others);
    await goesOn({ ...stage, client: async () => client });
  });

interface Stage {
  readonly process: ReturnType<typeof launchServer>;
  readonly folder: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly port: number;
  readonly client: () => Promise<Client>;
  /** Facts of answered pushes, and of those that were refused. */
  readonly receipted: MadeFact[];
  readonly refused: MadeFact[][];
}

async function aServerIn(folder: string, settings: Readonly<Record<string, string>> = {}, port?: number): Promise<Stage> {
  const taken = port ?? (await freePort());
  const process = launchServer(folder, folder, taken, settings);
  onTestFinished(process.kill);
  await process.ready;
  const held: { client: Client | null } = { client: null };
  const client = async () => (held.client ??= await setUpLibrary(process.url));
  return { process, folder, settings, port: taken, client, receipted: [], refused: [] };
}

/** Delivers until it is refused, and looks at what a full server still does. */
async function fillsUp({ client: enroll, receipted, refused }: Stage): Promise<void> {
  const client = await enroll();
  const maker = aMaker({ ...client, random: randomBytesFrom(receipted.length + 5) });
  for (let rounds = 0; refused.length < 5; rounds++) {
    expect(rounds).toBeLessThan(400);
    const facts = aLot(maker);
    const { status, problem, retryAfter } = await push(client, facts);
    expect([200, 503]).toContain(status);
    if (status === 200) receipted.push(...facts);
    else {
      expect({ code: problem?.code, retryAfter }).toEqual({ code: 'server-busy', retryAfter: '5' });
      refused.push(facts);
    }
  }
  expect(receipted.length).toBeGreaterThan(0);
  const signIn = await client.post(paths.signIn, { email: alice.email, password: alice.password });
  expect([200, 503]).toContain(signIn.status); // not "wrong password"
  await holds(client, receipted, refused);
}

async function goesOn({ client: enroll, receipted, refused, folder, settings, process }: Stage): Promise<void> {
  const client = await enroll();
  await holds(client, receipted, refused);
  for (const facts of refused) {
    for (let tries = 0; (await push(client, facts)).status !== 200; tries++) {
      expect(tries).toBeLessThan(100);
      await delay(20);
    }
  }
  await holds(client, [...receipted, ...refused.flat()], []);
  expect(process.said()).not.toMatch(/^error .*cannot rollback/m);
  expect((await wayside({ DATA_DIR: folder, ...settings }, 'doctor')).out).toContain('ok     database intact');
}

/** All that was receipted is there, and of a refused push all or nothing. */
async function holds(client: Client, receipted: readonly MadeFact[], refused: readonly (readonly MadeFact[])[]): Promise<void> {
  const texts = await pullFacts(client);
  const there = new Set(texts);
  expect(there.size).toBe(texts.length);
  expect(receipted.filter(({ sent }) => !there.has(sent.text))).toHaveLength(0);
  for (const facts of refused) {
    const present = facts.filter(({ sent }) => there.has(sent.text)).length;
    expect([0, facts.length]).toContain(present);
  }
}

async function push(client: Client, facts: readonly MadeFact[]) {
  const { status, headers, text } = await client.post(paths.push, { ...asking(client, 0), facts: facts.map(({ sent }) => sent) });
  const answer: Partial<PushAnswer> & { problem?: Problem } = JSON.parse(text);
  if (status === 200) expect(answer.receipts?.every(({ state }) => state === 'stored')).toBe(true);
  return { status, problem: answer.problem, retryAfter: headers['retry-after'] };
}

/** About a hundred kilobytes. */
function aLot(maker: Maker): MadeFact[] {
  return Array.from({ length: 12 }, () => maker.changeSession('S1', { notes: 'a day at the market '.repeat(400), date: '2026-11-27' }));
}
