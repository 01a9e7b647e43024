// Devices that were away for long or hold very much: nothing is lost by it, and delivering stays a matter of small requests.

import { describe, expect, test } from 'vitest';
import { delivery } from '../../src/device/store/delivery.ts';
import { saveOurs } from '../../src/device/store/save-ours.ts';
import { session } from '../../src/device/store/sessions.ts';
import { ok } from '../../src/domain/problem.ts';
import { paths } from '../../src/protocol/paths.ts';
import { mostBytesPerPush, mostFactsPerPush } from '../../src/protocol/version.ts';
import { aServer } from '../support/server.ts';
import { okOf, problemOf } from './a-device.ts';
import { aDesktop, anEnrolledTablet, type Tablet } from './a-tablet.ts';

const aDay = 86_400_000;

/** A tablet that went into a drawer with work on it, and what the others did in the 400 days since. */
async function fourHundredDaysLater() {
  const server = await aServer();
  const desktop = await aDesktop(server);
  const tablet = await anEnrolledTablet(server, desktop, 1);
  const { id } = okOf(await tablet.device.act.startNewSession({ date: '2026-11-02', title: 'Storytime' }));
  okOf(await tablet.device.act.count(id, '6-11', 3, 'many'));
  okOf(await tablet.device.sync.deliverNow());
  okOf(await tablet.device.act.count(id, '0-5', 4, 'many'));
  okOf(await tablet.device.act.changeSession(id, { notes: 'not delivered yet' }));

  server.clock.now += 400 * aDay;
  for (const { ports } of [desktop, tablet]) ports.clock.now += 400 * aDay;
  const later = okOf(await desktop.device.act.planSession({ date: '2027-12-08', title: 'A year later' }));
  okOf(await desktop.device.sync.deliverNow());
  return { server, desktop, tablet, id, later: later.id };
}

/** The old session is out of everybody's scope: only the server tells what it comes to. */
async function reported({ server, id }: Awaited<ReturnType<typeof fourHundredDaysLater>>) {
  const query = server.engine.db.selectFrom('session_report').select(['attendance', 'notes']).where('id', '=', id);
  return query.executeTakeFirst();
}

async function titles({ device }: Tablet, ids: readonly string[]) {
  const found = await Promise.all(ids.map((id) => session(device.store, id)));
  return found.map((one) => one?.values.title ?? null);
}

describe('400 days in a drawer', () => {
  test('end with everything delivered, the old out of the way and the new here', async () => {
    const day = await fourHundredDaysLater();
    const { tablet, id, later } = day;
    okOf(await tablet.device.sync.deliverNow());
    expect(await delivery(tablet.device.store)).toMatchObject({ waiting: 0, attention: 0, filling: null });
    expect(await reported(day)).toEqual({ attendance: 7, notes: 'not delivered yet' });
    expect(await titles(tablet, [id, later])).toEqual([null, 'A year later']);
    // Not in any backup yet: the facts themselves stay.
    expect(await tablet.device.store.facts.count()).toBe(5);
  });

  test('may cost the browser its cookie: the tablet says so, keeps all, and delivers once it is enrolled again', async () => {
    const day = await fourHundredDaysLater();
    const { desktop, tablet, id, later } = day;
    tablet.adopt({ cookies: () => new Map() });
    expect(problemOf(await tablet.device.sync.deliverNow()).code).toBe('not-enrolled');
    expect((await delivery(tablet.device.store)).waiting).toBe(2);
    okOf(await tablet.device.act.count(id, '0-5', 1, 'tap'));
    const { code } = okOf(await desktop.device.access.invite('staff'));
    okOf(await tablet.device.access.enroll(code, 'Tablet from the drawer'));
    okOf(await tablet.device.sync.deliverNow());
    expect(await delivery(tablet.device.store)).toMatchObject({ waiting: 0, attention: 0, filling: null });
    expect(await reported(day)).toMatchObject({ attendance: 8, notes: 'not delivered yet' });
    expect(await titles(tablet, [id, later])).toEqual([null, 'A year later']);
  });
});

// 50,000 are measured in a real browser by the benchmark, outbox.
test('[S3] a very large outbox goes in requests of a bounded size, none twice, and a count in between goes too', async () => {
  const server = await aServer();
  const desktop = await aDesktop(server);
  const tablet = await anEnrolledTablet(server, desktop, 1);
  const { id } = okOf(await tablet.device.act.startNewSession({ date: '2026-11-02' }));
  okOf(await tablet.device.sync.deliverNow());
  const subject = { type: 'session', id } as const;
  const draft = { kind: 'attendance.counted', subject, body: { band: 'general', heads: 1, way: 'tap' } } as const;
  for (let made = 0; made < 8_000; made += 4_000) {
    okOf(await saveOurs(tablet.device.store, { subjects: [subject], plan: () => ok(Array.from({ length: 4_000 }, () => draft)) }));
  }
  const before = tablet.network.asked.length;
  const delivering = tablet.device.sync.deliverNow();
  okOf(await tablet.device.act.count(id, '0-5', 1, 'tap'));
  okOf(await delivering);
  const pushes = tablet.network.asked.slice(before).filter(({ path }) => path === paths.push);
  const sizes = pushes.map(({ body }) => ({ bytes: Buffer.byteLength(body), facts: JSON.parse(body).facts.length }));
  expect(Math.max(...sizes.map(({ bytes }) => bytes))).toBeLessThanOrEqual(mostBytesPerPush);
  expect(Math.max(...sizes.map(({ facts }) => facts))).toBeLessThanOrEqual(mostFactsPerPush);
  expect(sizes.reduce((sum, { facts }) => sum + facts, 0)).toBe(8_001);
  expect(await delivery(tablet.device.store)).toMatchObject({ waiting: 0, attention: 0 });
  expect((await session(tablet.device.store, id))?.totals.heads).toEqual({ general: 8_000, '0-5': 1 });
});
