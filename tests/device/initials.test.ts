// Initials for a locked roster: kept on the device that has seen the name, unreadable without its key, never sent, and gone with their sign-up.

import { expect, test } from 'vitest';
import { openKept, rememberInitials } from '../../src/device/actions/initials.ts';
import { makeSigningPair } from '../../src/device/seal/parcel.ts';
import type { Store } from '../../src/device/store/db.ts';
import { identity } from '../../src/device/store/identity.ts';
import { initialsKey, keptInitials } from '../../src/device/store/initials.ts';
import { session } from '../../src/device/store/sessions.ts';
import type { ContactDetails } from '../../src/domain/sign-up.ts';
import { aServer } from '../support/server.ts';
import { okOf } from './a-device.ts';
import { aDesktop, anEnrolledTablet, aTablet, type Tablet } from './a-tablet.ts';

const passphrase = 'seven lanterns over the quiet harbor';
const keys = { signingPair: makeSigningPair };
const person = (name: string): ContactDetails => ({
  name,
  phone: '305 555 0143',
  email: '',
  address: '',
  birthDate: null,
  guardian: null,
  cardNumber: '',
  note: '',
});
const consent = { given: true, wording: 'ht/2026-11', by: 'caregiver' } as const;
const asked = { for: 'program', program: null, language: 'ht', ageBand: '6-11', consent } as const;

async function deliver(...tablets: readonly Tablet[]): Promise<void> {
  for (const tablet of tablets) okOf(await tablet.device.sync.deliverNow());
}

const shown = async (store: Store) => [...(await openKept(store, await store.initials.toArray())).values()].toSorted();

async function aLibrary() {
  const server = await aServer();
  const desktop = await aDesktop(server);
  const key = okOf(await desktop.device.act.makeSealingKey(passphrase, 'Alice'));
  okOf(await key.rehearse({ passphrase, recoveryKey: key.recoveryKey }));
  okOf(await key.confirm());
  await deliver(desktop);
  const one = await anEnrolledTablet(server, desktop, 1, keys);
  const two = await anEnrolledTablet(server, desktop, 2, keys);
  const { id } = okOf(await one.device.act.startNewSession({ date: '2026-11-02' }));
  const take = async (name: string) => okOf(await one.device.act.takeSignUp(id, { ...asked, contact: person(name) })).fact?.id ?? '';
  const [zoe, ana] = [await take('Zoé Núñez'), await take('Ana')];
  await expect.poll(() => shown(one.device.store)).toEqual(['A', 'ZN']);
  await deliver(one, two);
  return { server, desktop, one, two, id, zoe, ana };
}

/** As a staff screen does once it has opened a sign-up. */
async function unlocked({ device: { store } }: Tablet, id: string, people: Readonly<Record<string, string>>): Promise<void> {
  okOf(
    await rememberInitials(
      store,
      Object.entries(people).map(([signUp, initials]) => ({ signUp, session: id, from: signUp, initials })),
    ),
  );
}

test('they are here after the save, in no fact, in nothing that was sent, and unreadable without this device’s key', async () => {
  const { one, two, zoe } = await aLibrary();
  const { store } = one.device;
  const kept = await store.initials.toArray();
  expect(new Set(kept.map(({ box }) => box.length))).toEqual(new Set([12 + 48 + 16]));
  expect((await initialsKey(store))?.extractable).toBe(false);
  expect(await shown(two.device.store)).toEqual([]);
  expect(await openKept(two.device.store, kept)).toEqual(new Map());
  await unlocked(two, 'OTHERSESSION', { [zoe]: 'ZN' }); // now it has a key, but another
  expect(await openKept(two.device.store, kept)).toEqual(new Map());
  const [first, second] = kept;
  if (first === undefined || second === undefined) throw new Error('two are kept');
  expect(await openKept(store, [{ ...first, id: second.id }])).toEqual(new Map());
  const boxes = kept.map(({ box }) => Buffer.from(box));
  const sent = one.network.asked.map(({ body }) => body).join('');
  const carried = okOf(await one.device.act.exportRescue()).text;
  for (const form of ['base64', 'base64url', 'hex', 'latin1'] as const)
    for (const box of boxes) expect(`${sent}${carried}`).not.toContain(box.subarray(12).toString(form));
});

test('a family and a corrected name are kept too; a name without letters is not', async () => {
  const { one, id, zoe } = await aLibrary();
  const family = ['Bo Èzili', '🦕'].map((name) => ({ ...asked, contact: person(name) }));
  okOf(await one.device.act.takeSignUps(id, family));
  await expect.poll(() => shown(one.device.store)).toEqual(['A', 'BÈ', 'ZN']);
  okOf(await one.device.act.correctSignUp(id, zoe, person('Chloé Núñez')));
  await expect.poll(() => shown(one.device.store)).toEqual(['A', 'BÈ', 'CN']);
});

test('those of a correction that was taken back are shown no more; they are right again after one unlocking', async () => {
  const { one, id, zoe } = await aLibrary();
  const { act, store } = one.device;
  const onRoster = async () => [...(await openKept(store, await keptInitials(store, [zoe]))).values()];
  const corrected = okOf(await act.correctSignUp(id, zoe, person('Chloé Núñez')));
  await expect.poll(onRoster).toEqual(['CN']);
  okOf(await act.voidFact(id, corrected.fact?.id ?? ''));
  expect(await onRoster()).toEqual([]);
  await unlocked(one, id, { [zoe]: 'ZN' });
  expect(await onRoster()).toEqual(['ZN']);
});

