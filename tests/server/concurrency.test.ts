// Many at once: no reader misses a number, no crowd loses or doubles a fact. On PostgreSQL through several server processes' pools.

import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Tx } from '../../src/server/storage/dialects.ts';
import { insertFacts, lockSequence } from '../../src/server/storage/insert-facts.ts';
import { migrations } from '../../src/server/storage/migrate.ts';
import { aDatabase, engines } from '../support/databases.ts';
import { migrationsAfter } from '../support/releases.ts';
import {
  aBrowser,
  aDevice,
  aLibrary,
  anotherLibrary,
  aServer,
  deviceWith,
  pullAll,
  startOfTests,
  type TestDevice,
  type TestServer,
} from '../support/server.ts';

const writers = 20;
const rounds = 5;

describe.each(engines)('many at once on %s', (engine) => {
  test('[S10] twenty writers and a poller: nothing is missed, numbers become visible in order', async () => {
    const databaseUrl = await aDatabase(engine);
    const servers: TestServer[] = [];
    for (const seed of engine === 'postgres' ? [1, 2, 3] : [1]) servers.push(await aServer({ config: { databaseUrl }, seed }));
    const [first] = servers;
    if (first === undefined) throw new Error('there is a server');
    const desktop = await aLibrary(first);
    const devices: TestDevice[] = [];
    for (let at = 0; at < writers; at++) {
      const { browser, identity } = await aDevice(first, desktop);
      devices.push(deviceWith(aBrowser(servers[at % servers.length] ?? first, browser.cookies), identity));
    }
    const { cursor } = await pullAll(desktop);
    const all = writers * rounds * 3;
    const state = { writing: true };
    const polledMeanwhile = Promise.withResolvers<void>();
    const written = Promise.all(
      devices.map(async (device) => {
        for (let round = 0; round < rounds; round++) {
          if (round === rounds - 1) await polledMeanwhile.promise; // however slow the poller is
          await device.push(Array.from({ length: 3 }, () => device.maker.count(`S${round}`, '6-11', 1)));
        }
      }),
    ).finally(() => {
      state.writing = false;
    });
    const seen: number[] = [];
    let position = cursor;
    for (let last = false, polls = 1; !last; polls++) {
      last = !state.writing; // once more after the last write, and that is all
      const news = await pullAll(desktop, position);
      seen.push(...news.facts.keys());
      position = news.cursor;
      if (polls === 2) polledMeanwhile.resolve();
      await nextTurn(); // as a poller on a network would leave one to the writers
    }
    await written;
    expect(seen).toEqual(Array.from({ length: all }, (_, at) => at + 1));
  });

  test('[I28] a crowd of devices that come back at once: every fact once, no error', async () => {
    const server = await aServer({ engine });
    const crowd = engine === 'sqlite' ? 200 : 60;
    const desktop = await aLibrary(server);
    const devices: TestDevice[] = [];
    for (let at = 0; at < crowd; at++) devices.push(await aDevice(server, desktop));
    const { cursor } = await pullAll(desktop);
    const answers = await Promise.all(
      devices.map((device, at) =>
        device.push(
          Array.from({ length: 20 }, () => device.maker.count(`S${at % 9}`, '6-11', 1)),
          { cursor },
        ),
      ),
    );
    const seqs = answers.flatMap(({ receipts }) => receipts.map((receipt) => (receipt.state === 'stored' ? receipt.seq : 0)));
    expect(seqs.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 * crowd }, (_, at) => at + 1));
    expect((await pullAll(desktop, cursor)).facts.size).toBe(20 * crowd);
    expect(server.logged).toEqual([]);
  });

  test('one failing push does not take those with it that share its transaction', async () => {
    const server = await aServer({ engine });
    const desktop = await aLibrary(server);
    const device = await aDevice(server, desktop);
    const { sync } = server.services.storage;
    const asking = {
      device: {
        id: device.identity.device,
        library: device.identity.library,
        name: 'T',
        level: 'staff' as const,
        partner: null,
        revoked: false,
      },
      incarnation: device.identity.incarnation,
      health: { app: 't', at: '2026-11-02T14:00:00.000Z', unsent: 0, oldestUnsentAt: null, attention: 0, persisted: null },
      now: new Date(),
    };
    const good = [0, 1, 2].map(() => device.maker.count('S1', '6-11', 1).sent);
    const results = await Promise.allSettled([
      sync.push(asking, good.slice(0, 1)),
      sync.push(asking, good.slice(1, 2)),
      sync.push({ ...asking, now: new Date(Number.NaN) }, good.slice(0, 1)),
      sync.push(asking, good.slice(2)),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect((await pullAll(desktop)).facts.size).toBe(3);
  });
});

