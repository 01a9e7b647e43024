// `npm run torture -- --kills N [--seed K] [--json]`: real Chromium killed hard at random moments, inside saves and deliveries, while sessions
// are logged on two tablets and delivered to a real server. Nothing that was called saved may be lost, nothing doubled: else the exit code is 1.

import { inspect, parseArgs } from 'node:util';
import { createStage, type Stage } from '../bench/stage.ts';
import { randomFrom } from '../support/random.ts';
import { compare, type Comparison } from './compare.ts';
import type { Known } from './ghost.ts';
import type { Found } from './page/torture-page.ts';
import { createStageSet, type StageSet } from './stage-set.ts';
import { createUnderTorture, type Death, type UnderTorture } from './under-torture.ts';

const { values: options } = parseArgs({
  options: { kills: { type: 'string', default: '300' }, seed: { type: 'string' }, json: { type: 'boolean', default: false } },
});
const kills = Number(options.kills);
const seed = Number(options.seed ?? Date.now() % 2 ** 31);
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) {
  console.error('usage: npm run torture -- --kills N [--seed K] [--json]');
  process.exit(2);
}
console.error(`torture: ${kills} kills, seed ${seed}`);
const stage = createStage();
const asked = { toStop: false };
const stop = () => {
  asked.toStop = true;
};
// Once: the lives under way are the last, and what they come to is reported. Twice: the usual end.
process.once('SIGINT', stop).once('SIGTERM', stop);
try {
  const report = await torture(stage);
  console.log(options.json ? JSON.stringify(report, null, 2) : textOf(report));
  process.exitCode = report.lost + report.doubled + report.broken.length > 0 ? 1 : 0;
} catch (error) {
  console.error(inspect(error));
  process.exitCode = 1;
} finally {
  await stage.close();
}

async function torture(on: Stage) {
  const begun = Date.now();
  const next = randomFrom(seed);
  const set = await createStageSet(on, 2, seed);
  const { server, library, shared } = set;
  const tablets: UnderTorture[] = [];
  for (const { screen, other } of set.own) {
    tablets.push(
      await createUnderTorture(
        { stage: on, url: server.url, date: library.today, screen, sessions: [shared, other] },
        await library.invite(),
      ),
    );
  }
  const deaths: Death[] = [];
  const broken: string[] = [];
  const troubles = () => broken.length + tablets.flatMap(({ ghost }) => [...ghost.lost, ...ghost.doubled]).length;
  // Both at once; the first violation ends it, so that what led there is not buried.
  await Promise.all(
    tablets.map(async (tablet, at) => {
      const chance = randomFrom(Math.floor(next() * 2 ** 31));
      for (let life = at; life < kills && troubles() === 0 && !asked.toStop; life += tablets.length) {
        // News from elsewhere, so that a kill falls into pulls as well.
        await library.deliver([library.maker.count(shared, '19+', 1 + Math.floor(chance() * 3))]);
        try {
          deaths.push(await tablet.live(chance, `${life}`));
        } catch (error) {
          broken.push(inspect(error));
        }
        if (deaths.length % 25 === 0) console.error(`${deaths.length} kills, ${Math.round((Date.now() - begun) / 1_000)} s`);
      }
    }),
  );
  const end = broken.length > 0 ? nothingCompared : await ending(set, tablets);
  const lost = [...tablets.flatMap(({ ghost }) => ghost.lost), ...end.lost];
  const doubled = [...tablets.flatMap(({ ghost }) => ghost.doubled), ...end.doubled];
  const sum = (of: (tablet: UnderTorture) => number) => tablets.reduce((total, tablet) => total + of(tablet), 0);
  return {
    seed,
    kills: deaths.length,
    'facts promised by actions': sum(({ ghost }) => ghost.promised.facts),
    'taps promised by the screen': sum(({ ghost }) => ghost.promised.heads),
    'facts delivered in the end': end.facts,
    'sessions compared': end.sessions,
    lost: lost.length,
    doubled: doubled.length,
    'deliveries interrupted': deaths.filter(({ delivering }) => delivering).length,
    'saves interrupted': deaths.filter(({ saving }) => saving).length,
    'starts interrupted': deaths.filter(({ moment }) => moment === 'start').length,
    seconds: Math.round((Date.now() - begun) / 1_000),
    browser: on.browsers().join(' '),
    violations: [...lost, ...doubled],
    /** What kept torture itself from going on. */
    broken,
  };
}

const nothingCompared: Comparison = { lost: [], doubled: [], facts: 0, sessions: 0 };

/** Everything heals and drains; then all sides are compared. Twice: the second time each has got what the other delivered last. */
async function ending(set: StageSet, tablets: readonly UnderTorture[]): Promise<Comparison> {
  for (const tablet of tablets) await tablet.rest();
  const found: Found[] = [];
  for (const tablet of tablets) found.push(await tablet.rest());
  const all = new Map<string, Known>(set.library.delivered.map(({ fact, sent: { hash } }) => [fact.id, { fact, hash }]));
  for (const { ghost } of tablets) for (const [id, known] of ghost.known) all.set(id, known);
  return compare(set.dataDir, all, found);
}

function textOf(report: Awaited<ReturnType<typeof torture>>): string {
  const { violations, broken, ...figures } = report;
  const lines = Object.entries(figures).map(([name, figure]) => `${name.padEnd(28)} ${figure}`);
  return [...lines, ...violations.map((violation) => `VIOLATION: ${violation}`), ...broken.map((why) => `BROKEN: ${why}`)].join('\n');
}
