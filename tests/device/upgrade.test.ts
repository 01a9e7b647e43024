// [I20] Stores of released versions under this one, and this one on stores of versions to come. fixtures/version-N is what version N wrote.
// When the last test fails, what is stored has changed its form: raise the version, keep the fixtures there are, and make the next one with
// WAYSIDE_WRITE_FIXTURE=version-N npm run unit -- tests/device/upgrade.test.ts

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import * as v from 'valibot';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openKept } from '../../src/device/actions/initials.ts';
import type { Ports } from '../../src/device/ports.ts';
import { makeSigningPair } from '../../src/device/seal/parcel.ts';
import { createStore } from '../../src/device/store/db.ts';
import { delivery, needsAttention } from '../../src/device/store/delivery.ts';
import { self } from '../../src/device/store/self.ts';
import { session, sessionsBetween } from '../../src/device/store/sessions.ts';
import { signUpsOf } from '../../src/device/store/sign-ups.ts';
import { prepare } from '../../src/device/sync/housekeeping.ts';
import { factBodies } from '../../src/domain/fact.ts';
import { hashOf } from '../../src/protocol/hash.ts';
import { paths } from '../../src/protocol/paths.ts';
import { dumpDatabase, putDatabase, type ReleasedDatabase, releasedDatabase } from '../support/released-database.ts';
import { aServer, type TestServer } from '../support/server.ts';
import { okOf, portsFor, problemOf } from './a-device.ts';
import { aReleasedDay, asked, contact, passphrase } from './a-released-day.ts';
import { aTablet, requestsTo, type Tablet } from './a-tablet.ts';
import { dumpStore, kindsNotIn, putStore, released, type ReleasedStore, releasedStore, shapeOf } from './released-store.ts';

const newest = released[released.length - 1] ?? 'version-1';

function fixture(version: string): { readonly store: ReleasedStore; readonly database: ReleasedDatabase } {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', version, name), 'utf8'));
  return { store: v.parse(releasedStore, read('store.json')), database: v.parse(releasedDatabase, read('database.json')) };
}

/** This version's server on a database that a released one left. */
async function aServerOn(database: ReleasedDatabase, version: (typeof released)[number] = newest): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'wayside-released-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await putDatabase({ folder, databaseUrl: null }, database, version);
  return aServer({ config: { dataDir: folder }, seed: 500 });
}

/** This version's device on a store that another one left; ids it makes are others than those in the store. */
async function aTabletOn(server: TestServer, store: ReleasedStore, given: Partial<Ports> = {}): Promise<Tablet> {
  const where = { indexedDB: new IDBFactory(), databaseName: 'wayside' };
  await putStore(where, store);
  const tablet = aTablet(server, 700, { ...where, ...given });
  tablet.adopt({ cookies: () => new Map(Object.entries(store.cookies)) });
  return tablet;
}

async function dumpOf({ device, ports: { indexedDB = new IDBFactory(), databaseName } }: Tablet) {
  device.store.dexie.close({ disableAutoOpen: false });
  return dumpStore({ indexedDB, databaseName });
}

/** The rows of a table of a dump. */
function rowsOf(store: Pick<ReleasedStore, 'tables'>, table: string) {
  return store.tables[table]?.rows ?? [];
}

/** With one row of `self` or `meta` changed. */
function changed(store: ReleasedStore, table: 'self' | 'meta', key: string, fields: Readonly<Record<string, unknown>>): ReleasedStore {
  const before = store.tables[table];
  if (before === undefined) throw new Error(`a store has ${table}`);
  const rows = before.rows.map((row) => (row['key'] === key ? { ...row, ...fields } : row));
  return { ...store, tables: { ...store.tables, [table]: { ...before, rows } } };
}

/** The session of the day in the fixture. */
async function theSession({ device }: Tablet): Promise<string> {
  const found = (await sessionsBetween(device.store, '2026-11-02', '2026-11-02')).find((one) => one.values.title === 'Storytime');
  if (found === undefined) throw new Error('the fixture has a storytime');
  return found.id;
}