test('[S4] PostgreSQL ends one of two transactions that wait for each other: it is done again, and both have happened once', async () => {
  const server = await aServer({ engine: 'postgres' });
  const names = ['A', 'B'];
  for (const name of names) await server.services.storage.libraries.add(name, new Date(server.clock.now));
  const bothHaveOne = Promise.withResolvers<void>();
  const oneIsDone = Promise.withResolvers<void>();
  const state = { runs: 0, haveOne: 0 };
  const countIn = (tx: Tx, name: string) =>
    tx
      .updateTable('library')
      .set((row) => ({ sequence: row('sequence', '+', 1) }))
      .where('id', '=', name)
      .execute();
  const inOrder = async (order: readonly string[]) => {
    await server.engine.write(async (tx) => {
      state.runs += 1;
      if (state.runs === 3) await oneIsDone.promise; // else the two may meet a second time
      await sql`set local deadlock_timeout = '10ms'`.execute(tx);
      for (const name of order) {
        await countIn(tx, name);
        state.haveOne += 1;
        if (state.haveOne === 2) bothHaveOne.resolve();
        await bothHaveOne.promise; // one that only had begun might come too late to be in the other's way
      }
    });
    oneIsDone.resolve();
  };
  await Promise.all([inOrder(names), inOrder(names.toReversed())]);
  expect(state.runs).toBe(3);
  const rows = await server.engine.db.selectFrom('library').select('sequence').where('id', 'in', names).execute();
  expect(rows).toEqual([{ sequence: 2 }, { sequence: 2 }]);
});

describe('a transaction that stays open on PostgreSQL', () => {
  test('[S10] one that has taken a number holds up the pushes of its library, no pull and no other library; nothing is skipped', async () => {
    const { server, desktop, device, cursor } = await stage();
    const stranger = await anotherLibrary(server);
    const late = desktop.maker.count('S1', '6-11', 1);
    const open = await held(server, async (tx) => {
      const { library } = desktop.identity;
      const seq = (await lockSequence(tx, library)) + 1;
      const { fact, sent } = late;
      const carrier = fact.device;
      await insertFacts(server.engine, tx, library, [{ ...sent, fact, seq, carrier, receivedAt: new Date(startOfTests).toISOString() }]);
      await tx.updateTable('library').set({ sequence: seq }).where('id', '=', library).execute();
    });
    const pushed = { done: false };
    const waiting = device.push([device.maker.count('S1', '6-11', 1)]).then((answer) => {
      pushed.done = true;
      return answer;
    });
    expect((await stranger.push([stranger.maker.count('S1', '6-11', 1)])).receipts).toMatchObject([{ state: 'stored', seq: 1 }]);
    const meanwhile = await pullAll(desktop, cursor);
    expect([meanwhile.facts.size, meanwhile.cursor.seq, pushed.done]).toEqual([0, cursor.seq, false]);
    await open.end();
    expect((await waiting).receipts).toMatchObject([{ state: 'stored', seq: cursor.seq + 2 }]);
    expect([...(await pullAll(await aDevice(server, desktop), meanwhile.cursor)).facts.keys()]).toEqual([cursor.seq + 1, cursor.seq + 2]);
  });

  test('[S4] a migration of a later release, while devices of this one push and pull: they wait, and all of it is there once', async () => {
    const { server, desktop, device, cursor } = await stage();
    const open = await held(server, async (tx) => {
      await server.engine.lockMigrations(tx);
      for (const table of ['fact', 'subject', 'library', 'incarnation', 'device'])
        await sql`alter table ${sql.table(table)} add column of_a_later_release text`.execute(tx);
    });
    const facts = Array.from({ length: 12 }, () => device.maker.count('S1', '6-11', 1));
    const pushes = facts.map((fact) => device.push([fact], { cursor }));
    const pulls = [1, 2, 3].map(() => pullAll(desktop, cursor));
    await open.end();
    const receipts = (await Promise.all(pushes)).flatMap((answer) => answer.receipts);
    expect(receipts.map((receipt) => receipt.state)).toEqual(facts.map(() => 'stored'));
    for (const { cursor: after } of await Promise.all(pulls)) expect(after.seq).toBeGreaterThanOrEqual(cursor.seq);
    const { facts: all } = await pullAll(await aDevice(server, desktop), cursor);
    expect([...all.values()].sort()).toEqual(facts.map(({ sent }) => sent.text).sort());
    expect(server.logged).toEqual([]);
  });

  async function stage() {
    const server = await aServer({ config: { databaseUrl: await aDatabase('postgres') } });
    const desktop = await aLibrary(server);
    const device = await aDevice(server, desktop);
    await desktop.push([desktop.maker.changeSession('S1', { date: '2026-11-02' })]);
    const { cursor } = await pullAll(desktop);
    return { server, desktop, device, cursor };
  }

  /** What `work` did is done and not committed, until it is ended. */
  async function held(server: TestServer, work: (tx: Tx) => Promise<void>): Promise<{ readonly end: () => Promise<void> }> {
    const gate = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const over = server.engine.write(async (tx) => {
      await work(tx);
      begun.resolve();
      await gate.promise;
    });
    over.catch(begun.reject);
    await begun.promise;
    return {
      end: async () => {
        gate.resolve();
        await over;
      },
    };
  }
});

