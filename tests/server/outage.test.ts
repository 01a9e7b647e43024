// PostgreSQL is killed under a running server: devices are told to come again, the server goes on by itself, and takes its hold on the
// database again, so that nobody restores a backup under it.

import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import type { HelloAnswer } from '../../src/protocol/access.ts';
import { paths } from '../../src/protocol/paths.ts';
import { isBusy, openPostgres } from '../../src/server/storage/dialects.ts';
import { startPostgres } from '../support/embedded-postgres.ts';
import { aDevice, aLibrary, aServer, pullAll, type TestDevice } from '../support/server.ts';

test('[S4] [S23] while PostgreSQL is gone pushes are answered server-busy, afterwards they are stored, each fact once', async () => {
  const { postgres, server } = await aServerOnItsOwnPostgres();
  const desktop = await aLibrary(server);
  const devices: TestDevice[] = [];
  for (let at = 0; at < 8; at++) devices.push(await aDevice(server, desktop));
  const state = { ending: false, busy: 0 };
  const others = new Set<string>();
  const delivering = devices.map(async (device) => {
    const receipted: string[] = [];
    while (!state.ending) {
      const made = device.maker.count('S1', '6-11', 1);
      for (let stored = false; !stored; ) {
        const { receipts, problem } = await device.push([made]);
        stored = receipts?.[0]?.state === 'stored';
        if (problem?.code === 'server-busy') state.busy += 1;
        else if (problem !== undefined) others.add(problem.code);
      }
      receipted.push(made.sent.text);
    }
    return receipted;
  });
  for (let kill = 0; kill < 2; kill++) {
    const goal = state.busy + 20;
    postgres.kill();
    while (state.busy < goal) await delay(5);
    await postgres.startAgain();
  }
  state.ending = true;
  const receipted = (await Promise.all(delivering)).flat();
  expect([...others]).toEqual([]);
  const { facts } = await pullAll(desktop);
  expect([...facts.values()].sort()).toEqual(receipted.sort());
});

test('[S23] a transaction that loses its database half-way counts as busy, to be tried again', async () => {
  const { postgres, server } = await aServerOnItsOwnPostgres();
  const broken: unknown = await server.engine
    .write(async (tx) => {
      await sql`select 1`.execute(tx);
      postgres.kill();
      for (;;) await sql`select 1`.execute(tx);
    })
    .catch((error: unknown) => error);
  expect(broken).toSatisfy((error) => error instanceof Error && isBusy(error));
  await postgres.startAgain();
});

test('a server holds its database again after an outage', async () => {
  const { postgres, server } = await aServerOnItsOwnPostgres();
  const letGo = await server.engine.hold('serve');
  postgres.kill();
  await postgres.startAgain();
  const holds = async () =>
    (await sql`select 1 from pg_locks where locktype = 'advisory' and granted`.execute(server.engine.db)).rows.length;
  await expect.poll(() => holds().catch(() => 0), { timeout: 30_000 }).toBe(1); // the first may meet connections that are dead
  expect(await server.engine.hold('alone')).toBeNull();
  await letGo?.();
  const alone = await server.engine.hold('alone');
  expect(alone).not.toBeNull();
  await alone?.();
});

test('[S19] a server under which a backup was restored while it had lost its hold announces the new epoch', async () => {
  const { postgres, server } = await aServerOnItsOwnPostgres();
  const desktop = await aLibrary(server);
  await server.start();
  const { server: before } = await desktop.browser.get<HelloAnswer>(paths.hello);
  const operator = openPostgres(postgres.url, () => undefined);
  onTestFinished(operator.close);
  const lose = () =>
    sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database is not null`.execute(operator.db);
  let alone: Awaited<ReturnType<typeof operator.hold>> = null;
  while (alone === null) {
    await lose(); // the server takes it again a second later, when it is free
    alone = await operator.hold('alone');
  }
  await operator.db.updateTable('server').set({ epoch: 'ANOTHER00001' }).execute();
  await alone();
  const announced = async () => (await desktop.browser.get<Partial<HelloAnswer>>(paths.hello)).server;
  await expect.poll(announced, { timeout: 30_000 }).toEqual({ id: before.id, epoch: 'ANOTHER00001' });
  expect((await desktop.push([])).server.epoch).toBe('ANOTHER00001');
  expect(server.logged).toContain('A backup was restored meanwhile: devices will bring back what it lacks.');
});

async function aServerOnItsOwnPostgres() {
  const postgres = await startPostgres({ durable: true });
  onTestFinished(postgres.stop);
  return { postgres, server: await aServer({ config: { databaseUrl: postgres.url } }) };
}
