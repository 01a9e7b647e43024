// [S20] Offering what this device holds, step by step, each step in one transaction: ids are named, and those the server misses are put
// into `again`, own ones and copies of others' facts alike. Nothing is discarded; erased ones go.

import { subjectKey } from '../../domain/fact.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { factId } from '../../domain/shapes.ts';
import { Dexie } from 'dexie';
import * as v from 'valibot';
import { hashOf } from '../../protocol/hash.ts';
import type { OfferAnswer } from '../../protocol/push.ts';
import { renumber } from './apply-receipts.ts';
import { refilling } from './become.ts';
import type { Again, Attention, Store } from './db.ts';
import { everyTable } from './every-table.ts';
import { eraseFacts } from './erase.ts';
import { newFolding, writeFolding } from './folding.ts';
import { seqsOf } from './history.ts';
import { cursorRow, type HealRow, healRow } from './meta.ts';
import { bumped } from './self.ts';
import { write } from './write.ts';

export interface Offer {
  readonly facts: readonly Omit<Again, 'turn'>[];
  /** Where the next offer begins, once this one is answered. */
  readonly next: HealRow;
}

/** Far fewer than a server takes: a tablet must write down in one go, and in the time that a write has, all that the server misses of them. */
const factsAtOnce = 1_000;

/** Rows of copies are read by this many: each holds the facts of a subject from one page. */
const copiesAtOnce = 50;

/** The next facts to offer. `heal.stage` is 'own' or 'copies'; an offer may be empty and still move on. */
export async function nextOffer(store: Store, heal: HealRow): Promise<Offer> {
  if (heal.stage === 'own') return offerOwn(store, heal);
  const copies = await store.copies
    .where('[subject+fill+place]')
    .between(heal.afterCopies ?? [Dexie.minKey], [Dexie.maxKey], heal.afterCopies === null, false)
    .limit(copiesAtOnce)
    .toArray();
  const fits = copies.filter((_, at) => at === 0 || copies.slice(0, at + 1).reduce((sum, row) => sum + row.facts.length, 0) <= factsAtOnce);
  const last = fits.at(-1);
  if (last === undefined) return { facts: [], next: { ...heal, stage: 'sending' } };
  const facts = fits.flatMap((row) => row.facts.flatMap(({ text }) => copyToSend(text)));
  return { facts, next: { ...heal, afterCopies: [last.subject, last.fill, last.place] } };
}

async function offerOwn(store: Store, heal: HealRow): Promise<Offer> {
  const { delivered } = (await store.self.get('self')) ?? { delivered: 0 };
  const rows = await store.facts.where('order').between(heal.afterOrder, delivered, false, true).limit(factsAtOnce).toArray();
  const last = rows.at(-1);
  if (last === undefined) return { facts: [], next: { ...heal, stage: 'copies' } };
  const seqs = await seqsOf(store, rows);
  // A restored server may have lost what it held aside as well.
  const held = heal.refill ? idsOf(await store.attention.toArray()) : new Set<string>();
  const facts = rows.filter((row) => seqs.has(row.order) || held.has(row.id));
  return {
    facts: facts.map(({ id, subject, kind, text, hash, order }) => ({ id, subject, kind, text, hash, order })),
    next: { ...heal, afterOrder: last.order },
  };
}

function idsOf(rows: readonly Pick<Again | Attention, 'id'>[]): ReadonlySet<string> {
  return new Set(rows.map(({ id }) => id));
}

/** As much of a fact as a newer app's facts have in common with this one's. */
const known = v.looseObject({ id: factId, kind: v.string(), subject: v.looseObject({ type: v.string(), id: v.string() }) });

/** What this app cannot read it can still give back: the server may know the kind. */
function copyToSend(text: string): Omit<Again, 'turn'>[] {
  const read = v.safeParse(known, parsed(text));
  if (!read.success) return [];
  const { id, kind, subject } = read.output;
  return [{ id, subject: subjectKey(subject), kind, text, hash: hashOf(text), order: null }];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no server stored it: there is no id to offer it by
  }
}

/** Applies the server's answer to an offer, unless the store has moved on meanwhile (another tab offers too). */
export async function saveOffered(
  store: Store,
  asked: HealRow,
  offer: Offer,
  answer: Pick<OfferAnswer, 'missing' | 'erased' | 'numbers'>,
): Promise<Result<null>> {
  return write(store, {
    tables: everyTable,
    read: (store) => healRow(store),
    run: async (self, heal, store) => {
      if (JSON.stringify(heal) !== JSON.stringify(asked)) return ok(null);
      const folding = newFolding(self);
      const missing = new Set(answer.missing);
      const wanted = offer.facts.filter((fact) => missing.has(fact.id));
      // One question each, not one a fact: few are queued already, or held aside.
      const [again, attention] = await Promise.all([store.again.toArray(), store.attention.toArray()]);
      const queued = idsOf(again);
      // Two fillings may both have a copy of one fact.
      const fresh = [...new Map(wanted.flatMap((fact) => (queued.has(fact.id) ? [] : [[fact.id, fact] as const]))).values()];
      const freshIds = idsOf(fresh);
      const held = attention.filter(({ id }) => freshIds.has(id));
      const parked = held.filter((row) => row.parked).length;
      const aside = idsOf(held);
      folding.self = {
        ...self,
        again: self.again + fresh.length,
        stored: self.stored - fresh.filter((fact) => fact.order !== null && !aside.has(fact.id)).length,
        attention: self.attention - (held.length - parked),
        parked: self.parked - parked,
      };
      await Promise.all([store.again.bulkAdd(fresh), store.attention.bulkDelete([...aside])]);
      await renumber(store, folding, renumbered(offer.facts, answer.numbers));
      if (answer.erased.length > 0) await eraseFacts(store, folding, answer.erased);
      await store.meta.put(offer.next);
      await writeFolding(store, folding);
      return ok(null);
    },
  });
}

/** [S31] Own facts, each under the number the server has it under. */
function renumbered(facts: Offer['facts'], numbers: readonly number[]) {
  return facts.flatMap(({ subject, kind, order }, at) => {
    const seq = numbers[at] ?? 0;
    return order === null || seq === 0 ? [] : [{ subject, kind, order, seq }];
  });
}

/** Everything was offered and what was missing has been sent: fill again where numbers may have changed. */
export async function finishHealing(store: Store, asked: HealRow): Promise<Result<null>> {
  return write(store, {
    tables: ['meta'],
    read: (store) => Promise.all([healRow(store), cursorRow(store)]),
    run: async (self, [heal, cursor], store) => {
      if (JSON.stringify(heal) !== JSON.stringify(asked)) return ok(null);
      await Promise.all([
        store.self.put(bumped(store, self)),
        store.meta.delete('heal'),
        store.meta.put({ key: 'healed', at: store.ports.now() }),
        asked.refill ? store.meta.put(refilling(cursor)) : null,
      ]);
      return ok(null);
    },
  });
}
