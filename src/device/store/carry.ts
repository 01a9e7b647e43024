// Facts that came by file from another device, or back from an old copy of this one: kept, counted and delivered from here, byte for byte (S9).

import * as v from 'valibot';
import { factEnvelope, readFact, subjectKey } from '../../domain/fact.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { namedBy } from '../../domain/session.ts';
import { hashOf } from '../../protocol/hash.ts';
import type { OwnFact, Store } from './db.ts';
import { foldFact, foldSubject, hasView, putViews, readViews } from './fold.ts';
import { historyOf, placedOf } from './history.ts';
import { bumped } from './self.ts';
import { write } from './write.ts';

export interface Carried {
  readonly added: number;
  /** Here already, made here or fetched from the server. */
  readonly known: number;
}

const factsAtOnce = 500;

/** `texts` are exact texts of facts. A second time adds nothing. */
export async function carryFacts(store: Store, texts: readonly string[]): Promise<Result<Carried>> {
  const sum = { added: 0, known: 0 };
  for (let at = 0; at < texts.length; at += factsAtOnce) {
    const part = await carryPart(store, texts.slice(at, at + factsAtOnce));
    if (!part.ok) return part;
    sum.added += part.value.added;
    sum.known += part.value.known;
  }
  return ok(sum);
}

async function carryPart(store: Store, texts: readonly string[]): Promise<Result<Carried>> {
  const facts = texts.flatMap((text) => {
    const envelope = v.safeParse(factEnvelope, JSON.parse(text));
    if (!envelope.success) return [];
    const read = readFact(text);
    return [{ text, fact: envelope.output, subject: subjectKey(envelope.output.subject), known: read.ok ? read.value : undefined }];
  });
  const subjects = [...new Set(facts.map(({ subject }) => subject))];
  return write(store, {
    tables: ['facts', 'copies', 'receipts', 'sessions', 'records', 'initials'],
    read: (store) => readViews(store, subjects),
    run: async (self, views, store) => {
      const here = new Set<string>();
      for (const subject of subjects) {
        const history = await historyOf(store, subject);
        for (const entry of history) here.add(entry.id);
        if (!hasView(views, subject)) foldSubject(views, subject, placedOf(history));
      }
      const rows: OwnFact[] = [];
      const targets = new Map(facts.map(({ fact, known }) => [fact.id, known])); // what cannot be read is carried, and counts nowhere
      for (const { text, fact, subject, known } of facts) {
        if (here.has(fact.id)) continue;
        here.add(fact.id);
        const order = self.place + rows.length + 1;
        rows.push({ order, id: fact.id, subject, kind: fact.kind, incarnation: fact.incarnation, text, hash: hashOf(text) });
        const named = namedBy(fact);
        const target =
          named !== undefined && here.has(named) ? (targets.get(named) ?? (await factNamed(store, subject, named))) : undefined;
        if (known && !foldFact(views, { fact: known, seq: null }, target)) throw new Error(`a carried fact goes on top: ${fact.id}`);
      }
      if (rows.length > 0) {
        const { place, waiting, carried } = self;
        await Promise.all([
          store.facts.bulkAdd(rows),
          putViews(store, views, new Set(rows.map((row) => row.subject))),
          store.self.put({
            ...bumped(store, self),
            place: place + rows.length,
            waiting: waiting + rows.length,
            carried: carried + rows.length,
          }),
        ]);
      }
      return ok({ added: rows.length, known: facts.length - rows.length });
    },
  });
}

async function factNamed(store: Store, subject: string, id: string) {
  return (await historyOf(store, subject)).find((entry) => entry.id === id)?.fact ?? undefined;
}
