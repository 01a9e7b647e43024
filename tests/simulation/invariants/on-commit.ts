// After every commit on any device's disk: facts are never changed or deleted before their time (I5), record and fact are one (I6), what belongs
// together is there together, and nothing that nobody saves (I7), own counts and loans show every fact once (I11), the cursor moves with its
// rows and never back (I9), a device number is given once (I21).

import type { Fact } from '../../../src/domain/fact.ts';
import type { Session } from '../../../src/domain/session.ts';
import type { Copies, OwnFact, Receipts, RecordRow } from '../../../src/device/store/db.ts';
import type { CursorRow, MetaRow } from '../../../src/device/store/meta.ts';
import type { Self } from '../../../src/device/store/self.ts';
import { hashOf } from '../../../src/protocol/hash.ts';
import { differenceIn, type Placed } from '../arithmetic.ts';
import type { Commit, Disk } from '../disk.ts';
import { factOf, type Ghost, isErased } from '../ghost.ts';
import { differenceInLoans } from './loans.ts';
import { halfIn, type SavingByPage, wasMade } from './saving.ts';

/** What was on a disk at its last commit. */
export interface Seen {
  readonly facts: Map<string, string>;
  readonly numbers: Map<string, string>;
  readonly sessions: Map<string, unknown>;
  /** Rows of loans, by their keys. */
  readonly loans: Map<string, unknown>;
  cursor: CursorRow | null;
  /** Facts committed and not yet promised, by page. */
  readonly fresh: Map<string, string[]>;
  /** What people are doing, by page. */
  readonly saving: SavingByPage;
}

export function newSeen(): Seen {
  return {
    ...{ facts: new Map(), numbers: new Map(), sessions: new Map(), loans: new Map(), cursor: null },
    ...{ fresh: new Map(), saving: new Map() },
  };
}

export interface CommitCheck {
  readonly ghost: Ghost;
  readonly seen: Seen;
  /** Virtual true time. */
  readonly now: number;
  readonly forked: boolean;
  readonly foreign: boolean;
  readonly library: string;
}

/** Rows of the device's own tables, which it wrote itself. */
export const ownFactsOn = (disk: Disk) => disk.rows('facts') as readonly OwnFact[];
export const copiesOn = (disk: Disk) => disk.rows('copies') as readonly Copies[];
export const recordsOn = (disk: Disk) => disk.rows('records') as readonly RecordRow[];
export const sessionsOn = (disk: Disk) => disk.rows('sessions') as readonly Session[];
export const selfOn = (disk: Disk) => (disk.rows('self') as readonly Self[])[0];
const metaOn = (disk: Disk) => disk.rows('meta') as readonly MetaRow[];
export const cursorOn = (disk: Disk) => metaOn(disk).find((row) => row.key === 'cursor') ?? null;

export function checkCommit(check: CommitCheck, { disk, scope, source }: Commit): undefined {
  if (scope.has('facts')) checkFacts(check, disk, source.name);
  if (scope.has('meta')) checkCursor(check, disk);
  if (scope.has('sessions')) checkViews(check, disk);
  if (scope.has('records')) checkLoans(check, disk);
}

/** Rows that were looked at: what is changed is a row of its own. */
const looked = new WeakSet<OwnFact>();

function checkFacts({ ghost, seen, now, forked, foreign }: CommitCheck, disk: Disk, page: string): undefined {
  const rows = ownFactsOn(disk);
  const here = new Set<string>();
  const made: Fact[] = [];
  const self = selfOn(disk);
  for (const row of rows) {
    const { id, text, incarnation } = row;
    here.add(id);
    // [I20] Nor does another version of the app, when it opens the store, make another hash of it.
    if (!looked.has(row) && row.hash !== hashOf(text)) return ghost.violate('I20', `${disk.name} keeps another hash than that of ${id}`);
    looked.add(row);
    const before = seen.facts.get(id);
    if (before === text) continue;
    if (before !== undefined) return ghost.violate('I5', `${disk.name} changed the bytes of ${id} after it was saved`);
    const known = ghost.facts.get(id);
    if (known !== undefined && known.text !== text) return ghost.violate('I5', `${disk.name} keeps other bytes of ${id} than it had first`);
    const fact = factOf(text);
    if (known === undefined) {
      ghost.facts.set(id, { id, text, fact, honest: true, page, foreign });
      made.push(fact);
      wasMade(ghost, seen.saving, page, fact);
    }
    seen.facts.set(id, text);
    if (known === undefined || known.honest) seen.fresh.set(page, [...(seen.fresh.get(page) ?? []), id]);
    if (forked || fact.device !== self?.identity?.device) continue;
    const number = `${incarnation}/${fact.number}`;
    const other = seen.numbers.get(number);
    if (other !== undefined && other !== id) return ghost.violate('I21', `${disk.name} gave the number ${number} twice`);
    seen.numbers.set(number, id);
  }
  for (const id of seen.facts.keys()) {
    if (here.has(id)) continue;
    if (!mayBeGone(ghost, id, now))
      return ghost.violate('I5', `${disk.name} deleted ${id}, which ${ghost.acked.has(id) ? 'is not safe' : 'nobody has'}`);
    seen.facts.delete(id);
  }
  const half = halfIn(made);
  if (half !== undefined) return ghost.violate('I7', `${disk.name} saved ${half.id} (${half.kind}) without what belongs to it`);
  if (self === undefined) return;
  const waiting = rows.filter((row) => row.order > self.delivered);
  if (waiting.length !== self.waiting) return ghost.violate('I6', `${disk.name} says ${self.waiting} wait, and ${waiting.length} do`);
  if (waiting.length === 0) return;
  const shown = new Set(sessionsOn(disk).map((row) => `session/${row.id}`));
  for (const { id, subject } of waiting)
    if (subject.startsWith('session/') && !shown.has(subject) && ghost.facts.get(id)?.honest === true)
      return ghost.violate('I11', `${disk.name} shows nothing of ${subject}, of which ${id} waits`);
}

