// How delivery stands: what waits and how old it is, what needs attention. Read from counters, never by scanning facts.

import { type Fact, readFact } from '../../domain/fact.ts';
import type { Problem, ProblemCode } from '../../domain/problem.ts';
import type { Store } from './db.ts';
import type { Reads } from './first-reading.ts';
import { cursorRow, healRow } from './meta.ts';
import { self } from './self.ts';

export interface Delivery {
  readonly waiting: number;
  /** By the clock of the device that made it; null when nothing waits. */
  readonly oldestWaitingAt: string | null;
  readonly attention: number;
  readonly parked: number;
  /** Facts of this device with a receipt, and all there are. */
  readonly delivered: number;
  readonly total: number;
  readonly lastDeliveredAt: string | null;
  readonly lastTry: { readonly at: number; readonly problem: Problem | null } | null;
  readonly cursorSeq: number;
  /** While this device gets its first copy of everything in its scope. */
  readonly filling: { readonly done: number; readonly total: number | null } | null;
  /** A server restored from a backup is getting back what this device holds. */
  readonly healing: boolean;
  readonly revoked: boolean;
  readonly storage: { readonly persisted: boolean | null; readonly usage: number | null; readonly quota: number | null };
  /** Facts up to this sequence number are in a verified backup of the server. */
  readonly safe: number;
}

export async function delivery(store: Reads): Promise<Delivery> {
  const [own, cursor, heal, lastTry, storage, oldest] = await Promise.all([
    self(store),
    cursorRow(store),
    healRow(store),
    store.meta.get('last-try'),
    store.meta.get('storage'),
    oldestWaiting(store),
  ]);
  const { waiting, again, attention, parked, stored } = own;
  return {
    waiting: waiting + again,
    oldestWaitingAt: oldest?.at ?? null,
    attention,
    parked,
    delivered: stored,
    total: stored + waiting + again + attention + parked,
    lastDeliveredAt: own.lastDeliveredAt,
    lastTry: lastTry?.key === 'last-try' ? { at: lastTry.at, problem: lastTry.problem } : null,
    cursorSeq: cursor.cursor?.seq ?? 0,
    filling: isFilled(cursor.cursor) ? null : { done: cursor.done, total: cursor.total },
    healing: heal !== null,
    revoked: own.revoked,
    storage:
      storage?.key === 'storage'
        ? { persisted: storage.persisted, usage: storage.usage, quota: storage.quota }
        : { persisted: null, usage: null, quota: null },
    safe: cursor.safe,
  };
}

/** True once everything in scope has come at least once. */
function isFilled(cursor: { readonly snapshot: unknown } | null): boolean {
  return cursor !== null && cursor.snapshot === null;
}

export async function oldestWaiting(store: Pick<Reads, 'self' | 'again' | 'facts'>): Promise<Fact | null> {
  const { delivered, waiting } = await self(store);
  const [again, row] = await Promise.all([
    store.again.limit(1).toArray(),
    waiting === 0 ? [] : store.facts.where('order').above(delivered).limit(1).toArray(),
  ]);
  const read = [...again, ...row].map(({ text }) => readFact(text));
  const facts = read.flatMap((one) => (one.ok ? [one.value] : []));
  return facts.sort((a, b) => (a.at < b.at ? -1 : 1))[0] ?? null;
}

export interface NeedsAttention {
  /** null when this version cannot read it. */
  readonly fact: Fact | null;
  readonly id: string;
  readonly code: ProblemCode;
  readonly field: string | null;
  readonly at: string;
  readonly text: string;
  readonly parked: boolean;
}

export async function needsAttention(store: Store): Promise<NeedsAttention[]> {
  const rows = await store.attention.toArray();
  const found = rows.map(({ id, code, field, at, text, parked }) => {
    const read = readFact(text);
    return { fact: read.ok ? read.value : null, id, code, field, at, text, parked };
  });
  return found.sort((a, b) => (a.at < b.at ? 1 : -1));
}
