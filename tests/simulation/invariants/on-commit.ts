// After every commit on any device's disk: facts are never changed or deleted before their time (I5), record and fact are one (I6), own counts
// show every fact once (I11), the cursor moves with its rows and never back (I9), a device number is given once (I21).

import type { Session } from '../../../src/domain/session.ts';
import type { Copies, OwnFact } from '../../../src/device/store/db.ts';
import type { CursorRow, MetaRow } from '../../../src/device/store/meta.ts';
import type { Self } from '../../../src/device/store/self.ts';
import type { Commit, Disk } from '../disk.ts';
import { factOf, type Ghost, isErased, tallyOf } from '../ghost.ts';

/** What was on a disk at its last commit. */
export interface Seen {
  readonly facts: Map<string, string>;
  readonly numbers: Map<string, string>;
  readonly sessions: Map<string, unknown>;
  cursor: CursorRow | null;
  /** Facts committed and not yet promised, by page. */
  readonly fresh: Map<string, string[]>;
}

export function newSeen(): Seen {
  return { facts: new Map(), numbers: new Map(), sessions: new Map(), cursor: null, fresh: new Map() };
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
export const sessionsOn = (disk: Disk) => disk.rows('sessions') as readonly Session[];
export const selfOn = (disk: Disk) => (disk.rows('self') as readonly Self[])[0];
const metaOn = (disk: Disk) => disk.rows('meta') as readonly MetaRow[];
export const cursorOn = (disk: Disk) => metaOn(disk).find((row) => row.key === 'cursor') ?? null;

export function checkCommit(check: CommitCheck, { disk, scope, source }: Commit): undefined {
  if (scope.has('facts')) checkFacts(check, disk, source.name);
  if (scope.has('meta')) checkCursor(check, disk);
  if (scope.has('sessions')) checkViews(check, disk);
}

function checkFacts({ ghost, seen, now, forked, foreign }: CommitCheck, disk: Disk, page: string): undefined {
  const rows = ownFactsOn(disk);
  const here = new Set<string>();
  const self = selfOn(disk);
  for (const { id, text, incarnation } of rows) {
    here.add(id);
    const before = seen.facts.get(id);
    if (before === text) continue;
    if (before !== undefined) return ghost.violate('I5', `${disk.name} changed the bytes of ${id} after it was saved`);
    const known = ghost.facts.get(id);
    if (known !== undefined && known.text !== text) return ghost.violate('I5', `${disk.name} keeps other bytes of ${id} than it had first`);
    const fact = factOf(text);
    if (known === undefined) ghost.facts.set(id, { id, text, fact, honest: true, page, foreign });
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
  if (self === undefined) return;
  const waiting = rows.filter((row) => row.order > self.delivered).length;
  if (waiting !== self.waiting) ghost.violate('I6', `${disk.name} says ${self.waiting} wait, and ${waiting} do`);
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
  const cursor = cursorOn(disk);
  // While filling once more views are as complete as what has come again.
  if (cursor !== null && cursor.fill > 1 && (cursor.cursor === null || cursor.cursor.snapshot !== null || cursor.sweep)) return;
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
    const { heads, signUps } = tallyOf(texts.map(factOf));
    const shown = sumOf(session.totals.heads);
    const shownSignUps = sumOf(session.totals.signUps);
    if (shown !== heads || shownSignUps !== signUps)
      ghost.violate(
        'I11',
        `${disk.name} shows ${shown} heads and ${shownSignUps} sign-ups in ${session.id}, its facts say ${heads} and ${signUps}`,
      );
  }
}

export function sumOf(counts: Readonly<Partial<Record<string, number>>>): number {
  return Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0);
}
