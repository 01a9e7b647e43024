// A class as a list of names, one a line, typed or pasted from a spreadsheet; and what else is known of each child, which stays with the child
// while the list is worked on.

import { type Child, emptyChild } from '../../../records/class-list.ts';
import { folded } from '../../../records/search.ts';

/** As many letters as a sign-up's name has at most (`contactDetails`). */
export const longestName = 200;

/** Columns are put side by side; a running number before the name is left out. */
export function namesIn(list: string): readonly string[] {
  return list
    .split(/[\r\n\v\f\u0085\u2028\u2029]+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .map((line) => line.replace(/^\d{1,3}[.)]? /, ''))
    .filter((name) => name !== '');
}

/** Who is still on the list stays the same child. A single name that is new where a single one is gone was corrected. */
export function withNames(children: readonly Child[], names: readonly string[], newToken: () => string): readonly Child[] {
  const left = [...children];
  const same = names.map((name) => {
    const at = left.findIndex((child) => child.name === name);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  });
  const fresh = same.filter((child) => child === undefined).length;
  const corrected = fresh === 1 && left.length === 1 ? left[0] : undefined;
  return names.map((name, at) => same[at] ?? { ...(corrected ?? emptyChild(newToken())), name });
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
