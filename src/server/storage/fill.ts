// [S13] A device that holds nothing is filled by key (subject, then sequence), page by page, each page resumable from its cursor alone.
// Subjects in scope are found by their rows, and only their facts are read: the cost does not grow with history.

import { sql } from 'kysely';
import type { Cursor, Rows } from '../../protocol/pull.ts';
import { markAt } from './mark.ts';
import type { Day } from '../../domain/shapes.ts';
import { datedTypes, inScope } from './scope.ts';
import { factColumns, placedFact, type Snapshot } from './snapshot.ts';

/** Filling keeps the days it began with: pulling goes on from there and brings what has moved since. */
export async function beginFilling({ tx, device, server, highest, scope }: Snapshot): Promise<Cursor> {
  const mark = await markAt(tx, device.library, highest);
  return { server: server.id, epoch: server.epoch, seq: highest, scope, mark, snapshot: { subject: '', seq: 0 } };
}

/** Keys of what left the scope, as the device is told: sessions, as ever, by their ids; loans, which older devices do not know, by their keys. */
export function goneOf(left: readonly string[]): Pick<Rows, 'removed' | 'gone'> {
  const session = 'session/';
  const keys = [...new Set(left)];
  const gone = keys.filter((key) => !key.startsWith(session));
  return {
    removed: keys.flatMap((key) => (key.startsWith(session) ? [key.slice(session.length)] : [])),
    ...(gone.length === 0 ? {} : { gone }),
  };
}

/** The page after the cursor's key. `left` are keys that a device that held something before must drop. */
export async function fillPage(snapshot: Snapshot, cursor: Cursor, left: readonly string[]): Promise<Rows> {
  const { engine, tx, device, highest, safe, scope, page } = snapshot;
  const { subject: afterSubject, seq: afterSeq } = cursor.snapshot ?? { subject: '', seq: 0 };
  const isFirst = afterSubject === '';
  const total = await tx
    .selectFrom('subject')
    .select(sql<number | null>`sum(subject.facts)`.as('facts'))
    .where('subject.library', '=', device.library)
    .where(inScope(device.level, cursor.scope))
    .where(inScope(device.level, scope))
    .executeTakeFirst();
  const { keys, isAll } = await keysOfPage(snapshot, cursor, afterSubject);
  const facts =
    keys.length === 0
      ? []
      : await tx
          .selectFrom('fact')
          .select(factColumns)
          .where('fact.library', '=', device.library)
          .where(engine.among('fact.subject', keys))
          .where('fact.seq', '<=', cursor.seq)
          .where((row) => row.or([row('fact.subject', '<>', afterSubject), row('fact.seq', '>', afterSeq)]))
          .orderBy('fact.subject')
          .orderBy('fact.seq')
          .limit(page + 1)
          .execute();
  const full = facts.length > page;
  const rows = facts.slice(0, page);
  const last = full ? rows.at(-1) : { subject: keys.at(-1) ?? '', seq: cursor.seq };
  const complete = !full && isAll;
  // The server's clock went back since the filling began: what the days held more is not sent now, and must not count as sent.
  const common = { from: later(cursor.scope.from, scope.from), to: earlier(cursor.scope.to, scope.to) };
  const narrowed = await tx
    .selectFrom('subject')
    .select('subject.key')
    .where('subject.library', '=', device.library)
    .where('subject.type', 'in', datedTypes)
    .where(inScope(device.level, cursor.scope))
    .where((row) => row.not(inScope(device.level, common)(row)))
    .execute();
  const erased = isFirst ? await tx.selectFrom('erasure').select('fact').where('library', '=', device.library).execute() : [];
  return {
    cursor: { ...cursor, scope: common, snapshot: complete || last === undefined ? null : { subject: last.subject, seq: last.seq } },
    highest,
    more: !complete || cursor.seq < highest,
    safe,
    facts: rows.map(placedFact),
    ...goneOf([...left, ...narrowed.map(({ key }) => key)]),
    erased: erased.map((row) => row.fact),
    total: Number(total?.facts ?? 0),
  };
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}

/** As many subjects in scope, in the order of their keys, as fill a page with their facts. */
async function keysOfPage(
  { tx, device, scope, page }: Snapshot,
  cursor: Cursor,
  from: string,
): Promise<{ readonly keys: readonly string[]; readonly isAll: boolean }> {
  const subjects = await tx
    .selectFrom('subject')
    .select(['subject.key', 'subject.facts'])
    .where('subject.library', '=', device.library)
    .where('subject.key', '>=', from)
    .where(inScope(device.level, cursor.scope))
    .where(inScope(device.level, scope)) // the cursor is the device's word, and must not widen what it is sent
    .orderBy('subject.key')
    .limit(page + 1)
    .execute();
  const keys: string[] = [];
  let facts = 0;
  for (const subject of subjects) {
    if (facts > page) break;
    keys.push(subject.key);
    // The subject a page begins with may have been sent in part: all of its facts may be left, or none.
    if (subject.key !== from) facts += subject.facts;
  }
  return { keys, isAll: keys.length === subjects.length && subjects.length <= page };
}
