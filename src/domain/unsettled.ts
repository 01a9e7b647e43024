// Which sign-ups of a session are still to be done. A session with one stays on the devices for a year: what somebody asked for must not
// go out of everybody's sight before it is settled (SPEC.md, S15).

import * as v from 'valibot';
import type { Fact } from './fact.ts';
import { factVoided, unvoidOf } from './session.ts';
import { type FollowUpState, signUpFollowed, signUpUnmerged } from './sign-up.ts';

/** True when nothing is left to do for the person. */
export function isSettled(state: FollowUpState): boolean {
  return state === 'done' || state === 'declined';
}

/** The kinds of facts that tell; others may be left out. */
export const kindsOfSettling: readonly string[] = [
  'sign-up.taken',
  'sign-up.followed',
  'sign-up.merged',
  'sign-up.unmerged',
  'fact.voided',
];

/**
 * True when a sign-up counts that the last word about it has not settled. `facts` of one session, in the server's order. `staying`: the
 * sign-ups that count though they were taken back, because nobody else is left of their ring (S51).
 */
export function hasUnsettled(facts: readonly Fact[], staying: ReadonlySet<string> = none): boolean {
  const unvoids = new Set(
    facts.flatMap(({ kind, body }) => (kind === 'sign-up.unmerged' ? [unvoidOf(v.parse(signUpUnmerged, body))] : [])),
  );
  const voided = new Set<string>();
  for (const { id, kind, body } of facts) {
    if (kind !== 'fact.voided') continue;
    const { target } = v.parse(factVoided, body);
    if (!unvoids.has(unvoidOf({ target, voided: id }))) voided.add(target);
  }
  const open = new Set<string>();
  const settled = new Map<string, boolean>();
  for (const fact of facts) {
    if (voided.has(fact.id) && !staying.has(fact.id)) continue;
    if (fact.kind === 'sign-up.taken') open.add(fact.id);
    if (fact.kind !== 'sign-up.followed') continue;
    const { target, state } = v.parse(signUpFollowed, fact.body);
    settled.set(target, isSettled(state));
  }
  return [...open].some((id) => settled.get(id) !== true);
}

const none: ReadonlySet<string> = new Set();
