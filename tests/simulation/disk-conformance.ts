// What the device's store relies on, as behaviour of IndexedDB: the simulated disk and a real browser are held to the same list.

import { expect, test } from 'vitest';

interface Row {
  readonly order: number;
  readonly id: string;
  readonly subject: string;
}

/** `opener` gives the factory and key ranges to try, once for each test. */
export function diskConformance(opener: () => { readonly factory: IDBFactory; readonly range: typeof IDBKeyRange }): undefined {
  const opened = async () => {
    const { factory, range } = opener();
    const request = factory.open(`conformance-${Math.random()}`, 1);
    request.onupgradeneeded = () => {
      const facts = request.result.createObjectStore('facts', { keyPath: 'order' });
      facts.createIndex('id', 'id', { unique: true });
      facts.createIndex('subject', 'subject');
      request.result.createObjectStore('copies', { keyPath: ['subject', 'order'] });
      request.result.createObjectStore('again', { keyPath: 'turn', autoIncrement: true });
    };
    return { database: await answer(request), range, factory };
  };
  const row = (order: number): Row => ({ order, id: `id${order}`, subject: order % 2 === 0 ? 'even' : 'odd' });
  const ids = async (database: IDBDatabase) =>
    (await answer<Row[]>(database.transaction('facts').objectStore('facts').getAll())).map(({ id }) => id);

  test('a transaction that is aborted leaves nothing', async () => {
    const { database } = await opened();
    const transaction = database.transaction(['facts', 'again'], 'readwrite', { durability: 'strict' });
    transaction.objectStore('facts').add(row(1));
    transaction.objectStore('again').add({ id: 'x' });
    transaction.abort();
    expect(await end(transaction)).toBe('abort');
    expect(await ids(database)).toEqual([]);
  });

  test('a key that is there already aborts all of the transaction, and says why', async () => {
    const { database } = await opened();
    const first = database.transaction('facts', 'readwrite');
    first.objectStore('facts').add(row(1));
    expect(await end(first)).toBe('complete');
    const second = database.transaction('facts', 'readwrite');
    second.objectStore('facts').add(row(2));
    second.objectStore('facts').add({ ...row(3), id: 'id1' });
    expect(await end(second)).toBe('abort');
    expect(second.error?.name).toBe('ConstraintError');
    expect(await ids(database)).toEqual(['id1']);
  });

  test('commit() ends it once everything asked for is done', async () => {
    const { database } = await opened();
    const transaction = database.transaction('facts', 'readwrite', { durability: 'strict' });
    const read = transaction.objectStore('facts').get(1);
    read.onsuccess = () => transaction.commit();
    transaction.objectStore('facts').put(row(1));
    expect(await end(transaction)).toBe('complete');
    expect(transaction.durability).toBe('strict');
    expect(await ids(database)).toEqual(['id1']);
  });

  test('of two transactions that overlap the later sees what the earlier wrote', async () => {
    const { database } = await opened();
    const first = database.transaction('facts', 'readwrite');
    const second = database.transaction('facts', 'readwrite');
    const seen = second.objectStore('facts').count();
    first.objectStore('facts').add(row(1));
    expect(await answer(seen)).toBe(1);
  });

  test('ranges, compound keys and backward reads are in the order of keys', async () => {
    const { database, range } = await opened();
    const transaction = database.transaction(['facts', 'copies'], 'readwrite');
    for (const order of [3, 1, 2, 10]) transaction.objectStore('facts').add(row(order));
    for (const order of [3, 1, 2, 10]) transaction.objectStore('copies').add(row(order));
    expect(await end(transaction)).toBe('complete');
    const { facts, copies } = stores(database);
    expect((await answer<Row[]>(facts().getAll(range.bound(1, 3, true, false)))).map(({ order }) => order)).toEqual([2, 3]);
    expect((await answer<Row[]>(facts().index('subject').getAll('even'))).map(({ order }) => order)).toEqual([2, 10]);
    expect(await answer(copies().getAllKeys(range.bound(['even', 3], ['odd', 1])))).toEqual([
      ['even', 10],
      ['odd', 1],
    ]);
    const last = await answer(facts().openCursor(null, 'prev'));
    expect(last?.key).toBe(10);
  });

  test('a newer version waits for who has the older one open, and says so', async () => {
    const { database, factory } = await opened();
    const events: string[] = [];
    database.onversionchange = () => events.push('versionchange');
    const newer = factory.open(database.name, 2);
    await new Promise((resolve) => {
      newer.onblocked = resolve;
    });
    events.push('blocked');
    database.close();
    const next = await answer(newer);
    expect(events).toEqual(['versionchange', 'blocked']);
    expect(next.version).toBe(2);
    next.close();
  });
}

function stores(database: IDBDatabase) {
  return {
    facts: () => database.transaction('facts').objectStore('facts'),
    copies: () => database.transaction('copies').objectStore('copies'),
  };
}

function answer<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function end(transaction: IDBTransaction): Promise<'complete' | 'abort'> {
  return new Promise((resolve) => {
    transaction.oncomplete = () => resolve('complete');
    transaction.onabort = () => resolve('abort');
  });
}
