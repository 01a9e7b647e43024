// A page of a pull into the store, inside saveTheirs' transaction: copies, views, removals and erasures, together with the cursor.
// While a device fills for the first time nothing is looked up row by row: there is nothing to find.

import { type Fact, readFact, subjectKey } from '../../domain/fact.ts';
import { namedBy } from '../../domain/session.ts';
import type { Cursor, PlacedFact, Rows } from '../../protocol/pull.ts';
import type { Copies, Store } from './db.ts';
import { eraseFacts } from './erase.ts';
import { foldFact, foldSubject, hasView, subjectId } from './fold.ts';
import { type Folding, loadViews } from './folding.ts';
import { copiesOf, copiesRange, mergeHistory, ownFactsOf, placedOf, seqsOf } from './history.ts';
import type { CursorRow, Left } from './meta.ts';

/** The answer is the cursor's row, to be written with the rest. */
export async function applyRows(store: Store, folding: Folding, stored: CursorRow, rows: Rows): Promise<CursorRow> {
  const followed = stored.cursor !== null && stored.cursor.snapshot === null;
  // More entered the scope than news can carry: the server fills from nothing, though nobody asked.
  const before = followed && rows.cursor.snapshot !== null ? { ...stored, cursor: null, fill: stored.fill + 1, done: 0 } : stored;
  const filling = before.cursor === null || before.cursor.snapshot !== null;
  const filled = filling && rows.cursor.snapshot === null;
  const bySubject = subjectsOf(rows.facts);
  // A subject that a page's end cut, and of which nothing was left for this page: it had waited for the rest with its earlier view.
  const cut = filling && before.fill > 1 ? before.cursor?.snapshot?.subject : undefined;
  if (cut !== undefined && cut !== '' && !bySubject.has(cut)) folding.again.add(cut);
  if (rows.facts.length > 0) {
    if (filling) await fill(store, folding, before, rows.cursor, bySubject);
    else await follow(store, folding, before, before.cursor?.seq ?? 0, bySubject);
  }
  const left: Left[] = [];
  for (const subject of [...rows.removed.map((session) => `session/${session}`), ...(rows.gone ?? [])]) {
    const waits = await removeSubject(store, folding, subject);
    if (waits) left.push({ subject, after: folding.self.delivered });
  }
  if (rows.erased.length > 0) await eraseFacts(store, folding, rows.erased);
  const next = { ...cursorAfter(before, rows), ...(left.length === 0 ? {} : { left: [...(before.left ?? []), ...left] }) };
  if (!filling) return next;
  return { ...next, sweep: before.sweep || (filled && before.fill > 1), done: before.done + rows.facts.length };
}

/** The cursor's row after a page of news. */
export function cursorAfter(before: CursorRow, rows: Rows): CursorRow {
  return { ...before, cursor: rows.cursor, safe: rows.safe, total: rows.total ?? before.total };
}

export interface Arrived {
  readonly placed: PlacedFact;
  /** null: of a kind this version does not know. Kept, folded by a later one. */
  readonly fact: Fact | null;
}

export function subjectsOf(facts: readonly PlacedFact[]): ReadonlyMap<string, readonly Arrived[]> {
  const bySubject = new Map<string, Arrived[]>();
  for (const placed of facts) {
    const read = readFact(placed.text);
    const subject = read.ok ? subjectKey(read.value.subject) : subjectOfUnknown(placed.text);
    const list = bySubject.get(subject);
    const arrived = { placed, fact: read.ok ? read.value : null };
    if (list === undefined) bySubject.set(subject, [arrived]);
    else list.push(arrived);
  }
  return bySubject;
}

/** [S13] Subjects come whole, one after the other; one may go on over the page's end. */
async function fill(
  store: Store,
  folding: Folding,
  before: CursorRow,
  next: Cursor,
  bySubject: ReadonlyMap<string, readonly Arrived[]>,
): Promise<void> {
  const subjects = [...bySubject.keys()];
  const own = new Map(
    folding.self.place === 0 ? [] : await Promise.all(subjects.map(async (one) => [one, await ownFactsOf(store, one)] as const)),
  );
  const begun = before.cursor?.snapshot?.subject;
  const unfinished = next.snapshot?.subject;
  const rows: Copies[] = [];
  for (const [subject, arrived] of bySubject) {
    const mine = own.get(subject) ?? [];
    const ids = new Set(mine.map((row) => row.id));
    const fresh = arrived.filter(({ fact }) => fact === null || !ids.has(fact.id));
    const row = copiesRow(folding, subject, before.fill, fresh);
    rows.push(row);
    // While filling once more, a subject that is still coming keeps the view it had.
    if (before.fill > 1 && subject === unfinished) continue;
    const earlier = subject === begun ? await copiesOf(store, subject, before.fill) : [];
    if (mine.length === 0 && earlier.length === 0) {
      foldSubject(
        folding.views,
        subject,
        fresh.flatMap(({ fact, placed }) => (fact === null ? [] : [{ fact, seq: placed.seq }])),
      );
    } else {
      foldSubject(folding.views, subject, placedOf(mergeHistory(mine, await seqsOf(store, mine), [...earlier, row])));
    }
    folding.touched.add(subject);
  }
  folding.writes.push(store.copies.bulkAdd(rows.filter((row) => row.facts.length > 0)));
}

