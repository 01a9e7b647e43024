// [S51] Two desks that did not see each other may each have let the other's sign-up go: of such a ring one stays, the one that the newest
// merge let go. Its members may be of several sessions.

import * as v from 'valibot';
import { readFact } from '../../domain/fact.ts';
import { unvoidOf } from '../../domain/session.ts';
import { signUpMerged, signUpUnmerged } from '../../domain/sign-up.ts';
import type { Tx } from './dialects.ts';

export interface Merge {
  readonly into: string;
  readonly seq: number;
}

interface Said {
  readonly kind: string;
  readonly body: unknown;
}

/** [S53] What was unmerged: those voids and merges are none. */
export function unvoidsIn(facts: readonly Said[]): ReadonlySet<string> {
  return new Set(facts.flatMap(({ kind, body }) => (kind === 'sign-up.unmerged' ? [unvoidOf(v.parse(signUpUnmerged, body))] : [])));
}

/** Of a session's facts, in the server's order: its sign-ups that were merged away and stay all the same. */
export async function stayingIn(
  tx: Tx,
  library: string,
  facts: readonly (Said & { readonly seq: number })[],
): Promise<ReadonlySet<string>> {
  const unvoids = unvoidsIn(facts);
  const merges = new Map<string, Merge>();
  for (const { kind, body, seq } of facts) {
    const merge = kind === 'sign-up.merged' ? v.parse(signUpMerged, body) : null;
    if (merge !== null && !unvoids.has(unvoidOf(merge))) merges.set(merge.target, { into: merge.into, seq });
  }
  const staying = new Set<string>();
  for (const [id, own] of merges) if (await isLastOfRing(tx, library, id, own)) staying.add(id);
  return staying;
}

/** Whether sign-ups let each other go, this one among them, and all of them are still here. */
export async function isInRing(tx: Tx, library: string, id: string, own: Merge | undefined): Promise<boolean> {
  const passed = new Set<string>();
  let at = own;
  while (at !== undefined && at.into !== id && !passed.has(at.into)) {
    passed.add(at.into);
    at = await mergeOf(tx, library, at.into);
  }
  return at?.into === id;
}

/** Of sign-ups that let each other go, the one that the newest word let go stays: devices show it (`staying`), and nobody else is left. */
export async function isLastOfRing(tx: Tx, library: string, id: string, own: Merge | undefined): Promise<boolean> {
  const passed = new Set<string>();
  let at = own;
  while (at !== undefined && at.into !== id && at.seq <= (own?.seq ?? 0) && !passed.has(at.into)) {
    passed.add(at.into);
    at = await mergeOf(tx, library, at.into);
  }
  return own !== undefined && at?.into === id && at.seq <= own.seq && at !== own;
}

async function mergeOf(tx: Tx, library: string, id: string): Promise<Merge | undefined> {
  const rows = await tx
    .selectFrom('fact')
    .innerJoin('fact as taken', (join) => join.onRef('taken.library', '=', 'fact.library').onRef('taken.subject', '=', 'fact.subject'))
    .select(['fact.kind', 'fact.text', 'fact.seq'])
    .where('taken.library', '=', library)
    .where('taken.id', '=', id)
    .where('fact.kind', 'in', ['sign-up.merged', 'sign-up.unmerged'])
    .orderBy('fact.seq', 'desc')
    .execute();
  const facts = rows.flatMap((row) => {
    const read = readFact(row.text);
    return read.ok ? [{ ...row, body: read.value.body }] : [];
  });
  const unvoids = unvoidsIn(facts);
  for (const { kind, body, seq } of facts) {
    const merge = kind === 'sign-up.merged' ? v.parse(signUpMerged, body) : null;
    if (merge?.target === id && !unvoids.has(unvoidOf(merge))) return { into: merge.into, seq };
  }
  return undefined;
}
