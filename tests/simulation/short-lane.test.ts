// A few fresh seeds each time, and every seed that ever found something; the long lane is `npm run simulate -- --seeds 10000`.
// Whole simulations run in processes of their own, as the command does: they replace the globals of their process.

import { describe, expect, test } from 'vitest';
import { failedSeeds } from './failed-seeds.ts';
import { mutants } from './mutants/mutants.ts';
import { printed } from './report.ts';
import { simulate } from './several.ts';

const usual = { steps: 30, mutant: null } as const;

describe('the simulation', { timeout: 600_000 }, () => {
  test('[I1] [I2] [I8] [I14] fresh seeds break no promise', async () => {
    const from = Math.floor(Math.random() * 1_000_000_000);
    console.log(`first seed: ${from}`);
    const summary = await simulate({ ...usual, seeds: Number(process.env['SIMULATION_SEEDS'] ?? 60), from });
    expect(summary.violation, printed(summary)).toBeNull();
    expect(summary.broken).toBeNull();
    expect(summary.promised).toBeGreaterThan(0);
  });

  test.each(failedSeeds)('seed %j, which once found something, finds nothing', async ({ seed, steps }) => {
    const summary = await simulate({ ...usual, steps, seeds: 1, from: seed });
    expect(summary.violation, printed(summary)).toBeNull();
    expect(summary.broken).toBeNull();
  });

  test('[I29] the same seed gives the same events, in another process too', async () => {
    const from = 77;
    const [once, again] = [await simulate({ ...usual, seeds: 4, from }, 2), await simulate({ ...usual, seeds: 4, from }, 1)];
    expect(once.hashes).toEqual(again.hashes);
    expect(Object.keys(once.hashes)).toHaveLength(4);
  });

  test.each(mutants.map(({ name }) => name))('the mutant "%s" is caught', async (mutant) => {
    const summary = await simulate({ ...usual, mutant, seeds: 2_000, from: 1 });
    expect(summary.broken).toBeNull();
    expect(summary.violation).not.toBeNull();
  });
});
