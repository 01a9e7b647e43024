// The one door to writing: a strict transaction that is either whole or not there, and an answer only when it has completed.
// Facts go through it by saveOurs and saveTheirs alone; housekeeping (joined, prune, sweep) uses it for its own rows.

import { Dexie } from 'dexie';
import { failed, type Result } from '../../domain/problem.ts';
import { type Store, type TableName, writerVersion } from './db.ts';
import { forget } from './recent.ts';
import { newSelf, type Self } from './self.ts';
import { isConnectionLost, problemOrThrow } from './storage-problem.ts';

/** A write that takes longer than this is taken back and reported: a person waits for "saved". */
const longestWrite = 20_000;

export interface Write<Seen, Value> {
  readonly tables: readonly TableName[];
  /** Reads that go out together with the read of `self`; of `store`, the one it is given. */
  readonly read: (store: Store) => PromiseLike<Seen>;
  /**
   * Decides and writes. A failed Result takes everything back. Only IndexedDB may be awaited in here, and only through the `store` it is
   * given: its tables belong to the transaction.
   */
  readonly run: (self: Self, seen: Seen, store: Store) => Promise<Result<Value>>;
  /** Says itself what the page then knows of its store (recent.ts). Else that is forgotten. */
  readonly remembers?: boolean;
}

/** Runs once more on a fresh connection when the first was lost; `run` must find out by itself that it had been done (ids tell). */
export async function write<Seen, Value>(store: Store, plan: Write<Seen, Value>): Promise<Result<Value>> {
  let result = await twice(store, plan);
  while (!result.ok && result.problem.code === 'storage-full' && (await isRoomMade(store))) result = await twice(store, plan);
  if (plan.remembers !== true || !result.ok) forget(store);
  return result;
}

/** Kept files go before a fact is refused: they can be fetched again. */
async function isRoomMade(store: Store): Promise<boolean> {
  const part = await import('./make-room.ts').catch(() => null); // a part that cannot be loaded frees nothing
  const made = await part?.makeRoom(store);
  return made?.ok === true && made.value;
}

async function twice<Seen, Value>(store: Store, plan: Write<Seen, Value>): Promise<Result<Value>> {
  try {
    return await once(store, plan);
  } catch (error) {
    if (!isConnectionLost(error)) return problemOrThrow(store, error);
  }
  try {
    store.dexie.close({ disableAutoOpen: false });
    return await once(store, plan);
  } catch (error) {
    return problemOrThrow(store, error);
  }
}

async function once<Seen, Value>(store: Store, plan: Write<Seen, Value>): Promise<Result<Value>> {
  const state: { refused: Result<Value> | null; late: boolean } = { refused: null, late: false };
  const lateness = failed('storage-timeout', { seconds: longestWrite / 1_000 });
  const stop: { abort: (() => void) | null; waiting: (result: Result<Value>) => void } = { abort: null, waiting: () => {} };
  const waitedLong = new Promise<Result<Value>>((resolve) => {
    stop.waiting = resolve;
  });
  const cancel = store.ports.timer(longestWrite, () => {
    state.late = true;
    try {
      stop.abort?.();
    } catch {
      // Already committing: nobody can take it back or know how it ends. The screen keeps its form.
    }
    stop.waiting(store.dexie.isOpen() ? lateness : failed('storage-blocked'));
  });
  // 'self' is in every transaction, so that two writers of one store never run at the same time.
  const names = [...new Set<TableName>(['self', ...plan.tables])];
  const saving = store.dexie.transaction('rw', names, async () => {
    const transaction = Dexie.currentTransaction;
    stop.abort = () => transaction.abort();
    // Dexie finds the current transaction by where the code was called from, and may lose it over an await while other work runs; what is
    // then written would be a transaction of its own, outside what is whole or not there.
    const inside: Store = { ...store, ...Object.fromEntries(names.map((name) => [name, transaction.table(name)])) };
    const [row, seen] = await Promise.all([inside.self.get('self'), plan.read(inside)]);
    const self = row ?? newSelf;
    const newer = self.minWriterVersion > writerVersion;
    const refusal = state.late ? lateness : newer ? failed('storage-newer', { needs: self.minWriterVersion }) : null;
    const result = refusal ?? (await plan.run(self, seen, inside));
    if (!result.ok) {
      state.refused = result;
      transaction.abort();
    }
    return result;
  });
  try {
    return await Promise.race([saving, waitedLong]);
  } catch (error) {
    if (state.refused !== null) return state.refused;
    if (state.late) return lateness;
    throw error;
  } finally {
    cancel();
    saving.catch(() => {}); // when the wait was given up, its end has been reported already
  }
}
