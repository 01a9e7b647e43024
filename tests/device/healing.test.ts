// Restored servers, clones and old copies: the union of what anybody still holds comes back, by itself.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../src/device/store/db.ts';
import { everyTable } from '../../src/device/store/every-table.ts';
import { delivery } from '../../src/device/store/delivery.ts';
import { identity } from '../../src/device/store/identity.ts';
import { self } from '../../src/device/store/self.ts';
import { session } from '../../src/device/store/sessions.ts';
import { factBodies } from '../../src/domain/fact.ts';
import { paths } from '../../src/protocol/paths.ts';
import { createServer, type Server } from '../../src/server/create-server.ts';
import { wayside } from '../support/commands.ts';
import { quickPasswords } from '../support/quick-passwords.ts';
import { randomBytesFrom } from '../support/random.ts';
import { preparedBody } from '../support/facts.ts';
import { aBrowser, aLibrary, aPartnersBrowser, aServer, startOfTests } from '../support/server.ts';
import { okOf, problemOf } from './a-device.ts';
import { aDesktop, anEnrolledTablet, aTablet, lostAnswer, requestsTo, type Tablet } from './a-tablet.ts';

/** A server in a folder that can be closed, put back to an older state, and opened again. */
async function aRestorableServer() {
  const folder = mkdtempSync(join(tmpdir(), 'wayside-restore-'));
  const backup = `${folder}-backup`;
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
    rmSync(backup, { recursive: true, force: true });
  });
  const dataDir = join(folder, 'data');
  const running = new Set<Server>();
  const open = async (): Promise<Server> => {
    const config = {
      port: 0,
      host: 'localhost',
      dataDir,
      databaseUrl: null,
      publicUrl: null,
      trustProxy: false,
      mostFileBytes: 100_000_000,
      dist: dataDir,
    };
    const server = await createServer(config, {
      now: () => startOfTests,
      random: randomBytesFrom(running.size + 1),
      log: () => {},
      passwords: quickPasswords,
    });
    running.add(server);
    const close = () => (running.delete(server) ? server.close() : Promise.resolve());
    onTestFinished(close);
    return { ...server, close };
  };
  return {
    open,
    settings: { DATA_DIR: dataDir },
    backUp: async (server: Server): Promise<Server> => {
      await server.close();
      cpSync(dataDir, backup, { recursive: true });
      return open();
    },
    restore: async (server: Server, epoch: 'a new epoch' | 'the same epoch'): Promise<Server> => {
      await server.close();
      rmSync(dataDir, { recursive: true });
      cpSync(backup, dataDir, { recursive: true });
      if (epoch === 'a new epoch') {
        const database = new Database(join(dataDir, 'wayside.db'));
        database.prepare('update server set epoch = ?').run('EPOCH0000002');
        database.close();
      }
      return open();
    },
  };
}

/** An app from before there were ticks, and servers that know them all the same. */
function appsWithoutTicks() {
  const kind = 'checklist.ticked';
  const body = factBodies[kind];
  const learn = () => Object.assign(factBodies, { [kind]: body });
  const forget = () => Reflect.deleteProperty(factBodies, kind);
  onTestFinished(() => void learn());
  return {
    earlierApp: async (use: () => Promise<void>): Promise<void> => {
      forget();
      await use().finally(learn);
    },
    knowingTicks: ({ app }: Pick<Server, 'app'>): Pick<Server, 'app'> => {
      const request: typeof app.request = async (...asked) => {
        learn();
        return Promise.resolve(app.request(...asked)).finally(forget);
      };
      return { app: Object.assign(Object.create(app), { request }) };
    },
  };
}

/** The texts of all ticks a server has stored. */
async function ticksOn(server: Server): Promise<readonly string[]> {
  const rows = await server.engine.db.selectFrom('fact').select('text').where('kind', '=', 'checklist.ticked').execute();
  return rows.map(({ text }) => text);
}

async function count(tablet: Tablet, id: string, heads: number): Promise<void> {
  okOf(await tablet.device.act.count(id, '6-11', heads, 'many'));
}

