// Keeps the views of a library's subjects (sessions, sites, …) in step with its facts, inside the push transaction.
// Folding on the server is never out of order: the sequence only rises, and one push of a library follows another.

import { type Fact, readFact, subjectKey } from '../../domain/fact.ts';
import { applyChange, type EditableRecord, emptyRecord, fieldValue, looseChangeBody } from '../../domain/record.ts';
import { applyToSession, emptySession, factVoided, namedBy, type Session, unknownSession } from '../../domain/session.ts';
import { hasUnsettled, kindsOfSettling } from '../../domain/unsettled.ts';
import * as v from 'valibot';
import { insertRows } from './bulk.ts';
import type { Engine, Tx } from './dialects.ts';
import { reportSubjects, reportVoidsAgain } from './reporting.ts';
import { stayingIn } from './rings.ts';
import type { SubjectTable } from './tables.ts';

export interface PlacedFact {
  readonly fact: Fact;
  readonly seq: number;
  readonly receivedAt: string;
}

/** A subject with its view, unfolded or folded further. */
export type Subject = { readonly row: SubjectTable } & (
  | { readonly type: 'session'; readonly view: Session }
  | { readonly type: 'record'; readonly view: EditableRecord }
);

/** Folds new facts (in the order of their numbers) into the views they touch, and writes those. */
export async function foldNew(engine: Engine, tx: Tx, library: string, placed: readonly PlacedFact[]): Promise<readonly Subject[]> {
  const keys = [...new Set(placed.map(({ fact }) => subjectKey(fact.subject)))];
  if (keys.length === 0) return [];
  const rows = await tx.selectFrom('subject').selectAll().where('library', '=', library).where(engine.among('key', keys)).execute();
  const before = new Map(rows.map((row) => [row.key, subjectOf(row)]));
  const targets = await voidTargets(engine, tx, library, placed);
  const after = new Map<string, Subject>();
  for (const { fact, seq } of placed) {
    const key = subjectKey(fact.subject);
    const subject = after.get(key) ?? before.get(key) ?? emptySubject(library, fact, seq);
    after.set(key, folded(subject, fact, seq, targets.get(key)));
    targets.get(key)?.set(fact.id, fact);
  }
  const subjects = await keptOrNot(tx, library, [...after.values()], placed, targets);
  await writeSubjects(engine, tx, subjects);
  await reportSubjects(engine, tx, library, subjects, placed);
  return subjects;
}

/** Folds subjects again from all their facts, after some were erased; `act` is the library's number of that. */
export async function foldAgain(engine: Engine, tx: Tx, library: string, keys: readonly string[], act: number): Promise<void> {
  for (const key of keys) {
    const facts = await tx
      .selectFrom('fact')
      .select(['seq', 'text'])
      .where('library', '=', library)
      .where('subject', '=', key)
      .orderBy('seq')
      .execute();
    const targets = new Map<string, Fact>();
    const placed = facts.flatMap(({ seq, text }) => {
      const read = readFact(text);
      return read.ok ? [{ fact: read.value, seq }] : [];
    });
    let subject: Subject | undefined;
    for (const { fact, seq } of placed) {
      subject = folded(subject ?? emptySubject(library, fact, seq), fact, seq, targets);
      targets.set(fact.id, fact);
    }
    const was = await tx.selectFrom('subject').selectAll().where('library', '=', library).where('key', '=', key).executeTakeFirst();
    if (was === undefined) continue;
    const empty = emptySubject(library, { subject: subjectFrom(key) }, was.first_seq);
    // The date's sequence does not go back: devices that hold the session's older date must still be told.
    const now = subject ?? empty;
    const row = { ...now.row, first_seq: was.first_seq, date_seq: Math.max(was.date_seq, now.row.date_seq) };
    const isKept = await isToBeDone(tx, library, placed);
    const again = { ...now, row: withKept({ ...row, kept: was.kept, kept_seq: was.kept_seq }, isKept, act) };
    await writeSubjects(engine, tx, [again]);
    await reportSubjects(engine, tx, library, [again], []);
    if (again.type === 'session') await reportVoidsAgain(engine, tx, library, again.view);
  }
}

function subjectFrom(key: string): Fact['subject'] {
  const [type = '', id = ''] = key.split('/');
  return { type, id };
}

function subjectOf(row: SubjectTable): Subject {
  return row.type === 'session'
    ? { row, type: 'session', view: JSON.parse(row.view) }
    : { row, type: 'record', view: JSON.parse(row.view) };
}

function emptySubject(library: string, { subject }: Pick<Fact, 'subject'>, seq: number): Subject {
  const { type } = subject;
  const row = {
    library,
    key: subjectKey(subject),
    type,
    date: null,
    date_seq: seq,
    first_seq: seq,
    facts: 0,
    view: '',
    kept: 0,
    kept_seq: 0,
  };
  return subject.type === 'session'
    ? { row, type: 'session', view: emptySession(subject.id) }
    : { row, type: 'record', view: emptyRecord(subject.id) };
}

