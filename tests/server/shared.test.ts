// A partner's own page [S54]: what it holds, what it never holds, who may read it, and what is left of it when it has ended.

import { describe, expect, test } from 'vitest';
import { askShared, lastShared, leaveShared } from '../../src/device/actions/shared.ts';
import { self } from '../../src/device/store/self.ts';
import type { SharedAnswer } from '../../src/protocol/shared.ts';
import { paths } from '../../src/protocol/paths.ts';
import { okOf, problemOf } from '../device/a-device.ts';
import { aDesktop, anEnrolledTablet, aTablet, type Tablet } from '../device/a-tablet.ts';
import { engines } from '../support/databases.ts';
import { aBrowser, aServer, deviceWith, type TestServer } from '../support/server.ts';

const zoe = { name: 'Zoe Canary', phone: '555-0199', email: '', address: '', birthDate: null, guardian: null, cardNumber: '', note: '' };
const consent = { given: true, wording: 'ht/2026-11', by: 'caregiver' } as const;
const asked = { for: 'card', program: null, language: 'ht', ageBand: '6-11', consent } as const;
const secrets = ['Alice only', 'Bea Staff', 'Zoe Canary', '555-0199', 'other school only', 'not for Dana'];

async function withPartners({ device }: Tablet) {
  const lincoln = okOf(
    await device.act.changePartner(null, {
      name: 'Lincoln School',
      notes: 'Alice only',
      sharedNotes: 'Bring the key',
      goals: ['literacy'],
    }),
  );
  const other = okOf(
    await device.act.changePartner(null, { name: 'Grant School', notes: 'other school only', sharedNotes: 'not for Dana' }),
  );
  const site = okOf(await device.act.changeSite(null, { name: 'Gym', address: '5 Elm St', type: 'school' }));
  return { lincoln: lincoln.id, other: other.id, site: site.id };
}

/** A browser of this partner's, enrolled with a link the coordinator made. */
async function aReader(server: TestServer, desktop: Tablet, partner: string, seed: number): Promise<Tablet> {
  const reader = aTablet(server, seed);
  const { code } = okOf(await desktop.device.access.invitePartner(partner));
  okOf(await reader.device.access.enroll(code, 'Dana Reader'));
  return reader;
}

