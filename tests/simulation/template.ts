// Made once a process, copied for every seed: a server with a library that is set up (accounts take a second), a second library, and the disks
// of a coordinator's desktop, two enrolled tablets and a tablet of the other library. All by the real routes and actions.

import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Device } from '../../src/device/device.ts';
import { saveOurs } from '../../src/device/store/save-ours.ts';
import { editOf } from '../../src/device/store/draft.ts';
import { ok, type Result } from '../../src/domain/problem.ts';
import { longId } from '../../src/protocol/ids.ts';
import { makeCode } from '../../src/server/routes/enroll.ts';
import { randomBytesFrom } from '../support/random.ts';
import { alice } from '../support/cast.ts';
import { chanceFrom } from './chance.ts';
import { createCounts } from './counts.ts';
import { postgresDatabase, sqliteDatabase } from './database.ts';
import type { DiskImage } from './disk.ts';
import { createLoop, type Loop } from './loop.ts';
import { createNetwork } from './network.ts';
import { enter } from './prelude.ts';
import { openHost } from './server-host.ts';
import { createTablet, type Tablet } from './tablet.ts';

export interface SavedTablet {
  readonly image: DiskImage;
  readonly cookies: ReadonlyMap<string, string>;
}

export interface Template {
  readonly folder: string;
  /** Its database's name on PostgreSQL; null on SQLite, where it lies in the folder. */
  readonly database: string | null;
  readonly library: string;
  readonly otherLibrary: string;
  readonly desktop: SavedTablet;
  readonly tablets: readonly SavedTablet[];
  readonly foreign: SavedTablet;
  /** Pairs of keys a library may seal to; the first is in use. */
  readonly keys: readonly { readonly id: string; readonly publicKey: string }[];
  /** Texts of all facts that its server holds. */
  readonly facts: readonly string[];
  /** True time at its end. */
  readonly at: number;
}

/** Made once and for all: in every process the same, because their ids decide in which order a device is filled. */
const keys: Template['keys'] = [
  { id: 'b8tCq6uEvrON92pSf7saJd', publicKey: 'BPhdUg6Erww5CR3-W2hxpfOGhf8zoTBl4tnB6El9H9gcMnJhmORzW5zlLIiOSyuTpnn4nBOPqcGV72e4rYBKlxA' },
  { id: 'mRX0M1LzoTs5swdyYq75uE', publicKey: 'BE-kLVnxgsSzW7J3wxqhbo1snsb6-4p-x-4J0n5ZNc_x-YGNHqeM5glhZ8ceVTRr38UWenBA0VcheqkaW-0rK-0' },
  { id: '7gzeL29DfXu-xuyGrC4k18', publicKey: 'BJMl6kaI_rdqZKiY7KmsVPLLrIfdY5vWhlAM9pLH0nHfJ96Yp9tjNNz3nz0baJFzFm_gxFYjf6CMm9d_-kIJFnc' },
];

export const startOfTime = Date.parse('2026-11-02T14:00:00.000Z');

