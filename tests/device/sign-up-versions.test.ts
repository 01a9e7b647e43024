// [S51] Several desks correct, choose and take back, and hear of each other late: whatever order things arrive in, all show the same, and no
// detail that stands is shown nowhere. A failure prints its seed and the shortest story.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LogEntry } from '../../src/device/store/log.ts';
import { type SignUp, signUpsIn } from '../../src/device/store/sign-ups.ts';
import type { Fact } from '../../src/domain/fact.ts';
import { aMaker } from '../support/facts.ts';

const sealed = { key: 'KEY000000001', enc: 'ZW5j', box: 'Ym94' };
const consent = { given: true, wording: 'ht/2026-11', by: 'caregiver' } as const;
const step = fc.record({
  desk: fc.nat(2),
  do: fc.constantFrom('correct', 'correct', 'settle', 'undo', 'meet', 'earlier-app'),
  which: fc.nat(),
});
const desks = [0, 1, 2];

/** Each word is said by one correction, and by all that were made from it. */
type Words = ReadonlyMap<string, readonly string[]>;

function theStory(steps: readonly (typeof step extends fc.Arbitrary<infer One> ? One : never)[]) {
  const maker = aMaker();
  const target = maker.make('sign-up.taken', 'PARK', { for: 'card', program: null, language: 'ht', ageBand: null, consent, sealed }).fact;
  const server: Fact[] = [target];
  const arrived = desks.map(() => [target]);
  const words = new Map<string, readonly string[]>([[target.id, []]]);
  const voided = new Set<string>();

  function log(facts: readonly Fact[]): readonly LogEntry[] {
    const gone = new Set(facts.flatMap(({ kind, body }) => (kind === 'fact.voided' ? [body['target']] : [])));
    return facts.map((fact) => {
      const place = server.indexOf(fact);
      return { fact, state: 'server', seq: place < 0 ? null : place, voided: gone.has(fact.id), mine: false };
    });
  }
  const seen = (facts: readonly Fact[]): SignUp => {
    const [one] = signUpsIn(log(facts));
    if (one === undefined) throw new Error('the sign-up is there');
    return one;
  };
  const correct = (facts: Fact[], bases: readonly string[] | undefined, from: readonly string[]) => {
    const { fact } = maker.make('sign-up.corrected', 'PARK', {
      target: target.id,
      sealed,
      ...(bases === undefined ? {} : { bases: [...bases] }),
    });
    words.set(fact.id, [...new Set([...from.flatMap((id) => words.get(id) ?? []), fact.id])]);
    facts.push(fact);
  };
  const meet = (desk: number) => {
    const here = arrived[desk] ?? [];
    server.push(...here.filter((fact) => !server.includes(fact)));
    here.push(...server.filter((fact) => !here.includes(fact)));
  };

  for (const { desk, do: act, which } of steps) {
    const here = arrived[desk] ?? [];
    const { sealedIn, otherVersions } = seen(here);
    const all = [sealedIn.id, ...otherVersions.map((one) => one.sealedIn.id)];
    if (act === 'correct') correct(here, [sealedIn.id], [sealedIn.id]);
    else if (act === 'earlier-app') correct(here, undefined, [sealedIn.id]);
    else if (act === 'settle') correct(here, all, all);
    else if (act === 'undo') {
      const corrections = here.filter(({ kind }) => kind === 'sign-up.corrected');
      const one = corrections[which % Math.max(1, corrections.length)];
      if (one === undefined) continue;
      here.push(maker.make('fact.voided', 'PARK', { target: one.id }).fact);
      voided.add(one.id);
    } else meet(desk);
  }
  for (const desk of [...desks, ...desks]) meet(desk);
  return { server, arrived, seen, words: words as Words, voided };
}

const shown = ({ sealedIn, otherVersions }: SignUp) => [sealedIn.id, otherVersions.map((one) => one.sealedIn.id)];

test('[S51] all orders of arrival agree', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (steps, numbers) => {
      const { server, arrived, seen } = theStory(steps);
      const first = shown(seen(server));
      const shuffled = server.map((fact) => ({ fact, at: numbers.next().value ?? 0 })).toSorted((a, b) => a.at - b.at);
      for (const facts of [...arrived, shuffled.map(({ fact }) => fact)]) expect(shown(seen(facts))).toEqual(first);
    }),
    { numRuns: 400 },
  );
});

test('[S51] what was corrected apart and stands is told by what counts or by another version', () => {
  const steps = fc.array(step, { maxLength: 30 }).map((all) => all.filter((one) => one.do !== 'earlier-app'));
  fc.assert(
    fc.property(steps, (story) => {
      const { server, seen, words, voided } = theStory(story);
      const { sealedIn, otherVersions } = seen(server);
      const told = new Set([sealedIn, ...otherVersions.map((one) => one.sealedIn)].flatMap(({ id }) => words.get(id) ?? []));
      const standing = server.filter(({ id, kind }) => kind === 'sign-up.corrected' && !voided.has(id));
      expect(standing.filter(({ id }) => !told.has(id))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
