// All facts the store holds about one subject, own and copied, with what is known of their delivery.

import { type Fact, readFact } from '../../domain/fact.ts';
import { Dexie } from 'dexie';
import type { Copies, OwnFact, Store } from './db.ts';
import type { Placed } from './fold.ts';

export interface HistoryEntry {
  /** null: of a kind, or written in a way, that this version cannot read. Kept, not folded. */
  readonly fact: Fact | null;
  readonly id: string;
  readonly text: string;
  readonly seq: number | null;
  /** When it came into this store, before or after others. */
  readonly place: number;
  readonly mine: boolean;
}

/** In no particular order; a fact that is here twice (own and copied, or copied by two fillings) comes once. */
export async function historyOf(store: Store, subject: string): Promise<readonly HistoryEntry[]> {
  const [own, copies] = await Promise.all([ownFactsOf(store, subject), copiesOf(store, subject)]);
  return mergeHistory(own, await seqsOf(store, own), copies);
}

export function ownFactsOf(store: Store, subject: string): PromiseLike<OwnFact[]> {
  return store.facts.where('subject').equals(subject).toArray();
}

/** Oldest filling first; `fill` asks for one filling only. */
export function copiesOf(store: Store, subject: string, fill?: number): PromiseLike<Copies[]> {
  return copiesRange(store, subject, fill).toArray();
}

export function copiesRange(store: Store, subject: string, fill?: number) {
  const from = [subject, fill ?? Dexie.minKey, Dexie.minKey];
  const to = [subject, fill ?? Dexie.maxKey, Dexie.maxKey];
  return store.copies.where('[subject+fill+place]').between(from, to, true, true);
}

/** Order -> sequence number, for those own facts that have one. */
export async function seqsOf(store: Store, own: readonly Pick<OwnFact, 'order'>[]): Promise<ReadonlyMap<number, number>> {
  const seqs = new Map<number, number>();
  const first = own[0]?.order;
  const last = own.at(-1)?.order;
  if (first === undefined || last === undefined) return seqs;
  const [before, within] = await Promise.all([
    store.receipts.where('first').belowOrEqual(first).reverse().limit(1).toArray(),
    store.receipts.where('first').between(first, last, false, true).toArray(),
  ]);
  const rows = [...before, ...within];
  for (const { order } of own) {
    const row = rows.findLast((one) => one.first <= order);
    const seq = row?.seqs[order - row.first];
    if (seq !== undefined && seq > 0) seqs.set(order, seq);
  }
  return seqs;
}

export function mergeHistory(
  own: readonly OwnFact[],
  seqs: ReadonlyMap<number, number>,
  copies: readonly Copies[],
): readonly HistoryEntry[] {
  const byId = new Map<string, HistoryEntry>();
  for (const row of own) {
    byId.set(row.id, { ...factIn(row.text), id: row.id, seq: seqs.get(row.order) ?? null, place: row.order, mine: true });
  }
  for (const row of [...copies].reverse()) {
    for (const { seq, text } of row.facts) {
      const { fact } = factIn(text);
      const id = fact?.id ?? text;
      const known = byId.get(id);
      if (known === undefined) byId.set(id, { fact, text, id, seq, place: row.place, mine: false });
      else if (known.seq === null) byId.set(id, { ...known, seq });
    }
  }
  return [...byId.values()];
}

/** What of a history can be folded. */
export function placedOf(history: readonly HistoryEntry[]): readonly Placed[] {
  return history.flatMap(({ fact, seq, place }) => (fact === null ? [] : [{ fact, seq, order: place }]));
}

function factIn(text: string): { readonly fact: Fact | null; readonly text: string } {
  const read = readFact(text);
  return { fact: read.ok ? read.value : null, text };
}
