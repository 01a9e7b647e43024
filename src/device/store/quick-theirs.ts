// The short way of saving what the server said, for the answer that is by far the most frequent: some facts of ours are stored, or a few
// heads were counted elsewhere in a session this page has in hand, and nothing else. Everything else is left to the long way.

import { type Fact, isEdit, subjectKey } from '../../domain/fact.ts';
import { namedBy } from '../../domain/session.ts';
import type { Rows } from '../../protocol/pull.ts';
import { countReceipts, hasGaps } from './apply-receipts.ts';
import { copiesRow, cursorAfter, subjectsOf } from './apply-rows.ts';
import type { Copies, Store } from './db.ts';
import { foldFact, type Views } from './fold.ts';
import { instantOf } from './make-fact.ts';
import { forget, type Recent, remember } from './recent.ts';
import { bumped, type Self } from './self.ts';
import { goesBack, sameCursor, type Standing, type Theirs, withClock } from './theirs.ts';
import { writeAtOnce } from './write-at-once.ts';

/** More news than that takes the long way, which reads what it needs at once. */
const mostNews = 50;

/** null: nothing is written, take the long way. */
export async function quickTheirs(store: Store, theirs: Theirs): Promise<Standing | null> {
  const recent = store.recent.state;
  if (recent === null || !isUsual(recent, theirs)) return null;
  const { following } = recent;
  const { notices, rows, sent } = theirs;
  if (following === null || notices === null) return null;
  const state: { self: Self } = { self: withClock(recent.self, notices.now, store.ports.now()) };
  const views: Views = { sessions: new Map(recent.sessions), records: new Map() };
  const touched = new Set<string>();

  const counted = countReceipts(recent.self, sent.own, theirs.receipts, following.receipts);
  if (counted !== null) {
    // What is held aside, and edits, which are confirmed field by field, are not the usual thing.
    if (counted.stored.length < sent.own.length || sent.own.some((row) => isEdit(row.kind))) return null;
    state.self = { ...counted.self, clockOffset: state.self.clockOffset, lastDeliveredAt: instantOf(store.ports.now()) };
  } else if (sent.own.length > 0) return null;

  const copies = rows === null ? [] : foldNews(state, views, touched, recent, rows);
  if (copies === null) return null;
  const cursor = rows === null ? following.cursor : cursorAfter(following.cursor, rows);
  const self = bumped(store, rows === null ? state.self : { ...state.self, revoked: false });
  const receipts = counted?.row ?? following.receipts;
  remember(store, { before: recent.self, after: self, following: { ...following, cursor, receipts } }, views, touched);
  const sessions = [...touched].flatMap((subject) => views.sessions.get(subject) ?? []);
  const written = await writeAtOnce(store, recent.self, {
    self,
    sessions,
    receipts: counted === null ? [] : [counted.row],
    copies,
    meta: rows === null ? [] : [cursor],
  });
  if (written) return { self, cursor, heal: null };
  forget(store);
  return null;
}

function isUsual({ self, following }: Recent, { asked, sent, notices, rows }: Theirs): boolean {
  if (self.identity === null || following === null || notices === null) return false;
  const { server, incarnation } = self.identity;
  const sameServer = server.id === notices.server.id && server.epoch === notices.server.epoch;
  if (!sameServer || notices.offer || notices.newIncarnation !== null || following.heal !== null) return false;
  if (sent.again.length > 0 || asked.incarnation !== incarnation || hasGaps(self)) return false;
  if (rows === null) return true;
  const { cursor } = following.cursor;
  const follows = cursor !== null && cursor.snapshot === null && rows.cursor.snapshot === null && rows.highest >= cursor.seq;
  if (!follows || !sameCursor(cursor, asked.cursor) || goesBack(cursor, rows.cursor)) return false;
  return rows.facts.length <= mostNews && rows.removed.length === 0 && rows.gone === undefined && rows.erased.length === 0;
}

/** null: there is something among them that has to be looked up. */
function foldNews(state: { self: Self }, views: Views, touched: Set<string>, recent: Recent, rows: Rows): readonly Copies[] | null {
  const { self, following } = recent;
  const fill = following?.cursor.fill ?? 1;
  const after = following?.cursor.cursor?.seq ?? 0;
  const isNews = (fact: Fact | null, seq: number) =>
    fact !== null &&
    seq > after &&
    fact.device !== self.identity?.device &&
    namedBy(fact) === undefined &&
    views.sessions.has(subjectKey(fact.subject));
  if (self.carried > 0 && rows.facts.length > 0) return null;
  const copies: Copies[] = [];
  for (const [subject, arrived] of subjectsOf(rows.facts)) {
    for (const { fact, placed } of arrived) {
      if (fact === null || !isNews(fact, placed.seq) || !foldFact(views, { fact, seq: placed.seq }, undefined)) return null;
    }
    copies.push(copiesRow(state, subject, fill, arrived));
    touched.add(subject);
  }
  return copies;
}