export async function makeTemplate(base: string, postgresUrl: string | null): Promise<Template> {
  await loadLateParts();
  const chance = chanceFrom(1);
  const loop = createLoop(startOfTime, chance.draw, null);
  const leave = enter(loop);
  const empty = mkdtempSync(join(base, 'empty-'));
  const name = postgresUrl === null ? null : `simulation_${process.pid}`;
  const database = postgresUrl === null || name === null ? sqliteDatabase(base) : await postgresDatabase(postgresUrl, name, null);
  const opened = openHost({
    loop,
    base,
    template: empty,
    database,
    random: randomBytesFrom(1),
    log: () => {},
    page: () => 500,
    watch: async () => {},
    struck: () => {},
  });
  const host = await opened;
  const network = createNetwork(
    loop,
    chance,
    createCounts(() => {}),
    host.serve,
  );
  network.calm = true;
  const make = (name: string, seed: number) => createTablet({ loop, chance, network, name, seed, committed: () => {} });
  const during = async <Value>(work: (device: Device) => Promise<Result<Value>>, tablet: Tablet): Promise<Value> => {
    const page = tablet.pages[0] ?? tablet.openPage();
    return finished(
      loop,
      loop.as(page.source, () => work(page.device)),
    );
  };

  const desktop = make('desktop', 11);
  const { library } = await during(({ access }) => access.setUp({ code: null, coordinator: alice, deviceName: 'Office desktop' }), desktop);
  const [key] = keys;
  if (key === undefined) throw new Error('a library has a key');
  await during(({ act }) => act.changeLibrary({ name: 'Seed County Library', timeZone: 'UTC' }), desktop);
  await during((device) => saveKey(device, key, false), desktop);
  await during(({ sync }) => sync.deliverNow(), desktop);
  for (const [name] of desktop.cookies) if (name !== 'wayside-device') desktop.cookies.delete(name);

  const tablets = [make('t1', 21), make('t2', 22)];
  for (const tablet of tablets) {
    const { code } = await during(({ access }) => access.invite('staff'), desktop);
    await during(({ access }) => access.enroll(code, tablet.name), tablet);
    await during(({ sync }) => sync.deliverNow(), tablet);
  }
  const server = host.server();
  const otherLibrary = longId(server.services.random);
  await server.services.storage.libraries.add(otherLibrary, new Date(loop.now()));
  const { code } = await makeCode(server.services, otherLibrary, 'coordinator');
  const foreign = make('foreign', 31);
  await during(({ access }) => access.enroll(code, 'Another library'), foreign);
  await during((device) => saveKey(device, key, false), foreign);
  await during(({ sync }) => sync.deliverNow(), foreign);

  const saved = (tablet: Tablet): SavedTablet => ({ image: tablet.disk.image(), cookies: new Map(tablet.cookies) });
  const template: Template = {
    folder: host.folder(),
    database: name,
    library,
    otherLibrary,
    desktop: saved(desktop),
    tablets: tablets.map(saved),
    foreign: saved(foreign),
    keys,
    facts: (await server.engine.db.selectFrom('fact').select('text').execute()).map(({ text }) => text),
    at: loop.now() + 1_000,
  };
  for (const tablet of [desktop, ...tablets, foreign]) tablet.losePower();
  await host.close();
  leave();
  return template;
}

/** The library's sealing key as the coordinator's device writes it, without the seconds that wrapping its private half takes. */
export function saveKey({ store }: Device, { id, publicKey }: { readonly id: string; readonly publicKey: string }, retired: boolean) {
  const subject = { type: 'sealing-key', id } as const;
  return saveOurs(store, {
    subjects: [subject],
    plan: (seen) => ok(editOf(seen.record('sealing-key', id), subject, { publicKey, retired })),
  });
}

async function finished<Value>(loop: Loop, work: Promise<Result<Value>>): Promise<Value> {
  const state: { result: Result<Value> | null; failed: unknown } = { result: null, failed: null };
  work.then(
    (result) => {
      state.result = result;
    },
    (error: unknown) => {
      state.failed = error;
    },
  );
  await loop.run({ until: loop.now() + 600_000, done: () => state.result !== null || state.failed !== null });
  if (state.result?.ok === true) return state.result.value;
  throw new Error(
    `the template could not be made: ${JSON.stringify(state.result?.ok === false ? state.result.problem : String(state.failed))}`,
  );
}

/** What a page loads late it would load from files, at a time of its own. */
async function loadLateParts(): Promise<void> {
  await Promise.all([
    import('../../src/device/actions/access.ts'),
    import('../../src/device/actions/follow-up.ts'),
    import('../../src/device/actions/hand-outs.ts'),
    import('../../src/device/actions/loans.ts'),
    import('../../src/device/actions/places.ts'),
    import('../../src/device/actions/sign-ups.ts'),
    import('../../src/device/actions/workshops.ts'),
    import('../../src/device/store/make-room.ts'),
    import('../../src/device/sync/engine.ts'),
    import('../../src/device/store/rescue-file.ts'),
    import('../../src/device/seal/hpke.ts'),
  ]);
}
