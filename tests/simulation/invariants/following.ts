// [I8] [I22] What lies on a device each time its cursor has moved: of every subject in its scope all facts up to the cursor, and no copy of what
// is out of it. Its own facts (S14) are not sent to it, and what moved in or out after the cursor is on its way.

import type { Level } from '../../../src/domain/may.ts';
import { fieldValue } from '../../../src/domain/record.ts';
import { foldSession } from '../../../src/domain/session.ts';
import { addDays } from '../../../src/domain/shapes.ts';
import type { Scope } from '../../../src/protocol/pull.ts';
import { lastWords, toBeDone } from '../arithmetic.ts';
import type { Disk } from '../disk.ts';
import { factOf, type Ghost, isErased, type ServerRow } from '../ghost.ts';
import { copiesOn, cursorOn, ownFactsOn, recordsOn, selfOn, sessionsOn } from './on-commit.ts';

export function checkFollowing(ghost: Ghost, library: string, disk: Disk): undefined {
  const row = cursorOn(disk);
  if (row === null || row.cursor === null || row.cursor.snapshot !== null || row.sweep) return;
  const { epoch, seq, scope } = row.cursor;
  const { facts, highest } = ghost.mirror(library);
  if (epoch !== ghost.state.epoch || seq > highest) return;
  const self = selfOn(disk);
  const incarnation = self?.identity?.incarnation;
  const level = self?.identity?.level ?? 'staff';
  const copied = copiesOn(disk).flatMap(({ subject, facts: placed }) => placed.map(({ text }) => ({ subject, id: factOf(text).id })));
  const copies = Map.groupBy(copied, ({ subject }) => subject);
  const own = Map.groupBy(ownFactsOn(disk), ({ subject }) => subject);
  const here = new Set([...copied, ...ownFactsOn(disk)].map(({ id }) => id));
  const shown = new Set([...sessionsOn(disk).map(({ id }) => `session/${id}`), ...recordsOn(disk).map(({ key }) => key)]);
  for (const [subject, rows] of Map.groupBy(facts.values(), (one) => one.subject)) {
    const belongs = membership({ level, subject, rows }, seq, scope);
    const mine = own.get(subject) ?? [];
    // Of what is erased the server knows no more, and the device may not have heard of it yet, its own sign-ups among it: at its cursor that
    // may have kept the session in.
    if (belongs === null || [...(copies.get(subject) ?? []), ...mine].some(({ id }) => isErased(ghost, id))) continue;
    ghost.state.checks += 1;
    if (!belongs) {
      if ((copies.get(subject)?.length ?? 0) > 0)
        return ghost.violate('I22', `${disk.name} keeps copies of ${subject}, out of its scope at ${seq}`);
      // What it made itself it may show.
      if (mine.length === 0 && shown.has(subject)) return ghost.violate('I22', `${disk.name} shows ${subject}, out of its scope at ${seq}`);
      continue;
    }
    for (const one of rows) {
      if (one.seq > seq || one.incarnation === incarnation || here.has(one.id) || isErased(ghost, one.id)) continue;
      return ghost.violate('I8', `${disk.name} is at ${seq} and lacks ${one.id} (${one.kind}, number ${one.seq}) of ${subject}`);
    }
  }
}

/** What a device may have, by its level and the days of its scope. `rows` are all facts of the subject, in the server's order. */
export interface Shown {
  readonly level: Level;
  readonly subject: string;
  readonly rows: readonly ServerRow[];
}

/** [S15] What a kiosk is sent: nothing about persons. */
const ofKiosks: readonly string[] = ['library', 'sealing-key', 'outlet', 'site', 'template'];

/** [S15] A session by its day, or for a year by a sign-up that is to be done; a loan while it is out, and by the day it came back. */
export function isIn({ level, subject, rows }: Shown, scope: Scope): boolean {
  const type = subject.slice(0, subject.indexOf('/'));
  if (level === 'partner') return false;
  if (level === 'kiosk') return ofKiosks.includes(type);
  return (type !== 'session' && type !== 'loan') || isStandingIn(standing(subject, rows), scope);
}

/**
 * By the facts up to `seq`; null where a later fact moves it: the server asks how things stand when it reads. It knows of the newest move
 * only, so what was moved out of the scope or into it, and then to another day, is told with the second, at the next page.
 */
function membership({ level, subject, rows }: Shown, seq: number, scope: Scope): boolean | null {
  const decides = ({ kind }: ServerRow) =>
    kind.startsWith('session.') || kind.startsWith('sign-up.') || kind === 'fact.voided' || kind === 'loan.changed';
  const upTo = (step: number) => rows.filter((one) => one.seq <= step);
  const stands = (step: number) => JSON.stringify(standing(subject, upTo(step)));
  const moves = rows.some((one) => one.seq > seq && decides(one) && stands(one.seq) !== stands(seq));
  return moves ? null : isIn({ level, subject, rows: upTo(seq) }, scope);
}

interface Standing {
  readonly date: unknown;
  readonly kept: boolean;
}

function standing(subject: string, rows: readonly ServerRow[]): Standing {
  const placed = rows.map(({ text, seq }) => ({ fact: factOf(text), seq }));
  if (subject.startsWith('loan/')) return { date: lastWords(placed).get('returnedOn'), kept: false };
  return { date: fieldValue(foldSession('', placed).fields['date']), kept: toBeDone(placed.map(({ fact }) => fact)) };
}

function isStandingIn({ date, kept }: Standing, { from, to }: Scope): boolean {
  if (typeof date !== 'string' || (date >= from && date <= to)) return true;
  return kept && date >= addDays(from, 45 - 365);
}
