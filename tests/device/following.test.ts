// Following the library: filling and resuming, news in any order, sessions entering and leaving the scope, several tabs on one store.

import { describe, expect, test } from 'vitest';
import { everyTable } from '../../src/device/store/every-table.ts';
import { refilling } from '../../src/device/store/become.ts';
import { delivery } from '../../src/device/store/delivery.ts';
import { sessionLog } from '../../src/device/store/log.ts';
import { cursorRow } from '../../src/device/store/meta.ts';
import { prune } from '../../src/device/store/prune.ts';
import { forget } from '../../src/device/store/recent.ts';
import { rebuildViews } from '../../src/device/store/rebuild.ts';
import { sites } from '../../src/device/store/records.ts';
import { saveOurs } from '../../src/device/store/save-ours.ts';
import { self } from '../../src/device/store/self.ts';
import { session, sessionsBetween } from '../../src/device/store/sessions.ts';
import { ok } from '../../src/domain/problem.ts';
import { paths } from '../../src/protocol/paths.ts';
import { mostFactsPerPush } from '../../src/protocol/version.ts';
import type { Sync } from '../../src/server/storage/storage.ts';
import { aServer } from '../support/server.ts';
import { okOf, problemOf } from './a-device.ts';
import { aDesktop, anEnrolledTablet, aTablet, lostAnswer, requestsTo, type Tablet } from './a-tablet.ts';

async function twoTablets() {
  const server = await aServer();
  const desktop = await aDesktop(server);
  const one = await anEnrolledTablet(server, desktop, 1);
  const two = await anEnrolledTablet(server, desktop, 2);
  const { id } = okOf(await one.device.act.startNewSession({ date: '2026-11-02', title: 'Storytime' }));
  await deliver(one, two);
  return { server, desktop, one, two, id };
}

async function deliver(...tablets: readonly Tablet[]): Promise<void> {
  for (const tablet of tablets) okOf(await tablet.device.sync.deliverNow());
}

/** Many facts in one save. */
async function countOften(tablet: Tablet, id: string, times: number): Promise<void> {
  const subject = { type: 'session', id } as const;
  const draft = { kind: 'attendance.counted', subject, body: { band: 'general', heads: 1, way: 'tap' } } as const;
  okOf(await saveOurs(tablet.device.store, { subjects: [subject], plan: () => ok(Array.from({ length: times }, () => draft)) }));
}

/** View rows as bytes, for comparing. */
async function viewsOf(tablet: Tablet): Promise<string> {
  const { sessions, records } = tablet.device.store;
  return JSON.stringify([await sessions.toArray(), await records.toArray()]);
}

test('[S30] [I8] an answer that was another device’s, served again by a cache, is no answer: nothing is skipped', async () => {
  const { one, two, id } = await twoTablets();
  okOf(await two.device.act.count(id, '19+', 8, 'many'));
  await deliver(two);
  const cache = { text: '' };
  two.network.break(paths.pull, async (carry) => {
    const response = await carry();
    cache.text = await response.clone().text();
    return response;
  });
  await deliver(two);
  one.network.break(paths.pull, async () => new Response(cache.text, { status: 200 }));
  expect(problemOf(await one.device.sync.deliverNow())).toMatchObject({
    code: 'server-answer-unreadable',
    detail: { reason: 'another-request' },
  });
  await deliver(one);
  expect((await session(one.device.store, id))?.totals.heads).toEqual({ '19+': 8 });
});