/** [S11] News after the cursor, and sessions that entered the scope, which come whole (S16). */
async function follow(
  store: Store,
  folding: Folding,
  before: CursorRow,
  cursorSeq: number,
  bySubject: ReadonlyMap<string, readonly Arrived[]>,
): Promise<void> {
  await loadViews(store, folding, [...bySubject.keys()]);
  const gone = [...bySubject.keys()].filter((subject) => !hasView(folding.views, subject));
  const left = await Promise.all(gone.map(async (subject) => ((await ownFactsOf(store, subject)).length > 0 ? subject : null)));
  const rows: Copies[] = [];
  for (const [subject, arrived] of bySubject) {
    const whole = left.includes(subject) || arrived.some(({ placed }) => placed.seq <= cursorSeq);
    const known = await knownAmong(store, folding, subject, arrived, whole ? before.fill : null);
    const fresh = arrived.filter(({ fact }) => fact === null || !known.has(fact.id));
    if (fresh.length > 0) rows.push(copiesRow(folding, subject, before.fill, fresh));
    if (whole) folding.again.add(subject);
    else await foldNews(store, folding, subject, fresh);
  }
  folding.writes.push(store.copies.bulkAdd(rows));
}

/**
 * Facts come back to a device that has them when it carried them for another, or when a session enters whole: then `fill` tells which copies
 * stay. Those of earlier fillings are about to be dropped (sweep.ts), and would take with them what was left out because of them.
 */
async function knownAmong(store: Store, folding: Folding, subject: string, arrived: readonly Arrived[], fill: number | null) {
  const { identity, carried } = folding.self;
  const suspects = arrived.flatMap(({ fact }) => (fact !== null && (carried > 0 || fact.device === identity?.device) ? [fact.id] : []));
  const own = await Promise.all(suspects.map((id) => store.facts.get({ id })));
  const copies = fill === null ? [] : mergeHistory([], new Map(), await copiesOf(store, subject, fill));
  return new Set([...own.flatMap((row) => row?.id ?? []), ...copies.map((entry) => entry.id)]);
}

async function foldNews(store: Store, folding: Folding, subject: string, fresh: readonly Arrived[]): Promise<void> {
  const here = new Map<unknown, Fact>();
  folding.touched.add(subject);
  for (const { fact, placed } of fresh) {
    if (fact === null || folding.again.has(subject)) continue;
    const named = namedBy(fact);
    const target = named === undefined ? undefined : (here.get(named) ?? (await factHere(store, subject, named)));
    if (!foldFact(folding.views, { fact, seq: placed.seq }, target)) folding.again.add(subject);
    here.set(fact.id, fact);
  }
}

async function factHere(store: Store, subject: string, id: unknown): Promise<Fact | undefined> {
  const [own, copies] = await Promise.all([ownFactsOf(store, subject), copiesOf(store, subject)]);
  return mergeHistory(own, new Map(), copies).find((entry) => entry.id === id)?.fact ?? undefined;
}

/** [S16] The server's copies go; a subject of which own facts still wait stays, with these. */
/** True when own facts wait: the view is then folded from what the device made itself. */
export async function removeSubject(store: Store, folding: Folding, subject: string): Promise<boolean> {
  await copiesRange(store, subject).delete();
  const own = await ownFactsOf(store, subject);
  folding.views.sessions.delete(subject);
  folding.views.records.delete(subject);
  folding.touched.add(subject);
  const waits = own.some((row) => row.order > folding.self.delivered);
  if (waits) folding.again.add(subject);
  else {
    folding.again.delete(subject);
    await store.initials.where('session').equals(subjectId(subject)).delete();
  }
  return waits;
}

export function copiesRow(folding: Pick<Folding, 'self'>, subject: string, fill: number, arrived: readonly Arrived[]): Copies {
  folding.self = { ...folding.self, place: folding.self.place + 1 };
  return { subject, fill, place: folding.self.place, facts: arrived.map(({ placed }) => placed) };
}

/** What cannot be read is kept under the subject it names, or under none. */
function subjectOfUnknown(text: string): string {
  try {
    const { subject } = JSON.parse(text);
    return typeof subject?.type === 'string' && typeof subject.id === 'string' ? subjectKey(subject) : 'unknown/unknown';
  } catch {
    return 'unknown/unknown'; // not JSON: kept all the same
  }
}
