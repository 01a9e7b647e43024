// Drafts into facts: number, text and hash, and their effect on views in memory. Nothing is written here.

import { type Fact, factVersion, readFact, subjectKey } from '../../domain/fact.ts';
import { mayWriteFact } from '../../domain/may.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import { emptySession, namedBy } from '../../domain/session.ts';
import { hashOf } from '../../protocol/hash.ts';
import type { OwnFact, Store } from './db.ts';
import type { Draft, Seen } from './draft.ts';
import { foldFact, type Views } from './fold.ts';
import type { Identity } from './identity.ts';
import { bumped, type Self } from './self.ts';

export interface Made {
  readonly rows: readonly OwnFact[];
  readonly facts: readonly Fact[];
  /** Subjects whose views, which were folded in place, have changed. */
  readonly touched: ReadonlySet<string>;
  /** As it is once these facts are written. */
  readonly self: Self;
}

export interface Making {
  readonly store: Pick<Store, 'ports' | 'page'>;
  readonly self: Self;
  readonly identity: Identity;
  readonly views: Views;
  /** Facts that voids among the drafts name. */
  readonly targets: ReadonlyMap<string, Fact>;
}

/** `ids` are one for each draft. Problems: not-allowed, input-invalid (`field`), fact-too-large. */
export function makeFacts(making: Making, drafts: readonly Draft[], ids: readonly string[]): Result<Made> {
  const { store, self, views } = making;
  const rows: OwnFact[] = [];
  const facts: Fact[] = [];
  const targets = new Map(making.targets);
  for (const [at, draft] of drafts.entries()) {
    const made = makeFact(making, draft, ids[at] ?? '', self.number + at + 1);
    if (!made.ok) return made;
    const { fact, text } = made.value;
    const target = targets.get(namedBy(fact) ?? '');
    if (!foldFact(views, { fact, seq: null }, target)) throw new Error(`an own fact goes on top: ${fact.id}`);
    const { id, kind, incarnation } = fact;
    rows.push({ order: self.place + at + 1, id, subject: subjectKey(fact.subject), kind, incarnation, text, hash: hashOf(text) });
    facts.push(fact);
    targets.set(id, fact);
  }
  const { place, number, waiting } = self;
  const next = bumped(store, { ...self, place: place + rows.length, number: number + rows.length, waiting: waiting + rows.length });
  return ok({ rows, facts, touched: new Set(rows.map((row) => row.subject)), self: next });
}

function makeFact(
  { store: { ports }, self, identity }: Making,
  draft: Draft,
  id: string,
  number: number,
): Result<{ readonly fact: Fact; readonly text: string }> {
  if (!mayWriteFact(identity.level, draft.kind)) return failed('not-allowed', { kind: draft.kind });
  const fact: Fact = {
    id,
    library: identity.library,
    device: identity.device,
    incarnation: identity.incarnation,
    number,
    kind: draft.kind,
    version: factVersion,
    subject: { type: draft.subject.type, id: draft.subject.id },
    body: draft.body,
    at: instantOf(ports.now()),
    clockOffset: self.clockOffset,
    staff: self.staff,
    app: ports.appVersion,
  };
  const text = JSON.stringify(fact);
  const read = readFact(text);
  if (read.ok) return ok({ fact: read.value, text });
  const { code, detail } = read.problem;
  return failed(code === 'fact-too-large' ? code : 'input-invalid', detail);
}

export function seenOf(views: Views, identity: Identity): Seen {
  return {
    session: (id) => views.sessions.get(`session/${id}`) ?? emptySession(id),
    record: (type, id) => views.records.get(`${type}/${id}`),
    identity,
  };
}

/** A clock may say any year; a fact's time has four digits for it. */
export function instantOf(ms: number): string {
  const earliest = Date.UTC(1970, 0, 1);
  const latest = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
  return new Date(Math.min(latest, Math.max(earliest, Math.round(Number.isFinite(ms) ? ms : 0)))).toISOString();
}
