// [S51] Corrections of one sign-up that were made apart: the last in the server's order counts, and one that nobody had seen who corrected
// after it is another version, for as long as nobody has chosen. A correction of an earlier app does not say what it was made from: it stands
// for all before it.

export interface Correction {
  readonly id: string;
  /** The facts whose envelopes it was made from; undefined: an earlier app did not say. */
  readonly bases: readonly string[] | undefined;
  readonly voided: boolean;
}

export interface VersionsOf<One> {
  /** null: the sign-up is as it was taken. */
  readonly counts: One | null;
  readonly others: readonly One[];
  /** The newest fact that all of them were made from, the sign-up itself or a correction; null: there are no others, or nothing tells. */
  readonly base: string | null;
}

/** Of the corrections of one sign-up, in the server's order. */
export function versionsOf<One extends Correction>(corrections: readonly One[]): VersionsOf<One> {
  const standing = corrections.filter(({ voided }) => !voided);
  const counts = standing.at(-1) ?? null;
  if (counts === null || standing.length < 2) return { counts, others: [], base: null };
  const seen = below(standing, corrections);
  const others = standing.filter((one) => one !== counts && !seen.has(one.id));
  return { counts, others, base: others.length === 0 ? null : commonBase([counts, ...others], corrections) };
}

function commonBase(versions: readonly Correction[], corrections: readonly Correction[]): string | null {
  const [first = new Set<string>(), ...rest] = versions.map((one) => below([one], corrections));
  const common = [...first].filter((id) => rest.every((ids) => ids.has(id)));
  return corrections.findLast(({ id }) => common.includes(id))?.id ?? common[0] ?? null;
}

/** What these were made from, and what that was made from in turn, taken back or not: who corrects a correction has seen what is below it. */
function below(ones: readonly Correction[], corrections: readonly Correction[]): ReadonlySet<string> {
  const placeById = new Map(corrections.map(({ id }, place) => [id, place]));
  const seen = new Set<string>();
  const looked = [...ones];
  for (const { id, bases = corrections.slice(0, placeById.get(id)).map((one) => one.id) } of looked) {
    for (const base of bases.filter((one) => !seen.has(one))) {
      seen.add(base);
      const next = corrections[placeById.get(base) ?? -1];
      if (next !== undefined) looked.push(next);
    }
  }
  return seen;
}
