// kill -9 of server processes, and of PostgreSQL itself, while devices deliver; after each the promises are checked. A process that is
// killed keeps what it wrote to the operating system's cache: a loss of power is the simulation's to play, not this loop's.

import { setTimeout as delay } from 'node:timers/promises';
import { enroll, invite, setUpLibrary } from '../bench/client.ts';
import type { EngineName } from '../support/databases.ts';
import { aMaker } from '../support/facts.ts';
import { randomBytesFrom, randomFrom } from '../support/random.ts';
import { compareAll, compareNew, compareSums, createReading } from './checks.ts';
import { createFindings } from './findings.ts';
import { type Load, sessions, startLoad } from './load.ts';
import { type Machine, type Machines, openMachines } from './machines.ts';
import { idOf, pullPage, push, type Talk } from './talk.ts';
import { until } from './until.ts';

export interface KillOptions {
  readonly engine: EngineName;
  /** Server processes on the database; SQLite takes one. */
  readonly processes: number;
  readonly kills: number;
  readonly seed: number;
  readonly say?: (line: string) => void;
}

export interface KillReport {
  readonly engine: EngineName;
  readonly processes: number;
  readonly seed: number;
  readonly kills: number;
  /** Of these, before the process was ready. */
  readonly killsWhileStarting: number;
  readonly orderlyStops: number;
  readonly databaseKills: number;
  readonly receipted: number;
  readonly receiptedAgain: number;
  readonly lost: number;
  readonly doubled: number;
  readonly missedByPoller: number;
  /** How requests were answered; 'none' is silence. */
  readonly answers: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly violations: readonly string[];
}

const writers = 6;

/** Ends everything it started, whatever happens. */
export async function killLoop({ engine, processes, kills, seed, say = () => {} }: KillOptions): Promise<KillReport> {
  const began = Date.now();
  const machines = await openMachines(engine, processes);
  const findings = createFindings();
  const talk: Talk = { machines, findings, next: randomFrom(seed) };
  const count = { kills: 0, killsWhileStarting: 0, orderlyStops: 0, databaseKills: 0 };
  const worst = { lost: 0, doubled: 0, missed: 0 };
  try {
    const { load, reader } = await begin(talk, seed);
    const reading = createReading(reader);
    for (let blow = 1; count.kills < kills; blow++) {
      await moreDelivered(load, 1 + Math.floor(talk.next() * 12));
      await delay(talk.next() * 120); // the blow falls anywhere
      await strike(talk, blow, kills, count);
      const { lost, doubled, facts } = await (blow % 5 === 0 ? compareAll : compareNew)(talk, reading);
      worst.lost = Math.max(worst.lost, lost);
      worst.doubled = Math.max(worst.doubled, doubled);
      if (blow % 10 === 0) say(`${engine} x${processes}: ${count.kills} kills, ${facts} facts, ${findings.violations.length} violations`);
    }
    await moreDelivered(load, 10);
    await load.end();
    await compareSums(talk, await compareAll(talk, reading));
    worst.missed = [...findings.receipted.keys()].filter((id) => !load.polled.has(id)).length;
    if (worst.missed > 0) findings.wrong(`the poller missed ${worst.missed} facts`);
  } catch (error) {
    findings.wrong(`broken off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    for (const { process } of machines.all) findings.wrong(`a server said last: ${process()?.said().slice(-1_500)}`);
  } finally {
    await machines.close();
  }
  return {
    engine,
    processes,
    seed,
    ...count,
    receipted: findings.receipted.size,
    receiptedAgain: findings.repeats(),
    lost: worst.lost,
    doubled: worst.doubled,
    missedByPoller: worst.missed,
    answers: Object.fromEntries(findings.answers),
    seconds: (Date.now() - began) / 1_000,
    violations: findings.violations,
  };
}

async function begin(talk: Talk, seed: number) {
  const [first, ...others] = talk.machines.all;
  if (first === undefined) throw new Error('there is a server');
  await first.start(); // makes the tables
  await Promise.all(others.map((machine) => machine.start()));
  const coordinator = await setUpLibrary(first.url);
  const member = async (name: string) => enroll(first.url, await invite(coordinator), name);
  const devices = [];
  for (let at = 0; at < writers; at++) devices.push(await member(`Writer ${at}`));
  const [poller, reader] = [await member('Poller'), await member('Reader')];
  const maker = aMaker({ ...coordinator, random: randomBytesFrom(seed) });
  const date = new Date().toISOString().slice(0, 10);
  const made = sessions.map((id) => maker.changeSession(id, { date, title: 'Storytime' }));
  for (const one of made) talk.findings.made.set(one.fact.id, one);
  await push(talk, coordinator, made);
  const page = await pullPage(talk, poller, null);
  poller.position.cursor = page.cursor;
  return {
    load: startLoad(
      talk,
      devices,
      poller,
      page.facts.map(({ text }) => idOf(text)),
    ),
    reader,
  };
}

/** One blow; afterwards all are up again. The first of every six is the database's, so that the shortest loop has one. */
async function strike(
  { machines, next }: Talk,
  blow: number,
  kills: number,
  count: { kills: number; killsWhileStarting: number; orderlyStops: number; databaseKills: number },
): Promise<void> {
  const { all, postgres } = machines;
  const victim = all[Math.floor(next() * all.length)];
  if (victim === undefined) throw new Error('there is a server');
  const chance = next();
  if (postgres !== null && blow % 6 === 1) {
    postgres.kill();
    count.databaseKills += 1;
    if (chance < 0.3) count.kills += await killed([victim]);
    await delay(next() * 300); // the servers live on without a database for a while
    await postgres.startAgain();
  } else if (chance < 0.08) {
    await victim.stop();
    count.orderlyStops += 1;
  } else if (chance < 0.2 && all.length > 1) {
    count.kills += await killed(all.slice(0, kills - count.kills));
  } else {
    count.kills += await killed([victim]);
  }
  if (!victim.isUp() && next() < 0.15 && count.kills < kills) {
    victim.launch();
    await delay(next() * 700); // somewhere on the way to being ready
    count.kills += await killed([victim]);
    count.killsWhileStarting += 1;
  }
  await allUp(machines);
}

async function killed(victims: readonly Machine[]): Promise<number> {
  await Promise.all(victims.map((victim) => victim.kill()));
  return victims.length;
}

async function allUp({ all }: Machines): Promise<void> {
  await Promise.all(all.filter((machine) => !machine.isUp()).map((machine) => machine.start()));
}

/** After a blow, this is also the proof that devices can deliver again. */
async function moreDelivered({ delivered, broken }: Load, pushes: number): Promise<void> {
  const goal = delivered() + pushes;
  await until(`${pushes} more pushes are answered`, () => delivered() >= goal || broken() !== null);
  const error = broken();
  if (error !== null) throw error;
}
