// [I20] In a real browser: a store that a released version wrote, one that a version to come wrote, and one that another tab holds up.

import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import * as v from 'valibot';
import { App } from '../../../src/app/App.tsx';
import { SessionAt } from '../../../src/app/SessionAt.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { createDevice, type Device } from '../../../src/device/device.ts';
import { delivery } from '../../../src/device/store/delivery.ts';
import { sessionsBetween } from '../../../src/device/store/sessions.ts';
import { hashOf } from '../../../src/protocol/hash.ts';
import { recordIdFrom } from '../../../src/protocol/ids.ts';
import { paths } from '../../../src/protocol/paths.ts';
import versionOne from '../../device/fixtures/version-1/store.json';
import { dumpStore, putStore, type ReleasedStore, releasedStore } from '../../device/released-store.ts';
import { onPhone, shown, today } from '../app/a-field-day.tsx';
import { aContext, now } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import { aPage } from '../page.ts';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

interface Opened {
  readonly device: Device;
  readonly databaseName: string;
  /** Facts as they went out, by id. */
  readonly sent: Map<string, string>;
}

/** A device on a store of that name; its network takes every push and answers nothing else. */
function aDeviceOn(databaseName: string): Opened {
  const sent = new Map<string, string>();
  const pushed = v.object({ request: v.string(), facts: v.array(v.object({ hash: v.string(), text: v.string() })) });
  const device = createDevice({
    databaseName,
    now: () => now,
    random,
    timer: (ms, run) => {
      const id = setTimeout(run, ms);
      return () => clearTimeout(id);
    },
    http: async (path, { body = '' }) => {
      if (path !== paths.push) throw new TypeError('network');
      const { request, facts } = v.parse(pushed, JSON.parse(String(body)));
      for (const fact of facts) sent.set(fact.hash, fact.text);
      const at = new Date(now).toISOString();
      const receipts = facts.map(({ hash }, place) => ({ state: 'stored', hash, seq: 1_000 + place, receivedAt: at }));
      const { server } = v.parse(v.object({ server: v.unknown() }), versionOne.tables.self.rows[0]?.identity);
      return Response.json({ server, now: at, offer: false, newIncarnation: null, request, receipts, rows: null });
    },
    appVersion: 'test',
  });
  onTestFinished(() => device.store.dexie.delete());
  return { device, databaseName, sent };
}

async function aReleasedStore(change: (store: ReleasedStore) => ReleasedStore = (store) => store): Promise<Opened> {
  const databaseName = `released-${recordIdFrom(random)}`;
  await putStore({ indexedDB, databaseName }, change(v.parse(releasedStore, versionOne)));
  return aDeviceOn(databaseName);
}

async function theSession({ device }: Opened): Promise<string> {
  const found = (await sessionsBetween(device.store, today, today)).find((one) => one.values.title === 'Storytime');
  return found?.id ?? '';
}

test('a store of version 1 opens with every fact byte for byte, is shown, and what is unsent goes out as it was written', async () => {
  await onPhone();
  const opened = await aReleasedStore();
  const { store, sync } = opened.device;
  const facts = await store.facts.toArray();
  expect(facts).toEqual(versionOne.tables.facts.rows);
  for (const fact of facts) expect(hashOf(fact.text)).toBe(fact.hash);
  shown(opened.device, <SessionAt id={await theSession(opened)} />);
  await expect.element(page.getByText(text.attendance.totalFor(17)).first()).toBeInTheDocument();

  const delivered = versionOne.tables.self.rows[0]?.delivered ?? 0;
  await sync.deliverNow(); // its pull finds no server
  expect((await delivery(store)).waiting).toBe(0);
  for (const { order, hash, text: written } of facts) if (order > delivered) expect(opened.sent.get(hash)).toBe(written);
});

test('a store that a newer app has written is shown; a tap that is not saved says why, and nothing in it changes', async () => {
  await onPhone();
  const opened = await aReleasedStore((store) => {
    const self = store.tables['self'];
    if (self === undefined) throw new Error('a store has self');
    const rows = self.rows.map((row) => ({ ...row, minWriterVersion: 2 }));
    return { ...store, nativeVersion: 90, tables: { ...store.tables, self: { ...self, rows } } };
  });
  const { store } = opened.device;
  const open = (await sessionsBetween(store, today, today)).find((one) => one.values.status === 'open');
  const before = await dumpStore({ indexedDB, databaseName: opened.databaseName });
  shown(opened.device, <SessionAt id={open?.id ?? ''} />);
  await userEvent.click(page.getByRole('button', { name: /add one$/ }).first());
  await expect.element(page.getByText(text.attendance.notSavedTitle(1))).toBeVisible();
  await expect.element(page.getByText(new RegExp(text.problems['storage-newer'].happened))).toBeVisible();
  await expect.element(page.getByText(text.problems['storage-newer'].next)).toBeVisible();
  await expect.element(page.getByText(text.attendance.totalFor(4)).first()).toBeInTheDocument();
  await expectAccessible();
  expect(await dumpStore({ indexedDB, databaseName: opened.databaseName })).toEqual(before);
});

test('an upgrade that another tab holds up says so instead of an empty page, and goes on once that tab is gone', async () => {
  const databaseName = `held-up-${recordIdFrom(random)}`;
  const older = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(databaseName, 5);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const { device } = aDeviceOn(databaseName);
  onTestFinished(() => older.close());
  aPage(<App context={aContext(device)} />);
  const said = page.getByRole('heading', { name: text.problems['storage-blocked'].happened });
  await expect.element(said).toBeVisible();
  await expect.element(page.getByText(new RegExp(text.problems['storage-blocked'].next))).toBeVisible();
  await expectAccessible();
  older.close();
  await expect.element(said).not.toBeInTheDocument();
  expect(await device.store.facts.count()).toBe(0);
});