describe.each(engines)('a partner’s page on %s', (engine) => {
  test('[S54] has what is shared with this partner, and nothing else', async () => {
    const server = await aServer({ engine });
    const desktop = await aDesktop(server);
    const { act, sync } = desktop.device;
    const key = okOf(await act.makeSealingKey('seven lanterns over the quiet harbor', 'Alice'));
    okOf(await key.rehearse({ passphrase: 'seven lanterns over the quiet harbor', recoveryKey: key.recoveryKey }));
    okOf(await key.confirm());
    const { lincoln, other, site } = await withPartners(desktop);
    const staff = okOf(await act.changeStaff(null, { name: 'Bea Staff', active: true }));
    const held = okOf(
      await act.startNewSession({
        date: '2026-11-02',
        site,
        startsAt: '10:00',
        endsAt: '11:00',
        partners: [lincoln, other],
        notes: 'Alice only',
      }),
    );
    okOf(await act.count(held.id, '6-11', 21, 'many'));
    okOf(await act.takeSignUp(held.id, { ...asked, contact: zoe }));
    okOf(await act.finishSession(held.id));
    const ahead = okOf(
      await act.planSession({
        date: '2026-11-09',
        site,
        startsAt: '09:00',
        endsAt: null,
        partners: [lincoln],
        staff: [staff.id],
        sharedNotes: 'Two classes',
        brings: [
          { what: 'Books', by: null },
          { what: 'Chairs', by: lincoln },
        ],
      }),
    );
    okOf(await act.planSession({ date: '2026-11-10', title: 'not for Dana', partners: [other] }));
    const parted = okOf(await act.planSession({ date: '2026-11-11', title: 'not for Dana', partners: [lincoln] }));
    okOf(await act.changeSession(parted.id, { partners: [other] }));
    okOf(await sync.deliverNow());

    const reader = await aReader(server, desktop, lincoln, 401);
    okOf(await askShared(reader.device.store));
    const page = await lastShared(reader.device.store);
    expect(page?.partner).toEqual({ name: 'Lincoln School', goals: ['literacy'], sharedNotes: 'Bring the key' });
    expect(page?.sessions.map(({ id }) => id)).toEqual([held.id, ahead.id]);
    expect(page?.sessions[0]).toMatchObject({
      place: 'Gym',
      address: '5 Elm St',
      status: 'closed',
      counts: { attendance: 21, signUps: 1, handOuts: 0 },
    });
    expect(page?.sessions[1]).toMatchObject({ counts: null, sharedNotes: 'Two classes', brings: [{ who: 'library' }, { who: 'you' }] });
    expect(page?.history.sessions).toMatchObject([{ attendance: 21 }]);
    for (const secret of secrets) expect(JSON.stringify(page)).not.toContain(secret);

    // What it pulls holds no fact at all, and the desktop sees who reads.
    okOf(await reader.device.sync.deliverNow());
    expect(await reader.device.store.copies.count()).toBe(0);
    expect(await reader.device.store.facts.count()).toBe(0);
    const devices = okOf(await desktop.device.access.devices());
    expect(devices.find(({ level }) => level === 'partner')).toMatchObject({
      name: 'Dana Reader',
      partner: lincoln,
      unsent: 0,
      attention: 0,
    });
  });

  test('[S54] opens without a network, and is gone when its access has ended', async () => {
    const server = await aServer({ engine });
    const desktop = await aDesktop(server);
    const { lincoln } = await withPartners(desktop);
    okOf(await desktop.device.sync.deliverNow());
    const reader = await aReader(server, desktop, lincoln, 402);
    okOf(await askShared(reader.device.store));
    reader.network.off = true;
    expect(problemOf(await askShared(reader.device.store)).code).toBe('server-unreachable');
    expect((await lastShared(reader.device.store))?.partner.name).toBe('Lincoln School');
    expect(problemOf(await leaveShared(reader.device.store)).code).toBe('server-unreachable');

    reader.network.off = false;
    okOf(await desktop.device.act.changePartner(lincoln, { archived: true }));
    okOf(await desktop.device.sync.deliverNow());
    expect(problemOf(await askShared(reader.device.store)).code).toBe('not-found');
    expect(await lastShared(reader.device.store)).toBeNull();

    okOf(await desktop.device.act.changePartner(lincoln, { archived: false }));
    okOf(await desktop.device.sync.deliverNow());
    okOf(await askShared(reader.device.store));
    const { identity } = await self(reader.device.store);
    okOf(await desktop.device.access.revoke(identity?.device ?? ''));
    expect(problemOf(await askShared(reader.device.store)).code).toBe('device-revoked');
    expect(await lastShared(reader.device.store)).toBeNull();
  });

  test('[S27] a newer link ends the one nobody has followed; each opens one browser, for a week', async () => {
    const server = await aServer({ engine });
    const desktop = await aDesktop(server);
    const { lincoln, other } = await withPartners(desktop);
    const link = async (partner: string) => okOf(await desktop.device.access.invitePartner(partner)).code;
    const [first, elsewhere, second] = [await link(lincoln), await link(other), await link(lincoln)];
    expect(first.length).toBeGreaterThanOrEqual(20);
    const open = (code: string, seed: number) => aTablet(server, seed).device.access.enroll(code, 'Dana');
    expect(problemOf(await open(first, 403)).code).toBe('code-unknown');
    server.clock.now += 6 * 86_400_000;
    okOf(await open(second, 404));
    expect(problemOf(await open(second, 405)).code).toBe('code-used');
    server.clock.now += 2 * 86_400_000;
    expect(problemOf(await open(elsewhere, 406)).code).toBe('code-expired');
  });
});

test('[S54] nobody else reads it, and a partner does nothing else', async () => {
  const server = await aServer();
  const desktop = await aDesktop(server);
  const { lincoln } = await withPartners(desktop);
  okOf(await desktop.device.sync.deliverNow());
  expect((await aBrowser(server).post<SharedAnswer>(paths.shared, { device: 'X', request: 'Y' })).problem?.code).toBe('not-enrolled');
  expect(problemOf(await askShared(desktop.device.store)).code).toBe('not-allowed');

  const reader = await aReader(server, desktop, lincoln, 407);
  const mine = (await self(desktop.device.store)).identity?.device ?? '';
  expect(problemOf(await reader.device.access.revoke(mine)).code).toBe('not-allowed');
  expect(problemOf(await reader.device.access.devices()).code).toBe('not-allowed');
  expect(problemOf(await reader.device.access.invitePartner(lincoln)).code).toBe('not-allowed');
  expect(problemOf(await (await reader.device.plan()).askHistory([{ type: 'partner', id: lincoln }])).code).toBe('not-allowed');
  // A changed app in this browser: what it pushes is held aside, and no pull brings it anything.
  const { identity } = await self(reader.device.store);
  if (identity === null) throw new Error('the reader is enrolled');
  const raw = deviceWith(aBrowser(server, reader.cookies()), { ...identity });
  const pushed = await raw.push([raw.maker.count('SESSION00001', '6-11', 1)]);
  expect(pushed.receipts).toMatchObject([{ code: 'fact-not-allowed' }]);
  expect((await raw.pull(null)).rows?.facts).toEqual([]);
});

