// A fleet that comes into reach within a second: each device delivers its day at a real server process. Nothing may be lost or doubled,
// and no device asked twice without need (I28); how long a push takes is told, and judged by who reads it on a quiet machine.

import { setTimeout as delay } from 'node:timers/promises';
import { type Client, deliver, enroll, invite, pullAll, pullFacts, setUpLibrary } from '../bench/client.ts';
import { summaryOf } from '../bench/figures.ts';
import { aDayOf } from '../bench/library-data.ts';
import type { EngineName } from '../support/databases.ts';
import { aMaker } from '../support/facts.ts';
import { randomBytesFrom, randomFrom } from '../support/random.ts';
import { openMachines } from './machines.ts';

export interface ReconnectReport {
  readonly engine: EngineName;
  readonly processes: number;
  readonly seed: number;
  readonly devices: number;
  readonly factsEach: number;
  readonly lost: number;
  readonly doubled: number;
  /** Pushes made over pushes needed; at most 1.2 is aimed at. */
  readonly requestRatio: number;
  /** Milliseconds from a device's first byte to its receipts; p99 of at most 2,000 is aimed at. */
  readonly push: { readonly median: number; readonly p99: number };
  /** MiB over all processes. */
  readonly memory: { readonly before: number; readonly peak: number };
  readonly seconds: number;
  readonly violations: readonly string[];
}

const devices = 200;
const withinMilliseconds = 1_000;

export async function reconnect(engine: EngineName, processes: number, seed: number): Promise<ReconnectReport> {
  const began = Date.now();
  const machines = await openMachines(engine, processes);
  const next = randomFrom(seed);
  try {
    for (const machine of machines.all) await machine.start();
    const [first] = machines.all;
    if (first === undefined) throw new Error('there is a server');
    const coordinator = await setUpLibrary(first.url);
    const fleet: Client[] = [];
    for (let at = 0; at < devices; at++) {
      const { url } = machines.all[at % machines.all.length] ?? first;
      fleet.push((await enroll(first.url, await invite(coordinator), `Tablet ${at}`)).at(url));
    }
    await pullAll(coordinator);
    for (const member of fleet) member.position.cursor = coordinator.position.cursor;
    const today = new Date().toISOString().slice(0, 10);
    const days = fleet.map((member, at) =>
      aDayOf(aMaker({ ...member, random: randomBytesFrom(seed + at) }), today, `DAYOF${at}`, `PAIR${Math.floor(at / 2)}`),
    );
    const memory = (which: 'now' | 'peak') =>
      Math.round(machines.all.reduce((sum, { process }) => sum + (process()?.memory()?.[which] ?? Number.NaN), 0));
    for (const { process } of machines.all) process()?.forgetPeak();
    const before = memory('now');
    const deliveries = await Promise.all(
      fleet.map(async (member, at) => {
        await delay(next() * withinMilliseconds);
        const from = performance.now();
        const delivery = await deliver(member, days[at] ?? []);
        return { ...delivery, took: performance.now() - from };
      }),
    );
    const peak = memory('peak');
    const texts = await pullFacts(await enroll(first.url, await invite(coordinator), 'Counting'));
    const sent = days.flat().map(({ text }) => text);
    const there = new Set(texts);
    const lost = sent.filter((text) => !there.has(text)).length;
    const doubled = texts.length - there.size;
    const requestRatio = deliveries.reduce((sum, { requests }) => sum + requests, 0) / devices;
    const { median, p99 } = summaryOf(deliveries.map(({ took }) => Math.round(took)));
    const violations = [
      ...(lost > 0 ? [`${lost} of ${sent.length} facts are not there`] : []),
      ...(doubled > 0 ? [`${doubled} facts came twice`] : []),
      ...(requestRatio > 1.2 ? [`${requestRatio.toFixed(2)} requests for each that was needed`] : []),
      ...deliveries.filter(({ held }) => held > 0).map(({ held }) => `${held} good facts were held aside`),
    ];
    const factsEach = days[0]?.length ?? 0;
    const seconds = (Date.now() - began) / 1_000;
    return {
      engine,
      processes,
      seed,
      devices,
      factsEach,
      lost,
      doubled,
      requestRatio,
      push: { median, p99 },
      memory: { before, peak },
      seconds,
      violations,
    };
  } finally {
    await machines.close();
  }
}
