// The last imports of this device: which of its own facts each of them wrote, so that it can be taken back when its screen has long been
// left. What was written stands in the facts themselves; here is only where they lie. Of this device alone, never sent.

import * as v from 'valibot';
import { type Fact, readFact, subjectKey } from '../../domain/fact.ts';
import type { Values } from '../../domain/import/collect-records.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Store } from './db.ts';
import type { Beside } from './draft.ts';
import { write } from './write.ts';

export type ImportKind = 'stops' | 'calendar' | 'titles';

export interface KeptImport {
  readonly id: string;
  readonly kind: ImportKind;
  /** The file's, or the calendar's. */
  readonly name: string;
  readonly at: number;
  /** Where its facts lie, by their order: first and last of each run. */
  readonly runs: readonly (readonly [number, number])[];
}

/** As long as a delivered fact stays here in any case (prune.ts). */
const longestKept = 30 * 86_400_000;
/** Of each kind: more than a desk makes that imports every day, so that all of 30 days can be taken back, as screens say. */
const mostKept = 40;

/** Newest first. */
export async function keptImports(store: Store): Promise<readonly KeptImport[]> {
  const row = await store.meta.get('imports');
  const all = row?.key === 'imports' ? row.imports : [];
  return all.filter(({ at }) => store.ports.now() - at < longestKept).toSorted((a, b) => b.at - a.at);
}

/** Facts in this import. */
export function factsIn({ runs }: KeptImport): number {
  return runs.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}

/** The note that goes with each part of an import: facts that cannot be taken back later must not be there, whatever ends in between. */
export function noteOfImport(made: Pick<KeptImport, 'id' | 'kind' | 'name'>): Beside {
  return {
    tables: ['meta'],
    put: async (inside, facts) => {
      const orders = facts.map(({ order }) => order);
      const all = await keptImports(inside);
      const before = all.find(({ id }) => id === made.id) ?? { ...made, at: inside.ports.now(), runs: [] };
      const kept = { ...before, runs: joined(before.runs, [Math.min(...orders), Math.max(...orders)]) };
      const others = all.filter(({ id, kind }) => id !== made.id && kind === made.kind).slice(0, mostKept - 1);
      const ofOtherKinds = all.filter(({ kind }) => kind !== made.kind);
      await inside.meta.put({ key: 'imports', imports: [kept, ...others, ...ofOtherKinds] });
    },
  };
}

export async function forgetImport(store: Store, id: string): Promise<Result<null>> {
  return write(store, {
    tables: ['meta'],
    read: (inside) => keptImports(inside),
    run: async (_self, all, inside) => {
      await inside.meta.put({ key: 'imports', imports: all.filter((one) => one.id !== id) });
      return ok(null);
    },
  });
}

function joined(runs: KeptImport['runs'], [first, last]: KeptImport['runs'][number]): KeptImport['runs'] {
  const end = runs.at(-1);
  return end !== undefined && end[1] + 1 === first ? [...runs.slice(0, -1), [end[0], last]] : [...runs, [first, last]];
}

/** What one fact of an import gave to one record. */
export interface WrittenFact {
  readonly order: number;
  /** 'session/4K7Q…' */
  readonly subject: string;
  readonly type: Fact['subject']['type'];
  readonly id: string;
  readonly set: Values;
  /** The facts whose values it replaced, by field; all null, or none, for a record that was new. */
  readonly base: Readonly<Record<string, string | null>>;
}

/** Of the facts from one order to another those that give fields values. */
export async function writtenBetween(store: Store, first: number, last: number): Promise<readonly WrittenFact[]> {
  const rows = await store.facts.where('order').between(first, last, true, true).toArray();
  return rows.flatMap(({ order, text }) => {
    const read = readFact(text);
    const body = read.ok ? v.safeParse(givingBody, read.value.body) : null;
    if (!read.ok || body?.success !== true) return [];
    const { subject } = read.value;
    return [{ order, subject: subjectKey(subject), type: subject.type, id: subject.id, ...body.output }];
  });
}

/** The values a fact gave; none for one that gives none. */
export function valuesIn(fact: Fact): Values {
  const body = v.safeParse(givingBody, fact.body);
  return body.success ? body.output.set : {};
}

/** Of an edit, and of a plan, which names no base. */
const givingBody = v.object({
  set: v.record(v.string(), v.unknown()),
  base: v.optional(v.record(v.string(), v.nullable(v.string())), {}),
});