describe('filling', () => {
  test('[S13] goes on where it was when an answer was lost, and ends with everything once', async () => {
    const { server, desktop, one, id } = await twoTablets();
    await countOften(one, id, 6_000);
    await deliver(one);
    const late = aTablet(server, 5);
    const { code } = okOf(await desktop.device.access.invite('staff'));
    okOf(await late.device.access.enroll(code, 'Late'));
    late.network.break(paths.pull, (carry) => carry(), lostAnswer);
    expect(problemOf(await late.device.sync.deliverNow()).code).toBe('server-unreachable');
    const half = await delivery(late.device.store);
    expect(half.filling).toEqual({ done: 5_000, total: expect.any(Number) });
    await deliver(late);
    expect((await delivery(late.device.store)).filling).toBeNull();
    expect(requestsTo(late, paths.pull)).toBeLessThanOrEqual(4);
    expect((await session(late.device.store, id))?.totals.heads).toEqual({ general: 6_000 });
    expect(await session(late.device.store, id)).toEqual(await session(one.device.store, id));
  });

  test('[S13] [I11] a device that counted before it was filled keeps its counts, once', async () => {
    const { server, desktop, one, id } = await twoTablets();
    okOf(await one.device.act.count(id, '0-5', 3, 'many'));
    await deliver(one);
    const late = aTablet(server, 5);
    const { code } = okOf(await desktop.device.access.invite('staff'));
    okOf(await late.device.access.enroll(code, 'Late'));
    okOf(await late.device.act.joinSession(id));
    okOf(await late.device.act.count(id, '0-5', 20, 'many'));
    await deliver(late, one);
    for (const tablet of [late, one]) expect((await session(tablet.device.store, id))?.totals.heads).toEqual({ '0-5': 23 });
  });
});

describe('filling once more', () => {
  test('[S13] [I8] a subject whose last fact is the last of a page is shown whole', async () => {
    const { server, one, two, id } = await twoTablets();
    okOf(await two.device.act.changeSite(null, { name: 'Maple Court', type: 'housing' })); // its key follows the session's
    // Among pages of these sizes is one that ends with the session's last fact.
    for (const page of [1, 2, 3, 4, 5, 6, 7]) {
      okOf(await two.device.act.count(id, '0-5', 1, 'tap'));
      await deliver(two);
      const { pull } = server.services.storage.sync;
      Object.assign(server.services.storage.sync, { pull: (asking, reading) => pull(asking, { ...reading, page }) } satisfies Pick<
        Sync,
        'pull'
      >);
      const { store } = one.device;
      // From nothing, as a new incarnation does (S7), by a device that had no copies of the session.
      await store.copies.clear();
      await store.meta.put(refilling(await cursorRow(store)));
      forget(store);
      await deliver(one);
      expect((await session(store, id))?.totals.heads).toEqual({ '0-5': page });
      Object.assign(server.services.storage.sync, { pull });
    }
  });
});

test('[S13] [S16] [I8] a session that enters the scope just as a filling ends is whole, whatever copies there were', async () => {
  const { server, one, two, id } = await twoTablets();
  for (const name of ['Maple Court', 'Oak Gardens', 'Pine Street']) okOf(await two.device.act.changeSite(null, { name, type: 'housing' }));
  okOf(await two.device.act.count(id, '0-5', 6, 'many'));
  await deliver(two, one);
  okOf(await two.device.act.changeSession(id, { date: '2028-06-24' }));
  await deliver(two);
  const { pull } = server.services.storage.sync;
  const state = { moved: false };
  const slowly: Pick<Sync, 'pull'> = {
    pull: async (asking, reading) => {
      // Sites follow sessions: the filling has passed this one, and the copies of it here are of the filling before.
      if (!state.moved && reading.cursor?.snapshot?.subject.startsWith('site/')) {
        state.moved = true;
        okOf(await two.device.act.changeSession(id, { date: '2026-11-03' }));
        await deliver(two);
      }
      return pull(asking, reading.cursor?.snapshot === null ? reading : { ...reading, page: 2 });
    },
  };
  Object.assign(server.services.storage.sync, slowly);
  const { store } = one.device;
  await store.meta.put(refilling(await cursorRow(store)));
  forget(store);
  await deliver(one);
  expect(state.moved).toBe(true);
  expect((await session(store, id))?.totals.heads).toEqual({ '0-5': 6 });
  expect(await session(store, id)).toEqual(await session(two.device.store, id));
});

