// A fleet of new devices that are filled within a second (L2): each must hold the whole library at the end, every fact once. How long that
// takes is told, and judged by who reads it on a quiet machine.

import { setTimeout as delay } from 'node:timers/promises';
import { deliver, pullFacts } from '../bench/client.ts';
import { summaryOf } from '../bench/figures.ts';
import { aLibraryOf } from '../bench/library-data.ts';
import type { EngineName } from '../support/databases.ts';
import { randomFrom } from '../support/random.ts';
import { aFleet, devices, withinMilliseconds } from './fleet.ts';
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

const librarySize = 2_000;

export async function fill(engine: EngineName, processes: number, seed: number): Promise<FillReport> {
  const began = Date.now();
  const machines = await openMachines(engine, processes);
  const next = randomFrom(seed);
  try {
    const { coordinator, members, another, memory, forgetPeak } = await aFleet(machines);
    await deliver(coordinator, aLibraryOf(librarySize, coordinator).facts);
    const expected = new Set(await pullFacts(await another()));
    forgetPeak();
    const before = memory('now');
    const fillings = await Promise.all(
      members.map(async (member) => {
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
