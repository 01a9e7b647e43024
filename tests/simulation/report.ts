// What a simulation says at its end.

import { faultCodes } from './counts.ts';
import type { Summary } from './several.ts';

/** From so many seeds on every kind of fault must have struck. */
const seedsForAll = 500;

/** Faults of which a run so long should have had some, and had none. */
export function missingFaults({ ran, mutant, violation, faults, engine }: Summary): readonly string[] {
  if (ran < seedsForAll || mutant !== null || violation !== null) return [];
  return faultCodes.filter((code) => faults[code] === undefined && !(code === 'S10' && engine === 'sqlite'));
}

export function printed(summary: Summary): string {
  const { ran, from, engine, seconds, deviceDays, promised, events, faults, violation, broken, mutant } = summary;
  const missing = missingFaults(summary);
  const lines = [
    `seeds run            ${ran}, from ${from}, on ${engine === 'sqlite' ? 'SQLite' : 'PostgreSQL'}${mutant === null ? '' : `, with the mutant "${mutant}"`}`,
    `simulated            ${deviceDays.toFixed(1)} device-days in ${seconds.toFixed(1)} s, ${events} events`,
    `facts promised       ${promised}`,
    `faults hit by kind   ${faultCodes.flatMap((code) => (faults[code] === undefined ? [] : [`${code} ${faults[code]}`])).join(', ')}`,
    ...(missing.length === 0 ? [] : [`faults that never occurred: ${missing.join(', ')}`]),
    `violations           ${violation === null ? 'none' : '1'}`,
  ];
  if (broken !== null) lines.push(`the simulation is broken: ${broken}`);
  if (violation !== null) {
    const { seed, invariant, says, story } = violation;
    lines.push('', `seed ${seed} breaks ${invariant} (after ${ran} seeds): ${says.slice(0, 2_000)}`);
    lines.push(
      ...story.map(({ name, pause }, at) => `  ${at + 1}. ${name}, then ${'ms' in pause ? `${pause.ms} ms` : `${pause.events} events`}`),
    );
    lines.push(`Again: npm run simulate -- --seeds 1 --from ${seed} --steps ${summary.steps}${engine === 'sqlite' ? '' : ' --postgres'}`);
  }
  return lines.join('\n');
}