describe('news', () => {
  test('[S11] [I9] [I21] two tabs that count and deliver at once are as good as one', async () => {
    const { server, one, two, id } = await twoTablets();
    const { databaseName, indexedDB } = two.ports;
    const tab = aTablet(server, 77, { databaseName, indexedDB });
    tab.adopt(two);
    await countOften(one, id, 5);
    await deliver(one);
    for (let round = 0; round < 4; round++) {
      await Promise.all([two, tab].map((page) => page.device.act.count(id, 'general', 10, 'many')));
      await Promise.all([two, tab].map((page) => page.device.sync.deliverNow()));
    }
    expect((await session(two.device.store, id))?.totals.heads).toEqual({ general: 85 });
    expect(await delivery(tab.device.store)).toMatchObject({ waiting: 0, attention: 0, delivered: 9, total: 9 });
    expect((await self(two.device.store)).number).toBe(9);
    await deliver(two, one);
    expect(requestsTo(two, paths.offer) + requestsTo(tab, paths.offer)).toBe(0);
    expect((await session(one.device.store, id))?.totals.heads).toEqual({ general: 85 });
  });

  test('a count taken back by two devices is taken back once', async () => {
    const { one, two, id } = await twoTablets();
    const { fact } = okOf(await one.device.act.count(id, '0-5', 4, 'many'));
    await deliver(one, two);
    okOf(await one.device.act.voidFact(id, fact?.id ?? ''));
    okOf(await two.device.act.voidFact(id, fact?.id ?? ''));
    await deliver(one, two, one);
    expect((await session(one.device.store, id))?.totals.heads).toEqual({});
    expect(await session(two.device.store, id)).toEqual(await session(one.device.store, id));
    expect((await sessionLog(two.device.store, id, 9)).filter((entry) => entry.fact.kind === 'fact.voided')).toHaveLength(2);
  });

  test('of two edits made at once the later to arrive wins, the other is kept for review, everywhere the same', async () => {
    const { one, two, desktop, id } = await twoTablets();
    okOf(await one.device.act.changeSession(id, { notes: 'from one', title: 'Songs' }));
    okOf(await two.device.act.changeSession(id, { notes: 'from two' }));
    await deliver(two, one, two, desktop);
    const shown = await Promise.all([one, two, desktop].map((tablet) => session(tablet.device.store, id)));
    expect(shown.map((found) => [found?.values.notes, found?.values.title])).toEqual(Array(3).fill(['from one', 'Songs']));
    expect(shown[0]?.overwritten.map(({ field, lost }) => [field, lost.value])).toEqual([['notes', 'from two']]);
    expect(shown[1]).toEqual(shown[0]);
    expect(shown[2]).toEqual(shown[0]);
  });

  test('[I12] views folded again from facts are the same bytes', async () => {
    const { one, two, id } = await twoTablets();
    okOf(await two.device.act.changeSite(null, { name: 'Maple Court', type: 'housing' }));
    okOf(await one.device.act.changeSession(id, { notes: 'a' }));
    okOf(await two.device.act.changeSession(id, { notes: 'b' }));
    const { fact } = okOf(await two.device.act.count(id, '0-5', 2, 'many'));
    await deliver(two, one, two);
    okOf(await one.device.act.voidFact(id, fact?.id ?? ''));
    okOf(await one.device.act.changeSession(id, { notes: 'not delivered' }));
    okOf(await one.device.act.changeSession(id, { notes: 'nor this' }));
    for (const tablet of [one, two]) {
      const before = await viewsOf(tablet);
      okOf(await rebuildViews(tablet.device.store));
      expect(await viewsOf(tablet)).toBe(before);
    }
    await deliver(one, two);
    expect(await sites(one.device.store)).toEqual(await sites(two.device.store));
    expect((await session(two.device.store, id))?.values.notes).toBe('nor this');
  });
});

