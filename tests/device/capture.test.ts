// Saving: whole or not at all, numbered 1, 2, 3 …, and shown in the device's own counts at once.

import { IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, test, vi } from 'vitest';
import { attendanceActions } from '../../src/device/actions/attendance.ts';
import { handOutActions } from '../../src/device/actions/hand-outs.ts';
import { placeActions } from '../../src/device/actions/places.ts';
import { sessionActions } from '../../src/device/actions/sessions.ts';
import { delivery } from '../../src/device/store/delivery.ts';
import { handOutsOf } from '../../src/device/store/hand-outs.ts';
import { createStore } from '../../src/device/store/db.ts';
import { watch } from '../../src/device/store/live.ts';
import { sessionLog } from '../../src/device/store/log.ts';
import { sites } from '../../src/device/store/records.ts';
import { self } from '../../src/device/store/self.ts';
import { openSessions, session, sessionsBetween } from '../../src/device/store/sessions.ts';
import { hashOf } from '../../src/protocol/hash.ts';
import { randomBytesFrom } from '../support/random.ts';
import { anEnrolledStore, problemOf, okOf } from './a-device.ts';

async function aDesk(seed: number) {
  const { store, ports, identity } = await anEnrolledStore(seed);
  const saves = { count: 0 };
  const saved = () => {
    saves.count += 1;
  };
  const context = { store, saved };
  const act = { ...sessionActions(context), ...attendanceActions(context), ...handOutActions(context), ...placeActions(context) };
  return { store, ports, identity, act, saves };
}