function folded(subject: Subject, fact: Fact, seq: number, targets: ReadonlyMap<string, Fact> | undefined): Subject {
  const facts = subject.row.facts + 1;
  if (subject.type === 'record') {
    const view = applyChange(subject.view, { id: fact.id, body: v.parse(looseChangeBody, fact.body) }, seq);
    if (view === 'out-of-order') throw new Error(`a record folded in order is in order: ${fact.id}`);
    const dated = subject.row.type === 'loan' ? withDate(subject.row, dayOf(fieldValue(view.fields['returnedOn'])), seq) : subject.row;
    return { ...subject, row: { ...dated, facts }, view };
  }
  const view = applyToSession(subject.view, fact, seq, targets?.get(namedBy(fact) ?? ''));
  if (view === 'out-of-order') throw new Error(`a session folded in order is in order: ${fact.id}`);
  const date = fieldValue(view.fields['date']) === undefined || view.values.date === unknownSession.date ? null : view.values.date;
  return { ...subject, row: { ...withDate(subject.row, date, seq), facts }, view };
}

function withDate(row: SubjectTable, date: string | null, seq: number): SubjectTable {
  return date === row.date ? row : { ...row, date, date_seq: seq };
}

function withKept(row: SubjectTable, isKept: boolean, seq: number): SubjectTable {
  const kept = isKept ? 1 : 0;
  return kept === row.kept ? row : { ...row, kept, kept_seq: seq };
}

/** [S15] Sessions in which something was said of sign-ups, each with whether one of them is still to be done. */
async function keptOrNot(
  tx: Tx,
  library: string,
  subjects: readonly Subject[],
  placed: readonly PlacedFact[],
  targets: ReadonlyMap<string, ReadonlyMap<string, Fact>>,
): Promise<readonly Subject[]> {
  const isOfSignUps = ({ fact }: PlacedFact) => {
    const said = fact.kind === 'fact.voided' ? targets.get(subjectKey(fact.subject))?.get(v.parse(factVoided, fact.body).target) : fact;
    return said?.kind.startsWith('sign-up.') === true;
  };
  const words = Map.groupBy(placed.filter(isOfSignUps), ({ fact }) => subjectKey(fact.subject));
  return Promise.all(
    subjects.map(async (subject): Promise<Subject> => {
      const [key, said] = [subject.row.key, words.get(subject.row.key)];
      // The first of the push: a page that ends among its words brings what was before them too.
      const seq = said?.[0]?.seq;
      if (subject.type !== 'session' || said === undefined || seq === undefined) return subject;
      // The usual case asks nothing: to a session that is kept already come more sign-ups. The first may come after the word that settled it.
      if (subject.row.kept === 1 && said.every(({ fact }) => fact.kind === 'sign-up.taken')) return subject;
      return { ...subject, row: withKept(subject.row, await hasUnsettledNow(tx, library, key), seq) };
    }),
  );
}

/** By the facts stored, those of this push among them. */
async function hasUnsettledNow(tx: Tx, library: string, key: string): Promise<boolean> {
  const rows = await tx
    .selectFrom('fact')
    .select(['seq', 'text'])
    .where('library', '=', library)
    .where('subject', '=', key)
    .where('kind', 'in', kindsOfSettling)
    .orderBy('seq')
    .execute();
  const facts = rows.flatMap(({ seq, text }) => {
    const read = readFact(text);
    return read.ok ? [{ fact: read.value, seq }] : [];
  });
  return isToBeDone(tx, library, facts);
}

/** [S51] One that stays of a ring counts as well; which one that is is asked only where nothing else is to be done. */
async function isToBeDone(tx: Tx, library: string, facts: readonly Pick<PlacedFact, 'fact' | 'seq'>[]): Promise<boolean> {
  const said = facts.map(({ fact }) => fact);
  return (
    hasUnsettled(said) ||
    hasUnsettled(
      said,
      await stayingIn(
        tx,
        library,
        facts.map(({ fact, seq }) => ({ ...fact, seq })),
      ),
    )
  );
}

function dayOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/**
 * By subject: the facts folded before that new voids and unmergings name. Those of the same push, which are stored by now, are added while folding: a void
 * that comes before its target must not take back what has not been counted.
 */
async function voidTargets(
  engine: Engine,
  tx: Tx,
  library: string,
  placed: readonly PlacedFact[],
): Promise<ReadonlyMap<string, Map<string, Fact>>> {
  const naming = placed.flatMap(({ fact }) => namedBy(fact) ?? []);
  const targets = new Map(placed.map(({ fact }) => [subjectKey(fact.subject), new Map<string, Fact>()]));
  if (naming.length === 0) return targets;
  const fresh = new Set(placed.map(({ fact }) => fact.id));
  const ids = new Set(naming.filter((id) => !fresh.has(id)));
  const rows = await tx
    .selectFrom('fact')
    .select(['id', 'subject', 'text'])
    .where('library', '=', library)
    .where(engine.among('id', ids))
    .execute();
  for (const { id, subject, text } of rows) {
    const read = readFact(text);
    if (read.ok) targets.get(subject)?.set(id, read.value);
  }
  return targets;
}

async function writeSubjects(engine: Engine, tx: Tx, subjects: readonly Subject[]): Promise<void> {
  const rows = subjects.map(({ row, view }) => ({ ...row, view: JSON.stringify(view) }));
  await insertRows(engine, tx, 'subject', rows, { replace: ['library', 'key'] });
}
