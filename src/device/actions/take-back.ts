// Taking back an import whose screen was left long ago. What it wrote is read off this device's own facts, and what stood there before off
// the facts that those name as their bases; then it is taken back as it would have been on its screen.

import type { RecordChange, Values } from '../../domain/import/collect-records.ts';
import { readFact } from '../../domain/fact.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import { plainValues } from '../../domain/record.ts';
import type { Store } from '../store/db.ts';
import { historyOf } from '../store/history.ts';
import { forgetImport, type KeptImport, keptImports, valuesIn, writtenBetween, type WrittenFact } from '../store/imports.ts';
import { read } from '../store/read.ts';
import { turn } from '../turn.ts';
import type { ActionContext } from './capture.ts';
import { inPart } from './capture-all.ts';
import { type Changes, undoImport } from './undo-import.ts';
import { type TitlesUndone, undoTitles } from './undo-titles.ts';

/** Facts read before others have their turn. */
const atOnce = 200;

export function takeBackActions(context: ActionContext) {
  return {
    /** Of stops or a calendar. Done again after a failure it goes on where it stopped. Problem: not-found (it is not here any more). */
    takeBackSessions: (id: string): Promise<Result<{ readonly facts: number }>> =>
      takeBack(context, id, ({ changesOf, before }) =>
        undoImport(context, { sites: changesOf('site'), sessions: changesOf('session') }, before),
      ),

    /** Of titles. As above. */
    takeBackTitles: (id: string): Promise<Result<TitlesUndone>> =>
      takeBack(context, id, async ({ changesOf, before, lost }) => {
        const undone = await undoTitles(context, changesOf('resource'), before);
        return undone.ok ? ok({ ...undone.value, kept: undone.value.kept + lost }) : undone;
      }),
  };
}

interface Imported {
  readonly changesOf: (type: WrittenFact['type']) => Changes;
  /** By the record's id: what was changed, as it was. */
  readonly before: ReadonlyMap<string, Values>;
  /** Records that nobody here knows how they were: they stay. */
  readonly lost: number;
}

async function takeBack<Done>(
  { store }: ActionContext,
  id: string,
  undo: (imported: Imported) => Promise<Result<Done>>,
): Promise<Result<Done>> {
  const found = await read(store, async () => {
    const kept = (await keptImports(store)).find((one) => one.id === id);
    return kept === undefined ? null : imported(store, kept);
  });
  if (!found.ok) return found;
  if (found.value === null) return failed('not-found', { field: 'import' });
  const undone = await undo(found.value);
  if (!undone.ok) return undone;
  const forgotten = await forgetImport(store, id);
  return forgotten.ok ? undone : inPart(forgotten.problem);
}

async function imported(store: Store, { runs }: KeptImport): Promise<Imported> {
  const written: WrittenFact[] = [];
  for (const [first, last] of runs) {
    for (let from = first; from <= last; from += atOnce) {
      written.push(...(await writtenBetween(store, from, Math.min(last, from + atOnce - 1))));
      await turn();
    }
  }
  const changed = written.filter((one) => !isNew(one));
  const before = await valuesBefore(store, changed);
  const changeOf = ({ id, set }: WrittenFact): RecordChange<Values> => ({ id, set });
  return {
    changesOf: (type) => ({
      added: written.filter((one) => one.type === type && isNew(one)).map(changeOf),
      changed: changed.filter((one) => one.type === type && before.has(one.id)).map(changeOf),
    }),
    before,
    lost: changed.filter(({ id }) => !before.has(id)).length,
  };
}

function isNew({ base }: WrittenFact): boolean {
  return Object.values(base).every((fact) => fact === null);
}

async function valuesBefore(store: Store, changed: readonly WrittenFact[]): Promise<ReadonlyMap<string, Values>> {
  const valuesOf = await valuesOfOwn(store, [...new Set(changed.flatMap(basesOf))]);
  const before = new Map<string, Values>();
  for (const [at, one] of changed.entries()) {
    if (at % atOnce === 0) await turn();
    if (basesOf(one).some((fact) => !valuesOf.has(fact)))
      for (const { fact } of await historyOf(store, one.subject)) if (fact !== null) valuesOf.set(fact.id, valuesIn(fact));
    if (basesOf(one).some((fact) => !valuesOf.has(fact))) continue;
    const then = Object.fromEntries(Object.keys(one.set).map((field) => [field, valuesOf.get(one.base[field] ?? '')?.[field]]));
    // What goes back to being away is looked at more closely: only if nobody has said anything else of it since.
    const isAway = then['status'] === 'canceled' || then['archived'] === true;
    before.set(one.id, isAway ? { ...(await untouchedSince(store, one)), ...then } : then);
  }
  return before;
}

function basesOf({ base }: WrittenFact): readonly string[] {
  return Object.values(base).flatMap((fact) => fact ?? []);
}

async function valuesOfOwn(store: Store, facts: readonly string[]): Promise<Map<string, Values>> {
  const values = new Map<string, Values>();
  for (let from = 0; from < facts.length; from += atOnce) {
    const rows = await store.facts
      .where('id')
      .anyOf(facts.slice(from, from + atOnce))
      .toArray();
    for (const { id, text } of rows) {
      const fact = readFact(text);
      if (fact.ok) values.set(id, valuesIn(fact.value));
    }
    await turn();
  }
  return values;
}

/** The fields of a record that nothing has been said of since the import. What came back with a filling counts as said since. */
async function untouchedSince(store: Store, { order, subject, type, id }: WrittenFact): Promise<Values> {
  const [history, session, row] = await Promise.all([
    historyOf(store, subject),
    type === 'session' ? store.sessions.get(id) : undefined,
    type === 'session' ? undefined : store.records.get(subject),
  ]);
  const since = new Set(history.flatMap(({ fact, place }) => (fact !== null && place > order ? Object.keys(valuesIn(fact)) : [])));
  const values = session?.values ?? (row === undefined ? {} : plainValues(row.record));
  return Object.fromEntries(Object.entries(values).filter(([field]) => !since.has(field)));
}
