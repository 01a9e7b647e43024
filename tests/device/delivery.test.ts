// Delivering to a real server over a network that loses, repeats and garbles: every fact there once, every receipt its own.

import { describe, expect, test } from 'vitest';
import { delivery, needsAttention } from '../../src/device/store/delivery.ts';
import { sessionLog } from '../../src/device/store/log.ts';
import { saveOurs } from '../../src/device/store/save-ours.ts';
import { cursorRow } from '../../src/device/store/meta.ts';
import { saveTheirs } from '../../src/device/store/save-theirs.ts';
import { self } from '../../src/device/store/self.ts';
import { session } from '../../src/device/store/sessions.ts';
import { ok } from '../../src/domain/problem.ts';
import { paths } from '../../src/protocol/paths.ts';
import { makeCode } from '../../src/server/routes/enroll.ts';
import { anotherLibrary, aServer } from '../support/server.ts';
import { okOf, problemOf } from './a-device.ts';
import {
  aDesktop,
  anEnrolledTablet,
  aTablet,
  captivePortal,
  carriedTwice,
  lostAnswer,
  lostRequest,
  refusedWith,
  requestsTo,
  type Tablet,
  truncated,
} from './a-tablet.ts';

async function twoTablets() {
  const server = await aServer();
  const desktop = await aDesktop(server);
  const one = await anEnrolledTablet(server, desktop, 1);
  const two = await anEnrolledTablet(server, desktop, 2);
  return { server, desktop, one, two };
}

async function aSessionOn({ device }: Tablet): Promise<string> {
  return okOf(await device.act.startNewSession({ date: '2026-11-02', place: 'Maple Court' })).id;
}

async function heads(tablet: Tablet, id: string) {
  return (await session(tablet.device.store, id))?.totals.heads ?? {};
}

