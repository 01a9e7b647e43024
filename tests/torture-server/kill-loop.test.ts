// A short turn of the kill loop; `npm run torture:server` runs longer ones.

import { expect, test } from 'vitest';
import { killLoop } from './kill-loop.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

test.each([
  { engine: 'sqlite', processes: 1 },
  { engine: 'postgres', processes: 2 },
] as const)(
  '[S4] [S10] [I4] a server on $engine that is killed again and again keeps every fact it gave a receipt for',
  async (where) => {
    console.log(`seed ${seed}`);
    const report = await killLoop({ ...where, kills: 4, seed });
    expect(report).toMatchObject({ kills: 4, lost: 0, doubled: 0, missedByPoller: 0, violations: [] });
    expect(report.receipted).toBeGreaterThan(15); // the five sessions', and one at least of each of twelve pushes, how few they may be
    if (where.engine === 'postgres') expect(report.databaseKills).toBeGreaterThan(0);
  },
  600_000,
); // a limit for what hangs