test('[S54] a partner takes the page off a browser: its access has ended at the server, too', async () => {
  const server = await aServer();
  const desktop = await aDesktop(server);
  const { lincoln } = await withPartners(desktop);
  okOf(await desktop.device.sync.deliverNow());
  const reader = await aReader(server, desktop, lincoln, 408);
  okOf(await askShared(reader.device.store));
  const device = (await self(reader.device.store)).identity?.device ?? '';
  okOf(await leaveShared(reader.device.store));
  expect(await lastShared(reader.device.store)).toBeNull();
  expect(okOf(await desktop.device.access.devices()).find(({ level }) => level === 'partner')?.revokedAt).not.toBeNull();
  const asked = await aBrowser(server, reader.cookies()).post<SharedAnswer>(paths.shared, { device, request: 'ASK1' });
  expect(asked.problem?.code).toBe('device-revoked');
  // Nobody is told that a tablet lost what it held.
  expect(okOf(await reader.device.access.wasEvicted())).toBe(false);
});

test('[S54] a tablet of the library does not become a partner’s, also when it was revoked: what it holds has to be delivered', async () => {
  const server = await aServer();
  const desktop = await aDesktop(server);
  const { lincoln } = await withPartners(desktop);
  const tablet = await anEnrolledTablet(server, desktop, 409);
  tablet.network.off = true;
  okOf(await tablet.device.act.startNewSession({ date: '2026-11-02', place: 'Gym' }));
  tablet.network.off = false;
  okOf(await desktop.device.access.revoke((await self(tablet.device.store)).identity?.device ?? ''));
  const { code } = okOf(await desktop.device.access.invitePartner(lincoln));
  expect(problemOf(await tablet.device.access.enroll(code, 'Dana')).code).toBe('not-allowed');
  expect((await self(tablet.device.store)).identity?.level).toBe('staff');
  expect(problemOf(await leaveShared(tablet.device.store)).code).toBe('not-allowed');
  expect(await tablet.device.store.facts.count()).toBeGreaterThan(0);
});

test('[S54] another link replaces the page; nothing of the first is left meanwhile', async () => {
  const server = await aServer();
  const desktop = await aDesktop(server);
  const { lincoln, other } = await withPartners(desktop);
  okOf(await desktop.device.sync.deliverNow());
  const reader = await aReader(server, desktop, lincoln, 410);
  okOf(await askShared(reader.device.store));
  const { code } = okOf(await desktop.device.access.invitePartner(other));
  okOf(await reader.device.access.enroll(code, 'Dana Reader'));
  expect(await lastShared(reader.device.store)).toBeNull();
  okOf(await askShared(reader.device.store));
  expect((await lastShared(reader.device.store))?.partner.name).toBe('Grant School');
});

test('[S54] a library and a partner that are known only in part have a page too; of one-on-one help neither title nor place in words', async () => {
  const server = await aServer();
  const desktop = await aDesktop(server);
  const { act, sync } = desktop.device;
  okOf(await act.changeLibrary({ name: 'Lakeview' }));
  const { id } = okOf(await act.changePartner(null, { name: 'Lincoln School' }));
  const helped = { activityType: 'one_on_one', title: 'Homework with Zoe Canary', place: 'Canary kitchen' } as const;
  okOf(await act.planSession({ date: '2026-11-03', partners: [id], ...helped }));
  okOf(await sync.deliverNow());
  const reader = await aReader(server, desktop, id, 411);
  okOf(await askShared(reader.device.store));
  const page = await lastShared(reader.device.store);
  expect(page?.library.name).toBe('Lakeview');
  expect(page?.sessions).toMatchObject([{ title: '', place: '', activityType: 'one_on_one' }]);
});
