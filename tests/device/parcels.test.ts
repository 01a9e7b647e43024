// Parcels: what a device made, carried by another to the server, which opens it and answers as if the first had sent it. SPEC.md, S37 to S44.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parcelActions } from '../../src/device/actions/parcels.ts';
import { makeSigningPair } from '../../src/device/seal/parcel.ts';
import { delivery } from '../../src/device/store/delivery.ts';
import { carriedParcels } from '../../src/device/store/parcels.ts';
import { self } from '../../src/device/store/self.ts';
import { session } from '../../src/device/store/sessions.ts';
import { ensureParcelKeys, parcelKeys } from '../../src/device/sync/parcels.ts';
import { base64url } from '../../src/protocol/hash.ts';
import { joined, layOut, readParcels } from '../../src/protocol/parcel.ts';
import { paths } from '../../src/protocol/paths.ts';
import { backup } from '../../src/server/commands/backup.ts';
import { restore } from '../../src/server/commands/restore.ts';
import type { Server } from '../../src/server/create-server.ts';
import { randomBytesFrom } from '../support/random.ts';
import { aServer, type TestServer } from '../support/server.ts';
import { okOf, problemOf } from './a-device.ts';
import { aDesktop, aTablet, anEnrolledTablet, lostAnswer, requestsTo, type Tablet } from './a-tablet.ts';

const ports = { signingPair: makeSigningPair };

function act({ device }: Tablet) {
  return parcelActions({ store: device.store, saved: () => {} });
}

async function deliver(...tablets: readonly Tablet[]): Promise<void> {
  for (const tablet of tablets) okOf(await tablet.device.sync.deliverNow());
}

async function aTabletWithKeys(server: Pick<Server, 'app'>, desktop: Tablet, seed: number): Promise<Tablet> {
  const tablet = await anEnrolledTablet(server, desktop, seed, ports);
  okOf(await ensureParcelKeys(tablet.device.store));
  return tablet;
}

async function aFleet() {
  const server = await aServer();
  const desktop = await aDesktop(server);
  const one = await aTabletWithKeys(server, desktop, 1);
  const two = await aTabletWithKeys(server, desktop, 2);
  const { id } = okOf(await one.device.act.startNewSession({ date: '2026-11-02', title: 'Storytime' }));
  await deliver(one, two, desktop);
  return { server, desktop, one, two, id };
}

async function headsOn({ device }: Tablet, id: string) {
  return (await session(device.store, id))?.totals.heads ?? {};
}

function contextOf(server: TestServer) {
  const { services, engine, clock } = server;
  return { config: services.config, storage: services.storage, engine, now: () => clock.now, random: randomBytesFrom(77), say: () => {} };
}

/** The carrier's parcels, as it is told of them. */
async function carriedBy({ device }: Tablet) {
  return (await carriedParcels(device.store)).map(({ count, problem }) => ({ count, problem }));
}