const daysKept = 30 * 86_400_000;

/** [S22] Erased, or in a verified backup and a month old. */
function mayBeGone(ghost: Ghost, id: string, now: number): boolean {
  if (isErased(ghost, id)) return true;
  const mirror = ghost.mirror(ghost.facts.get(id)?.fact.library ?? '');
  const row = mirror.facts.get(id);
  return row !== undefined && row.seq <= mirror.safe && now - Date.parse(row.receivedAt) > daysKept - 2 * 86_400_000;
}

function checkCursor({ ghost, seen, library }: CommitCheck, disk: Disk): undefined {
  const row = cursorOn(disk);
  const before = seen.cursor;
  seen.cursor = row;
  if (row === null || row.cursor === null) return;
  const { epoch, seq } = row.cursor;
  if (before?.cursor != null && before.fill === row.fill && before.cursor.epoch === epoch && seq < before.cursor.seq)
    ghost.violate('I9', `${disk.name} went back from ${before.cursor.seq} to ${seq}`);
  const highest = ghost.highWater.get(`${epoch}/${library}`);
  if (highest === undefined || seq > highest) ghost.violate('I9', `${disk.name} is at ${seq}, beyond the server's ${highest ?? 'nothing'}`);
}

function checkViews({ ghost, seen }: CommitCheck, disk: Disk): undefined {
  if (isFillingAgain(disk)) return;
  const rows = sessionsOn(disk);
  const changed = rows.filter((row) => seen.sessions.get(row.id) !== row);
  if (changed.length === 0) return;
  const own = ownFactsOn(disk);
  const copies = copiesOn(disk);
  for (const session of changed) {
    seen.sessions.set(session.id, session);
    ghost.state.checks += 1;
    const subject = `session/${session.id}`;
    const texts = [
      ...own.flatMap((row) => (row.subject === subject ? [row.text] : [])),
      ...copies.flatMap((row) => (row.subject === subject ? row.facts.map((fact) => fact.text) : [])),
    ];
    const difference = differenceIn(session.totals, texts.map(factOf));
    if (difference !== null) return ghost.violate('I11', `of ${session.id} ${disk.name} shows that ${difference}`);
  }
}

function checkLoans({ ghost, seen }: CommitCheck, disk: Disk): undefined {
  if (isFillingAgain(disk)) return;
  const rows = recordsOn(disk).filter((row) => row.type === 'loan');
  if (rows.every((row) => seen.loans.get(row.key) === row)) return;
  for (const row of rows) seen.loans.set(row.key, row);
  ghost.state.checks += rows.length;
  const shown = rows.map(({ record }) => record);
  const difference = differenceInLoans(shown, new Map(shown.map(({ id }) => [id, placedOn(disk, `loan/${id}`)])));
  if (difference !== null) ghost.violate('I11', `${disk.name} shows that ${difference}`);
}

/** While filling once more views are as complete as what has come again. */
function isFillingAgain(disk: Disk): boolean {
  const row = cursorOn(disk);
  return row !== null && row.fill > 1 && (row.cursor === null || row.cursor.snapshot !== null || row.sweep);
}

/** All facts of one subject that a device has, with what it knows of their numbers. */
function placedOn(disk: Disk, subject: string): readonly Placed[] {
  const receipts = disk.rows('receipts') as readonly Receipts[];
  const byId = new Map<string, Placed>();
  for (const { id, text, order, subject: of } of ownFactsOn(disk)) {
    if (of !== subject) continue;
    const seq = receipts.map(({ first, seqs }) => seqs[order - first] ?? 0).find((one) => one > 0) ?? null;
    byId.set(id, { fact: factOf(text), seq, order });
  }
  // What came with a later filling, or a later page, is newer.
  const copies = copiesOn(disk).filter((row) => row.subject === subject);
  for (const { facts, place } of copies.toReversed())
    for (const { text, seq } of facts) {
      const fact = factOf(text);
      const known = byId.get(fact.id);
      if (known === undefined) byId.set(fact.id, { fact, seq, order: place });
      else if (known.seq === null) byId.set(fact.id, { ...known, seq });
    }
  return [...byId.values()];
}

export function sumOf(counts: Readonly<Partial<Record<string, number>>>): number {
  return Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0);
}