async function deliver(...tablets: readonly Tablet[]): Promise<void> {
  for (const tablet of tablets) okOf(await tablet.device.sync.deliverNow());
}

async function shown(tablet: Tablet, id: string) {
  return (await session(tablet.device.store, id))?.totals.heads['6-11'] ?? 0;
}

/** Every row of a store, to be put into another: a device's storage as an image. */
async function imageOf(store: Store) {
  return Promise.all(everyTable.map(async (name) => ({ name, rows: await store[name].toArray() })));
}

async function putImage(store: Store, image: Awaited<ReturnType<typeof imageOf>>): Promise<void> {
  for (const { name, rows } of image) {
    await store.dexie.table(name).clear();
    await store.dexie.table(name).bulkAdd(rows);
  }
}

describe('a restored server', () => {
  for (const epoch of ['a new epoch', 'the same epoch'] as const) {
    test(`[S20] [I18] with ${epoch} gets back what devices hold, their own facts and copies of others'`, async () => {
      const machine = await aRestorableServer();
      const first = await machine.open();
      const desktop = await aDesktop(first);
      const [one, two] = [await anEnrolledTablet(first, desktop, 1), await anEnrolledTablet(first, desktop, 2)];
      const { id } = okOf(await one.device.act.startNewSession({ date: '2026-11-02', title: 'Storytime' }));
      await count(one, id, 1);
      await deliver(one, two, desktop);

      const second = await machine.backUp(first);
      for (const tablet of [one, two, desktop]) tablet.connect(second);
      await count(one, id, 10);
      okOf(await one.device.act.changeSession(id, { notes: 'after the backup' }));
      await deliver(one, two, desktop);
      await count(two, id, 100);
      await deliver(two, one);

      const third = await machine.restore(second, epoch);
      for (const tablet of [two, desktop]) tablet.connect(third);
      // Tablet one is gone for good: what it had delivered lives on in the others' copies.
      await deliver(two, desktop, two);
      for (const tablet of [two, desktop]) {
        expect(await shown(tablet, id)).toBe(111);
        expect((await session(tablet.device.store, id))?.values.notes).toBe('after the backup');
        expect(await delivery(tablet.device.store)).toMatchObject({ waiting: 0, attention: 0, healing: false, filling: null });
      }
      const fresh = await anEnrolledTablet(third, desktop, 9);
      expect((await session(fresh.device.store, id))?.totals.heads).toEqual({ '6-11': 111 });
      expect(await session(fresh.device.store, id)).toEqual(await session(two.device.store, id));
    });
  }

  test('[S52] [I18] [I8] put back with its whole folder and written to by a device that knew nothing of what was lost', async () => {
    const machine = await aRestorableServer();
    const first = await machine.open();
    const desktop = await aDesktop(first);
    const [one, two] = [await anEnrolledTablet(first, desktop, 1), await anEnrolledTablet(first, desktop, 2)];
    const { id } = okOf(await one.device.act.startNewSession({ date: '2026-11-02', title: 'Storytime' }));
    await deliver(one, two, desktop);

    const second = await machine.backUp(first);
    for (const tablet of [one, two]) tablet.connect(second);
    await count(one, id, 10);
    await deliver(one, two);

    // The numbers that were lost, and more, go to others; two's cursor is not ahead, and none of its own facts is missing.
    const third = await machine.restore(second, 'the same epoch');
    for (const tablet of [two, desktop]) tablet.connect(third);
    for (const heads of [100, 1_000, 4_000]) await count(desktop, id, heads);
    await deliver(desktop, two, desktop);
    for (const tablet of [two, desktop]) {
      expect(await shown(tablet, id)).toBe(5_110);
      expect(await delivery(tablet.device.store)).toMatchObject({ waiting: 0, attention: 0, healing: false, filling: null });
    }
    expect(await session(two.device.store, id)).toEqual(await session(desktop.device.store, id));
    const before = requestsTo(two, paths.offer);
    await deliver(two, desktop, two);
    expect(requestsTo(two, paths.offer)).toBe(before);
  });

  test('[S20] [I18] a tablet that the restored server no longer knows, enrolled again, gives back what it had delivered', async () => {
    const machine = await aRestorableServer();
    const first = await machine.open();
    const desktop = await aDesktop(first);
    const second = await machine.backUp(first);
    desktop.connect(second);
    const tablet = await anEnrolledTablet(second, desktop, 1);
    const { id } = okOf(await tablet.device.act.startNewSession({ date: '2026-11-02', title: 'Storytime' }));
    await count(tablet, id, 7);
    await deliver(tablet);

    const third = await machine.restore(second, 'a new epoch');
    for (const one of [tablet, desktop]) one.connect(third);
    expect(problemOf(await tablet.device.sync.deliverNow()).code).toBe('not-enrolled');
    const { code } = okOf(await desktop.device.access.invite('staff'));
    okOf(await tablet.device.access.enroll(code, 'Tablet 1'));
    await deliver(tablet, desktop);
    expect((await session(desktop.device.store, id))?.totals.heads).toEqual({ '6-11': 7 });
  });

  test('[S20] [I15] what a restored server had held aside it is given once more, and holds aside again', async () => {
    const machine = await aRestorableServer();
    const first = await machine.open();
    const desktop = await aDesktop(first);
    const tablet = await anEnrolledTablet(first, desktop, 1);
    const second = await machine.backUp(first);
    tablet.connect(second);
    const { store, act } = tablet.device;
    // As a staff device this one may not write outlets; a screen that forgot to ask let it through.
    const { identity: who, ...rest } = await self(store);
    if (who === null) throw new Error('enrolled');
    await store.self.put({ ...rest, identity: { ...who, level: 'coordinator' } });
    okOf(await act.changeOutlet(null, { name: 'Bookmobile', kind: 'bookmobile' }));
    await deliver(tablet);
    const before = await self(store);
    expect(before.attention).toBe(1);

    const third = await machine.restore(second, 'a new epoch');
    for (const one of [tablet, desktop]) one.connect(third);
    await deliver(tablet);
    expect(okOf(await desktop.device.access.quarantine(null)).held.map((held) => held.code)).toEqual(['fact-not-allowed']);
    expect(await self(store)).toMatchObject({ attention: 1, again: 0, stored: before.stored });
  });

  test('[S20] [S57] what a partner prepared comes back from staff’s devices, though it is no device of theirs that made it', async () => {
    const machine = await aRestorableServer();
    const first = await machine.open();
    const office = await aLibrary(first);
    await office.push([
      office.maker.make('sealing-key.changed', 'KEY000000001', { set: { publicKey: 'B'.repeat(87), retired: false }, base: {} }),
      office.maker.make('partner.changed', 'PARTNER00001', { set: { name: 'Lincoln School' }, base: {} }),
      office.maker.changeSession('SESSION00001', { date: '2026-11-09', topic: 'class_visit', partners: ['PARTNER00001'] }),
    ]);
    const school = await aPartnersBrowser(first, office, 'PARTNER00001');
    const { code } = await office.browser.post<{ code: string }>(paths.invites, { role: 'staff' });
    const tablet = aTablet(first, 1);
    okOf(await tablet.device.access.enroll(code, 'Tablet 1'));
    await deliver(tablet);
    const second = await machine.backUp(first);
    tablet.connect(second);
    const made = school.maker.make('sign-up.taken', 'SESSION00001', preparedBody('PARTNER00001'), { staff: null });
    const asking = { device: school.identity.device, request: 'ASK1', session: 'SESSION00001', facts: [made.sent] };
    expect(await aBrowser(second, school.browser.cookies).post(paths.prepared, asking)).toMatchObject({ prepared: 1 });
    await deliver(tablet);

    const third = await machine.restore(second, 'a new epoch');
    tablet.connect(third);
    await deliver(tablet);
    const rows = await third.engine.db.selectFrom('fact').select('id').where('kind', '=', 'sign-up.taken').execute();
    expect(rows).toEqual([{ id: made.fact.id }]);
    expect(await third.engine.db.selectFrom('held').select('id').execute()).toEqual([]);
    expect(await aBrowser(third, school.browser.cookies).post(paths.prepared, asking)).toMatchObject({ prepared: 1 });
  });

  test('[S20] [I14] a tablet with a season behind it gives it back in parts, each written in one go', async () => {
    const machine = await aRestorableServer();
    const first = await machine.open();
    const desktop = await aDesktop(first);
    const one = await anEnrolledTablet(first, desktop, 1);
    const second = await machine.backUp(first);
    one.connect(second);
    const { id } = okOf(await one.device.act.startNewSession({ date: '2026-11-02', title: 'Storytime' }));
    const refs = Array.from({ length: 1_205 }, (_, at) => ({ session: id, target: String(at).padStart(22, 'A') }));
    okOf(await (await one.device.act.followUp()).followSignUps(refs, 'entered'));
    await deliver(one);

    const third = await machine.restore(second, 'a new epoch');
    one.connect(third);
    await deliver(one);
    const offered = one.network.asked.filter(({ path }) => path === paths.offer).map(({ body }) => JSON.parse(body).ids.length);
    expect(offered.reduce((sum: number, ids: number) => sum + ids, 0)).toBeGreaterThan(1_205);
    expect(Math.max(...offered)).toBeLessThanOrEqual(1_000);
    expect(await delivery(one.device.store)).toMatchObject({ waiting: 0, healing: false, filling: null });
    const rows = await third.engine.db.selectFrom('fact').select('id').where('kind', '=', 'sign-up.followed').execute();
    expect(rows).toHaveLength(1_205);
  });

  test('[S20] a device that has a copy twice, from two fillings, gives it back once', async () => {
    const machine = await aRestorableServer();
    const first = await machine.open();
    const desktop = await aDesktop(first);
    const [one, two] = [await anEnrolledTablet(first, desktop, 1), await anEnrolledTablet(first, desktop, 2)];
    const second = await machine.backUp(first);
    for (const tablet of [one, two]) tablet.connect(second);
    const { id } = okOf(await one.device.act.startNewSession({ date: '2026-11-02', title: 'Storytime' }));
    await deliver(one, two);
    const { copies } = two.device.store;
    const [copy] = await copies
      .where('[subject+fill+place]')
      .between([`session/${id}`], [`session/${id}/`])
      .toArray();
    if (copy === undefined) throw new Error('it has come');
    await copies.add({ ...copy, fill: copy.fill + 1, place: copy.place + 100 });

    const third = await machine.restore(second, 'a new epoch');
    two.connect(third);
    await deliver(two);
    desktop.connect(third);
    const fresh = await anEnrolledTablet(third, desktop, 9);
    expect((await session(fresh.device.store, id))?.values.title).toBe('Storytime');
  });

  test('[S20] gets back from a tablet with an earlier app what that app cannot read, byte for byte', async () => {
    const machine = await aRestorableServer();
    const first = await machine.open();
    const desktop = await aDesktop(first);
    const [newer, earlier] = [await anEnrolledTablet(first, desktop, 1), await anEnrolledTablet(first, desktop, 2)];
    const { id } = okOf(await newer.device.act.startNewSession({ date: '2026-11-02' }));
    await deliver(newer, earlier);
    const second = await machine.backUp(first);
    newer.connect(second);
    const ticks = okOf(await newer.device.act.tick(id, 'count', true)).length;
    expect(ticks).toBe(1);
    await deliver(newer);
    const before = await ticksOn(second);
    const apps = appsWithoutTicks();
    earlier.connect(apps.knowingTicks(second));
    await apps.earlierApp(() => deliver(earlier));

    const third = await machine.restore(second, 'a new epoch');
    expect(await ticksOn(third)).toEqual([]);
    earlier.connect(apps.knowingTicks(third));
    await apps.earlierApp(() => deliver(earlier));
    expect(await ticksOn(third)).toEqual(before);
    expect(before).toHaveLength(1);
    expect(await delivery(earlier.device.store)).toMatchObject({ waiting: 0, attention: 0, healing: false });
  });

  test('[S31] [I8] a fact that another device gave back first has its new number on the device that made it, too', async () => {
    const machine = await aRestorableServer();
    const first = await machine.open();
    const desktop = await aDesktop(first);
    const [one, two] = [await anEnrolledTablet(first, desktop, 1), await anEnrolledTablet(first, desktop, 2)];
    const { id } = okOf(await one.device.act.startNewSession({ date: '2026-11-02', title: 'Storytime' }));
    await deliver(one, two, desktop);
    const second = await machine.backUp(first);
    for (const tablet of [one, two]) tablet.connect(second);
    okOf(await one.device.act.changeSession(id, { notes: 'after the backup' }));
    await deliver(one, two);
    const before = (await session(one.device.store, id))?.fields['notes']?.current;

    const third = await machine.restore(second, 'a new epoch');
    for (const tablet of [one, two]) tablet.connect(third);
    await count(two, id, 1); // arrives before anything is given back, and takes the number
    await deliver(two, one, two);
    const after = (await session(one.device.store, id))?.fields['notes']?.current;
    expect(after?.seq).toBeGreaterThan(before?.seq ?? 0);
    expect(await session(one.device.store, id)).toEqual(await session(two.device.store, id));
  });

  test('[S20] a device stopped in the middle of healing goes on where it was', async () => {
    const machine = await aRestorableServer();
    const first = await machine.open();
    const desktop = await aDesktop(first);
    const one = await anEnrolledTablet(first, desktop, 1);
    const second = await machine.backUp(first);
    for (const tablet of [one, desktop]) tablet.connect(second);
    const { id } = okOf(await one.device.act.startNewSession({ date: '2026-11-02' }));
    for (let at = 0; at < 5; at++) await count(one, id, 1);
    await deliver(one);

    const third = await machine.restore(second, 'a new epoch');
    for (const tablet of [one, desktop]) tablet.connect(third);
    one.network.break(paths.offer, lostAnswer);
    one.network.break(paths.push, lostAnswer);
    expect(problemOf(await one.device.sync.deliverNow()).code).toBe('server-unreachable');
    expect((await delivery(one.device.store)).healing).toBe(true);
    expect(problemOf(await one.device.sync.deliverNow()).code).toBe('server-unreachable');
    await count(one, id, 1);
    await deliver(one, desktop);
    expect(await shown(desktop, id)).toBe(6);
    expect(await delivery(one.device.store)).toMatchObject({ waiting: 0, healing: false, delivered: 8, total: 8 });
  });

  test('[S28] [I26] what was erased since the backup does not come back', async () => {
    const machine = await aRestorableServer();
    const first = await machine.open();
    const desktop = await aDesktop(first);
    const [one, two] = [await anEnrolledTablet(first, desktop, 1), await anEnrolledTablet(first, desktop, 2)];
    const { id } = okOf(await one.device.act.startNewSession({ date: '2026-11-02' }));
    const erased = okOf(await one.device.act.count(id, '6-11', 5, 'many')).fact?.id ?? '';
    await count(one, id, 1);
    await deliver(one, two);
    const { library = '' } = (await identity(one.device.store)) ?? {};
    await first.services.storage.sync.erase(library, [erased], new Date(startOfTests));
    await deliver(one, two, one);
    for (const tablet of [one, two]) {
      expect(await shown(tablet, id)).toBe(1);
      expect(JSON.stringify(await imageOf(tablet.device.store))).not.toContain(erased);
    }
    expect(requestsTo(one, paths.offer)).toBe(0);
  });
});

