// Facts into view rows, in memory: the transaction around it reads the rows before and puts them after. The rules are the domain's.

import type { Fact } from '../../domain/fact.ts';
import { subjectKey } from '../../domain/fact.ts';
import * as v from 'valibot';
import { applyChange, type EditableRecord, emptyRecord, looseChangeBody } from '../../domain/record.ts';
import { applyToSession, emptySession, foldSession, type Session } from '../../domain/session.ts';
import type { Store } from './db.ts';

/** View rows being folded, by subject ('session/4K7Q…'). A subject without a row is not in its map. */
export interface Views {
  readonly sessions: Map<string, Session>;
  readonly records: Map<string, EditableRecord>;
}

export interface Placed {
  readonly fact: Fact;
  /** null: not receipted yet. */
  readonly seq: number | null;
  /** Where it came into this store: puts own facts without a receipt in order, over all incarnations. */
  readonly order?: number;
}

export function isSessionSubject(subject: string): boolean {
  return subject.startsWith('session/');
}

/** The id behind the first '/'. */
export function subjectId(subject: string): string {
  return subject.slice(subject.indexOf('/') + 1);
}

export async function readViews(store: Store, subjects: readonly string[]): Promise<Views> {
  const ofSessions = subjects.filter(isSessionSubject);
  const ofRecords = subjects.filter((subject) => !isSessionSubject(subject));
  const [sessions, records] = await Promise.all([
    ofSessions.length === 0 ? [] : store.sessions.bulkGet(ofSessions.map(subjectId)),
    ofRecords.length === 0 ? [] : store.records.bulkGet(ofRecords),
  ]);
  const views: Views = { sessions: new Map(), records: new Map() };
  for (const session of sessions) if (session !== undefined) views.sessions.set(`session/${session.id}`, session);
  for (const row of records) if (row !== undefined) views.records.set(row.key, row.record);
  return views;
}

export function hasView(views: Views, subject: string): boolean {
  return isSessionSubject(subject) ? views.sessions.has(subject) : views.records.has(subject);
}

/** Writes the rows of these subjects; a subject without a row has its row taken away. Of who was taken back no initials stay. */
export async function putViews(store: Store, views: Views, subjects: Iterable<string>): Promise<void> {
  const sessions: Session[] = [];
  const records: { key: string; type: string; record: EditableRecord }[] = [];
  const gone: string[] = [];
  for (const subject of subjects) {
    const session = views.sessions.get(subject);
    const record = views.records.get(subject);
    if (session !== undefined) sessions.push(session);
    else if (record !== undefined) records.push({ key: subject, type: subject.slice(0, subject.indexOf('/')), record });
    else gone.push(subject);
  }
  await Promise.all([
    sessions.length === 0 ? null : store.sessions.bulkPut(sessions),
    sessions.length === 0 ? null : store.initials.bulkDelete(sessions.flatMap(({ voids }) => Object.keys(voids))),
    records.length === 0 ? null : store.records.bulkPut(records),
    gone.length === 0 ? null : store.sessions.bulkDelete(gone.filter(isSessionSubject).map(subjectId)),
    gone.length === 0 ? null : store.records.bulkDelete(gone.filter((subject) => !isSessionSubject(subject))),
  ]);
}

/** Folds one more fact. `target`: the fact a void names, when it is folded in already. False: the subject must be folded again whole. */
export function foldFact(views: Views, placed: Placed, target: Fact | undefined): boolean {
  const subject = subjectKey(placed.fact.subject);
  const { id } = placed.fact.subject;
  if (isSessionSubject(subject)) {
    const next = applyToSession(views.sessions.get(subject) ?? emptySession(id), placed.fact, placed.seq, target);
    if (next === 'out-of-order') return false;
    views.sessions.set(subject, next);
    return true;
  }
  const next = applyChange(views.records.get(subject) ?? emptyRecord(id), changeOf(placed.fact), placed.seq);
  if (next === 'out-of-order') return false;
  views.records.set(subject, next);
  return true;
}

/** Folds a subject from nothing; without facts it has no row. */
export function foldSubject(views: Views, subject: string, history: readonly Placed[]): void {
  if (isSessionSubject(subject)) {
    if (history.length === 0) views.sessions.delete(subject);
    else views.sessions.set(subject, foldSession(subjectId(subject), history));
    return;
  }
  views.records.delete(subject);
  const last = Number.MAX_SAFE_INTEGER;
  const turn = ({ order, fact }: Placed) => order ?? fact.number;
  for (const placed of history.toSorted((a, b) => (a.seq ?? last) - (b.seq ?? last) || turn(a) - turn(b)))
    foldFact(views, placed, undefined);
}

function changeOf(fact: Fact) {
  return { id: fact.id, body: v.parse(looseChangeBody, fact.body) };
}