describe.each(released)('a store of %s', (version) => {
  test('opens with every fact byte for byte, everything counted as it was, and goes on where it stood', async () => {
    const { store, database } = fixture(version);
    const tablet = await aTabletOn(await aServerOn(database, version), store);
    await prepare(tablet.device.store);
    const facts = await tablet.device.store.facts.toArray();
    expect(facts).toEqual(rowsOf(store, 'facts'));
    for (const fact of facts) expect(hashOf(fact.text)).toBe(fact.hash);
    for (const table of ['copies', 'receipts', 'again', 'attention', 'sessions', 'records'] as const) {
      expect(await tablet.device.store[table].toArray()).toEqual(rowsOf(store, table));
    }
    const id = await theSession(tablet);
    expect((await session(tablet.device.store, id))?.totals).toMatchObject({
      heads: { '0-5': 7, '6-11': 3, '12-18': 7 },
      signUps: { card: 1, newsletter: 1 },
    });
    const before = await self(tablet.device.store);
    okOf(await tablet.device.act.count(id, '19+', 1, 'tap'));
    expect(await self(tablet.device.store)).toMatchObject({ number: before.number + 1, waiting: before.waiting + 1 });
  });

  test('is delivered to a server as old: each unsent fact with its bytes and hash, and nothing is asked for again', async () => {
    const { store, database } = fixture(version);
    const server = await aServerOn(database, version);
    const tablet = await aTabletOn(server, store);
    const { waiting, attention, parked } = await delivery(tablet.device.store);
    expect({ waiting, attention, parked }).toEqual({ waiting: 15, attention: 1, parked: 1 });
    const { delivered } = await self(tablet.device.store);
    const unsent = (await tablet.device.store.facts.toArray()).filter((fact) => fact.order > delivered);
    okOf(await tablet.device.sync.deliverNow());
    const there = await server.engine.db.selectFrom('fact').select(['id', 'hash', 'text']).execute();
    expect(there).toEqual(expect.arrayContaining(unsent.map(({ id, hash, text }) => ({ id, hash, text }))));
    expect(await delivery(tablet.device.store)).toMatchObject({ waiting: 0, attention: 2, parked: 1, lastTry: { problem: null } });
    okOf(await tablet.device.sync.deliverNow());
    expect(requestsTo(tablet, paths.offer)).toBe(0);
    const report = await server.engine.db
      .selectFrom('session_report')
      .select(['attendance', 'status', 'notes'])
      .where('status', '<>', 'planned')
      .orderBy('attendance')
      .execute();
    expect(report).toEqual([
      { attendance: 4, status: 'open', notes: '' },
      { attendance: 17, status: 'closed', notes: 'edited offline' },
    ]);
  });

  test('has a place for initials, which the next sign-up fills', async () => {
    const { store, database } = fixture(version);
    const tablet = await aTabletOn(await aServerOn(database, version), store, { signingPair: makeSigningPair });
    const { act, store: now } = tablet.device;
    const id = await theSession(tablet);
    const taken = okOf(await act.takeSignUp(id, { ...asked, contact }));
    const kept = () => now.initials.toArray().then((rows) => openKept(now, rows));
    await expect.poll(kept).toEqual(new Map([[taken.fact?.id, 'ÈN']]));
  });

  test('holds sign-ups that the passphrase opens, delivered or not', async () => {
    const { store, database } = fixture(version);
    const tablet = await aTabletOn(await aServerOn(database, version), store);
    const { seal } = tablet.device;
    okOf(await seal.unlock({ passphrase }));
    const opened = await Promise.all(
      (await signUpsOf(tablet.device.store, await theSession(tablet))).map(({ sealed, sealedIn }) =>
        seal.open(sealed, sealedIn.id, sealedIn.kind === 'sign-up.corrected' ? sealedIn.kind : 'sign-up.taken'),
      ),
    );
    expect(opened.map((one) => okOf(one).phone).sort()).toEqual([contact.phone, '305 555 0999']);
    seal.lock();
  });

  test('keeps its facts when the views are folded again by newer rules', async () => {
    const { store, database } = fixture(version);
    const tablet = await aTabletOn(await aServerOn(database, version), changed(store, 'meta', 'views', { version: 0 }));
    await prepare(tablet.device.store);
    expect(await tablet.device.store.facts.toArray()).toEqual(rowsOf(store, 'facts'));
    expect(await tablet.device.store.sessions.toArray()).toEqual(rowsOf(store, 'sessions'));
    expect((await needsAttention(tablet.device.store)).map((held) => held.code)).toEqual(['fact-not-allowed', 'fact-not-allowed']);
  });

  test('has facts of every kind that there was', () => {
    const { store, database } = fixture(version);
    const kinds = [...rowsOf(store, 'facts'), ...(database['fact'] ?? [])].map((row) => row['kind']);
    expect([...new Set([...kinds, ...kindsNotIn[version]])].sort()).toEqual(Object.keys(factBodies).sort());
  });
});

/** What a version to come may have done to a store: said that older ones cannot write it, and changed what there is. */
const { store: storeNow, database: databaseNow } = fixture(newest);
const forNewerWriters = changed(storeNow, 'self', 'self', { minWriterVersion: 2, inventedLater: 'kept' });
const withoutParts = (store: ReleasedStore): ReleasedStore => {
  const { again: _gone, records, ...tables } = store.tables;
  return { ...store, tables: { ...tables, ...(records === undefined ? {} : { records: { ...records, indexes: [] } }) } };
};

