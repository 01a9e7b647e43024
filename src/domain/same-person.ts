// Who else among all sign-ups may be the person of one, whatever was asked for: when somebody asks to be erased, a card and a newsletter
// are two sign-ups of one person. Compared as duplicates are, and a name alone is enough to ask about; certain is only what leaves no room
// for a brother or a namesake.

import { type Candidate, type Known, knownOf, type Likeness, likeness, type LikenessReason } from './duplicates.ts';
import { nameLikeness } from './name-likeness.ts';

export type SamePersonReason = LikenessReason | 'family';

export interface SamePerson {
  /** The other sign-up's fact. */
  readonly id: string;
  /** 0 to 1, as of duplicates. */
  readonly score: number;
  readonly reasons: readonly SamePersonReason[];
  readonly isCertain: boolean;
}

/** In small steps, as `searchDuplicates`: the certain ones first, then the surest. */
export function* searchSamePerson(one: Candidate, others: Iterable<Candidate>): Generator<undefined, readonly SamePerson[]> {
  const wanted = knownOf(one);
  const found: SamePerson[] = [];
  let at = 0;
  for (const candidate of others) {
    at += 1;
    if (at % 200 === 0) yield;
    if (candidate.id === one.id) continue;
    const other = knownOf(candidate);
    const alike = likeness(wanted, other);
    const name = nameLikeness(wanted.name, other.name);
    const isNamesake = (name === 'same' || name === 'order') && isOneBirthDate(wanted, other);
    const isOneForm = isNamesake && wanted.family !== '' && wanted.family === other.family;
    if (alike === null && !isNamesake) continue;
    const { score, reasons } = alike ?? { score: 0.4, reasons: [`name-${name ?? 'same'}`] as const };
    found.push({
      id: candidate.id,
      score,
      reasons: isOneForm ? [...reasons, 'family'] : reasons,
      isCertain: isOneForm || isCertain(reasons),
    });
  }
  return found.sort((a, b) => Number(b.isCertain) - Number(a.isCertain) || b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** The whole name, the birth date and one thing more: a mother who shares her daughter's name and phone has another birth date, or none. */
function isCertain(reasons: Likeness['reasons']): boolean {
  const has = (some: readonly LikenessReason[]) => reasons.some((reason) => some.includes(reason));
  return has(['name-same', 'name-order']) && has(['birth-date']) && has(['guardian', 'phone', 'email']);
}

function isOneBirthDate(a: Known, b: Known): boolean {
  return a.birthDate === null || b.birthDate === null || a.birthDate === b.birthDate;
}
