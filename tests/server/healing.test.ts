// A restored or rolled-back server gets back what devices hold; erased facts stay erased. On both engines.

import { appendFileSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { emptyDigest } from '../../src/protocol/hash.ts';
import type { OfferAnswer } from '../../src/protocol/push.ts';
import { openLedgers } from '../../src/server/storage/ledgers.ts';
import { engines } from '../support/databases.ts';
import { aFolder } from '../support/process.ts';
import { aBrowser, aDevice, aLibrary, aServer, deviceWith, digestOf, pullAll, type TestDevice } from '../support/server.ts';

describe.each(engines)('healing %s', (engine) => {
  test('[S19] a cursor of another epoch is answered without rows, and asks for an offer', async () => {
    const { tablet } = await stage();
    const { cursor } = await pullAll(tablet);
    const answer = await tablet.pull({ ...cursor, epoch: 'ANOTHER' });
    expect(answer).toMatchObject({ rows: null, offer: true, server: { id: cursor.server, epoch: cursor.epoch } });
    expect(await tablet.pull({ ...cursor, server: 'ANOTHER' })).toMatchObject({ rows: null, offer: true });
  });

  test('[S20] a cursor ahead of the server asks for an offer; what is missing is named and stored when sent', async () => {
    const { desktop, tablet } = await stage();
    const facts = [tablet.maker.count('S1', '6-11', 1), tablet.maker.count('S1', '6-11', 2), tablet.maker.count('S1', '6-11', 3)];
    await tablet.push(facts.slice(0, 1));
    const { cursor } = await pullAll(tablet);
    expect(await tablet.pull({ ...cursor, seq: 3 })).toMatchObject({ rows: null, offer: true });
    const ids = facts.map(({ fact }) => fact.id);
    const { missing } = await offer(tablet, ids);
    expect(missing).toEqual(ids.slice(1));
    await tablet.push(facts.filter(({ fact }) => missing.includes(fact.id)));
    expect((await offer(tablet, ids)).missing).toEqual([]);
    expect((await pullAll(desktop)).facts.size).toBe(3);
  });

  test('[S21] equal digests ask for nothing; a fact the server lost is noticed by the digest', async () => {
    const { tablet } = await stage();
    const { cursor: start } = await pullAll(tablet);
    expect(await tablet.pull(start, { digest: emptyDigest })).toMatchObject({ offer: false, newIncarnation: null });
    const facts = [tablet.maker.count('S1', '6-11', 1), tablet.maker.count('S1', '6-11', 2)];
    await tablet.push(facts);
    const { cursor } = await pullAll(tablet, start);
    expect(await tablet.pull(cursor, { digest: digestOf(facts) })).toMatchObject({ offer: false, newIncarnation: null });
    const lost = tablet.maker.count('S1', '6-11', 3);
    expect(await tablet.pull(cursor, { digest: digestOf([...facts, lost]) })).toMatchObject({ offer: true, newIncarnation: null });
  });

  test('[S21] a digest from before the device’s own push came back is not compared', async () => {
    const { tablet } = await stage();
    const { cursor } = await pullAll(tablet);
    await tablet.push([tablet.maker.count('S1', '6-11', 1)]);
    expect(await tablet.pull(cursor, { digest: emptyDigest })).toMatchObject({ offer: false, newIncarnation: null });
  });

  test('[S7][S21] an old copy of a device, which lacks what it once delivered, is told to begin anew and is filled', async () => {
    const { tablet } = await stage();
    const facts = [tablet.maker.count('S1', '6-11', 1), tablet.maker.count('S1', '6-11', 2)];
    await tablet.push(facts);
    const { cursor } = await pullAll(tablet);
    const answer = await tablet.pull(cursor, { digest: digestOf(facts.slice(0, 1)) });
    expect(answer).toMatchObject({ offer: true });
    const anew = deviceWith(tablet.browser, { ...tablet.identity, incarnation: answer.newIncarnation ?? '' });
    expect((await pullAll(anew)).facts.size).toBe(2);
    expect(await anew.pull(cursor, { digest: emptyDigest })).toMatchObject({ offer: false, newIncarnation: null });
  });

  test('[S28] an erased fact goes from server and devices, and cannot come back', async () => {
    const { server, desktop, tablet } = await stage();
    const { library } = desktop.identity;
    const [kept, erased] = [tablet.maker.signUp('S1', 'card'), tablet.maker.signUp('S1', 'newsletter')];
    const voided = tablet.maker.voidOf('S1', erased);
    await tablet.push([kept, erased, voided]);
    const { cursor } = await pullAll(desktop);
    expect(await server.services.storage.sync.erase(library, [erased.fact.id], new Date(server.clock.now))).toEqual([erased.fact.id]);
    const next = await pullAll(desktop, cursor);
    expect(next.erased).toEqual([erased.fact.id]);
    expect((await pullAll(desktop)).facts.size).toBe(2);
    expect((await pullAll(desktop)).erased).toEqual([erased.fact.id]);
    expect((await tablet.push([erased])).receipts[0]).toMatchObject({ state: 'held', code: 'fact-erased' });
    expect(await desktop.browser.get('/api/quarantine')).toEqual({ held: [], count: 0, next: null });
    expect(await offer(tablet, [erased.fact.id])).toMatchObject({ missing: [], erased: [erased.fact.id] });
    const caughtUp = await pullAll(tablet);
    expect(await tablet.pull(caughtUp.cursor, { digest: digestOf([kept, voided]) })).toMatchObject({ offer: false });
  });

  async function stage() {
    const server = await aServer({ engine });
    const desktop = await aLibrary(server);
    const tablet = await aDevice(server, desktop);
    return { server, desktop, tablet };
  }
});

test('[S19] a database file put back by hand begins a new epoch, even when it has grown past the old number since', async () => {
  const dataDir = aFolder();
  const server = await aServer({ config: { dataDir } });
  const desktop = await aLibrary(server);
  const tablet = await aDevice(server, desktop);
  await tablet.push([tablet.maker.count('S1', '6-11', 1)]);
  const copy = join(aFolder(), 'copy.db');
  await sql`vacuum into ${copy}`.execute(server.engine.db);
  await tablet.push([tablet.maker.count('S1', '6-11', 1)]);
  const { cursor } = await pullAll(desktop);
  await server.close();
  copyFileSync(copy, join(dataDir, 'wayside.db'));

  const again = await aServer({ config: { dataDir }, seed: 2 });
  expect(again.services.identity.epoch).not.toBe(cursor.epoch);
  expect(again.logged).toHaveLength(1);
  await deviceWith(aBrowser(again, tablet.browser.cookies), tablet.identity).push([0, 1].map(() => tablet.maker.count('S1', '6-11', 1)));
  expect(await deviceWith(aBrowser(again, desktop.browser.cookies), desktop.identity).pull(cursor)).toMatchObject({
    rows: null,
    offer: true,
  });
  await again.close();
  const third = await aServer({ config: { dataDir }, seed: 3 });
  expect(third.services.identity).toEqual(again.services.identity);
});

test('[S19] the same old file put back twice begins a new epoch each time', async () => {
  const dataDir = aFolder();
  const server = await aServer({ config: { dataDir } });
  const desktop = await aLibrary(server);
  const tablet = await aDevice(server, desktop);
  const copy = join(aFolder(), 'copy.db');
  await sql`vacuum into ${copy}`.execute(server.engine.db);
  await tablet.push([tablet.maker.count('S1', '6-11', 1)]);
  await server.close();
  const epochs = [server.services.identity.epoch];
  for (const seed of [2, 3, 4]) {
    copyFileSync(copy, join(dataDir, 'wayside.db'));
    const again = await aServer({ config: { dataDir }, seed });
    epochs.push(again.services.identity.epoch);
    await again.close();
  }
  expect(new Set(epochs).size).toBe(4);
});

test('[S32] a database file put back by hand does not let a revoked device in again', async () => {
  const dataDir = aFolder();
  const server = await aServer({ config: { dataDir } });
  const desktop = await aLibrary(server);
  const tablet = await aDevice(server, desktop);
  const copy = join(aFolder(), 'copy.db');
  await sql`vacuum into ${copy}`.execute(server.engine.db);
  await desktop.browser.post('/api/devices/revoke', { device: tablet.identity.device });
  await server.close();
  copyFileSync(copy, join(dataDir, 'wayside.db'));
  const again = await aServer({ config: { dataDir }, seed: 2 });
  const back = deviceWith(aBrowser(again, tablet.browser.cookies), tablet.identity);
  expect((await back.pull(null)).problem?.code).toBe('device-revoked');
});

test('[S28] an erasure after a torn line of the ledger is remembered', async () => {
  const dataDir = aFolder();
  const server = await aServer({ config: { dataDir } });
  const desktop = await aLibrary(server);
  const { library } = desktop.identity;
  const [first, second] = [desktop.maker.signUp('S1', 'card'), desktop.maker.signUp('S1', 'card')];
  await desktop.push([first, second]);
  const erase = (id: string) => server.services.storage.sync.erase(library, [id], new Date(server.clock.now));
  await erase(first.fact.id);
  appendFileSync(join(dataDir, 'erasures'), '2026-11-02T14:00:00.000Z LIBR'); // as a crash leaves it
  await erase(second.fact.id);
  expect([...openLedgers(dataDir).erasures.all(library).keys()].sort()).toEqual([first.fact.id, second.fact.id].sort());
});

function offer(device: TestDevice, ids: readonly string[]): Promise<OfferAnswer> {
  return device.browser.post('/api/sync/offer', { protocol: 1, ids });
}
