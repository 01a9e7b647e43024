// A run over many seeds, shared out to as many processes as there are cores. The first violation ends it.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../support/embedded-postgres.ts';
import type { Violation } from './ghost.ts';
import type { PartLine, PartOrder } from './part.ts';
import type { Event } from './story.ts';

export interface Simulation {
  readonly seeds: number;
  readonly from: number;
  readonly steps: number;
  readonly mutant: string | null;
  readonly engine: 'sqlite' | 'postgres';
  /** Exactly these seeds, as many as `seeds` says, instead of those that follow on `from`. */
  readonly these?: readonly number[];
}

export interface Summary extends Simulation {
  /** Seeds that were run to their end. */
  readonly ran: number;
  readonly seconds: number;
  readonly deviceDays: number;
  readonly promised: number;
  readonly events: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly violation: (Violation & { readonly seed: number; readonly story: readonly Event[] }) | null;
  /** The simulation itself did not work. */
  readonly broken: string | null;
  /** By seed: the same seed gives the same. */
  readonly hashes: Readonly<Record<number, string>>;
}

/** `onSeed` hears after each seed how many were run to their end. */
export async function simulate(
  simulation: Simulation,
  {
    processes = availableParallelism(),
    onSeed = () => undefined,
  }: { readonly processes?: number; readonly onSeed?: (ran: number) => void } = {},
): Promise<Summary> {
  const given = process.env['TEST_PG_URL'] ?? '';
  if (simulation.engine === 'sqlite') return onEngine(simulation, { processes, onSeed }, null);
  if (given !== '') return onEngine(simulation, { processes, onSeed }, given);
  const postgres = await startPostgres({ durable: false });
  try {
    return await onEngine(simulation, { processes, onSeed }, postgres.url);
  } finally {
    await postgres.stop();
  }
}

async function onEngine(
  simulation: Simulation,
  { processes, onSeed }: { readonly processes: number; readonly onSeed: (ran: number) => void },
  postgresUrl: string | null,
): Promise<Summary> {
  const began = performance.now();
  const sum = { ran: 0, deviceDays: 0, promised: 0, events: 0, broken: null as string | null, violation: null as Summary['violation'] };
  const faults: Record<string, number> = {};
  const hashes: Record<number, string> = {};
  const { seeds, from, steps, mutant, these } = simulation;
  const stride = Math.min(processes, seeds);
  const stops: (() => void)[] = [];
  const hear = (line: PartLine): void => {
    if (line.says === 'broken') sum.broken = line.why;
    else if (line.says === 'shortened' && sum.violation?.seed === line.seed && line.run.violation !== null)
      sum.violation = { ...line.run.violation, seed: line.seed, story: line.story };
    else if (line.says === 'run') {
      const { run } = line;
      sum.ran += 1;
      sum.deviceDays += run.deviceDays;
      sum.promised += run.promised;
      sum.events += run.events;
      hashes[run.seed] = run.hash;
      for (const [code, count] of Object.entries(run.faults)) faults[code] = (faults[code] ?? 0) + count;
      if (run.violation !== null) sum.violation ??= { ...run.violation, seed: run.seed, story: [] };
      onSeed(sum.ran);
    }
  };
  await Promise.all(
    Array.from({ length: stride }, (_, at) => {
      const mine = these?.filter((_, place) => place % stride === at) ?? null;
      const order: PartOrder = { from: from + at, count: seeds - at, stride, steps, mutant, these: mine, postgresUrl };
      const { ended, stop } = part(order, hear, () => {
        for (const [other, end] of stops.entries()) if (other !== at) end();
      });
      stops.push(stop);
      return ended;
    }),
  );
  return { ...simulation, ...sum, seconds: (performance.now() - began) / 1_000, faults, hashes };
}

function part(
  order: PartOrder,
  hear: (line: PartLine) => void,
  failed: () => void,
): { readonly ended: Promise<void>; readonly stop: () => void } {
  const env = {
    SIMULATION_DIR: existsSync('/dev/shm') ? '/dev/shm' : tmpdir(),
    ...process.env,
  };
  const child = spawn(process.execPath, [fileURLToPath(new URL('part.ts', import.meta.url)), JSON.stringify(order)], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const state = { stopped: false };
  createInterface({ input: child.stdout }).on('line', (text) => {
    if (state.stopped) return;
    const line: PartLine = JSON.parse(text);
    hear(line);
    if (line.says === 'broken' || (line.says === 'run' && line.run.violation !== null)) failed();
  });
  const ended = new Promise<void>((resolve) => {
    child.on('close', (code) => {
      if (code !== 0 && !state.stopped) hear({ says: 'broken', why: `a process of the simulation ended with ${code}` });
      resolve();
    });
  });
  return {
    ended,
    stop: () => {
      state.stopped = true;
      child.kill();
    },
  };
}
