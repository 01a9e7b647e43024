// `npm run torture:server`: kills real server processes in a loop, lets a fleet come home to them at once, and fills a fleet at once; counts what is lost. Ends
// with 1 when anything is. Options: --kills N (20; 0 for none), --engine sqlite|postgres (both), --processes 1|2|4 (of PostgreSQL; 2),
// --only kills|reconnect|fill, --seed K, --json.

import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { fill, type FillReport } from './fill.ts';
import { killLoop, type KillReport } from './kill-loop.ts';
import { reconnect, type ReconnectReport } from './reconnect.ts';

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: { kills: text, engine: text, processes: text, only: text, seed: text, json: { type: 'boolean', default: false } },
});
const number = v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number));
const options = v.parse(
  v.object({
    kills: v.optional(number, '20'),
    engine: v.optional(v.picklist(['sqlite', 'postgres'])),
    processes: v.optional(v.pipe(number, v.picklist([1, 2, 4])), '2'),
    only: v.optional(v.picklist(['kills', 'reconnect', 'fill'])),
    seed: v.optional(number, String(Date.now() % 1_000_000)),
    json: v.boolean(),
  }),
  values,
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
const say = (line: string) => console.error(line);
say(`seed ${options.seed}`);
const reports: { kills: KillReport[]; reconnects: ReconnectReport[]; fillings: FillReport[] } = { kills: [], reconnects: [], fillings: [] };
for (const engine of ['sqlite', 'postgres'] as const) {
  const { kills, seed, only } = options;
  if (options.engine !== undefined && options.engine !== engine) continue;
  const processes = engine === 'sqlite' ? 1 : options.processes;
  const asked = (part: typeof only) => only === undefined || only === part;
  if (asked('kills') && kills > 0) reports.kills.push(await killLoop({ engine, processes, kills, seed, say }));
  if (asked('fill')) reports.fillings.push(await fill(engine, processes, seed));
  if (asked('reconnect')) reports.reconnects.push(await reconnect(engine, processes, seed));
}
const all = [...reports.kills, ...reports.reconnects, ...reports.fillings];
console.log(
  options.json
    ? JSON.stringify(reports, null, 2)
    : [...reports.kills.map(killsPlainly), ...reports.reconnects.map(reconnectPlainly), ...reports.fillings.map(fillingPlainly)].join(
        '\n\n',
      ),
);
process.exit(all.some(({ violations }) => violations.length > 0) ? 1 : 0);

function killsPlainly(report: KillReport): string {
  const answers = Object.entries(report.answers).map(([status, times]) => `${status} ${times}`);
  return [
    where(report),
    `  killed ${report.kills} times (${report.killsWhileStarting} while starting), stopped in order ${report.orderlyStops} times, database killed ${report.databaseKills} times`,
    `  facts receipted ${report.receipted} (again ${report.receiptedAgain}), lost ${report.lost}, doubled ${report.doubled}, missed by the poller ${report.missedByPoller}`,
    `  answers: ${answers.join(', ')}`,
    ...told(report.violations),
  ].join('\n');
}

function reconnectPlainly(report: ReconnectReport): string {
  const { push, memory } = report;
  return [
    where(report),
    `  ${report.devices} devices delivered ${report.factsEach} facts each, all begun within a second: lost ${report.lost}, doubled ${report.doubled}`,
    `  push median ${push.median} ms, p99 ${push.p99} ms (aim 2000: ${push.p99 <= 2_000 ? 'met' : 'missed'}); ${report.requestRatio.toFixed(2)} of the requests needed (aim 1.2)`,
    `  resident size of the server ${memory.before} MiB before, ${memory.peak} MiB at most`,
    ...told(report.violations),
  ].join('\n');
}

function fillingPlainly(report: FillReport): string {
  const { filling, memory } = report;
  return [
    where(report),
    `  ${report.devices} new devices were filled with ${report.factsEach} facts each, all begun within a second: lost ${report.lost}, doubled ${report.doubled}`,
    `  until the last fact median ${filling.median} ms, p99 ${filling.p99} ms`,
    `  resident size of the server ${memory.before} MiB before, ${memory.peak} MiB at most`,
    ...told(report.violations),
  ].join('\n');
}

function where({ engine, processes, seed, seconds }: KillReport | ReconnectReport | FillReport): string {
  return `${engine}, ${processes} server ${processes === 1 ? 'process' : 'processes'}, seed ${seed}, ${seconds.toFixed(0)} s`;
}

function told(violations: readonly string[]): readonly string[] {
  return violations.length === 0 ? ['  no violation'] : violations.map((one) => `  VIOLATION ${one}`);
}