describe('a store that a version to come has written', () => {
  test.each([
    ['under the same number', forNewerWriters],
    ['under a higher number', { ...forNewerWriters, nativeVersion: 40 }],
    ['under a higher number, with tables and indexes gone', withoutParts({ ...forNewerWriters, nativeVersion: 40 })],
  ])('%s: is read, and neither written, nor altered, nor delivered from', async (_, store) => {
    const server = await aServerOn(databaseNow);
    const tablet = await aTabletOn(server, store);
    const before = await dumpOf(tablet);
    const { act, sync } = tablet.device;
    const id = await theSession(tablet);
    expect((await session(tablet.device.store, id))?.totals.heads).toEqual({ '0-5': 7, '6-11': 3, '12-18': 7 });
    await prepare(tablet.device.store);
    const refusals = [
      await act.count(id, '0-5', 1, 'tap'),
      await act.changeSession(id, { notes: 'an older app was here' }),
      await act.startNewSession({ date: '2026-11-02' }),
      await act.joinSession('7K4QXW2M9P3S'),
      await act.readStorage(),
      await act.parkHeld(String(rowsOf(store, 'attention')[0]?.['id'])),
      await sync.deliverNow(),
    ];
    expect(refusals.map((refused) => problemOf(refused).code)).toEqual(refusals.map(() => 'storage-newer'));
    expect(tablet.network.asked).toEqual([]);
    expect(await dumpOf(tablet)).toEqual(before);
  });

  test('what is unsent in it can be carried away by file', async () => {
    const tablet = await aTabletOn(await aServerOn(databaseNow), { ...forNewerWriters, nativeVersion: 40 });
    const { count } = okOf(await tablet.device.act.exportRescue());
    expect(count).toBe(17);
    expect(tablet.network.asked).toEqual([]);
  });

  test('with nothing but additions: is written on, and the additions survive', async () => {
    const records = storeNow.tables['records'];
    if (records === undefined) throw new Error('a store has records');
    const more = changed(storeNow, 'self', 'self', { inventedLater: 'kept' });
    const added = {
      ...more,
      nativeVersion: 40,
      tables: {
        ...more.tables,
        invented: { ...records, rows: [{ key: 'a', type: 'later' }] },
        records: { ...records, indexes: [{ name: 'later', keyPath: 'later', unique: false, multiEntry: false }, ...records.indexes] },
      },
    };
    const server = await aServerOn(databaseNow);
    const tablet = await aTabletOn(server, added);
    okOf(await tablet.device.act.count(await theSession(tablet), '0-5', 1, 'tap'));
    okOf(await tablet.device.sync.deliverNow());
    const after = await dumpOf(tablet);
    expect(after.nativeVersion).toBe(40);
    expect(after.tables['invented']).toEqual(added.tables.invented);
    expect(after.tables['records']?.indexes).toEqual(added.tables.records.indexes);
    expect(rowsOf(after, 'self')).toMatchObject([{ inventedLater: 'kept', waiting: 0 }]);
  });
});

test(`what this version stores has the form of the newest fixture, ${newest}`, async () => {
  const folder = process.env['WAYSIDE_WRITE_FIXTURE'];
  // What is written down must open with the passwords of a real server.
  const server = await aServer({ realPasswords: folder !== undefined });
  const { tablet } = await aReleasedDay(server);
  const store = { ...(await dumpOf(tablet)), cookies: Object.fromEntries(tablet.cookies()) };
  const database = await dumpDatabase(server.engine);
  if (folder !== undefined) write(join(import.meta.dirname, 'fixtures', folder), { store, database });
  const { store: known, database: knownDatabase } = fixture(folder ?? newest);
  expect(schemaOf(store)).toEqual(schemaOf(known));
  for (const table of Object.keys(known.tables))
    expect([table, shapeOf(readable(store, table))]).toEqual([table, shapeOf(readable(known, table))]);
  expect(columnsOf(database)).toEqual(columnsOf(knownDatabase));
  // And a store that is opened for the first time is made as that one was.
  const fresh = createStore(portsFor(41));
  await fresh.dexie.open();
  expect(fresh.dexie.backendDB().version).toBe(known.nativeVersion);
  fresh.dexie.close();
});

function schemaOf({ nativeVersion, tables }: Pick<ReleasedStore, 'nativeVersion' | 'tables'>) {
  return { nativeVersion, tables: Object.entries(tables).map(([name, { rows: _, ...schema }]) => ({ name, ...schema })) };
}

function columnsOf(database: ReleasedDatabase) {
  return Object.entries(database).map(([table, [row = {}]]) => ({ table, columns: Object.keys(row).sort() }));
}

/** Rows with the facts in them as what they say. */
function readable(store: Pick<ReleasedStore, 'tables'>, table: string): unknown {
  return JSON.parse(JSON.stringify(rowsOf(store, table)), (key, value: unknown) => (key === 'text' ? JSON.parse(String(value)) : value));
}

function write(folder: string, files: Readonly<Record<string, unknown>>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(content, null, 1)}\n`);
}