describe('scope', () => {
  test('[S16] a session that leaves goes with its copies, unsent facts stay, and it comes back whole', async () => {
    const { one, two, id } = await twoTablets();
    okOf(await one.device.act.count(id, '0-5', 3, 'many'));
    await deliver(one, two);
    okOf(await two.device.act.count(id, '0-5', 40, 'many'));
    okOf(await one.device.act.changeSession(id, { date: '2026-01-05' }));
    await deliver(one);
    two.network.break(paths.push, lostAnswer);
    problemOf(await two.device.sync.deliverNow());
    await deliver(two, two, one);
    expect(await session(two.device.store, id)).toBeUndefined();
    expect(JSON.stringify(await two.device.store.copies.toArray())).not.toContain(id);
    // One moved it and knows it by its own facts; it moves it back.
    okOf(await one.device.act.changeSession(id, { date: '2026-11-03' }));
    await deliver(one, two, one);
    expect((await session(two.device.store, id))?.totals.heads).toEqual({ '0-5': 43 });
    expect(await session(two.device.store, id)).toEqual(await session(one.device.store, id));
    expect(await sessionsBetween(two.device.store, '2026-11-03', '2026-11-03')).toHaveLength(1);
  });

  test('[S16] a session that left the scope with own facts waiting goes when these are delivered', async () => {
    const { one, two, id } = await twoTablets();
    okOf(await one.device.act.changeSession(id, { date: '2026-01-05' }));
    await deliver(one);
    // More than one push: the first one's answer says that the session is gone.
    okOf(await two.device.act.count(id, '0-5', 3, 'many'));
    await countOften(two, id, mostFactsPerPush);
    await deliver(two);
    expect(await delivery(two.device.store)).toMatchObject({ waiting: 0, attention: 0 });
    expect(await session(two.device.store, id)).toBeUndefined();
    expect((await cursorRow(two.device.store)).left).toEqual([]);
    okOf(await one.device.act.changeSession(id, { date: '2026-11-03' }));
    await deliver(one, two);
    expect((await session(two.device.store, id))?.totals.heads).toEqual({ '0-5': 3, general: mostFactsPerPush });
    expect(await session(two.device.store, id)).toEqual(await session(one.device.store, id));
  });

  test('[S16] a session of this device’s own that left the scope, and was moved back before anybody else said anything, stays', async () => {
    const { two } = await twoTablets();
    const { id } = okOf(await two.device.act.startNewSession({ date: '2026-11-02', title: 'Pop-up' }));
    okOf(await two.device.act.count(id, '0-5', 3, 'many'));
    await deliver(two);
    okOf(await two.device.act.changeSession(id, { date: '2026-01-05' }));
    two.network.break(paths.push, async (carry) => {
      const response = await carry();
      okOf(await two.device.act.changeSession(id, { date: '2026-11-03' }));
      return response;
    });
    await deliver(two, two);
    expect(await delivery(two.device.store)).toMatchObject({ waiting: 0, attention: 0 });
    expect(await session(two.device.store, id)).toMatchObject({
      values: { title: 'Pop-up', date: '2026-11-03' },
      totals: { heads: { '0-5': 3 } },
    });
    expect((await cursorRow(two.device.store)).left ?? []).toEqual([]);
  });

  test('[S16] [I12] a session that has left the scope is not shown again by folding all views anew', async () => {
    const { one, two, id } = await twoTablets();
    okOf(await two.device.act.count(id, '0-5', 3, 'many'));
    await deliver(two);
    okOf(await one.device.act.changeSession(id, { date: '2026-01-05' }));
    await deliver(one, two);
    expect(await session(two.device.store, id)).toBeUndefined();
    okOf(await rebuildViews(two.device.store));
    expect(await session(two.device.store, id)).toBeUndefined();
  });

  test('[S22] a delivered fact goes only when it is in a backup, 30 days old, and its session is out of scope', async () => {
    const { server, one, id } = await twoTablets();
    okOf(await one.device.act.count(id, '0-5', 3, 'many'));
    await deliver(one);
    const { store } = one.device;
    const pruned = async () => okOf(await prune(store)).pruned;
    const forward = (days: number) => {
      server.clock.now += days * 86_400_000;
      one.ports.clock.now += days * 86_400_000;
    };
    forward(60);
    await deliver(one);
    expect(await session(store, id)).toBeUndefined();
    expect(await pruned()).toBe(0);
    const { library = '' } = (await self(store)).identity ?? {};
    await server.services.storage.libraries.publishSafe(library, 1_000);
    await deliver(one);
    okOf(await one.device.act.planSession({ date: '2027-01-01' }));
    expect(await pruned()).toBe(2);
    expect((await store.facts.toArray()).map((row) => row.kind)).toEqual(['device.changed', 'session.changed']);
    await deliver(one);
    expect(await delivery(store)).toMatchObject({ waiting: 0, attention: 0 });
    expect(requestsTo(one, paths.offer)).toBe(0);
  });
});

test('tables are those the store says', async () => {
  const { one } = await twoTablets();
  const apart = ['files', 'histories', 'parcels', 'pieces', 'pinned']; // no facts and no views: db.ts says why each is none of them
  expect(one.device.store.dexie.tables.map((table) => table.name).sort()).toEqual([...everyTable, ...apart].sort());
});
