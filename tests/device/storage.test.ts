// Storage that is missing, refused, thrown away or held up by another tab: said, never guessed, and nothing half written.

import { describe, expect, test, vi } from 'vitest';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { attendanceActions } from '../../src/device/actions/attendance.ts';
import { sessionActions } from '../../src/device/actions/sessions.ts';
import { canary } from '../../src/device/store/canary.ts';
import { createStore } from '../../src/device/store/db.ts';
import { delivery } from '../../src/device/store/delivery.ts';
import { read } from '../../src/device/store/read.ts';
import { self } from '../../src/device/store/self.ts';
import { askToPersist, readStorage } from '../../src/device/store/storage-answers.ts';
import { storageProblem } from '../../src/device/store/storage-problem.ts';
import { write } from '../../src/device/store/write.ts';
import { failed, ok } from '../../src/domain/problem.ts';
import { aServer } from '../support/server.ts';
import { anEnrolledStore, okOf, portsFor, problemOf } from './a-device.ts';
import { aDesktop, aTablet, anEnrolledTablet } from './a-tablet.ts';

describe('storage', () => {
  test('answers about persistence are kept, and missing ones are null', async () => {
    const { store } = await anEnrolledStore(1);
    expect(okOf(await readStorage(store))).toMatchObject({ persisted: null, usage: null, quota: null });
    const asked: string[] = [];
    const storage = {
      persist: async () => asked.push('persist') > 0,
      persisted: async () => asked.includes('persist'),
      estimate: async () => ({ usage: 10, quota: 1_000 }),
    };
    const given = await anEnrolledStore(2, { storage });
    okOf(await readStorage(given.store));
    expect((await delivery(given.store)).storage).toEqual({ persisted: false, usage: 10, quota: 1_000 });
    expect(okOf(await askToPersist(given.store)).persisted).toBe(true);
    const refusing = await anEnrolledStore(3, { storage: { persisted: () => Promise.reject(new TypeError('private window')) } });
    expect(okOf(await askToPersist(refusing.store)).persisted).toBeNull();
  });

  test('[I6] what a transaction writes is taken back with it, also after Dexie has lost sight of the transaction', async () => {
    const { store } = await anEnrolledStore(5);
    const refused = await write(store, {
      tables: ['meta'],
      read: async () => null,
      run: async (_self, _seen, inside) => {
        await Dexie.ignoreTransaction(() => inside.meta.put({ key: 'pruned', at: 1 }));
        expect(await inside.meta.get('pruned')).toMatchObject({ at: 1 });
        return failed('not-found');
      },
    });
    expect(problemOf(refused).code).toBe('not-found');
    expect(await store.meta.get('pruned')).toBeUndefined();
  });

  describe('the row that is written to try it', () => {
    test('is read back and gone again', async () => {
      const { store } = await anEnrolledStore(6);
      const written: unknown[] = [];
      store.meta.hook('creating', (key) => void written.push(key));
      okOf(await canary(store));
      expect(written).toEqual(['canary']);
      expect(await store.meta.get('canary')).toBeUndefined();
    });

    test.each([
      ['QuotaExceededError', 'storage-full'],
      ['UnknownError', 'storage-unavailable'],
    ])('is a problem of storage where it is refused (%s)', async (name, code) => {
      const { store } = await anEnrolledStore(6);
      store.meta.hook('creating', () => {
        throw new DOMException('refused by the test', name);
      });
      expect(problemOf(await canary(store)).code).toBe(code);
      expect(await store.meta.get('canary')).toBeUndefined();
    });

    test.each([
      ['another value', (row: object) => ({ ...row, song: 'what another day sang' })],
      ['nothing', () => undefined],
    ])('is a problem of storage where %s is read back', async (_, heard) => {
      const { store } = await anEnrolledStore(6);
      store.meta.hook('reading', heard);
      expect(problemOf(await canary(store)).code).toBe('storage-unavailable');
    });

    test('is a problem of storage where it stays', async () => {
      const { store } = await anEnrolledStore(6);
      store.meta.hook('deleting', () => {
        throw new DOMException('refused by the test', 'UnknownError');
      });
      expect(problemOf(await canary(store)).code).toBe('storage-unavailable');
    });
  });

  test('an upgrade held up by an older tab is said to be, and the save is not made later behind the form', async () => {
    const patience = { most: 50 };
    const ports = portsFor(4, { timer: (ms, run) => plain(Math.min(ms, patience.most), run) });
    const older = await new Promise<{ close: () => void }>((resolve, reject) => {
      const request = (ports.indexedDB ?? new IDBFactory()).open(ports.databaseName, 5);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const store = createStore(ports);
    const note = async () => {
      await store.meta.put({ key: 'pruned', at: 1 });
      return ok(null);
    };
    const written = await write(store, { tables: ['meta'], read: () => Promise.resolve(), run: note });
    expect(problemOf(written).code).toBe('storage-blocked');
    patience.most = 60_000;
    older.close();
    okOf(await read(store, () => self(store)));
    expect(await store.meta.toArray()).toEqual([]);
    expect(okOf(await write(store, { tables: ['meta'], read: () => Promise.resolve(), run: note }))).toBeNull();
    store.dexie.close();
  });

  test('[I7] a browser that ends a transaction in the midst of many rows is a storage problem, not a bug', async () => {
    const { store } = await anEnrolledStore(5);
    const written = await write(store, {
      tables: ['meta'],
      read: () => Promise.resolve(),
      run: async () => {
        const putting = store.meta.bulkPut([{ key: 'pruned', at: 1 }]);
        Dexie.currentTransaction.idbtrans.abort();
        await putting;
        return ok(null);
      },
    });
    expect(problemOf(written).code).toBe('storage-unavailable');
    expect(await store.meta.get('pruned')).toBeUndefined();
  });

  test.each([
    ['AbortError', 'storage-unavailable'],
    ['QuotaExceededError', 'storage-full'],
  ])('[I7] so is one that ends it while rows are changed together (%s)', (name, code) => {
    expect(storageProblem(new Dexie.ModifyError('Error modifying', [new DOMException('', name)], 0, []))?.code).toBe(code);
    expect(storageProblem(new Dexie.ModifyError('Error modifying', [new TypeError('ours')], 0, []))).toBeNull();
  });

  test('a write that takes too long is taken back, and said so', async () => {
    const patience = { most: 60_000 };
    const { store } = await anEnrolledStore(5, { timer: (ms, run) => plain(Math.min(ms, patience.most), run) });
    const context = { store, saved: () => {} };
    const { id } = okOf(await sessionActions(context).planSession({ date: '2026-11-03' }));
    // Another transaction keeps the store busy: ours waits for its turn.
    const busy = { on: true };
    const idb = store.dexie.backendDB();
    const transaction = idb.transaction(['self'], 'readwrite');
    const spin = () => {
      if (busy.on) transaction.objectStore('self').get('nobody').onsuccess = spin;
    };
    spin();
    patience.most = 50;
    expect(problemOf(await attendanceActions(context).count(id, '0-5', 1, 'tap')).code).toBe('storage-timeout');
    busy.on = false;
    patience.most = 60_000;
    okOf(await attendanceActions(context).count(id, '0-5', 1, 'tap'));
    expect((await store.facts.toArray()).map((row) => row.kind)).toEqual(['session.changed', 'attendance.counted']);
  });

  test('a store that cannot be opened is a problem of storage, for saving and for delivering', async () => {
    const server = await aServer();
    const desktop = await aDesktop(server);
    const tablet = await anEnrolledTablet(server, desktop, 1);
    const { indexedDB = new IDBFactory() } = tablet.ports;
    const broken = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    tablet.device.store.dexie.close({ disableAutoOpen: false });
    expect(problemOf(await tablet.device.act.planSession({ date: '2026-11-03' })).code).toBe('storage-unavailable');
    expect(problemOf(await tablet.device.sync.deliverNow()).code).toBe('storage-unavailable');
    broken.mockRestore();
    okOf(await tablet.device.act.planSession({ date: '2026-11-03' }));
    okOf(await tablet.device.sync.deliverNow());
  });

  test.each([
    ['refused in a private window', 'SecurityError'],
    ['switched off by a policy', 'InvalidStateError'],
  ])('IndexedDB that is %s is said to be unavailable, at each door', async (_, name) => {
    const indexedDB = new IDBFactory();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('A mutation operation was attempted on a database that did not allow mutations.', name);
    });
    const { device } = aTablet(await aServer(), 70, { indexedDB });
    const answers = [await device.act.planSession({ date: '2026-11-03' }), await device.sync.deliverNow(), await device.act.readStorage()];
    expect(answers.map((answer) => problemOf(answer).code)).toEqual(answers.map(() => 'storage-unavailable'));
  });

  test('a store the browser has thrown away is noticed by the cookie that is left', async () => {
    const server = await aServer();
    const desktop = await aDesktop(server);
    const tablet = await anEnrolledTablet(server, desktop, 1);
    expect(okOf(await tablet.device.access.wasEvicted())).toBe(false);
    const emptied = aTablet(server, 60);
    emptied.adopt(tablet);
    expect(okOf(await emptied.device.access.wasEvicted())).toBe(true);
    expect(okOf(await aTablet(server, 61).device.access.wasEvicted())).toBe(false);
  });

  test('what is no fault of storage is a bug and stays one', () => {
    expect(storageProblem(new TypeError('x is not a function'))).toBeNull();
    expect(storageProblem({ name: 'AbortError', inner: { name: 'QuotaExceededError' } })?.code).toBe('storage-full');
  });
});

function plain(ms: number, run: () => void): () => void {
  const waiting = setTimeout(run, ms);
  return () => clearTimeout(waiting);
}