test('[S20] [S28] [I18] [I26] an operator backs up, erases and restores; devices that went on working heal the server, and erased stays erased', async () => {
  const machine = await aRestorableServer();
  const first = await machine.open();
  const desktop = await aDesktop(first);
  const [one, two] = [await anEnrolledTablet(first, desktop, 1), await anEnrolledTablet(first, desktop, 2)];
  const { id } = okOf(await one.device.act.startNewSession({ date: '2026-11-02' }));
  const before = okOf(await one.device.act.count(id, '6-11', 3, 'many')).fact?.id ?? '';
  await count(one, id, 1);
  await deliver(one, two, desktop);
  const backup = join(machine.settings.DATA_DIR, '..', 'backup.gz');
  expect(await wayside(machine.settings, 'backup', backup)).toMatchObject({ code: 0, err: '' });
  await count(one, id, 10);
  const after = okOf(await one.device.act.count(id, '6-11', 5, 'many')).fact?.id ?? '';
  await deliver(one, two); // both hold both, when they are erased
  expect(await wayside(machine.settings, 'erase', before, after)).toMatchObject({ code: 0, err: '' });
  await deliver(desktop); // the only one to hear of it in time

  for (const [epoch, heads] of [
    ['after the first restore', 100],
    ['after the second', 1_000],
  ] as const) {
    const running = epoch === 'after the first restore' ? first : await machine.open();
    await running.close();
    await count(two, id, heads); // no server, no matter
    expect(await wayside(machine.settings, 'restore', backup, '--replace', 'yes')).toMatchObject({ code: 0, err: '' });
    const server = await machine.open();
    for (const tablet of [one, two, desktop]) tablet.connect(server);
    await deliver(two, one, desktop, two, one, desktop);
    const expected = heads === 100 ? 111 : 1_111;
    for (const tablet of [one, two, desktop]) {
      expect(await shown(tablet, id)).toBe(expected);
      expect(await delivery(tablet.device.store)).toMatchObject({ waiting: 0, attention: 0, healing: false });
      const image = JSON.stringify(await imageOf(tablet.device.store));
      expect([before, after].filter((erased) => image.includes(erased))).toEqual([]);
    }
    const texts = await server.engine.db.selectFrom('fact').select('id').execute();
    expect(texts.filter((fact) => [before, after].includes(fact.id))).toEqual([]);
    await server.close();
    expect((await wayside(machine.settings, 'export')).out).toContain(`,${expected},`);
  }
});

