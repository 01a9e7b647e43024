// [S51] What each sign-up of a session says by its corrections, and what others corrected apart from that.

import * as v from 'valibot';
import type { Fact } from '../../domain/fact.ts';
import { type SealedBox, signUpCorrected } from '../../domain/sign-up.ts';
import { type Correction, versionsOf } from '../../domain/sign-up-versions.ts';
import type { LogEntry } from './log.ts';

/** An envelope, and the fact it travelled in, whose id is sealed in with it. */
export interface Version {
  readonly sealed: SealedBox;
  readonly sealedIn: Fact;
}

export interface Versions {
  /** null: as it was taken. */
  readonly counts: Version | null;
  readonly others: readonly Version[];
  /** What all of them were made from, when it is here; 'taken': the sign-up as it was taken. */
  readonly base: Version | 'taken' | null;
}

interface Placed extends Correction, Version {
  readonly seq: number;
}

/** By sign-up; those that nobody corrected are left out. What has no number of the server yet comes after all others. */
export function versionsIn(log: readonly LogEntry[]): ReadonlyMap<string, Versions> {
  const byTarget = new Map<string, Placed[]>();
  for (const { fact, seq, voided } of log) {
    if (fact.kind !== 'sign-up.corrected') continue;
    const { target, sealed, bases } = v.parse(signUpCorrected, fact.body);
    const one = { id: fact.id, bases, voided, seq: seq ?? Number.MAX_SAFE_INTEGER, sealed, sealedIn: fact };
    byTarget.set(target, [...(byTarget.get(target) ?? []), one]);
  }
  return new Map(
    [...byTarget].map(([target, all]) => {
      const { base, ...versions } = versionsOf(all.toSorted((a, b) => a.seq - b.seq));
      return [target, { ...versions, base: base === target ? 'taken' : (all.find(({ id }) => id === base) ?? null) }];
    }),
  );
}
