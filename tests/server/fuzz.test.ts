// A short turn of the fuzz, with fresh requests each time; `npm run fuzz` runs longer ones.

import { expect, test } from 'vitest';
import { runFuzz } from '../fuzz/run-fuzz.ts';
import { aDatabase, engines } from '../support/databases.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

test.each(engines)(
  '[S23] [I25] requests nobody should send do no harm to a server on %s',
  async (engine) => {
    console.log(`seed ${seed}`);
    const requests = engine === 'sqlite' ? 1_600 : 800;
    const report = await runFuzz({ requests, seed, databaseUrl: await aDatabase(engine), overSockets: 80 });
    expect(report.violations).toEqual([]);
    expect(report.requests).toBe(requests);
    expect(report.receipted).toBeGreaterThan(8); // 46 to 91 of 800 requests, and chance may make it fewer
  },
  300_000,
); // a limit for what hangs
