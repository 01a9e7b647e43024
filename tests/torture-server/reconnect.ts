// A fleet that comes into reach within a second: each device delivers its day at a real server process. Nothing may be lost or doubled,
// and no device asked twice without need (I28); how long a push takes is told, and judged by who reads it on a quiet machine.

import { setTimeout as delay } from 'node:timers/promises';
import { deliver, pullAll, pullFacts } from '../bench/client.ts';
import { summaryOf } from '../bench/figures.ts';
import { aDayOf } from '../bench/library-data.ts';
import type { EngineName } from '../support/databases.ts';
import { aMaker } from '../support/facts.ts';
import { randomBytesFrom, randomFrom } from '../support/random.ts';
import { aFleet, devices, withinMilliseconds } from './fleet.ts';
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

export async function reconnect(engine: EngineName, processes: number, seed: number): Promise<ReconnectReport> {
  const began = Date.now();
  const machines = await openMachines(engine, processes);
  const next = randomFrom(seed);
  try {
    const { coordinator, members, another, memory, forgetPeak } = await aFleet(machines);
    await pullAll(coordinator);
    for (const member of members) member.position.cursor = coordinator.position.cursor;
    const today = new Date().toISOString().slice(0, 10);
    const days = members.map((member, at) =>
      aDayOf(aMaker({ ...member, random: randomBytesFrom(seed + at) }), today, `DAYOF${at}`, `PAIR${Math.floor(at / 2)}`),
    );
    forgetPeak();
    const before = memory('now');
    const deliveries = await Promise.all(
      members.map(async (member, at) => {
        await delay(next() * withinMilliseconds);
        const from = performance.now();
        const delivery = await deliver(member, days[at] ?? []);
        return { ...delivery, took: performance.now() - from };
      }),
    );
    const peak = memory('peak');
    const texts = await pullFacts(await another());
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
