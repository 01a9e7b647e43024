// One of the two writers of facts: what a person did here. Number, facts, views and counters in ONE strict transaction; when the answer is
// ok they are on the disk, and when it is not, nothing of them is.

import { type Fact, type FactKind, factVersion, type RecordType, readFact, subjectKey } from '../../domain/fact.ts';
import { mayWriteFact } from '../../domain/may.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import { basesOf, type EditableRecord } from '../../domain/record.ts';
import { emptySession, type Session } from '../../domain/session.ts';
import { hashOf } from '../../protocol/hash.ts';
import { longId } from '../../protocol/ids.ts';
import type { OwnFact, Store } from './db.ts';
import { foldFact, foldSubject, hasView, isSessionSubject, putViews, readViews, type Views } from './fold.ts';
import { historyOf, placedOf } from './history.ts';
import type { Identity } from './identity.ts';
import type { Self } from './self.ts';
import { write } from './write.ts';

export interface Subject {
  readonly type: RecordType;
  readonly id: string;
}

/** A fact as an action asks for it. Who gives it an id may ask twice: the second time nothing is written and the answer is the same. */
export interface Draft {
  readonly kind: FactKind;
  readonly subject: Subject;
  readonly body: Readonly<Record<string, unknown>>;
  readonly id?: string | undefined;
}

/** What a plan may look at: the views as they are in the transaction that will write. */
export interface Seen {
  readonly session: (id: string) => Session;
  readonly record: (type: RecordType, id: string) => EditableRecord | undefined;
  readonly identity: Identity;
}

export interface Capture {
  /** Subjects whose views `plan` looks at or changes. */
  readonly subjects: readonly Subject[];
  /** Subjects whose ids were made for this save: nothing can be here of them, nothing is looked up. */
  readonly newSubjects?: readonly Subject[];
  /** No drafts: nothing to do, which is a success. */
  readonly plan: (seen: Seen) => Result<readonly Draft[]>;
}

/** The draft of an edit: only fields that differ from what is shown, with the facts that put the shown values there. Empty: no change. */
export function editOf(record: EditableRecord | undefined, subject: Subject, set: Readonly<Record<string, unknown>>): readonly Draft[] {
  const shown = (field: string) => {
    const state = record?.fields[field];
    return (state?.pending.at(-1) ?? state?.current)?.value;
  };
  const changed = Object.entries(set).filter(
    ([field, value]) => value !== undefined && JSON.stringify(shown(field)) !== JSON.stringify(value),
  );
  if (changed.length === 0) return [];
  const base = basesOf(
    record,
    changed.map(([field]) => field),
  );
  return [{ kind: `${subject.type}.changed`, subject, body: { set: Object.fromEntries(changed), base } }];
}

/** Problems: not-enrolled, not-allowed, input-invalid (`field`), and those of storage. */
export async function saveOurs(store: Store, capture: Capture): Promise<Result<readonly Fact[]>> {
  const subjects = [...new Set(capture.subjects.map(subjectKey))];
  const ids: string[] = []; // kept over a retry: the same facts, not new ones
  const tries = { count: 0 };
  const all = [...subjects, ...(capture.newSubjects ?? []).map(subjectKey)];
  const touched = all.some(isSessionSubject) ? (['sessions'] as const) : [];
  const records = all.every(isSessionSubject) ? [] : (['records'] as const);
  return write(store, {
    tables: ['facts', 'copies', 'receipts', ...touched, ...records],
    read: () => readViews(store, subjects),
    run: async (self, views) => {
      tries.count += 1;
      const { identity } = self;
      if (identity === null) return failed('not-enrolled');
      await completeViews(store, self, views, subjects);
      const drafts = capture.plan(seenOf(views, identity));
      if (!drafts.ok) return drafts;
      const known = await alreadySaved(store, drafts.value, tries.count > 1 ? ids : []);
      if (known.length > 0) return ok(known);
      const made = drafts.value.map((draft, at) => {
        ids[at] = draft.id ?? ids[at] ?? longId(store.ports.random);
        return makeFact(store, self, identity, draft, ids[at], self.number + at + 1);
      });
      return writeMade(store, self, views, made);
    },
  });
}

async function writeMade(store: Store, self: Self, views: Views, made: readonly Result<Made>[]): Promise<Result<readonly Fact[]>> {
  const rows: OwnFact[] = [];
  const facts: Fact[] = [];
  const touched = new Set<string>();
  for (const one of made) {
    if (!one.ok) return one;
    const { fact, text } = one.value;
    const subject = subjectKey(fact.subject);
    const order = self.place + rows.length + 1;
    const target = fact.kind === 'fact.voided' ? await targetOf(store, subject, fact, facts) : undefined;
    if (!foldFact(views, { fact, seq: null }, target)) throw new Error(`an own fact goes on top: ${fact.id}`);
    rows.push({ order, id: fact.id, subject, kind: fact.kind, incarnation: fact.incarnation, text, hash: hashOf(text) });
    facts.push(fact);
    touched.add(subject);
  }
  if (rows.length > 0) {
    const { place, number, waiting } = self;
    const next: Self = { ...self, place: place + rows.length, number: number + rows.length, waiting: waiting + rows.length };
    await Promise.all([store.facts.bulkAdd(rows), putViews(store, views, touched), store.self.put(next)]);
  }
  return ok(facts);
}

/** A subject that left the scope has no view although own facts of it may lie here: they count again when somebody goes on with it. */
async function completeViews(store: Store, self: Self, views: Views, subjects: readonly string[]): Promise<void> {
  if (self.place === 0) return;
  for (const subject of subjects) {
    if (!hasView(views, subject)) foldSubject(views, subject, placedOf(await historyOf(store, subject)));
  }
}

async function alreadySaved(store: Store, drafts: readonly Draft[], retried: readonly string[]): Promise<readonly Fact[]> {
  const asked = [...drafts.flatMap((draft) => draft.id ?? []), ...retried];
  const facts: Fact[] = [];
  for (const id of asked) {
    const row = await store.facts.get({ id });
    const read = row === undefined ? null : readFact(row.text);
    if (read?.ok) facts.push(read.value);
  }
  return facts;
}

/** The fact a void names, when this store holds it. */
async function targetOf(store: Store, subject: string, voiding: Fact, sameSave: readonly Fact[]): Promise<Fact | undefined> {
  const { target } = voiding.body;
  const here = sameSave.find((fact) => fact.id === target);
  if (here !== undefined || typeof target !== 'string') return here;
  const row = await store.facts.get({ id: target });
  if (row !== undefined) {
    const read = readFact(row.text);
    return read.ok ? read.value : undefined;
  }
  return (await historyOf(store, subject)).find((entry) => entry.id === target)?.fact ?? undefined;
}

interface Made {
  readonly fact: Fact;
  readonly text: string;
}

function makeFact(store: Store, self: Self, identity: Identity, draft: Draft, id: string, number: number): Result<Made> {
  if (!mayWriteFact(identity.level, draft.kind)) return failed('not-allowed', { kind: draft.kind });
  const { now, appVersion } = store.ports;
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
    at: instantOf(now()),
    clockOffset: self.clockOffset,
    staff: self.staff,
    app: appVersion,
  };
  const text = JSON.stringify(fact);
  const read = readFact(text);
  if (read.ok) return ok({ fact: read.value, text });
  const { code, detail } = read.problem;
  return failed(code === 'fact-too-large' ? code : 'input-invalid', detail);
}

function seenOf(views: Views, identity: Identity): Seen {
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
