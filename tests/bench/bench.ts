// `npm run bench`: what the README's figures come from. Nothing here passes or fails: it measures, and says which aims are met.
// Options: --json (a machine's report on stdout), --only NAME (may be repeated), --lighthouse (adds it; two minutes more).

import { inspect, parseArgs } from 'node:util';
import { type Judged, judge, type Line } from './figures.ts';
import { bootstrap } from './measurements/bootstrap.ts';
import { catalogue } from './measurements/catalogue.ts';
import { coldStart } from './measurements/cold-start.ts';
import { delta } from './measurements/delta.ts';
import { fleet } from './measurements/fleet.ts';
import { lighthouse } from './measurements/lighthouse.ts';
import { outbox } from './measurements/outbox.ts';
import { push } from './measurements/push.ts';
import { save } from './measurements/save.ts';
import { unsealing } from './measurements/unsealing.ts';
import { machine, type Report, reportText } from './report.ts';
import { createStage, type Stage } from './stage.ts';

const measurements: Readonly<Record<string, (stage: Stage) => Promise<readonly Line[]>>> = {
  save,
  push,
  outbox,
  bootstrap,
  delta,
  fleet,
  unsealing,
  catalogue,
  'cold-start': coldStart,
  lighthouse,
};

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    lighthouse: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
  },
});
const unknown = options.only.filter((name) => measurements[name] === undefined);
if (unknown.length > 0) {
  console.error(`no measurement is called ${unknown.join(', ')}; there are ${Object.keys(measurements).join(', ')}`);
  process.exit(2);
}
const report = await run(
  Object.keys(measurements).filter((name) =>
    options.only.length > 0 ? options.only.includes(name) : name !== 'lighthouse' || options.lighthouse,
  ),
);
console.log(options.json ? JSON.stringify(report, null, 2) : reportText(report));
process.exitCode = report.failed.length > 0 ? 1 : 0;

async function run(names: readonly string[]): Promise<Report> {
  const lines: Judged[] = [];
  const failed: { measurement: string; why: string }[] = [];
  const browsers = new Set<string>();
  for (const name of names) {
    console.error(`measuring ${name} …`);
    const stage = createStage();
    const interrupted = () => void stage.close().finally(() => process.exit(130));
    const broken = (error: unknown) => {
      console.error(error);
      interrupted();
    };
    process.on('SIGINT', interrupted).on('SIGTERM', interrupted).on('uncaughtException', broken);
    const begun = Date.now();
    try {
      for (const line of (await measurements[name]?.(stage)) ?? []) lines.push(judge(name, line));
    } catch (error) {
      failed.push({ measurement: name, why: inspect(error) });
    } finally {
      for (const browser of stage.browsers()) browsers.add(browser);
      await stage.close();
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted).off('uncaughtException', broken);
    }
    console.error(`measured ${name} in ${Math.round((Date.now() - begun) / 1_000)} s`);
  }
  return { at: new Date().toISOString(), machine: machine([...browsers].join(' ')), lines, failed };
}
