// `npm run simulate -- --seeds N [--from K] [--steps M] [--json] [--postgres] [--mutants] [--mutant NAME]`: see README.md beside this file.

import { parseArgs } from 'node:util';
import { mutants, mutantNamed } from './mutants/mutants.ts';
import { missingFaults, printed } from './report.ts';
import { simulate } from './several.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string' },
    steps: { type: 'string', default: '30' },
    json: { type: 'boolean', default: false },
    postgres: { type: 'boolean', default: false },
    mutants: { type: 'boolean', default: false },
    mutant: { type: 'string' },
  },
});

if (values.mutants) {
  for (const { name } of mutants) console.log(name);
} else {
  const [seeds, steps] = [values.seeds, values.steps].map(Number);
  const from = values.from === undefined ? Math.floor(Math.random() * 1_000_000_000) : Number(values.from);
  const mutant = values.mutant === undefined ? null : mutantNamed(values.mutant);
  if (
    seeds === undefined ||
    steps === undefined ||
    ![seeds, steps, from].every((one) => Number.isSafeInteger(one) && one >= 0) ||
    seeds < 1
  ) {
    console.error('Numbers are wanted: --seeds N [--from K] [--steps M]');
    process.exitCode = 2;
  } else if (mutant === undefined) {
    console.error(`There is no such mutant; --mutants lists them.`);
    process.exitCode = 2;
  } else {
    const onSeed = (ran: number): void => {
      // On the error output, so that what --json prints stays what a program can read.
      if (ran % 500 === 0 && ran < seeds) console.error(`${ran} of ${seeds} seeds, from ${from}`);
    };
    const simulation = { seeds, from, steps, mutant: mutant?.name ?? null, engine: values.postgres ? 'postgres' : 'sqlite' } as const;
    const summary = await simulate(simulation, { onSeed });
    console.log(values.json ? JSON.stringify(summary) : printed(summary));
    const missing = missingFaults(summary);
    if (summary.violation !== null || summary.broken !== null || missing.length > 0) process.exitCode = 1;
  }
}
