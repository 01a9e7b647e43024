// Receipts into the store, inside saveTheirs' transaction: what is on the server leaves the outbox, what the server holds aside goes to
// `attention`. A receipt that another tab has applied already changes nothing, so every counter moves exactly once.

import { isEdit, readFact } from '../../domain/fact.ts';
import { toggleDigest } from '../../protocol/hash.ts';
import type { Receipt } from '../../protocol/push.ts';
import type { Again, Attention, OwnFact, Receipts, Store } from './db.ts';
import { eraseFacts } from './erase.ts';
import { foldFact } from './fold.ts';
import { type Folding, loadViews } from './folding.ts';
import { seqsOf } from './history.ts';
import { instantOf } from './make-fact.ts';
import type { Self } from './self.ts';

/** Facts as they were sent: those to be sent once more, then own ones as they lie in the outbox. */
export interface Sent {
  readonly again: readonly Again[];
  readonly own: readonly OwnFact[];
}

/** Rows of sequence numbers are joined up to this length; a device that delivers one by one would else keep a row for each fact. */
const longestReceipts = 500;

/** `receipts` in the order of `sent`: the again ones first. */
export async function applyReceipts(
  store: Store,
  folding: Folding,
  sent: Sent,
  receipts: readonly Receipt[],
  newest: Receipts | undefined,
): Promise<void> {
  folding.receipts = newest;
  const here = hasGaps(folding.self) ? await ordersHere(store, sent.own) : undefined;
  const counted = countReceipts(folding.self, sent.own, receipts.slice(sent.again.length), newest, here);
  if (counted !== null) await applyToOwn(store, folding, counted);
  const erased = [...(counted?.erased ?? []), ...(await applyToAgain(store, folding, sent.again, receipts))];
  if (erased.length > 0) await eraseFacts(store, folding, erased);
  if (receipts.some((receipt) => receipt.state === 'stored')) {
    folding.self = { ...folding.self, lastDeliveredAt: instantOf(store.ports.now()) };
  }
}

export interface Counted {
  readonly self: Self;
  /** The row to write. */
  readonly row: Receipts;
  readonly stored: readonly { readonly row: OwnFact; readonly seq: number }[];
  readonly held: readonly Attention[];
  readonly erased: readonly string[];
}

/** Something in the outbox was erased since it was made, perhaps by another tab while its receipt was on the way. */
export function hasGaps({ place, delivered, waiting }: Self): boolean {
  return place - delivered !== waiting;
}

async function ordersHere(store: Store, own: readonly OwnFact[]): Promise<ReadonlySet<number>> {
  const rows = await store.facts.bulkGet(own.map(({ order }) => order));
  return new Set(rows.flatMap((row) => row?.order ?? []));
}

/**
 * What receipts for own facts come to; null when all of them had been answered before. `here`: the orders of those that are still here, where
 * not all may be. What was erased meanwhile waits no more, and neither counts nor comes back by its receipt.
 */
export function countReceipts(
  self: Self,
  own: readonly OwnFact[],
  receipts: readonly Receipt[],
  newest: Receipts | undefined,
  here?: ReadonlySet<number>,
): Counted | null {
  const all = own.flatMap((row, at) => {
    const receipt = receipts[at];
    return receipt !== undefined && row.order > self.delivered ? [{ row, receipt }] : [];
  });
  const last = all.at(-1);
  if (last === undefined) return null;
  const answered = here === undefined ? all : all.filter(({ row }) => here.has(row.order));
  const first = self.delivered + 1;
  const stored = answered.flatMap(({ row, receipt }) => (receipt.state === 'stored' ? [{ row, seq: receipt.seq }] : []));
  const seqs = Array.from({ length: last.row.order - self.delivered }, () => 0);
  for (const { row, seq } of stored) seqs[row.order - first] = seq;
  const { held, erased } = refusalsOf(answered);
  const mine = stored.filter(({ row }) => row.incarnation === self.identity?.incarnation).map(({ row }) => row.hash);
  const counted: Self = {
    ...self,
    delivered: last.row.order,
    waiting: self.waiting - answered.length,
    stored: self.stored + stored.length,
    attention: self.attention + held.length,
    digest: toggleDigest(self.digest, mine, 1),
  };
  return { self: counted, row: joined(newest, { first, seqs, receivedAt: last.receipt.receivedAt }), stored, held, erased };
}

async function applyToOwn(store: Store, folding: Folding, counted: Counted): Promise<void> {
  folding.self = counted.self;
  folding.receipts = counted.row;
  folding.writes.push(store.receipts.put(counted.row));
  if (counted.held.length > 0) folding.writes.push(store.attention.bulkPut([...counted.held]));
  await confirmEdits(store, folding, counted.stored);
}

