// [I8] [I22] What lies on a device each time its cursor has moved: of every subject in its scope all facts up to the cursor, and no copy of a
// session that is out of it. Its own facts (S14) are not sent to it, and what moved in or out after the cursor is on its way.

import { fieldValue } from '../../../src/domain/record.ts';
import { foldSession } from '../../../src/domain/session.ts';
import { addDays } from '../../../src/domain/shapes.ts';
import type { Scope } from '../../../src/protocol/pull.ts';
import type { Disk } from '../disk.ts';
import { factOf, type Ghost, isErased, type ServerRow, toBeDone } from '../ghost.ts';
import { copiesOn, cursorOn, ownFactsOn, selfOn } from './on-commit.ts';

export function checkFollowing(ghost: Ghost, library: string, disk: Disk): undefined {
  const row = cursorOn(disk);
  if (row === null || row.cursor === null || row.cursor.snapshot !== null || row.sweep) return;
  const { epoch, seq, scope } = row.cursor;
  const { facts, highest } = ghost.mirror(library);
  if (epoch !== ghost.state.epoch || seq > highest) return;
  const incarnation = selfOn(disk)?.identity?.incarnation;
  const copied = copiesOn(disk).flatMap(({ subject, facts: placed }) => placed.map(({ text }) => ({ subject, id: factOf(text).id })));
  const copies = Map.groupBy(copied, ({ subject }) => subject);
  const own = Map.groupBy(ownFactsOn(disk), ({ subject }) => subject);
  const here = new Set([...copied, ...ownFactsOn(disk)].map(({ id }) => id));
  for (const [subject, rows] of Map.groupBy(facts.values(), (one) => one.subject)) {
    const isIn = subject.startsWith('session/') ? membership(rows, seq, scope) : !subject.startsWith('loan/');
    // Of what is erased the server knows no more, and the device may not have heard of it yet, its own sign-ups among it: at its cursor that
    // may have kept the session in.
    const held = [...(copies.get(subject) ?? []), ...(own.get(subject) ?? [])];
    if (isIn === null || held.some(({ id }) => isErased(ghost, id))) continue;
    ghost.state.checks += 1;
    if (!isIn) {
      if ((copies.get(subject)?.length ?? 0) > 0)
        return ghost.violate('I22', `${disk.name} keeps copies of ${subject}, out of its scope at ${seq}`);
      continue;
    }
    for (const one of rows) {
      if (one.seq > seq || one.incarnation === incarnation || here.has(one.id) || isErased(ghost, one.id)) continue;
      return ghost.violate('I8', `${disk.name} is at ${seq} and lacks ${one.id} (${one.kind}, number ${one.seq}) of ${subject}`);
    }
  }
}

/** Of a session by its facts up to `seq`; null where a later fact moves it: the server asks how things stand when it reads. */
function membership(rows: readonly ServerRow[], seq: number, scope: Scope): boolean | null {
  const decides = ({ kind }: ServerRow) => kind.startsWith('session.') || kind.startsWith('sign-up.') || kind === 'fact.voided';
  const steps = [seq, ...rows.filter((one) => one.seq > seq && decides(one)).map((one) => one.seq)];
  const [now, ...later] = steps.map((step) => standing(rows.filter((one) => one.seq <= step)));
  if (now === undefined || later.some(({ date, kept }) => date !== now.date || kept !== now.kept)) return null;
  return isIn(now, scope);
}

/** [S15] By the session's day, or for a year by a sign-up that is to be done. `rows` in the server's order. */
export function isSessionIn(rows: readonly ServerRow[], scope: Scope): boolean {
  return isIn(standing(rows), scope);
}

interface Standing {
  readonly date: unknown;
  readonly kept: boolean;
}

function standing(rows: readonly ServerRow[]): Standing {
  const placed = rows.map(({ text, seq }) => ({ fact: factOf(text), seq }));
  return { date: fieldValue(foldSession('', placed).fields['date']), kept: toBeDone(placed.map(({ fact }) => fact)) };
}

function isIn({ date, kept }: Standing, { from, to }: Scope): boolean {
  if (typeof date !== 'string' || (date >= from && date <= to)) return true;
  return kept && date >= addDays(from, 45 - 365);
}
