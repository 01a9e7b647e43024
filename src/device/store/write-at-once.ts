// Writing without waiting for a read: all writes go out together with the one read that proves the guess they are built on. When it proves
// wrong, or anything fails, the transaction is aborted and the caller takes the long way. Plain IndexedDB, because Dexie's transactions
// take twice as long (see the benchmark, save); what Dexie would have told live queries is told here, in its own terms.

import { Dexie, RangeSet } from 'dexie';
import type { Session } from '../../domain/session.ts';
import { type Copies, type OwnFact, type Receipts, type Store, type TableName, writerVersion } from './db.ts';
import type { MetaRow } from './meta.ts';
import type { Self } from './self.ts';

export interface Changes {
  /** Has the revision after `before`. */
  readonly self: Self;
  readonly facts?: readonly OwnFact[];
  readonly sessions?: readonly Session[];
  readonly receipts?: readonly Receipts[];
  readonly copies?: readonly Copies[];
  readonly meta?: readonly MetaRow[];
}

/** Longer than any disk takes; then the long way says what is wrong. */
const longestWrite = 10_000;

/** True: on the disk. False: nothing of it is written (or, after a time-out, nobody knows; ids tell). */
export async function writeAtOnce(store: Store, before: Self, changes: Changes): Promise<boolean> {
  const rows = Object.entries(rowsOf(changes)).filter(([, list]) => list.length > 0);
  const transaction = begun(store, ['self', ...rows.map(([table]) => table)]);
  if (transaction === null) return false;
  const abort = () => {
    try {
      transaction.abort();
    } catch {
      // over already: its own event tells how it ended
    }
  };
  const cancel = store.ports.timer(longestWrite, abort);
  const saved = await new Promise<boolean>((resolve) => {
    transaction.oncomplete = () => resolve(true);
    transaction.onabort = () => resolve(false);
    try {
      const proof = transaction.objectStore('self').get('self');
      proof.onsuccess = () => {
        const proven = proof.result?.revision === before.revision && proof.result.minWriterVersion <= writerVersion;
        // Everything has been asked for: saying so spares the way back and forth that would end the transaction by itself.
        if (proven) transaction.commit();
        else abort();
      };
      for (const [table, list] of rows) for (const row of list) put(transaction.objectStore(table), row);
      transaction.objectStore('self').put(changes.self);
    } catch {
      abort(); // a request that could not even be made: the long way meets it again and gives it a name
    }
  });
  cancel();
  // Not now but next: who waits for "saved" does not wait for other tabs to be told.
  if (saved) store.ports.timer(0, () => tellWatchers(store, changes));
  return saved;
}

type Rows = Readonly<Record<Exclude<keyof Changes, 'self'>, readonly object[]>>;

function rowsOf({ facts = [], sessions = [], receipts = [], copies = [], meta = [] }: Changes): Rows {
  return { facts, sessions, receipts, copies, meta };
}

/** A fact or a copy is never written over. */
function put(table: IDBObjectStore, row: object): void {
  if (table.name === 'facts' || table.name === 'copies') table.add(row);
  else table.put(row);
}

function begun(store: Store, tables: readonly string[]): IDBTransaction | null {
  if (!store.dexie.isOpen()) return null;
  try {
    return store.dexie.backendDB().transaction([...tables], 'readwrite', { durability: 'strict' });
  } catch {
    return null; // the connection is going or gone: the long way opens it again
  }
}

/** Live queries of this page and of others: which keys of which tables and indexes have changed. */
function tellWatchers(store: Store, { facts = [], sessions = [], receipts = [], copies = [], meta = [] }: Changes): void {
  const part = (table: TableName, index = '') => `idb://${store.dexie.name}/${table}/${index}`;
  const everything = new RangeSet(Dexie.minKey, Dexie.maxKey);
  const keys = (list: readonly (string | number | [string, number, number])[]) => new RangeSet().addKeys([...list]);
  Dexie.on.storagemutated.fire({
    [part('self')]: keys(['self']),
    [part('facts')]: keys(facts.map((row) => row.order)),
    [part('facts', 'id')]: keys(facts.map((row) => row.id)),
    [part('facts', 'subject')]: keys(facts.map((row) => row.subject)),
    [part('receipts')]: keys(receipts.map((row) => row.first)),
    [part('copies')]: keys(copies.map((row) => [row.subject, row.fill, row.place])),
    [part('meta')]: keys(meta.map((row) => row.key)),
    ...(sessions.length === 0
      ? {}
      : {
          [part('sessions')]: keys(sessions.map((row) => row.id)),
          [part('sessions', 'values.date')]: everything,
          [part('sessions', 'values.status')]: everything,
          [part('sessions', '[values.site+values.date]')]: everything,
        }),
  });
}
