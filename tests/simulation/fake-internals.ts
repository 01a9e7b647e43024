// What the simulated disk knows of fake-indexeddb's insides, in one place: the package has no types for them. Everything here is read from
// objects that the package itself made; a version that names things otherwise fails at once, at `internals`.

import { IDBDatabase as FakeDatabase, IDBTransaction as FakeTransaction } from 'fake-indexeddb';

export interface RawRecord {
  readonly key: unknown;
  readonly value: unknown;
}

export interface RecordStore {
  readonly values: () => Iterable<RawRecord>;
  readonly put: (record: RawRecord) => unknown;
  readonly size: () => number;
}

export interface RawIndex {
  readonly name: string;
  readonly keyPath: unknown;
  readonly multiEntry: boolean;
  readonly unique: boolean;
  readonly records: RecordStore;
  initialized: boolean;
}

export interface RawStore {
  readonly name: string;
  readonly keyPath: unknown;
  readonly autoIncrement: boolean;
  readonly keyGenerator: { num: number } | null;
  readonly records: RecordStore;
  readonly rawIndexes: Map<string, RawIndex>;
}

export interface RawDatabase {
  readonly name: string;
  version: number;
  transactions: RawTransaction[];
  connections: object[];
  readonly rawObjectStores: Map<string, RawStore>;
  readonly processTransactions: () => void;
}

export interface RawTransaction {
  readonly mode: string;
  readonly durability: string;
  readonly db: object;
  _state: string;
  _started: boolean;
  readonly _scope: ReadonlySet<string>;
  readonly _requests: readonly unknown[];
  readonly _rollbackLog: (() => void)[];
  readonly _abort: (name: string | null) => void;
}

export interface RawConnection {
  readonly _rawDatabase: RawDatabase;
  _closePending: boolean;
  _closed: boolean;
}

/** A factory's databases by name, and the queue in which they are opened. */
export interface RawFactory {
  _databases: Map<string, RawDatabase>;
  _connectionQueues: Map<string, Promise<unknown>>;
}

interface Methods {
  _start: (this: RawTransaction) => void;
  _abort: (this: RawTransaction, name: string | null) => void;
}

// The casts of this file say what is read above; `internals` proves it for what a run depends on.
export const transactionMethods = FakeTransaction.prototype as unknown as Methods;
export const databaseMethods = FakeDatabase.prototype as unknown as {
  transaction: (this: object, ...args: unknown[]) => unknown;
  close: (this: RawConnection) => void;
};

export function rawFactory(factory: IDBFactory): RawFactory {
  const raw = factory as unknown as RawFactory;
  if (!(raw._databases instanceof Map) || !(raw._connectionQueues instanceof Map))
    throw new Error('fake-indexeddb keeps its databases otherwise');
  return raw;
}

export function rawDatabaseOf(connection: object): RawDatabase {
  const raw = (connection as { _rawDatabase?: RawDatabase })._rawDatabase;
  if (raw === undefined) throw new Error('fake-indexeddb keeps its connections otherwise');
  return raw;
}

/** A deep copy of a database as it stands; values are shared, because nobody writes into a stored value. */
export function copyOf(raw: RawDatabase): RawDatabase {
  const copy = made<RawDatabase>(raw, raw.name, raw.version);
  for (const [name, store] of raw.rawObjectStores) {
    const next = made<RawStore>(store, copy, name, store.keyPath, store.autoIncrement);
    if (next.keyGenerator !== null && store.keyGenerator !== null) next.keyGenerator.num = store.keyGenerator.num;
    for (const { key, value } of store.records.values()) next.records.put({ key, value });
    for (const [indexName, index] of store.rawIndexes) {
      const other = made<RawIndex>(index, next, indexName, index.keyPath, index.multiEntry, index.unique);
      for (const { key, value } of index.records.values()) other.records.put({ key, value });
      other.initialized = true;
      next.rawIndexes.set(indexName, other);
    }
    copy.rawObjectStores.set(name, next);
  }
  return copy;
}

/** One more of the same class. */
function made<Kind extends object>(like: Kind, ...args: readonly unknown[]): Kind {
  return Reflect.construct(like.constructor as new (...all: readonly unknown[]) => Kind, args);
}
