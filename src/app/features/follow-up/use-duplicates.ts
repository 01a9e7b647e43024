// Who is here twice, looked for among what is opened, in small steps. Those that somebody has kept apart are not asked about again.

import { useEffect, useState } from 'preact/hooks';
import { type Candidate, groupsOf, isPerhapsTwins, type Likeness, searchDuplicates } from '../../../domain/duplicates.ts';
import { turn } from '../../../device/turn.ts';
import { byAge, type Entry } from './book.ts';

export interface Group {
  /** The ids of its members, joined. */
  readonly key: string;
  /** The oldest first. */
  readonly entries: readonly Entry[];
  readonly pairs: readonly Likeness[];
}

/** null while it is being looked for. */
export function useDuplicates(entries: readonly Entry[] | null): readonly Group[] | null {
  const [groups, setGroups] = useState<readonly Group[] | null>(null);
  useEffect(() => {
    if (entries === null) return undefined;
    const stopping = new AbortController();
    void look(entries, stopping.signal).then((found) => found !== null && setGroups(found));
    return () => stopping.abort();
  }, [entries]);
  return groups;
}

async function look(entries: readonly Entry[], stopped: AbortSignal): Promise<readonly Group[] | null> {
  const search = searchDuplicates(candidatesOf(entries));
  for (;;) {
    const step = search.next();
    if (step.done) return duplicateGroups(entries, step.value.pairs);
    await turn();
    if (stopped.aborted) return null;
  }
}

export function candidatesOf(entries: readonly Entry[]): readonly Candidate[] {
  return entries.flatMap(({ id, session, signUp, contact }) =>
    contact === null || signUp.voided ? [] : [{ id, session, body: signUp.body, contact }],
  );
}

export function duplicateGroups(entries: readonly Entry[], pairs: readonly Likeness[]): readonly Group[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const isApart = (a: string, b: string) => byId.get(a)?.signUp.keptApartFrom.includes(b) === true;
  const asked = pairs.filter(({ a, b }) => !isApart(a, b) && !isApart(b, a));
  const pairsById = new Map<string, Likeness[]>();
  for (const pair of asked) pairsById.set(pair.a, [...(pairsById.get(pair.a) ?? []), pair]);
  const sure = groupsOf(asked.filter((pair) => !isPerhapsTwins(pair)));
  const inSure = new Set(sure.flat());
  // Each by itself, and not before what is surer: a nickname and a twin must never be made one in one go.
  const unsure = asked.filter((pair) => isPerhapsTwins(pair) && !inSure.has(pair.a) && !inSure.has(pair.b)).map(({ a, b }) => [a, b]);
  return [...sure, ...unsure].map((ids) => ({
    key: ids.join(' '),
    entries: ids.flatMap((id) => byId.get(id) ?? []).sort(byAge),
    pairs: ids.flatMap((id) => pairsById.get(id) ?? []).filter(({ b }) => ids.includes(b)),
  }));
}
