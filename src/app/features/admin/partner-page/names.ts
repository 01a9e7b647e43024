// A class as a list of names, one a line, typed or pasted from a spreadsheet; and what else is known of each child, which stays with the child
// while the list is worked on.

import { editDistance, nameLikeness, readName } from '../../../../domain/name-likeness.ts';
import { type Child, emptyChild } from '../../../records/class-list.ts';
import { folded } from '../../../records/search.ts';

/** Columns are put side by side; a running number before the name is left out. */
export function namesIn(list: string): readonly string[] {
  return list
    .split(/[\r\n\v\f\u0085\u2028\u2029]+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .map((line) => line.replace(/^\d{1,3}[.)]? /, ''))
    .filter((name) => name !== '');
}

/** Who is still on the list stays the same child. A single name that is new where a single one is gone was corrected, if the two are alike. */
export function withNames(children: readonly Child[], names: readonly string[], newToken: () => string): readonly Child[] {
  const left = [...children];
  const same = names.map((name) => {
    const at = left.findIndex((child) => child.name === name);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  });
  const fresh = same.filter((child) => child === undefined).length;
  const [gone] = left;
  const isOne = fresh === 1 && left.length === 1 && gone !== undefined;
  return names.map((name, at) => same[at] ?? { ...(isOne && isCorrection(gone.name, name) ? gone : emptyChild(newToken())), name });
}

/**
 * What is known of a child is sealed under the name and cannot be looked at again, so that in doubt it goes: it can be asked on the day. Who
 * types another name over one may begin with its first letter, so that one letter in common is none.
 */
function isCorrection(before: string, after: string): boolean {
  const [a, b] = [readName(before), readName(after)];
  const [short, long] = a.whole.length < b.whole.length ? [a.whole, b.whole] : [b.whole, a.whole];
  if (short.length < 2) return false;
  return long.startsWith(short) || (long.length > 2 && editDistance(short, long, 1) <= 1) || nameLikeness(a, b) !== null;
}

/** Names that stand there more than once, as they stand there the second time. */
export function namesTwice(names: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  return names.filter((name) => {
    const time = (times.get(folded(name)) ?? 0) + 1;
    times.set(folded(name), time);
    return time === 2;
  });
}
