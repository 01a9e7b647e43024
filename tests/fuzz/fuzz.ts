// `npm run fuzz`: tens of thousands of requests nobody should send. Ends with 1 when one of them does harm.
// Options: --requests N (10000), --seed K, --engine sqlite|postgres (SQLite), --json.

import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { startPostgres } from '../support/embedded-postgres.ts';
import { type FuzzReport, runFuzz } from './run-fuzz.ts';

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { requests: text, seed: text, engine: text, json: { type: 'boolean', default: false } } });
const number = v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number));
const { requests, seed, engine, json } = v.parse(
  v.object({
    requests: v.optional(number, '10000'),
    seed: v.optional(number, String(Date.now() % 1_000_000)),
    engine: v.optional(v.picklist(['sqlite', 'postgres']), 'sqlite'),
    json: v.boolean(),
  }),
  values,
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
const say = (line: string) => console.error(line);
say(`seed ${seed}`);
const postgres = engine === 'postgres' ? await startPostgres({ durable: false }) : null;
const report = await runFuzz({ requests, seed, databaseUrl: postgres?.url ?? null, overSockets: Math.floor(requests / 10), say });
await postgres?.stop();
console.log(json ? JSON.stringify(report, null, 2) : plainly(report));
process.exit(report.violations.length > 0 ? 1 : 0);

function plainly({ memory, violations, ...report }: FuzzReport): string {
  const list = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
  return [
    `${report.engine}, seed ${report.seed}: ${report.requests} requests, ${report.overSockets} of them over sockets, ${report.seconds.toFixed(0)} s`,
    `  by kind: ${list(report.byKind)}`,
    `  by status: ${list(report.byStatus)}; cut or broken, without an answer: ${report.unanswered}`,
    `  by problem: ${list(report.byProblem)}`,
    `  facts receipted ${report.receipted}, stored ${report.facts}, held aside ${report.heldAside}`,
    `  heap ${memory.heap.join(' -> ')} MiB${memory.resident === null ? '' : `, resident size of the process ${memory.resident.join(' -> ')} MiB`}`,
    ...(violations.length === 0 ? ['  no violation'] : violations.map((one) => `  VIOLATION ${one}`)),
  ].join('\n');
}
