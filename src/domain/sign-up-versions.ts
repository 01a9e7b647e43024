// [S51] Corrections of one sign-up that were made apart: the last in the server's order counts, and one that nobody had seen who corrected
// after it is another version, for as long as nobody has chosen. A correction of an earlier app does not say what it was made from: it stands
// for all before it.

export interface Correction {
  readonly id: string;
  /** The facts whose envelopes it was made from; undefined: an earlier app did not say. */
  readonly bases: readonly string[] | undefined;
  readonly voided: boolean;
}

/** Of the corrections of one sign-up, in the server's order: the one that counts, null when the sign-up is as it was taken, and the other versions. */
export function versionsOf<One extends Correction>(
  corrections: readonly One[],
): { readonly counts: One | null; readonly others: readonly One[] } {
  const standing = corrections.filter(({ voided }) => !voided);
  const counts = standing.at(-1) ?? null;
  if (standing.length < 2) return { counts, others: [] };
  const seen = seenBy(standing, corrections);
  return { counts, others: standing.filter((one) => one !== counts && !seen.has(one.id)) };
}

/** What these were made from, and what that was made from in turn, taken back or not: who corrects a correction has seen what is below it. */
function seenBy(standing: readonly Correction[], corrections: readonly Correction[]): ReadonlySet<string> {
  const placeById = new Map(corrections.map(({ id }, place) => [id, place]));
  const seen = new Set<string>();
  const looked = [...standing];
  for (const { id, bases = corrections.slice(0, placeById.get(id)).map((one) => one.id) } of looked) {
    for (const base of bases) {
      const below = corrections[placeById.get(base) ?? -1];
      if (below === undefined || seen.has(base)) continue;
      seen.add(base);
      looked.push(below);
    }
  }
  return seen;
}
