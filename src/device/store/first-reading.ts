// The first reading of a cold start, from the browser's database itself. Dexie answers the same questions, and all others, but needs a third
// of a second on a slow tablet until it is open and has answered the six of Today; these are answered as soon as the app has been read.

import type { Table } from 'dexie';
import type { TableName, Tables } from './db.ts';

/** As much of a table as the questions of a cold start ask; Dexie's tables have it. */
export interface ReadTable<Row, Key> {
  get(key: Key): PromiseLike<Row | undefined>;
  /** In the order of the keys. */
  bulkGet(keys: Key[]): PromiseLike<(Row | undefined)[]>;
  limit(count: number): Rows<Row>;
  where(index: string): {
    equals(value: string): Rows<Row>;
    anyOf(values: string[]): Rows<Row>;
    between(lower: string, upper: string, includeLower: true, includeUpper: true): Rows<Row>;
    above(value: number): { limit(count: number): Rows<Row> };
  };
  orderBy(index: string): { reverse(): { limit(count: 1): Rows<Row> } };
}

interface Rows<Row> {
  toArray(): PromiseLike<Row[]>;
}

const names = ['self', 'meta', 'records', 'sessions', 'again', 'facts', 'receipts'] as const satisfies readonly TableName[];

/** The tables that those questions read: of a store, or of a first reading. */
export type Reads = {
  readonly [Name in (typeof names)[number]]: Tables[Name] extends Table<infer Row, infer Key> ? ReadTable<Row, Key> : never;
};

/**
 * All in one transaction, which ends when nothing more is asked. Throws where a table or an index is missing: then what there is has to be
 * opened, and perhaps made, by Dexie.
 */
export function firstReading(database: IDBDatabase): Reads {
  const transaction = database.transaction(names, 'readonly');
  return {
    self: readTable(transaction.objectStore('self')),
    meta: readTable(transaction.objectStore('meta')),
    records: readTable(transaction.objectStore('records')),
    sessions: readTable(transaction.objectStore('sessions')),
    again: readTable(transaction.objectStore('again')),
    facts: readTable(transaction.objectStore('facts')),
    receipts: readTable(transaction.objectStore('receipts')),
  };
}

function readTable<Row, Key extends IDBValidKey>(table: IDBObjectStore): ReadTable<Row, Key> {
  const all = (source: IDBObjectStore | IDBIndex, range?: IDBKeyRange, count?: number): Rows<Row> => ({
    toArray: () => answerOf<Row[]>(source.getAll(range, count)),
  });
  const by = (index: string) => (index === table.keyPath ? table : table.index(index));
  const get = (key: Key) => answerOf<Row | undefined>(table.get(key));
  return {
    get,
    bulkGet: (keys) => Promise.all(keys.map(get)),
    limit: (count) => all(table, undefined, count),
    where: (index) => ({
      equals: (value) => all(by(index), IDBKeyRange.only(value)),
      anyOf: (values) => ({
        toArray: async () => {
          const each = await Promise.all(values.toSorted().map((value) => all(by(index), IDBKeyRange.only(value)).toArray()));
          return each.flat();
        },
      }),
      between: (lower, upper) => all(by(index), IDBKeyRange.bound(lower, upper)),
      above: (value) => ({ limit: (count) => all(by(index), IDBKeyRange.lowerBound(value, true), count) }),
    }),
    orderBy: (index) => ({
      reverse: () => ({
        limit: () => ({
          toArray: async () => {
            const last = await answerOf<IDBCursorWithValue | null>(by(index).openCursor(null, 'prev'));
            return last === null ? [] : [last.value];
          },
        }),
      }),
    }),
  };
}

function answerOf<Value>(request: IDBRequest): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