describe('a server of this release and one of the next', () => {
  test('[I20] a migration that PostgreSQL ends, because it and a push wait for each other, is done again', async () => {
    const state = { runs: 0 };
    const up = async () => {
      state.runs += 1;
      if (state.runs === 1) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
    };
    await aServer({
      config: { databaseUrl: await aDatabase('postgres') },
      migrations: [...migrations, { name: '9000-of-a-later-release', up }],
    });
    expect(state.runs).toBe(2);
  });

  test('[I20] on one PostgreSQL: the next one migrates under pushes and pulls, both serve, and this one does not start again', async () => {
    const databaseUrl = await aDatabase('postgres');
    const here = await aServer({ config: { databaseUrl } });
    const desktop = await aLibrary(here);
    const { cursor } = await pullAll(desktop);
    const olders = [await aDevice(here, desktop), await aDevice(here, desktop)];
    const push = (device: TestDevice) => device.push([device.maker.count('S1', '6-11', 1)], { cursor });
    const [next, ...meanwhile] = await Promise.all([
      aServer({ config: { databaseUrl }, seed: 2, migrations: migrationsAfter(5) }),
      ...olders.flatMap((device) => [push(device), push(device)]),
      pullAll(desktop, cursor),
    ]);
    expect(meanwhile).toHaveLength(5);
    // Devices go to either, and one that was enrolled at the next is known here.
    const newcomer = await aDevice(next, deviceWith(aBrowser(next, desktop.browser.cookies), desktop.identity));
    const devices = [here, next].flatMap((server) =>
      [...olders, newcomer].map((device) => ({
        ...deviceWith(aBrowser(server, device.browser.cookies), device.identity),
        maker: device.maker,
      })),
    );
    const answers = await Promise.all(devices.flatMap((device) => [push(device), push(device)]));
    const states = answers.flatMap(({ receipts }) => receipts.map(({ state }) => state));
    expect(states).toEqual(devices.flatMap(() => ['stored', 'stored']));
    const all = [...(await pullAll(desktop, cursor)).facts.keys()];
    expect(all).toEqual(Array.from({ length: 16 }, (_, at) => cursor.seq + 1 + at));
    const there = deviceWith(aBrowser(next, desktop.browser.cookies), desktop.identity);
    expect([...(await pullAll(there, cursor)).facts]).toEqual([...(await pullAll(desktop, cursor)).facts]);
    expect([here.logged, next.logged]).toEqual([[], []]);
    await expect(aServer({ config: { databaseUrl }, seed: 3 })).rejects.toThrow('made by a newer Wayside (it has 9000-of-a-later-release)');
    expect((await push(newcomer)).receipts).toMatchObject([{ state: 'stored' }]);
  });
});