describe('clones and old copies', () => {
  async function aFleet() {
    const server = await aServer();
    const desktop = await aDesktop(server);
    const one = await anEnrolledTablet(server, desktop, 1);
    const { id } = okOf(await one.device.act.startNewSession({ date: '2026-11-02' }));
    await count(one, id, 1);
    await deliver(one);
    return { server, desktop, one, id };
  }

  test('[S7] [I17] two tablets from one image: both branches arrive, and each goes on under an incarnation of its own', async () => {
    const { server, desktop, one, id } = await aFleet();
    const clone = aTablet(server, 50);
    clone.adopt(one);
    await putImage(clone.device.store, await imageOf(one.device.store));
    await count(one, id, 10);
    await count(clone, id, 100);
    await deliver(one, clone, one, clone, one);
    const [a, b] = [await identity(one.device.store), await identity(clone.device.store)];
    expect(a?.device).toBe(b?.device);
    expect(a?.incarnation).not.toBe(b?.incarnation);
    await count(one, id, 1_000);
    await count(clone, id, 2_000);
    await deliver(one, clone, one, desktop);
    for (const tablet of [one, clone, desktop]) expect(await shown(tablet, id)).toBe(3_111);
    expect(okOf(await desktop.device.access.devices()).filter((row) => row.forkedAt !== null)).toHaveLength(1);
  });

  test('[S7] [I17] a tablet put back to last week loses nothing: what it had delivered comes back, what it does next arrives', async () => {
    const { desktop, one, id } = await aFleet();
    const image = await imageOf(one.device.store);
    await count(one, id, 10);
    await deliver(one);
    await putImage(one.device.store, image);
    await count(one, id, 100);
    await deliver(one, one, desktop);
    expect(await shown(one, id)).toBe(111);
    expect(await shown(desktop, id)).toBe(111);
    expect(await delivery(one.device.store)).toMatchObject({ waiting: 0, attention: 0 });
    await count(one, id, 1_000);
    await deliver(one, desktop);
    expect(await shown(desktop, id)).toBe(1_111);
    expect((await self(one.device.store)).number).toBe(1);
  });
});
