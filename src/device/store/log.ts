// What happened in a session, newest first, and in which of the three states each entry is.

import type { Fact } from '../../domain/fact.ts';
import type { Session } from '../../domain/session.ts';
import type { Store } from './db.ts';
import { copiesRange, type HistoryEntry, historyOf, mergeHistory, seqsOf } from './history.ts';
import { self } from './self.ts';

/** On this device, on the server (there is a receipt), needs attention. */
export type DeliveryState = 'device' | 'server' | 'attention';

export interface LogEntry {
  readonly fact: Fact;
  readonly state: DeliveryState;
  readonly seq: number | null;
  readonly voided: boolean;
  readonly mine: boolean;
}

/** The newest `limit` entries. Newest: last to come into this device's store; clocks are not asked. */
export async function sessionLog(store: Store, id: string, limit: number): Promise<LogEntry[]> {
  const subject = `session/${id}`;
  const [own, copies] = await Promise.all([
    store.facts.where('subject').equals(subject).reverse().limit(limit).toArray(),
    copiesRange(store, subject).reverse().limit(limit).toArray(),
  ]);
  own.reverse();
  const history = mergeHistory(own, await seqsOf(store, own), copies.reverse());
  return (await withStates(store, id, history)).reverse().slice(0, limit);
}

/** All entries of a session, oldest first. */
export async function wholeLog(store: Store, id: string): Promise<LogEntry[]> {
  return withStates(store, id, await historyOf(store, `session/${id}`));
}

/** A history that was read already, or a part of it, oldest first. */
export async function withStates(store: Store, id: string, history: readonly HistoryEntry[]): Promise<LogEntry[]> {
  const [{ attention, parked }, session] = await Promise.all([self(store), store.sessions.get(id)]);
  const held = await heldAmong(store, attention + parked, history);
  return history
    .flatMap((entry) => (entry.fact === null ? [] : [{ entry, log: logEntry(entry.fact, entry, held, session) }]))
    .sort((a, b) => a.entry.place - b.entry.place || (a.entry.seq ?? 0) - (b.entry.seq ?? 0))
    .map(({ log }) => log);
}

function logEntry(fact: Fact, entry: HistoryEntry, held: ReadonlySet<string>, session: Session | undefined): LogEntry {
  const state = held.has(entry.id) ? 'attention' : entry.seq === null ? 'device' : 'server';
  return { fact, state, seq: entry.seq, voided: session?.voids[entry.id] !== undefined, mine: entry.mine };
}

async function heldAmong(store: Store, count: number, history: readonly HistoryEntry[]): Promise<ReadonlySet<string>> {
  if (count === 0) return new Set();
  const rows = await store.attention.bulkGet(history.map((entry) => entry.id));
  return new Set(rows.flatMap((row) => row?.id ?? []));
}
