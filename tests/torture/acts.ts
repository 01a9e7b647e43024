// What a tablet does in one life between two kills, drawn from a seed: acts through the device's own actions, taps on the session's screen,
// and the moment at which everything is killed. Every act can be told again from the fact it leaves, so that nothing is taken on trust.

import { bands } from '../../src/domain/attendance.ts';
import type { Fact } from '../../src/domain/fact.ts';
import { handOutWays } from '../../src/domain/hand-out.ts';

/** `pause`: milliseconds after the act before the next one. */
export type Act = { readonly pause: number } & (
  | { readonly verb: 'count'; readonly session: string; readonly band: (typeof bands)[number]; readonly heads: number }
  | { readonly verb: 'hand-out'; readonly session: string; readonly way: (typeof handOutWays)[number]; readonly title: string }
  | { readonly verb: 'sign-up'; readonly session: string; readonly program: string }
  | { readonly verb: 'note'; readonly session: string; readonly notes: string }
  | { readonly verb: 'start'; readonly place: string; readonly date: string }
  | { readonly verb: 'take back'; readonly session: string; readonly fact: string }
  | { readonly verb: 'deliver' }
);

/** A tap on the screen's own button: one head more, or one taken back. */
export interface Tap {
  readonly heads: 1 | -1;
  readonly pause: number;
}

/** `ms` after the event that is named: the page is asked for, the acts have begun, the nth act begins, the nth push is sent. */
export type Moment =
  | { readonly at: 'start' | 'any time'; readonly ms: number }
  | { readonly at: 'save' | 'delivery'; readonly nth: number; readonly ms: number };

export interface LifePlan {
  readonly acts: readonly Act[];
  readonly taps: readonly Tap[];
  readonly moment: Moment;
}

export interface Scene {
  /** Sessions in which this tablet's acts happen. */
  readonly sessions: readonly string[];
  readonly date: string;
  /** Facts that may be taken back: each once. */
  readonly undoable: () => { readonly session: string; readonly fact: string } | null;
  /** Makes titles and places of this life its own. */
  readonly mark: string;
}

export function lifePlan(next: () => number, scene: Scene): LifePlan {
  const below = (most: number) => Math.floor(next() * most);
  const acts = Array.from({ length: 20 + below(40) }, (_, at) => anAct(next, scene, `${scene.mark}-${at}`));
  const taps = Array.from(
    { length: 10 + below(50) },
    (): Tap => ({ heads: next() < 0.15 ? -1 : 1, pause: below(4) === 0 ? below(120) : below(15) }),
  );
  const kind = next();
  const moment: Moment =
    kind < 0.1
      ? { at: 'start', ms: below(500) }
      : kind < 0.4
        ? { at: 'any time', ms: below(900) }
        : kind < 0.7
          ? { at: 'save', nth: below(acts.length * 0.6), ms: below(8) }
          : { at: 'delivery', nth: below(6), ms: below(40) };
  return { acts, taps, moment };
}

function anAct(next: () => number, { sessions, date, undoable }: Scene, mark: string): Act {
  const pick = <One>(list: readonly [One, ...One[]]) => list[Math.floor(next() * list.length)] ?? list[0];
  const session = sessions[Math.floor(next() * sessions.length)] ?? '';
  const pause = next() < 0.5 ? 0 : Math.floor(next() * 30);
  const chance = next();
  if (chance < 0.15) return { verb: 'deliver', pause };
  if (chance < 0.2) return { verb: 'start', pause, place: `Stop ${mark}`, date };
  if (chance < 0.3) return { verb: 'note', pause, session, notes: `Noted ${mark}` };
  if (chance < 0.4) return { verb: 'sign-up', pause, session, program: `Program ${mark}` };
  if (chance < 0.55) return { verb: 'hand-out', pause, session, way: pick(handOutWays), title: `Title ${mark}` };
  const taken = chance < 0.62 ? undoable() : null;
  if (taken !== null) return { verb: 'take back', pause, ...taken };
  return { verb: 'count', pause, session, band: pick(bands), heads: 1 + Math.floor(next() * 30) };
}

/** Is this fact what the act was to leave? */
export function isLeftBy(act: Act, { kind, subject, body }: Fact): boolean {
  const set = typeof body['set'] === 'object' && body['set'] !== null ? { ...body['set'] } : {};
  const has = (values: Readonly<Record<string, unknown>>, among: object = body) =>
    Object.entries(values).every(([field, value]) => Object.entries(among).some(([name, found]) => name === field && found === value));
  switch (act.verb) {
    case 'count':
      return kind === 'attendance.counted' && subject.id === act.session && has({ band: act.band, heads: act.heads });
    case 'hand-out':
      return kind === `hand-out.${act.way}` && subject.id === act.session && has({ title: act.title });
    case 'sign-up':
      return kind === 'sign-up.taken' && subject.id === act.session && has({ program: act.program });
    case 'note':
      return kind === 'session.changed' && subject.id === act.session && has({ notes: act.notes }, set);
    case 'start':
      return kind === 'session.changed' && has({ place: act.place, status: 'open' }, set);
    case 'take back':
      return kind === 'fact.voided' && subject.id === act.session && has({ target: act.fact });
    case 'deliver':
      return false;
  }
}