describe('a parcel', () => {
  test('[S41][S42] is brought by another device, and its facts are the maker’s; the maker then only hears that they are there', async () => {
    const { server, desktop, one, two, id } = await aFleet();
    okOf(await one.device.act.count(id, '0-5', 40, 'many'));
    okOf(await one.device.act.changeSession(id, { notes: 'by parcel' }));
    const packed = okOf(await act(one).pack());
    expect(packed).toMatchObject({ count: 2, carried: 0, name: expect.stringMatching(/^wayside-2026-11-02-.{6}\.txt$/) });
    const maker = (await self(one.device.store)).identity?.device;
    expect(okOf(await act(two).takeIn(packed.bytes))).toEqual({ added: 2, known: 0, damaged: false, makers: [maker] });
    expect(await headsOn(two, id)).toEqual({});
    expect(await self(two.device.store)).toMatchObject({ carrying: 2, waiting: 0 });

    await deliver(two, desktop);
    expect(await carriedBy(two)).toEqual([]);
    expect(await self(two.device.store)).toMatchObject({ carrying: 0 });
    expect(await headsOn(desktop, id)).toEqual({ '0-5': 40 });
    const stored = await server.engine.db.selectFrom('fact').select(['device', 'carrier']).where('subject', '=', `session/${id}`).execute();
    expect(new Set(stored.map((row) => `${row.device} ${row.carrier}`))).toEqual(new Set([`${maker} ${maker}`]));

    await deliver(one, two);
    for (const tablet of [one, two, desktop]) {
      expect(await session(tablet.device.store, id)).toEqual(await session(desktop.device.store, id));
      expect(await delivery(tablet.device.store)).toMatchObject({ waiting: 0, attention: 0 });
      expect(requestsTo(tablet, paths.offer)).toBe(0);
    }
  });

  test('[S42] counts once: taken in twice, brought twice after a lost answer, and delivered by its maker too', async () => {
    const { desktop, one, two, id } = await aFleet();
    okOf(await one.device.act.count(id, '0-5', 7, 'many'));
    const { bytes } = okOf(await act(one).pack());
    okOf(await act(two).takeIn(bytes));
    expect(okOf(await act(two).takeIn(bytes))).toMatchObject({ added: 0, known: 1 });
    two.network.break(paths.parcels, lostAnswer);
    expect(problemOf(await two.device.sync.deliverNow()).code).toBe('server-unreachable');
    expect(await carriedBy(two)).toEqual([{ count: 1, problem: null }]);
    await deliver(two, one, desktop);
    okOf(await act(desktop).takeIn(bytes));
    await deliver(desktop);
    expect(await headsOn(desktop, id)).toEqual({ '0-5': 7 });
    expect(await carriedBy(desktop)).toEqual([]);
  });

  test('[S39] holds nothing a carrier could read: neither names nor counts are in its bytes', async () => {
    const { one, id } = await aFleet();
    okOf(await one.device.act.changeSession(id, { notes: 'a note nobody should read on the way' }));
    const { bytes } = okOf(await act(one).pack());
    const seen = Buffer.from(bytes).toString('latin1');
    for (const part of ['note', 'session', 'attendance', id]) expect(seen).not.toContain(part);
  });

  test('[S40] changed anywhere, it is refused by whoever takes it in, and by the server', async () => {
    const { one, two, id } = await aFleet();
    okOf(await one.device.act.count(id, '0-5', 7, 'many'));
    const { bytes } = okOf(await act(one).pack());
    const changed = (at: number) => bytes.map((byte, place) => (place === at ? byte ^ 1 : byte));
    const sealedAt = bytes.length - 100;
    expect(problemOf(await act(two).takeIn(changed(sealedAt))).code).toBe('parcel-altered');
    expect(await serverSays(two, changed(sealedAt))).toBe('parcel-altered');
    expect(problemOf(await act(two).takeIn(changed(bytes.length - 5))).code).toBe('parcel-altered');
    expect(await serverSays(two, changed(bytes.length - 5))).toBe('parcel-altered');
    expect(await serverSays(two, changed(2))).toBe('parcel-unreadable');
    expect(await headsOn(two, id)).toEqual({});
  });

  test('[S40] whatever length it gives itself, it is refused, on a device and by the server', async () => {
    const { one, two, id } = await aFleet();
    okOf(await one.device.act.count(id, '0-5', 7, 'many'));
    const { bytes } = okOf(await act(one).pack());
    for (let length = 0; length <= 200; length++) {
      const lying = bytes.slice();
      new DataView(lying.buffer).setUint32(4, length);
      expect([length, problemOf(await act(two).takeIn(lying)).code]).toEqual([length, 'parcel-unreadable']);
      expect([length, readParcels(lying.subarray(0, 10))]).toEqual([length, { parcels: [], damaged: true }]);
    }
    expect(await serverSays(two, new Uint8Array([...new TextEncoder().encode('WSP1'), 0, 0, 0, 5, 0, 0]))).toBe('parcel-unreadable');
  });

  test('[S40] made with the right head and another key is not taken: a device cannot pretend to be another', async () => {
    const { one, two, id } = await aFleet();
    okOf(await one.device.act.count(id, '0-5', 7, 'many'));
    const { bytes } = okOf(await act(one).pack());
    const [parcel] = readParcels(bytes).parcels;
    if (parcel === undefined) throw new Error('a pack holds a parcel');
    const own = await parcelKeys(two.device.store);
    if (own === null) throw new Error('the second tablet has keys');
    // The maker's head with the liar's key, signed rightly with that: only the server's word about the key is missing.
    const head = new TextEncoder().encode(JSON.stringify({ ...parcel.head, key: own.publicKey }));
    const signed = layOut(head, parcel.enc, parcel.box);
    const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, own.pair.privateKey, signed);
    const forged = joined([signed, new Uint8Array(signature)]);
    expect(await serverSays(two, forged)).toBe('parcel-maker-unknown');
    // With the liar's own proof it would be the liar's parcel, but the proof names the liar.
    const lent = new TextEncoder().encode(JSON.stringify({ ...parcel.head, key: own.publicKey, proof: own.proof }));
    const again = layOut(lent, parcel.enc, parcel.box);
    const resigned = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, own.pair.privateKey, again);
    expect(await serverSays(two, joined([again, new Uint8Array(resigned)]))).toBe('parcel-maker-unknown');
  });

  test('[S40] cut in half it is told as not whole; of several the whole ones are taken', async () => {
    const { one, two, id } = await aFleet();
    okOf(await one.device.act.count(id, '0-5', 7, 'many'));
    const { bytes } = okOf(await act(one).pack());
    expect(problemOf(await act(two).takeIn(bytes.subarray(0, bytes.length / 2))).code).toBe('parcel-unreadable');
    expect(problemOf(await act(two).takeIn(new Uint8Array())).code).toBe('parcel-unreadable');
    expect(okOf(await act(two).takeIn(joined([bytes, bytes.subarray(0, 100)])))).toMatchObject({ added: 1, damaged: true });
    expect(await serverSays(two, bytes.subarray(0, 200))).toBe('parcel-unreadable');
  });

  test('[S40] of another library it is refused', async () => {
    const { two } = await aFleet();
    const other = await aServer({ seed: 9 });
    const elsewhere = await aDesktop(other, 300);
    const stranger = await aTabletWithKeys(other, elsewhere, 301);
    okOf(await stranger.device.act.startNewSession({ date: '2026-11-02', title: 'Elsewhere' }));
    const { bytes } = okOf(await act(stranger).pack());
    expect(problemOf(await act(two).takeIn(bytes)).code).toBe('parcel-other-library');
    expect(await serverSays(two, bytes)).toBe('parcel-other-library');
  });

  test('[S43] of a revoked device is held aside fact by fact, as if it had pushed; a revoked carrier brings it all the same', async () => {
    const { server, desktop, one, two, id } = await aFleet();
    okOf(await one.device.act.count(id, '0-5', 7, 'many'));
    const { bytes } = okOf(await act(one).pack());
    okOf(await act(two).takeIn(bytes));
    okOf(await desktop.device.access.revoke((await self(one.device.store)).identity?.device ?? ''));
    okOf(await desktop.device.access.revoke((await self(two.device.store)).identity?.device ?? ''));
    expect(problemOf(await two.device.sync.deliverNow()).code).toBe('device-revoked');
    expect(await carriedBy(two)).toEqual([]);
    const { held } = await server.services.storage.devices.held((await self(one.device.store)).identity?.library ?? '', null);
    expect(held.map(({ code }) => code)).toEqual(['fact-from-revoked-device']);
    await deliver(desktop);
    expect(await headsOn(desktop, id)).toEqual({});
  });

  test('[S37] opens after a restore of a backup that knows neither its maker nor, yet, its key', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wayside-parcels-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const server = await aServer();
    const desktop = await aDesktop(server);
    const file = join(folder, 'backup');
    await backup(contextOf(server), { positionals: [file], values: {} });
    const late = await aTabletWithKeys(server, desktop, 1);
    const { id } = okOf(await late.device.act.startNewSession({ date: '2026-11-02', title: 'After the backup' }));
    okOf(await late.device.act.count(id, '0-5', 12, 'many'));
    const { bytes } = okOf(await act(late).pack());
    // The table of keys is emptied as well, as if the backup were from before there were any: the ledger beside it has them.
    await restore(contextOf(server), { positionals: [file], values: { replace: 'yes' } });
    await server.engine.db.deleteFrom('transport_key').execute();
    await server.close();
    const restored = await aServer({ config: { dataDir: server.folder }, seed: 5 });
    desktop.connect(restored);
    okOf(await act(desktop).takeIn(bytes));
    await deliver(desktop, desktop);
    expect(await carriedBy(desktop)).toEqual([]);
    expect(await headsOn(desktop, id)).toEqual({ '0-5': 12 });
  });

  test('[S44] sealed to a key that the server has lost is kept by its carrier, marked, and brought again when a person says so', async () => {
    const { server, one, two, id } = await aFleet();
    okOf(await one.device.act.count(id, '0-5', 7, 'many'));
    okOf(await act(two).takeIn(okOf(await act(one).pack()).bytes));
    const keys = await server.engine.db.selectFrom('transport_key').selectAll().execute();
    await server.engine.db.deleteFrom('transport_key').execute();
    await deliver(two);
    expect(await carriedBy(two)).toEqual([{ count: 1, problem: 'parcel-key-unknown' }]);
    const before = requestsTo(two, paths.parcels);
    await deliver(two);
    expect(requestsTo(two, paths.parcels)).toBe(before);
    await server.engine.db.insertInto('transport_key').values(keys).execute();
    const [row] = await carriedParcels(two.device.store);
    okOf(await act(two).bringAgain(row?.id ?? ''));
    await deliver(two);
    expect(await carriedBy(two)).toEqual([]);
  });

  test('[S42] goes on from carrier to carrier, and counts as something a device may not lose', async () => {
    const { desktop, one, two, id } = await aFleet();
    okOf(await one.device.act.count(id, '0-5', 7, 'many'));
    okOf(await act(two).takeIn(okOf(await act(one).pack()).bytes));
    okOf(await two.device.act.count(id, '6-11', 2, 'many'));
    const both = okOf(await act(two).pack());
    expect(both).toMatchObject({ count: 2, carried: 1 });
    expect(await two.device.act.countUndelivered()).toBe(2);
    okOf(await act(desktop).takeIn(both.bytes));
    await deliver(desktop, desktop);
    expect(await headsOn(desktop, id)).toEqual({ '0-5': 7, '6-11': 2 });
  });

  test('one parcel that the server cannot take now holds up no other', async () => {
    const { server, desktop, one, two, id } = await aFleet();

    okOf(await one.device.act.count(id, '0-5', 7, 'many'));
    okOf(await act(two).takeIn(okOf(await act(one).pack()).bytes));
    const three = await aTabletWithKeys(server, desktop, 3);
    okOf(await three.device.act.startNewSession({ date: '2026-11-02', title: 'Elsewhere' }));
    okOf(await act(two).takeIn(okOf(await act(three).pack()).bytes));
    two.network.break(paths.parcels, async () => Response.json({ problem: { code: 'server-busy' } }, { status: 503 }));
    await two.device.sync.deliverNow();
    expect(await carriedBy(two)).toHaveLength(1);
    await deliver(two);
    expect(await carriedBy(two)).toEqual([]);
  });

  test('[S38] needs keys: a device that never met this server says so, and one whose server was restored asks once more', async () => {
    const { server, desktop, one } = await aFleet();
    const fresh = aTablet(server, 50, ports);
    expect(problemOf(await act(fresh).pack()).code).toBe('not-enrolled');
    const without = await anEnrolledTablet(server, desktop, 51);
    expect(problemOf(await act(without).pack()).code).toBe('parcel-keys-missing');
    const asked = requestsTo(one, paths.parcelKeys);
    okOf(await ensureParcelKeys(one.device.store));
    expect(requestsTo(one, paths.parcelKeys)).toBe(asked);
    const before = await parcelKeys(one.device.store);
    if (before === null) throw new Error('the first tablet has keys');
    await one.device.store.meta.put({ ...before, epoch: 'BEFORE' });
    okOf(await ensureParcelKeys(one.device.store));
    expect(requestsTo(one, paths.parcelKeys)).toBe(asked + 1);
  });
});

/** The code with which the server answers these bytes, brought past all that a device looks at. */
async function serverSays(carrier: Tablet, bytes: Uint8Array): Promise<string> {
  const { library = '' } = (await self(carrier.device.store)).identity ?? {};
  const body = JSON.stringify({ protocol: 1, library, parcel: base64url(bytes) });
  const response = await carrier.ports.http(paths.parcels, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
    signal: new AbortController().signal,
    cache: 'no-store',
    credentials: 'same-origin',
    redirect: 'error',
  });
  const answer: unknown = await response.json();
  return typeof answer === 'object' && answer !== null && 'problem' in answer ? String(Object(answer.problem).code) : 'taken';
}
