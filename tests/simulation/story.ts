// A story: what happens, step by step, drawn from the seed alone. Each step has a seed of its own, so that leaving out others changes it as
// little as can be: that is how a story that breaks something is shortened.

import { acts as fieldActs, type Step } from './acts.ts';
import { chanceFrom } from './chance.ts';
import { levelTroubles } from './levels.ts';
import { deviceTroubles } from './troubles/device-troubles.ts';
import { accessTroubles } from './troubles/enrolling.ts';
import { hostileTroubles } from './troubles/hostile.ts';
import { lineTroubles } from './troubles/line-troubles.ts';
import { connectionTroubles, serverTroubles } from './troubles/server-troubles.ts';
import { visitorActs } from './visitors.ts';

export interface Event {
  readonly name: string;
  readonly seed: number;
  /** What passes before the next one: so many events, or so much time. */
  readonly pause: { readonly events: number } | { readonly ms: number };
}

type Troubles = readonly (readonly [code: string, step: Step])[];
const acts = [...fieldActs, ...visitorActs];
const troubles: Troubles = [...deviceTroubles, ...accessTroubles, ...serverTroubles, ...lineTroubles, ...hostileTroubles, ...levelTroubles];
const onPostgres: Troubles = [...troubles, ...connectionTroubles];
const steps: ReadonlyMap<string, Step> = new Map<string, Step>([...acts.map(([, name, step]) => [name, step] as const), ...onPostgres]);
const weights = acts.reduce((sum, [weight]) => sum + weight, 0);

export function storyOf(seed: number, length: number, engine: 'sqlite' | 'postgres' = 'sqlite'): readonly Event[] {
  const possible = engine === 'sqlite' ? troubles : onPostgres;
  const chance = chanceFrom(seed * 7 + 3);
  // Some days are quiet, some are terrible.
  const trouble = chance.one([0.1, 0.25, 0.35, 0.5]);
  return Array.from({ length }, () => {
    const name = chance.is(trouble) ? chance.one(chance.is(0.25) ? lineTroubles : possible)[0] : actName(chance.draw() * weights);
    return { name, seed: chance.number(1, 2_000_000_000), pause: pause(chance.draw(), chance.draw()) };
  });
}

export function stepNamed(name: string): Step {
  const step = steps.get(name);
  if (step === undefined) throw new Error(`there is no step ${name}`);
  return step;
}

function actName(at: number): string {
  let sum = 0;
  for (const [weight, name] of acts) {
    sum += weight;
    if (at < sum) return name;
  }
  return 'count';
}

function pause(kind: number, much: number): Event['pause'] {
  if (kind < 0.5) return { events: Math.floor(much * 60) };
  if (kind < 0.85) return { ms: Math.floor(much * 4_000) };
  return kind < 0.97 ? { ms: Math.floor(much * 90_000) } : { ms: Math.floor(much * 1_200_000) };
}