describe('delivery', () => {
  test('[S29] [I25] a device that was given another library’s code is sent nothing of that library, and keeps its facts', async () => {
    const { server, desktop, one } = await twoTablets();
    const other = await anotherLibrary(server);
    const id = await aSessionOn(one);
    await other.push([other.maker.count(id, '0-5', 7)]);
    const { code } = await makeCode(server.services, other.identity.library, 'staff');
    expect(problemOf(await one.device.access.enroll(code, 'One')).code).toBe('library-mismatch');
    expect(problemOf(await one.device.sync.deliverNow()).code).toBe('library-mismatch');
    expect(await heads(one, id)).toEqual({});
    expect((await delivery(one.device.store)).waiting).toBe(1);
    okOf(await one.device.access.enroll(okOf(await desktop.device.access.invite('staff')).code, 'One'));
    okOf(await one.device.sync.deliverNow());
    expect(await delivery(one.device.store)).toMatchObject({ waiting: 0, attention: 0 });
    expect(await heads(one, id)).toEqual({});
  });

  test('what one tablet counts, the other and the desktop show', async () => {
    const { one, two, desktop } = await twoTablets();
    const id = await aSessionOn(one);
    okOf(await one.device.act.count(id, '6-11', 3, 'many'));
    okOf(await one.device.sync.deliverNow());
    okOf(await two.device.sync.deliverNow());
    okOf(await two.device.act.count(id, '6-11', 2, 'many'));
    for (const tablet of [two, one, desktop]) okOf(await tablet.device.sync.deliverNow());
    const shown = await Promise.all([one, two, desktop].map((tablet) => session(tablet.device.store, id)));
    expect(shown[0]?.totals.heads).toEqual({ '6-11': 5 });
    expect(shown[1]).toEqual(shown[0]);
    expect(shown[2]).toEqual(shown[0]);
    expect(await delivery(one.device.store)).toMatchObject({ waiting: 0, attention: 0, delivered: 3, total: 3, filling: null });
  });

  test('[S17] a delta is one request each way', async () => {
    const { one, two } = await twoTablets();
    const id = await aSessionOn(one);
    for (const tablet of [one, two, one]) okOf(await tablet.device.sync.deliverNow());
    const [before, beforeTwo] = [one.network.asked.length, two.network.asked.length];
    okOf(await one.device.act.count(id, '0-5', 1, 'tap'));
    okOf(await one.device.sync.deliverNow());
    okOf(await two.device.sync.deliverNow());
    expect([one.network.asked.length - before, two.network.asked.length - beforeTwo]).toEqual([1, 1]);
    expect(one.network.asked.at(-1)?.body.length).toBeLessThan(2_048);
    expect(await heads(two, id)).toEqual({ '0-5': 1 });
  });

  test('[S5] [I11] own counts are there once before, between and after a lost answer', async () => {
    const { one, two } = await twoTablets();
    const id = await aSessionOn(one);
    okOf(await one.device.act.count(id, '0-5', 4, 'many'));
    one.network.break(paths.push, lostAnswer);
    expect(problemOf(await one.device.sync.deliverNow()).code).toBe('server-unreachable');
    expect(await heads(one, id)).toEqual({ '0-5': 4 });
    expect((await delivery(one.device.store)).waiting).toBe(2);
    okOf(await one.device.sync.deliverNow());
    expect(await heads(one, id)).toEqual({ '0-5': 4 });
    okOf(await two.device.sync.deliverNow());
    expect(await heads(two, id)).toEqual({ '0-5': 4 });
    expect((await sessionLog(one.device.store, id, 9)).map((entry) => entry.state)).toEqual(['server', 'server']);
  });

  test('[S5] [S23] nothing counts as delivered but the documented answer', async () => {
    const { one } = await twoTablets();
    const id = await aSessionOn(one);
    const faults = [
      { fault: captivePortal, code: 'server-answer-unreadable' },
      { fault: truncated, code: 'server-answer-unreadable' },
      { fault: lostRequest, code: 'server-unreachable' },
      { fault: refusedWith(502), code: 'server-busy' },
      { fault: refusedWith(500), code: 'server-failed' },
      { fault: refusedWith(404), code: 'server-answer-unreadable' },
    ];
    for (const { fault, code } of faults) {
      one.network.break(paths.push, fault);
      expect(problemOf(await one.device.sync.deliverNow()).code).toBe(code);
      expect(await delivery(one.device.store)).toMatchObject({ waiting: 1, delivered: 1, lastTry: { problem: { code } } });
    }
    okOf(await one.device.sync.deliverNow());
    expect(await delivery(one.device.store)).toMatchObject({ waiting: 0, delivered: 2, lastTry: { problem: null } });
    expect((await session(one.device.store, id))?.values.status).toBe('open');
  });

  test('[S5] an answer with receipts for other facts is no receipt', async () => {
    const { one } = await twoTablets();
    await aSessionOn(one);
    one.network.break(paths.push, async (carry) => {
      const answer = await (await carry()).json();
      return Response.json({ ...answer, receipts: [] });
    });
    expect(problemOf(await one.device.sync.deliverNow())).toEqual({ code: 'server-answer-unreadable', detail: { reason: 'receipts' } });
    expect((await delivery(one.device.store)).waiting).toBe(1);
  });

  test('[S2] a request carried twice delivers once', async () => {
    const { one, two } = await twoTablets();
    const id = await aSessionOn(one);
    okOf(await one.device.act.count(id, '12-18', 7, 'many'));
    one.network.break(paths.push, carriedTwice);
    okOf(await one.device.sync.deliverNow());
    okOf(await two.device.sync.deliverNow());
    expect(await heads(two, id)).toEqual({ '12-18': 7 });
    expect(await delivery(one.device.store)).toMatchObject({ delivered: 3, total: 3 });
  });

  test('[S3] a batch that is too large is halved until it passes, and nothing is lost', async () => {
    const { one, two } = await twoTablets();
    const id = await aSessionOn(one);
    for (let at = 0; at < 9; at++) okOf(await one.device.act.count(id, 'general', 1, 'tap'));
    const tooLarge = refusedWith(413);
    one.network.break(paths.push, tooLarge, tooLarge);
    const before = requestsTo(one, paths.push);
    okOf(await one.device.sync.deliverNow());
    const sizes = one.network.asked
      .filter((entry) => entry.path === paths.push)
      .slice(before)
      .map((entry) => JSON.parse(entry.body).facts.length);
    expect([sizes[0], sizes[1] <= 5, sizes[2] <= 2]).toEqual([10, true, true]);
    expect(sizes.slice(2).reduce((sum, size) => sum + size, 0)).toBe(10);
    okOf(await two.device.sync.deliverNow());
    expect(await heads(two, id)).toEqual({ general: 9 });
  });

  test('[S3] [I15] a fact that nothing on the way lets through needs attention, and the others go on', async () => {
    const { one } = await twoTablets();
    const id = await aSessionOn(one);
    okOf(await one.device.sync.deliverNow());
    okOf(await one.device.act.changeSession(id, { notes: 'long' }));
    okOf(await one.device.act.count(id, 'general', 1, 'tap'));
    one.network.break(paths.push, refusedWith(413), refusedWith(413));
    okOf(await one.device.sync.deliverNow());
    expect(await delivery(one.device.store)).toMatchObject({ waiting: 0, attention: 1, delivered: 3, total: 4 });
    const [held] = await needsAttention(one.device.store);
    expect(held).toMatchObject({ code: 'fact-too-large', fact: { kind: 'session.changed' } });
    okOf(await one.device.act.resendHeld(held?.id ?? ''));
    okOf(await one.device.sync.deliverNow());
    expect(await delivery(one.device.store)).toMatchObject({ waiting: 0, attention: 0, delivered: 4, total: 4 });
    expect((await sessionLog(one.device.store, id, 9)).map((entry) => entry.state)).toEqual(['server', 'server', 'server']);
  });

  test('[S6] [I15] a fact the server holds aside delays no other; it is shown, parked, and sent again', async () => {
    const { one, two } = await twoTablets();
    const id = await aSessionOn(one);
    okOf(await one.device.sync.deliverNow());
    const { store, act, sync } = one.device;
    // As a staff device this one may not write outlets; a screen that forgot to ask let it through.
    const { identity } = await self(store);
    if (identity === null) throw new Error('enrolled');
    await store.self.put({ ...(await self(store)), identity: { ...identity, level: 'coordinator' } });
    okOf(await act.changeOutlet(null, { name: 'Bookmobile', kind: 'bookmobile' }));
    okOf(await act.count(id, '0-5', 1, 'tap'));
    okOf(await sync.deliverNow());
    okOf(await two.device.sync.deliverNow());
    expect(await heads(two, id)).toEqual({ '0-5': 1 });
    const [held] = await needsAttention(store);
    expect(held).toMatchObject({ code: 'fact-not-allowed', parked: false });
    okOf(await act.parkHeld(held?.id ?? ''));
    expect(await delivery(store)).toMatchObject({ attention: 0, parked: 1 });
    okOf(await act.resendHeld(held?.id ?? ''));
    expect(await delivery(store)).toMatchObject({ waiting: 1, attention: 0, parked: 0 });
    okOf(await sync.deliverNow());
    expect(await delivery(store)).toMatchObject({ waiting: 0, attention: 1 });
    expect(problemOf(await act.resendHeld('nobody')).code).toBe('not-found');
  });

  test('[S4] 2,500 facts go in three requests and come to the other tablet', async () => {
    const { one, two } = await twoTablets();
    const id = await aSessionOn(one);
    const subject = { type: 'session', id } as const;
    const draft = { kind: 'attendance.counted', subject, body: { band: 'general', heads: 1, way: 'tap' } } as const;
    okOf(await saveOurs(one.device.store, { subjects: [subject], plan: () => ok(Array.from({ length: 2_500 }, () => draft)) }));
    const before = requestsTo(one, paths.push);
    okOf(await one.device.sync.deliverNow());
    expect(requestsTo(one, paths.push) - before).toBe(3);
    okOf(await two.device.sync.deliverNow());
    expect(await heads(two, id)).toEqual({ general: 2_500 });
    expect(await delivery(one.device.store)).toMatchObject({ waiting: 0, delivered: 2_502, total: 2_502 });
    // The digest was computed receipt by receipt; the server's agrees, or it would ask for an offer (S21).
    okOf(await one.device.sync.deliverNow());
    expect(requestsTo(one, paths.offer)).toBe(0);
  });

  test('[S24] a revoked device says so, reads nothing, and deposits what it still holds', async () => {
    const { one, two, desktop } = await twoTablets();
    const id = await aSessionOn(one);
    okOf(await one.device.sync.deliverNow());
    const { identity } = await self(one.device.store);
    okOf(await desktop.device.access.revoke(identity?.device ?? ''));
    okOf(await one.device.act.count(id, '0-5', 9, 'many'));
    expect(problemOf(await one.device.sync.deliverNow()).code).toBe('device-revoked');
    expect(await delivery(one.device.store)).toMatchObject({ waiting: 0, attention: 1, revoked: true });
    expect(okOf(await desktop.device.access.quarantine(null)).held.map((held) => held.code)).toContain('fact-from-revoked-device');

    const { code } = okOf(await desktop.device.access.invite('staff'));
    okOf(await one.device.access.enroll(code, 'Tablet again'));
    okOf(await one.device.sync.deliverNow());
    expect(await delivery(one.device.store)).toMatchObject({ waiting: 0, attention: 0, revoked: false });
    okOf(await two.device.sync.deliverNow());
    expect(await heads(two, id)).toEqual({ '0-5': 9 });
    expect(await heads(one, id)).toEqual({ '0-5': 9 });
  });

  test('[I11] what it made under its earlier name and comes back as news is counted once', async () => {
    const { one, desktop } = await twoTablets();
    const id = await aSessionOn(one);
    const made = okOf(await one.device.act.count(id, '0-5', 9, 'many'));
    okOf(await one.device.sync.deliverNow());
    const { code } = okOf(await desktop.device.access.invite('staff'));
    one.adopt({ cookies: () => new Map() });
    okOf(await one.device.access.enroll(code, 'Tablet again'));
    okOf(await one.device.sync.deliverNow());
    expect(await heads(one, id)).toEqual({ '0-5': 9 });

    const { store } = one.device;
    const [{ identity }, { cursor }, own] = await Promise.all([
      self(store),
      cursorRow(store),
      store.facts.get({ id: made.fact?.id ?? '' }),
    ]);
    if (identity === null || cursor === null || own === undefined)
      throw new Error('the tablet was to be enrolled, filled, and to keep its fact');
    const seq = cursor.seq + 1;
    const placed = { seq, receivedAt: '2026-11-02T14:00:00.000Z', text: own.text };
    const rows = { facts: [placed], cursor: { ...cursor, seq }, highest: seq, more: false, safe: 0, total: null, removed: [], erased: [] };
    const asked = { incarnation: identity.incarnation, cursor };
    okOf(await saveTheirs(store, { asked, sent: { own: [], again: [] }, receipts: [], rows, notices: null }));
    expect(await heads(one, id)).toEqual({ '0-5': 9 });
  });

  test.each(['stored', 'held'] as const)(
    '[I6] a fact erased by another tab while its receipt (%s) was on the way counts once, and stays gone',
    async (state) => {
      const { one } = await twoTablets();
      const { store, act } = one.device;
      const id = await aSessionOn(one);
      await one.device.sync.deliverNow();
      for (let at = 0; at < 3; at += 1) okOf(await act.count(id, '0-5', 1, 'tap'));
      const [before, { cursor }] = await Promise.all([self(store), cursorRow(store)]);
      const own = await store.facts.where('order').above(before.delivered).toArray();
      const [, gone] = own;
      if (before.identity === null || cursor === null || gone === undefined) throw new Error('three facts wait on an enrolled tablet');
      const answer = { asked: { incarnation: before.identity.incarnation, cursor }, notices: null };
      const seq = cursor.seq + 4;
      const rows = {
        facts: [],
        cursor: { ...cursor, seq },
        highest: seq,
        more: false,
        safe: 0,
        total: null,
        removed: [],
        erased: [gone.id],
      };
      okOf(await saveTheirs(store, { ...answer, sent: { own: [], again: [] }, receipts: [], rows }));
      const receivedAt = '2026-11-02T14:00:00.000Z';
      const receipts = own.map(({ hash }, at) =>
        state === 'stored'
          ? { state, hash, seq: cursor.seq + at + 1, receivedAt }
          : { state, hash, code: 'fact-invalid' as const, field: null, receivedAt },
      );
      okOf(await saveTheirs(store, { ...answer, sent: { own, again: [] }, receipts, rows: null }));
      const stored = state === 'stored' ? 2 : 0;
      expect(await self(store)).toMatchObject({
        ...{ delivered: before.place, waiting: 0, stored: before.stored + stored, attention: 2 - stored },
        digest: { count: before.digest.count + stored },
      });
      expect(await store.attention.get(gone.id)).toBeUndefined();
      okOf(await act.count(id, '0-5', 1, 'tap'));
      expect((await self(store)).waiting).toBe(1);
    },
  );

  test('[S27] an answer that a cache kept from another enrollment enrolls nobody', async () => {
    const { server, desktop, one } = await twoTablets();
    const tablet = aTablet(server, 7);
    const { code } = okOf(await desktop.device.access.invite('staff'));
    const { identity } = await self(one.device.store);
    const kept = { ...identity, attempt: 'AAAAAAAAAAAAAAAAAAAAAA' };
    tablet.network.break(paths.enroll, async () => Response.json(kept));
    expect(problemOf(await tablet.device.access.enroll(code, 'Tablet')).code).toBe('server-answer-unreadable');
    expect((await self(tablet.device.store)).identity).toBeNull();
    expect(okOf(await tablet.device.access.enroll(code, 'Tablet')).device).not.toBe(identity?.device);
  });

  test('[S27] a code whose answer was lost gives the same device when asked again', async () => {
    const { server, desktop } = await twoTablets();
    const tablet = aTablet(server, 7);
    const { code } = okOf(await desktop.device.access.invite('staff'));
    tablet.network.break(paths.enroll, lostAnswer);
    expect(problemOf(await tablet.device.access.enroll(code, 'Tablet')).code).toBe('server-unreachable');
    const identity = okOf(await tablet.device.access.enroll(code, 'Tablet'));
    okOf(await tablet.device.sync.deliverNow());
    const named = okOf(await desktop.device.access.devices()).filter((one) => one.id === identity.device);
    expect(named).toHaveLength(1);
  });

  test('a device of one library refuses to become one of another, and keeps what it holds', async () => {
    const { one } = await twoTablets();
    await aSessionOn(one);
    const other = await aServer({ seed: 9 });
    const elsewhere = await aDesktop(other, 300);
    one.connect(other);
    const { code } = okOf(await elsewhere.device.access.invite('staff'));
    expect(problemOf(await one.device.access.enroll(code, 'Tablet'))).toEqual({ code: 'library-mismatch', detail: { waiting: 1 } });
    expect((await delivery(one.device.store)).waiting).toBe(1);
  });
});
