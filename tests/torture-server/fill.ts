// A fleet of new devices that are filled within a second (L2): each must hold the whole library at the end, every fact once. How long that
// takes is told, and judged by who reads it on a quiet machine.

import { setTimeout as delay } from 'node:timers/promises';
import { type Client, deliver, enroll, invite, pullFacts, setUpLibrary } from '../bench/client.ts';
import { summaryOf } from '../bench/figures.ts';
import { aLibraryOf } from '../bench/library-data.ts';
import type { EngineName } from '../support/databases.ts';
import { randomFrom } from '../support/random.ts';
import { openMachines } from './machines.ts';

export interface FillReport {
  readonly engine: EngineName;
  readonly processes: number;
  readonly seed: number;
  readonly devices: number;
  readonly factsEach: number;
  /** Facts that a device lacks at the end, over all devices. */
  readonly lost: number;
  readonly doubled: number;
  /** Milliseconds from a device's first byte to its last fact. */
  readonly filling: { readonly median: number; readonly p99: number };
  /** MiB over all processes. */
  readonly memory: { readonly before: number; readonly peak: number };
  readonly seconds: number;
  readonly violations: readonly string[];
}

const devices = 200;
const withinMilliseconds = 1_000;
const librarySize = 2_000;

export async function fill(engine: EngineName, processes: number, seed: number): Promise<FillReport> {
  const began = Date.now();
  const machines = await openMachines(engine, processes);
  const next = randomFrom(seed);
  try {
    for (const machine of machines.all) await machine.start();
    const [first] = machines.all;
    if (first === undefined) throw new Error('there is a server');
    const coordinator = await setUpLibrary(first.url);
    await deliver(coordinator, aLibraryOf(librarySize, coordinator).facts);
    const fleet: Client[] = [];
    for (let at = 0; at < devices; at++) {
      const { url } = machines.all[at % machines.all.length] ?? first;
      fleet.push((await enroll(first.url, await invite(coordinator), `Tablet ${at}`)).at(url));
    }
    const expected = new Set(await pullFacts(await enroll(first.url, await invite(coordinator), 'Counting')));
    const memory = (which: 'now' | 'peak') =>
      Math.round(machines.all.reduce((sum, { process }) => sum + (process()?.memory()?.[which] ?? Number.NaN), 0));
    for (const { process } of machines.all) process()?.forgetPeak();
    const before = memory('now');
    const fillings = await Promise.all(
      fleet.map(async (member) => {
        await delay(next() * withinMilliseconds);
        const from = performance.now();
        const texts = await pullFacts(member);
        const took = performance.now() - from;
        const there = new Set(texts);
        return { took, doubled: texts.length - there.size, lost: [...expected].filter((text) => !there.has(text)).length };
      }),
    );
    const peak = memory('peak');
    const lost = fillings.reduce((sum, one) => sum + one.lost, 0);
    const doubled = fillings.reduce((sum, one) => sum + one.doubled, 0);
    const { median, p99 } = summaryOf(fillings.map(({ took }) => Math.round(took)));
    const violations = [
      ...(expected.size < librarySize ? [`only ${expected.size} of ${librarySize} facts were there to be had`] : []),
      ...(lost > 0 ? [`${lost} facts are lacking`] : []),
      ...(doubled > 0 ? [`${doubled} facts came twice`] : []),
    ];
    const seconds = (Date.now() - began) / 1_000;
    return {
      engine,
      processes,
      seed,
      devices,
      factsEach: expected.size,
      lost,
      doubled,
      filling: { median, p99 },
      memory: { before, peak },
      seconds,
      violations,
    };
  } finally {
    await machines.close();
  }
}
