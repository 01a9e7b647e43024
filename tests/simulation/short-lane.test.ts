// A few fresh seeds each time, and every seed that ever found something; the long lane is `npm run simulate -- --seeds 10000`.
// Whole simulations run in processes of their own, as the command does: they replace the globals of their process.

import { describe, expect, test } from 'vitest';
import { failedSeeds } from './failed-seeds.ts';
import { mutants } from './mutants/mutants.ts';
import { printed } from './report.ts';
import { simulate } from './several.ts';

/** Where each mutant was last seen caught: begun there, a test takes seconds. When the code has moved on it looks further, up to 2,000 seeds. */
const caughtFrom: Readonly<Record<string, number>> = {
  'acknowledge before commit': 5,
  'skip when number <= last seen': 4,
  'drop on 4xx': 12,
  'purge outbox on re-scope': 2,
  "adopt the peer's digest instead of computing it": 101,
  'discard local facts on epoch change': 10,
  'reject facts with a future clock': 56,
  'deduplicate by content instead of id': 4,
  'fact and view row in separate transactions': 4,
  'lock held for a whole session': 11,
  'new id on retry': 2,
  'partial batch taken as success': 7,
  're-push resurrects erased data': 73,
  'relaxed durability with power loss': 4,
};

const usual = { steps: 30, mutant: null, engine: 'sqlite' } as const;

describe('the simulation', { timeout: 600_000 }, () => {
  test('[I1] [I2] [I8] [I14] stories of faults break no promise', async () => {
    // What one finds goes into failed-seeds.ts with its mend, and stays there.
    const from = Number(process.env['SIMULATION_FROM'] ?? Math.floor(Math.random() * 1_000_000_000));
    const seeds = Number(process.env['SIMULATION_SEEDS'] ?? 8);
    console.log(`first seed: ${from}`);
    const summary = await simulate({ ...usual, seeds, from });
    expect(summary.violation, printed(summary)).toBeNull();
    expect(summary.broken).toBeNull();
    expect(summary.promised).toBeGreaterThan(0);
  });

  test('seeds that once found something find nothing', async () => {
    for (const [steps, found] of Map.groupBy(failedSeeds, ({ steps }) => steps ?? usual.steps)) {
      const these = found.map(({ seed }) => seed);
      const summary = await simulate({ ...usual, steps, seeds: these.length, from: 0, these });
      expect(summary.violation, printed(summary)).toBeNull();
      expect(summary.ran).toBe(these.length);
      expect(summary.broken).toBeNull();
    }
  });

  test('[I29] the same seed gives the same events, in another process too', async () => {
    const from = 77;
    const [once, again] = [
      await simulate({ ...usual, seeds: 2, from }, { processes: 2 }),
      await simulate({ ...usual, seeds: 2, from }, { processes: 1 }),
    ];
    expect(once.hashes).toEqual(again.hashes);
    expect(Object.keys(once.hashes)).toHaveLength(2);
  });

  const caughtAt: number[] = [];

  test.each(mutants.map(({ name }) => name))('the mutant "%s" is caught', async (mutant) => {
    // One process: its seed is known, and a second would be begun for nothing.
    const summary = await simulate({ ...usual, mutant, seeds: 2_000, from: caughtFrom[mutant] ?? 1 }, { processes: 1 });
    expect(summary.broken).toBeNull();
    const caught = summary.violation;
    if (caught === null) throw new Error(`no seed of ${summary.ran} caught it`);
    expect(caught.invariant, printed(summary)).toMatch(/^I\d+$/);
    caughtAt.push(caught.seed);
  });

  // It is the mutants that were caught: all in one process, since one takes seconds to begin.
  test('without its mutant, no story that caught one breaks anything', async () => {
    const these = [...new Set(caughtAt)];
    const without = await simulate({ ...usual, seeds: these.length, from: 0, these }, { processes: 1 });
    expect(without.violation, printed(without)).toBeNull();
    expect(without.broken).toBeNull();
    expect(without.ran).toBe(these.length);
  });
});