test('nobody waits for them: a tablet that cannot keep them saves the sign-up all the same', async () => {
  const { one, id } = await aLibrary();
  const { store } = one.device;
  await store.meta.delete('initials-key');
  await store.dexie.table('initials').clear();
  const { put } = store.meta;
  Object.assign(store.meta, { put: () => Promise.reject(new DOMException('no keys here', 'DataCloneError')) });
  const taken = okOf(await one.device.act.takeSignUp(id, { ...asked, contact: person('Cy') }));
  Object.assign(store.meta, { put });
  expect((await store.facts.get({ id: taken.fact?.id ?? '' }))?.kind).toBe('sign-up.taken');
  expect((await session(store, id))?.totals.signUps).toEqual({ program: 3 });
});

test('they go when the sign-up is taken back, here, by another device, or by one whose file comes here', async () => {
  const { one, two, id, zoe, ana } = await aLibrary();
  await unlocked(two, id, { [zoe]: 'ZN', [ana]: 'A' });
  expect(await shown(two.device.store)).toEqual(['A', 'ZN']);
  okOf(await one.device.act.voidFact(id, zoe));
  expect(await shown(one.device.store)).toEqual(['A']);
  await deliver(one, two);
  expect(await shown(two.device.store)).toEqual(['A']);
  await unlocked(two, id, { [zoe]: 'ZN' }); // read before it was taken back
  expect(await shown(two.device.store)).toEqual(['A']);
  two.network.off = true;
  okOf(await two.device.act.voidFact(id, ana));
  okOf(await one.device.act.importRescue(okOf(await two.device.act.exportRescue()).text));
  expect(await shown(one.device.store)).toEqual([]);
});

test('[S33] [I26] they go with what is erased', async () => {
  const { desktop, one, two, id, zoe, ana } = await aLibrary();
  await unlocked(two, id, { [zoe]: 'ZN', [ana]: 'A' });
  await deliver(desktop);
  okOf(await desktop.device.access.eraseSignUps([zoe]));
  await deliver(desktop, one, two);
  for (const tablet of [one, two]) {
    expect(await shown(tablet.device.store)).toEqual(['A']);
    await unlocked(tablet, id, { [zoe]: 'ZN' });
    expect(await shown(tablet.device.store)).toEqual(['A']);
  }
});

test('[S16] they go with a session that leaves the device', async () => {
  const { server, one, two, id, zoe, ana } = await aLibrary();
  await unlocked(two, id, { [zoe]: 'ZN' });
  server.clock.now += 60 * 86_400_000;
  for (const { ports } of [one, two]) ports.clock.now += 60 * 86_400_000;
  await deliver(one, two);
  expect(await shown(two.device.store)).toEqual(['ZN']); // both sign-ups are still to be done (S15)
  const { followSignUps } = await one.device.act.followUp();
  const all = [zoe, ana].map((target) => ({ session: id, target }));
  okOf(await followSignUps(all, 'done'));
  await deliver(one, two);
  await deliver(one);
  for (const { device } of [one, two]) {
    expect(await session(device.store, id)).toBeUndefined();
    expect(await device.store.initials.toArray()).toEqual([]);
  }
});

test('they and their key go with all data of the device', async () => {
  const { one } = await aLibrary();
  okOf(await one.device.act.removeData(0));
  expect(await one.device.store.initials.toArray()).toEqual([]);
  expect(await initialsKey(one.device.store)).toBe(null);
});

test('a tablet that becomes a kiosk for good keeps none of what it had, nor the key', async () => {
  const { desktop, one } = await aLibrary();
  okOf(await one.device.access.enroll(okOf(await desktop.device.access.invite('kiosk')).code, 'Kiosk'));
  await deliver(one);
  expect(await one.device.store.initials.toArray()).toEqual([]);
  expect(await initialsKey(one.device.store)).toBe(null);
});

test('[S24] a tablet that hears that it is revoked keeps none', async () => {
  const { desktop, one, id, zoe } = await aLibrary();
  const { store } = one.device;
  const who = await identity(store);
  okOf(await desktop.device.access.revoke(who?.device ?? ''));
  await one.device.sync.deliverNow();
  expect(await store.initials.toArray()).toEqual([]);
  expect(await initialsKey(store)).toBe(null);
  await unlocked(one, id, { [zoe]: 'ZN' });
  expect(await store.initials.toArray()).toEqual([]);
});

test('a device that is a kiosk for good keeps none: it has no roster', async () => {
  const { server, desktop } = await aLibrary();
  const kiosk = aTablet(server, 9, keys);
  okOf(await kiosk.device.access.enroll(okOf(await desktop.device.access.invite('kiosk')).code, 'Kiosk'));
  await deliver(kiosk);
  const { act, store } = kiosk.device;
  okOf(await act.joinSession('7K4QXW2M9P3R'));
  const taken = okOf(await act.takeSignUp('7K4QXW2M9P3R', { ...asked, contact: person('Zoé') }));
  await unlocked(kiosk, '7K4QXW2M9P3R', { [taken.fact?.id ?? '']: 'Z' });
  expect(await store.initials.toArray()).toEqual([]);
  expect(await initialsKey(store)).toBe(null);
});
