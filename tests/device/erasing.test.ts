// Erasing a person on devices: after the next delivery nothing of the envelope is in any table, and every total is as it was.

import { expect, test } from 'vitest';
import type { Store } from '../../src/device/store/db.ts';
import { everyTable } from '../../src/device/store/every-table.ts';
import { session } from '../../src/device/store/sessions.ts';
import { signUpsOf } from '../../src/device/store/sign-ups.ts';
import { delivery } from '../../src/device/store/delivery.ts';
import { sessionFigures } from '../../src/domain/report.ts';
import type { ContactDetails } from '../../src/domain/sign-up.ts';
import { paths } from '../../src/protocol/paths.ts';
import { aServer } from '../support/server.ts';
import { okOf, problemOf } from './a-device.ts';
import { aDesktop, anEnrolledTablet, lostAnswer, type Tablet } from './a-tablet.ts';

const passphrase = 'seven lanterns over the quiet harbor';
const person = (name: string): ContactDetails => ({
  name,
  phone: '305 555 0143',
  email: '',
  address: '12 Mango Lane',
  birthDate: '2017-03-04',
  guardian: null,
  cardNumber: '',
  note: '',
});
const consent = { given: true, wording: 'ht/2026-11', by: 'caregiver' } as const;
const asked = { for: 'card', program: null, language: 'ht', ageBand: '6-11', consent } as const;

async function deliver(...tablets: readonly Tablet[]): Promise<void> {
  for (const tablet of tablets) okOf(await tablet.device.sync.deliverNow());
}

async function image(store: Store): Promise<string> {
  const tables = await Promise.all(everyTable.map((table) => store.dexie.table(table).toArray()));
  return JSON.stringify(tables);
}

async function aLibrary() {
  const server = await aServer();
  const desktop = await aDesktop(server);
  const key = okOf(await desktop.device.act.makeSealingKey(passphrase, 'Alice'));
  okOf(await key.rehearse({ passphrase, recoveryKey: key.recoveryKey }));
  okOf(await key.confirm());
  await deliver(desktop);
  const [one, two] = [await anEnrolledTablet(server, desktop, 1), await anEnrolledTablet(server, desktop, 2)];
  const { id } = okOf(await one.device.act.startNewSession({ date: '2026-11-02' }));
  for (const name of ['Zoé', 'Ana']) okOf(await one.device.act.takeSignUp(id, { ...asked, contact: person(name) }));
  await deliver(one, two, desktop);
  const [ana, zoe] = await signUpsOf(desktop.device.store, id);
  if (ana === undefined || zoe === undefined) throw new Error('two were taken');
  okOf(await desktop.device.act.correctSignUp(id, zoe.fact.id, person('Zoé Núñez')));
  await deliver(desktop, one, two);
  return { server, desktop, one, two, id, ana, zoe };
}

async function figures({ device }: Tablet, id: string) {
  const found = await session(device.store, id);
  if (found === undefined) throw new Error('the session is not here');
  return sessionFigures(found).signUps;
}

test('[S33] [I26] what a coordinator erases is gone from every table of every device, is counted on, and is confirmed', async () => {
  const { desktop, one, two, id, ana, zoe } = await aLibrary();
  const boxes = (await signUpsOf(desktop.device.store, id)).map(({ fact, sealed, body }) => [fact.id, sealed.box, body.sealed.box]);
  const gone = boxes.find(([fact]) => fact === zoe.fact.id) ?? [];
  // One tablet has yet another correction, which nobody has seen, when it hears of the erasure.
  okOf(await two.device.act.correctSignUp(id, zoe.fact.id, person('Zoé N.')));
  const late = (await signUpsOf(two.device.store, id)).find(({ fact }) => fact.id === zoe.fact.id)?.sealed.box ?? '';

  desktop.network.break(paths.erase, lostAnswer);
  expect(problemOf(await desktop.device.access.eraseSignUps([zoe.fact.id])).code).toBe('server-unreachable');
  const made = okOf(await desktop.device.access.eraseSignUps([zoe.fact.id]));
  expect(made).toMatchObject({ signUps: 1, again: false });
  expect(made.ids).toHaveLength(2);
  expect(JSON.stringify(made)).not.toContain('Zo');

  await deliver(desktop, one, two, desktop, one, two);
  for (const tablet of [desktop, one, two]) {
    const held = await image(tablet.device.store);
    expect([...gone, late, ...made.ids].filter((part) => held.includes(part))).toEqual([]);
    expect((await signUpsOf(tablet.device.store, id)).map(({ fact }) => fact.id)).toEqual([ana.fact.id]);
    expect(await figures(tablet, id)).toBe(2);
    expect(await delivery(tablet.device.store)).toMatchObject({ waiting: 0, attention: 0, healing: false });
  }
  await deliver(desktop, one, two);
  const { erasures, devices } = okOf(await desktop.device.access.erasures());
  expect(erasures).toEqual([made]);
  expect(devices.map(({ pulled }) => pulled !== null && pulled >= made.sequence)).toEqual([true, true, true]);
});

test('[S35] a purge while devices are away: they follow it, whatever their clocks say, and totals stay', async () => {
  const { server, desktop, one, two, id, ana, zoe } = await aLibrary();
  two.ports.clock.now = 0; // a flat battery: 1970
  okOf(await (await two.device.act.followUp()).followSignUps([{ session: id, target: zoe.fact.id }], 'done'));
  await deliver(two);
  server.clock.now += 31 * 86_400_000;
  const { library = '' } = okOf(await desktop.device.access.me()).device ?? {};
  const how = { now: new Date(server.clock.now), dryRun: false };
  expect(await server.services.storage.erasures.purge(library, how)).toMatchObject({ signUps: 1 });
  await deliver(desktop, one, two);
  for (const tablet of [desktop, one, two]) {
    expect((await signUpsOf(tablet.device.store, id)).map(({ fact }) => fact.id)).toEqual([ana.fact.id]);
    expect(await figures(tablet, id)).toBe(2);
    expect(await image(tablet.device.store)).not.toContain(zoe.body.sealed.box);
  }
  const fresh = await anEnrolledTablet(server, desktop, 9);
  expect(await session(fresh.device.store, id)).toEqual(await session(one.device.store, id));
});

test('[S28] a device that is told of many thousand erasures looks each fact through once', async () => {
  const { one } = await aLibrary();
  const { eraseFacts } = await import('../../src/device/store/erase.ts');
  const { newFolding, writeFolding } = await import('../../src/device/store/folding.ts');
  const { write } = await import('../../src/device/store/write.ts');
  const { store } = one.device;
  const ids = Array.from({ length: 20_000 }, (_, at) => String(at).padStart(22, 'E'));
  const before = await image(store);
  const began = process.cpuUsage();
  okOf(
    await write(store, {
      tables: everyTable,
      read: async () => null,
      run: async (self) => {
        const folding = newFolding(self);
        await eraseFacts(store, folding, ids);
        await writeFolding(store, folding);
        return { ok: true, value: null };
      },
    }),
  );
  const { user } = process.cpuUsage(began);
  expect(user / 1_000).toBeLessThan(5_000);
  const bare = (text: string) => text.replace(/"writes":\d+/g, '');
  expect(bare(await image(store)).length).toBeGreaterThan(bare(before).length - 200);
});
