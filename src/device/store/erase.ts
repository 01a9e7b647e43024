// Facts erased on request go from every table, and their subjects are folded again without them. Inside saveTheirs' transaction.

import { toggleDigest } from '../../protocol/hash.ts';
import type { OwnFact, Store } from './db.ts';
import type { Folding } from './folding.ts';
import { seqsOf } from './history.ts';

export async function eraseFacts(store: Store, folding: Folding, ids: readonly string[]): Promise<void> {
  const erased = new Set(ids);
  await Promise.all(folding.writes);
  // A device that fills is told every erasure there has ever been: looked up in one go, most are not here.
  await eraseOwn(
    store,
    folding,
    await store.facts
      .where('id')
      .anyOf([...erased])
      .toArray(),
  );
  await eraseFromQueues(store, folding, erased);
  await eraseCopies(store, folding, erased);
  await store.initials
    .where('id')
    .anyOf([...erased])
    .delete();
}

async function eraseOwn(store: Store, folding: Folding, rows: readonly OwnFact[]): Promise<void> {
  for (const row of rows) {
    const seqs = await seqsOf(store, [row]);
    const { self } = folding;
    const waits = row.order > self.delivered ? 1 : 0;
    const stored = seqs.has(row.order) ? 1 : 0;
    const digested = stored === 1 && row.incarnation === self.identity?.incarnation;
    folding.self = {
      ...self,
      waiting: self.waiting - waits,
      stored: self.stored - stored,
      digest: digested ? toggleDigest(self.digest, [row.hash], -1) : self.digest,
    };
    folding.again.add(row.subject);
  }
  if (rows.length > 0) await store.facts.bulkDelete(rows.map((row) => row.order));
}

async function eraseFromQueues(store: Store, folding: Folding, erased: ReadonlySet<string>): Promise<void> {
  const [queued, shown] = await Promise.all([
    store.again.toArray(),
    store.attention
      .where('id')
      .anyOf([...erased])
      .toArray(),
  ]);
  const turns = queued.filter((row) => erased.has(row.id));
  const parked = shown.filter((row) => row.parked).length;
  const { self } = folding;
  folding.self = {
    ...self,
    again: self.again - turns.length,
    attention: self.attention - (shown.length - parked),
    parked: self.parked - parked,
  };
  await Promise.all([store.again.bulkDelete(turns.map((row) => row.turn ?? 0)), store.attention.bulkDelete(shown.map((row) => row.id))]);
}

/** Reads all copies: erasing is rare, and an index over every copied fact would be paid for at every pull. */
async function eraseCopies(store: Store, folding: Folding, erased: ReadonlySet<string>): Promise<void> {
  await store.copies.toCollection().modify((row, cursor) => {
    const left = row.facts.filter(({ text }) => !isOf(text, erased));
    if (left.length === row.facts.length) return;
    folding.again.add(row.subject);
    if (left.length === 0) Reflect.deleteProperty(cursor, 'value');
    else cursor.value = { ...row, facts: left };
  });
}

/** Texts that name an erased id at all are few: only these are parsed, to see whether it is their own. */
function isOf(text: string, erased: ReadonlySet<string>): boolean {
  for (const [id] of text.matchAll(idsIn)) if (erased.has(id)) return erased.has(String(idIn(text)));
  return false;
}

const idsIn = /(?<=")[A-Za-z0-9_-]{22}(?=")/g;

function idIn(text: string): unknown {
  const read: unknown = JSON.parse(text);
  return typeof read === 'object' && read !== null && 'id' in read ? read.id : null;
}