describe('capture', () => {
  test('a new session is made and opened in one fact, and counting shows at once', async () => {
    const { store, act, saves } = await aDesk(1);
    const { id } = okOf(await act.startNewSession({ date: '2026-11-02', place: 'Maple Court', targetAge: '6-11' }));
    okOf(await act.count(id, '6-11', 3, 'many'));
    okOf(await act.count(id, '0-5', 1, 'tap'));
    const shown = await session(store, id);
    expect(shown?.values).toMatchObject({ status: 'open', place: 'Maple Court', openedAt: '2026-11-02T15:00:00.000Z' });
    expect(shown?.totals.heads).toEqual({ '6-11': 3, '0-5': 1 });
    expect((await openSessions(store)).map((one) => one.id)).toEqual([id]);
    expect((await sessionsBetween(store, '2026-11-02', '2026-11-02')).map((one) => one.id)).toEqual([id]);
    expect(await delivery(store)).toMatchObject({ waiting: 3, delivered: 0, total: 3, attention: 0 });
    expect(saves.count).toBe(3);
  });

  test('[I19] facts are numbered 1, 2, 3 … however many are saved at once, and their hash is of their exact text', async () => {
    const { store, act } = await aDesk(2);
    const { id } = okOf(await act.planSession({ date: '2026-11-03' }));
    await Promise.all(Array.from({ length: 20 }, () => act.count(id, 'general', 1, 'tap')));
    const rows = await store.facts.toArray();
    expect(rows.map((row) => JSON.parse(row.text).number)).toEqual(Array.from({ length: 21 }, (_, at) => at + 1));
    expect(rows.every((row) => row.hash === hashOf(row.text) && row.id === JSON.parse(row.text).id)).toBe(true);
    expect((await session(store, id))?.totals.heads).toEqual({ general: 20 });
  });

  test('[I6] when the transaction is aborted inside, nothing of the save is there', async () => {
    const { store, act } = await aDesk(3);
    const { id } = okOf(await act.planSession({ date: '2026-11-03' }));
    const before = { self: await self(store), facts: await store.facts.toArray(), session: await session(store, id) };
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(problemOf(await act.count(id, 'general', 1, 'tap')).code).toBe('storage-full');
    full.mockRestore();
    expect({ self: await self(store), facts: await store.facts.toArray(), session: await session(store, id) }).toEqual(before);
    okOf(await act.count(id, 'general', 1, 'tap'));
    expect((await store.facts.toArray()).map((row) => JSON.parse(row.text).number)).toEqual([1, 2]);
  });

  test('[I21] a page that does not know what another has written saves on top of it, not over it', async () => {
    const { store, ports, act } = await aDesk(14);
    const { id } = okOf(await act.planSession({ date: '2026-11-03' }));
    const other = createStore({ ...ports, random: randomBytesFrom(99) });
    const elsewhere = attendanceActions({ store: other, saved: () => {} });
    for (let round = 0; round < 5; round++) {
      okOf(await act.count(id, 'general', 1, 'tap'));
      okOf(await elsewhere.count(id, 'general', 10, 'many'));
      await Promise.all([
        act.count(id, 'general', 100, 'many'),
        elsewhere.count(id, 'general', 100, 'many'),
        act.count(id, 'general', 100, 'many'),
      ]);
    }
    expect((await session(store, id))?.totals.heads).toEqual({ general: 1_555 });
    expect((await store.facts.toArray()).map((row) => JSON.parse(row.text).number)).toEqual(Array.from({ length: 26 }, (_, at) => at + 1));
    other.dexie.close();
  });

  test('screens that watch are told of every save', async () => {
    const { store, act } = await aDesk(15);
    const { id } = okOf(await act.planSession({ date: '2026-11-03' }));
    const queries = [
      async () => (await session(store, id))?.totals.heads.general ?? 0,
      async () => (await sessionsBetween(store, '2026-11-03', '2026-11-03'))[0]?.totals.heads.general ?? 0,
      async () => (await sessionLog(store, id, 9)).length - 1,
      async () => (await delivery(store)).waiting - 1,
    ];
    for (let taps = 1; taps <= 3; taps++) {
      const seen = queries.map(
        (query) =>
          new Promise<void>((resolve) => {
            const stop = watch(query).subscribe(
              (value) => {
                if (value !== taps) return;
                queueMicrotask(() => stop());
                resolve();
              },
              () => {},
            );
          }),
      );
      okOf(await act.count(id, 'general', 1, 'tap'));
      await Promise.all(seen);
    }
  });

  test('an exact total adds what is missing; the same total again writes nothing', async () => {
    const { store, act } = await aDesk(4);
    const { id } = okOf(await act.planSession({ date: '2026-11-03' }));
    okOf(await act.count(id, '19+', 4, 'many'));
    expect(okOf(await act.countExact(id, '19+', 30)).fact?.body).toEqual({ band: '19+', heads: 26, way: 'exact' });
    expect(okOf(await act.countExact(id, '19+', 30)).fact).toBeNull();
    expect((await session(store, id))?.totals.heads).toEqual({ '19+': 30 });
  });

  test('a count taken back counts no more, and a second tap on undo does nothing', async () => {
    const { store, act } = await aDesk(5);
    const { id } = okOf(await act.planSession({ date: '2026-11-03' }));
    const { fact } = okOf(await act.count(id, '0-5', 2, 'many'));
    const [first, second] = await Promise.all([act.voidFact(id, fact?.id ?? ''), act.voidFact(id, fact?.id ?? '')]);
    expect([okOf(first).fact?.kind, okOf(second).fact]).toEqual(['fact.voided', null]);
    expect((await session(store, id))?.totals).toMatchObject({ heads: {}, byDevice: {} });
    expect((await sessionLog(store, id, 5)).map((one) => [one.fact.kind, one.voided, one.state])).toEqual([
      ['fact.voided', false, 'device'],
      ['attendance.counted', true, 'device'],
      ['session.changed', false, 'device'],
    ]);
  });

  test('saving a form twice with its token makes one fact and gives the same answer', async () => {
    const { store, act } = await aDesk(6);
    const { id } = okOf(await act.planSession({ date: '2026-11-03' }));
    const form = { resource: null, title: 'Bookmarks', count: 2, barcode: null, token: 'AAAAAAAAAAAAAAAAAAAAAA' };
    const [first, second] = await Promise.all([act.handOut(id, 'given', form), act.handOut(id, 'given', form)]);
    expect(okOf(first)).toEqual(okOf(second));
    expect(await handOutsOf(store, id)).toHaveLength(1);
    expect((await session(store, id))?.totals.handOuts).toEqual({ given: 2 });
    const token = 'BBBBBBBBBBBBBBBBBBBBBB';
    const [one, other] = [await act.planSession({ date: '2026-11-04', token }), await act.planSession({ date: '2026-11-04', token })];
    expect(okOf(one)).toEqual(okOf(other));
    expect(await sessionsBetween(store, '2026-11-04', '2026-11-04')).toHaveLength(1);
  });

  test('what a schema refuses is named and not saved', async () => {
    const { store, act } = await aDesk(7);
    const { id } = okOf(await act.planSession({ date: '2026-11-03' }));
    expect(problemOf(await act.count(id, '0-5', 0, 'tap'))).toEqual({ code: 'input-invalid', detail: { field: 'body.heads' } });
    expect(problemOf(await act.planSession({ date: '2026-02-30' }))).toEqual({ code: 'input-invalid', detail: { field: 'body.set.date' } });
    expect(problemOf(await act.changeSite(null, { name: '  ' })).detail).toEqual({ field: 'body.set.name' });
    expect(await store.facts.count()).toBe(1);
  });

  test('a device counts into a session it joined by code before anything is known of it', async () => {
    const { store, act } = await aDesk(8);
    const { id } = okOf(await act.joinSession('4k7q-9xhm tz2b', { title: 'Storytime', date: '2026-11-02' }));
    expect(id).toBe('4K7Q9XHMTZ2B');
    okOf(await act.count(id, '0-5', 2, 'many'));
    expect((await openSessions(store)).map((one) => [one.id, one.values.title, one.totals.heads])).toEqual([
      [id, 'Storytime', { '0-5': 2 }],
    ]);
    expect((await store.facts.toArray()).map((row) => row.kind)).toEqual(['attendance.counted']);
    expect(problemOf(await act.joinSession('4k7q')).code).toBe('input-invalid');
  });

  test('an edit writes only fields that differ, names what it was based on, and shows at once', async () => {
    const { store, act } = await aDesk(9);
    const { id } = okOf(await act.changeSite(null, { name: 'Maple Court', type: 'housing' }));
    const [made] = await store.facts.toArray();
    okOf(await act.changeSite(id, { name: 'Maple Court', address: 'Elm Street 5' }));
    okOf(await act.changeSite(id, { address: 'Elm Street 5' }));
    okOf(await act.changeSite(id, { type: 'school' }));
    const bodies = (await store.facts.toArray()).map((row) => JSON.parse(row.text).body);
    expect(bodies.slice(1)).toEqual([
      { set: { address: 'Elm Street 5' }, base: { address: null } },
      { set: { type: 'school' }, base: { type: made?.id } },
    ]);
    expect((await sites(store)).map((one) => one.values)).toEqual([
      expect.objectContaining({ name: 'Maple Court', type: 'school', address: 'Elm Street 5', archived: false }),
    ]);
  });

  test('[S8] a clock that says nonsense stops nothing', async () => {
    const { store, act, ports } = await aDesk(10);
    for (const now of [-1, Number.NaN, 8.64e15, 4e15]) {
      ports.clock.now = now;
      okOf(await act.planSession({ date: '2026-11-03' }));
    }
    expect(await store.facts.count()).toBe(4);
  });

  test('[I20] an app older than the store writes nothing into it', async () => {
    const { store, act } = await aDesk(11);
    const { id } = okOf(await act.planSession({ date: '2026-11-03' }));
    await store.self.put({ ...(await self(store)), minWriterVersion: 2 });
    expect(problemOf(await act.count(id, '0-5', 1, 'tap'))).toEqual({ code: 'storage-newer', detail: { needs: 2 } });
    expect(await store.facts.count()).toBe(1);
  });

  test('a connection that was lost is opened again, and what was saved is saved once', async () => {
    const { store, act } = await aDesk(12);
    const { id } = okOf(await act.planSession({ date: '2026-11-03' }));
    store.dexie.backendDB().close();
    okOf(await act.count(id, '0-5', 1, 'tap'));
    expect((await session(store, id))?.totals.heads).toEqual({ '0-5': 1 });
  });

  test('before enrollment nothing is saved', async () => {
    const { store, act } = await aDesk(13);
    await store.self.clear();
    expect(problemOf(await act.planSession({ date: '2026-11-03' })).code).toBe('not-enrolled');
  });
});