function joined(before: Receipts | undefined, fresh: Receipts): Receipts {
  const joins = before !== undefined && before.first + before.seqs.length === fresh.first;
  if (!joins || before.seqs.length + fresh.seqs.length > longestReceipts) return fresh;
  return { ...fresh, first: before.first, seqs: [...before.seqs, ...fresh.seqs] };
}

/** Own edits lie on top until the server has numbered them. Adding facts count the same before and after: their views stay as they are. */
async function confirmEdits(
  store: Store,
  folding: Folding,
  stored: readonly { readonly row: Pick<OwnFact, 'kind' | 'subject' | 'text'>; readonly seq: number }[],
): Promise<void> {
  const edits = stored.filter(({ row }) => isEdit(row.kind));
  await loadViews(
    store,
    folding,
    edits.map(({ row }) => row.subject),
  );
  for (const { row, seq } of edits) {
    const read = readFact(row.text);
    if (!read.ok) continue;
    if (foldFact(folding.views, { fact: read.value, seq }, undefined)) folding.touched.add(row.subject);
    else folding.again.add(row.subject);
  }
}

async function applyToAgain(
  store: Store,
  folding: Folding,
  sent: readonly Again[],
  receipts: readonly Receipt[],
): Promise<readonly string[]> {
  if (sent.length === 0) return [];
  await Promise.all(folding.writes);
  const still = await store.again.bulkGet(sent.map((row) => row.turn ?? 0));
  const answered = sent.flatMap((row, at) => {
    const receipt = receipts[at];
    return receipt !== undefined && still[at]?.id === row.id ? [{ row, receipt }] : [];
  });
  const { held, erased } = refusalsOf(answered);
  const { self } = folding;
  folding.self = { ...self, again: self.again - answered.length, attention: self.attention + held.length };
  folding.writes.push(store.again.bulkDelete(answered.map(({ row }) => row.turn ?? 0)));
  if (held.length > 0) folding.writes.push(store.attention.bulkPut(held));
  for (const { row, receipt } of answered) {
    if (receipt.state === 'stored' && row.order !== null) await storeAgain(store, folding, row, row.order, receipt.seq);
  }
  return erased;
}

/** An own fact that is stored at last, or stored anew by a restored server under another number. */
async function storeAgain(store: Store, folding: Folding, row: Again, order: number, seq: number): Promise<void> {
  const [[receipts], own] = await Promise.all([
    store.receipts.where('first').belowOrEqual(order).reverse().limit(1).toArray(),
    store.facts.get(order),
  ]);
  if (receipts === undefined || own === undefined) return;
  const countedBefore = (receipts.seqs[order - receipts.first] ?? 0) > 0;
  const { self } = folding;
  const digested = !countedBefore && own.incarnation === self.identity?.incarnation;
  folding.self = {
    ...self,
    stored: self.stored + 1,
    digest: digested ? toggleDigest(self.digest, [row.hash], 1) : self.digest,
  };
  const next = { ...receipts, seqs: receipts.seqs.with(order - receipts.first, seq) };
  if (folding.receipts?.first === next.first) folding.receipts = next;
  await store.receipts.put(next);
  if (isEdit(row.kind)) folding.again.add(row.subject);
}

/** [S31] Own facts that have receipts, and which the server has under these numbers now. */
export async function renumber(
  store: Store,
  folding: Folding,
  facts: readonly { readonly subject: string; readonly kind: string; readonly order: number; readonly seq: number }[],
): Promise<void> {
  const known = await seqsOf(store, facts);
  const moved = new Map(facts.flatMap((fact) => (known.get(fact.order) === fact.seq ? [] : [[fact.order, fact] as const])));
  if (moved.size === 0) return;
  await store.receipts.toCollection().modify((row, cursor) => {
    cursor.value = { ...row, seqs: row.seqs.map((seq, at) => moved.get(row.first + at)?.seq ?? seq) };
  });
  for (const { kind, subject } of moved.values()) if (isEdit(kind)) folding.again.add(subject);
}

/** What the server holds aside. Erased on request is no matter for attention: the fact goes from here too. */
function refusalsOf(answered: readonly { readonly row: OwnFact | Again; readonly receipt: Receipt }[]) {
  const held: Attention[] = [];
  const erased: string[] = [];
  for (const { row, receipt } of answered) {
    if (receipt.state !== 'held') continue;
    const { id, subject, kind, text, hash, order } = row;
    const { code, field, receivedAt } = receipt;
    if (code === 'fact-erased') erased.push(id);
    else held.push({ id, subject, kind, text, hash, order, code, field, at: receivedAt, parked: false });
  }
  return { held, erased };
}
