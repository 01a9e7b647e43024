// What a site and a partner have behind them: from the server all of it, on the device the last answer with its own counts over it.

import { describe, expect, test } from 'vitest';
import { historyOfPlace, staleHistories } from '../../src/device/store/histories.ts';
import type { HistoryPlace } from '../../src/protocol/history.ts';
import { engines } from '../support/databases.ts';
import { aServer } from '../support/server.ts';
import { okOf, problemOf } from '../device/a-device.ts';
import { aDesktop, anEnrolledTablet, aTablet, type Tablet } from '../device/a-tablet.ts';

const school: HistoryPlace = { type: 'site', id: 'SCHOOL000001' };
const dana: HistoryPlace = { type: 'partner', id: 'PARTNER00001' };

async function held({ device }: Tablet, date: string, heads: number, partners: readonly string[] = []) {
  const { id } = okOf(
    await device.act.startNewSession({ date, site: school.id, startsAt: '10:00', endsAt: '11:00', partners: [...partners] }),
  );
  okOf(await device.act.count(id, '6-11', heads, 'many'));
  okOf(await device.act.finishSession(id));
  return id;
}

describe.each(engines)('a place’s past on %s', (engine) => {
  test('reaches further back than the device, and stays when the network goes', async () => {
    const server = await aServer({ engine });
    const desktop = await aDesktop(server);
    await held(desktop, '2025-11-04', 31, [dana.id]);
    await held(desktop, '2026-10-27', 23);
    const parted = await held(desktop, '2026-10-20', 9, [dana.id]);
    okOf(await desktop.device.act.changeSession(parted, { partners: [] }));
    okOf(await desktop.device.sync.deliverNow());
    const tablet = await anEnrolledTablet(server, desktop, 301);
    const seen = async (place: HistoryPlace) => {
      const { history, askedAt } = await historyOfPlace(tablet.device.store, place);
      return { heads: history.sessions.map(({ attendance }) => attendance), asked: askedAt !== null };
    };
    expect(await seen(school)).toEqual({ heads: [23, 9], asked: false });
    okOf(await (await tablet.device.plan()).askHistory([school, dana]));
    expect(await seen(school)).toEqual({ heads: [23, 9, 31], asked: true });
    expect(await seen(dana)).toEqual({ heads: [31], asked: true });

    tablet.network.off = true;
    await held(tablet, '2026-11-02', 12, [dana.id]);
    expect(problemOf(await (await tablet.device.plan()).askHistory([school])).code).toBe('server-unreachable');
    expect((await seen(school)).heads).toEqual([12, 23, 9, 31]);
    expect((await seen(dana)).heads).toEqual([12, 31]);
    const { months } = (await historyOfPlace(tablet.device.store, dana)).history;
    expect(months.map(({ month, attendance }) => [month, attendance])).toEqual([
      ['2025-11', 31],
      ['2026-11', 12],
    ]);
  });
});

test('who is asked again is who was not asked lately', async () => {
  const desktop = await aDesktop(await aServer());
  const now = desktop.ports.now();
  expect(await staleHistories(desktop.device.store, [school, dana], now)).toEqual([school, dana]);
  okOf(await (await desktop.device.plan()).askHistory([school]));
  expect(await staleHistories(desktop.device.store, [school, dana], now)).toEqual([dana]);
  expect(await staleHistories(desktop.device.store, [school], now + 1)).toEqual([school]);
});

test('a place of another library has no past, and a kiosk or a stranger may not ask', async () => {
  const server = await aServer();
  const desktop = await aDesktop(server);
  await held(desktop, '2026-10-27', 23);
  okOf(await desktop.device.sync.deliverNow());
  const kiosk = aTablet(server, 302);
  expect(problemOf(await (await kiosk.device.plan()).askHistory([school])).code).toBe('not-enrolled');
  const { code } = okOf(await desktop.device.access.invite('kiosk'));
  okOf(await kiosk.device.access.enroll(code, 'Kiosk'));
  expect(problemOf(await (await kiosk.device.plan()).askHistory([school])).code).toBe('not-allowed');
});
