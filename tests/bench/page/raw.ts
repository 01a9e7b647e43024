// The floor on a device: IndexedDB with nothing around it. Each function is one transaction with strict durability where it writes, and
// answers when it has completed.

export interface RawRow {
  readonly key: number;
  readonly [field: string]: unknown;
}

export function openRaw(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('rows', { keyPath: 'key' }).createIndex('date', 'date');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export function putRows(database: IDBDatabase, rows: readonly RawRow[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
    const store = transaction.objectStore('rows');
    for (const row of rows) store.put(row);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

/** Rows with key above `after`, by one getAll. */
export function rowsAfter(database: IDBDatabase, after: number): Promise<RawRow[]> {
  return read(database, (store) => store.getAll(IDBKeyRange.lowerBound(after, true)));
}

/** Rows whose `date` lies between, both included, by one getAll on the index. */
export function rowsBetween(database: IDBDatabase, from: string, to: string): Promise<RawRow[]> {
  return read(database, (store) => store.index('date').getAll(IDBKeyRange.bound(from, to)));
}

function read(database: IDBDatabase, ask: (store: IDBObjectStore) => IDBRequest<RawRow[]>): Promise<RawRow[]> {
  return new Promise((resolve, reject) => {
    const request = ask(database.transaction('rows', 'readonly').objectStore('rows'));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
