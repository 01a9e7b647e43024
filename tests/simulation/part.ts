// One process of a simulation: runs the seeds it is told, and says each one's outcome as a line of JSON. Several of them make up a run.

import './prelude.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Run } from './run.ts';
import type { Event } from './story.ts';

/** What a part is told, as JSON in its first argument. */
export interface PartOrder {
  readonly from: number;
  readonly count: number;
  /** Runs every `stride`th seed. */
  readonly stride: number;
  readonly steps: number;
  readonly mutant: string | null;
  /** These seeds instead. */
  readonly these: readonly number[] | null;
  /** null: SQLite. */
  readonly postgresUrl: string | null;
}

/** What it says. */
export type PartLine =
  | { readonly says: 'run'; readonly run: Run }
  | { readonly says: 'shortened'; readonly seed: number; readonly story: readonly Event[]; readonly run: Run }
  | { readonly says: 'broken'; readonly why: string };

const order: PartOrder = JSON.parse(process.argv[2] ?? '{}');
const say = (line: PartLine) => process.stdout.write(`${JSON.stringify(line)}\n`);
const base = mkdtempSync(join(process.env['SIMULATION_DIR'] ?? tmpdir(), 'wayside-simulation-'));
process.on('SIGTERM', () => process.exit(143));
// However the process ends that began this one, this one ends with it.
process.stdin
  .on('end', () => process.exit(143))
  .resume()
  .unref();
process.on('exit', () => rmSync(base, { recursive: true, force: true }));

try {
  if (order.mutant !== null) {
    const [{ plant }, { mutantNamed }] = await Promise.all([import('./mutants/plant.ts'), import('./mutants/mutants.ts')]);
    const mutant = mutantNamed(order.mutant);
    if (mutant === undefined) throw new Error(`there is no mutant ${order.mutant}`);
    plant(mutant);
  }
  const [{ makeTemplate }, { runSeed }, { storyOf }, { shortened }] = await Promise.all([
    import('./template.ts'),
    import('./run.ts'),
    import('./story.ts'),
    import('./shorten.ts'),
  ]);
  const { postgresUrl } = order;
  const template = await makeTemplate(base, postgresUrl);
  const options = { base, template, postgresUrl };
  const { from, count, stride } = order;
  for (const seed of order.these ?? Array.from({ length: Math.ceil(count / stride) }, (_, at) => from + at * stride)) {
    const story = storyOf(seed, order.steps, postgresUrl === null ? 'sqlite' : 'postgres');
    const run = await runSeed(seed, story, options);
    say({ says: 'run', run });
    if (run.violation === null) continue;
    if (order.mutant === null) {
      const short = await shortened(seed, story, run, options);
      say({ says: 'shortened', seed, ...short });
    }
    break;
  }
} catch (error) {
  say({ says: 'broken', why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  process.exitCode = 2;
}
