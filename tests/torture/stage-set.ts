// Where torture takes place: a real server process that serves the built app and, beside it, the page that tortures it; a library with
// sessions of today and a sealing key, made over the server's own routes.

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { prepareSealingKey } from '../../src/device/seal/set-up.ts';
import { type Client, deliver, invite, setUpLibrary } from '../bench/client.ts';
import type { RandomBytes } from '../../src/protocol/ids.ts';
import type { ServerProcess } from '../bench/processes.ts';
import type { Stage } from '../bench/stage.ts';
import { aMaker, type MadeFact, type Maker } from '../support/facts.ts';
import { randomBytesFrom } from '../support/random.ts';

export interface StageSet {
  readonly server: ServerProcess;
  readonly dataDir: string;
  readonly date: string;
  readonly shared: string;
  /** For each tablet: the session on its screen, and one more of its own. */
  readonly own: readonly { readonly screen: string; readonly other: string }[];
  readonly maker: Maker;
  readonly invite: () => Promise<string>;
  /** From the coordinator's desktop. */
  readonly deliver: (facts: readonly MadeFact[]) => Promise<void>;
  /** Everything the coordinator's desktop has delivered. */
  readonly delivered: readonly MadeFact[];
}

export async function createStageSet(stage: Stage, tablets: number, seed: number): Promise<StageSet> {
  const app = stage.folder();
  cpSync(stage.app, app, { recursive: true });
  await buildTorturePage(app);
  const dataDir = stage.folder();
  const server = await stage.server({ app, dataDir });
  const coordinator = await setUpLibrary(server.url);
  const delivered: MadeFact[] = [];
  const { library, device, incarnation } = coordinator;
  const random = randomBytesFrom(seed);
  const maker = aMaker({ library, device, incarnation, random });
  const date = new Date().toISOString().slice(0, 10);
  const own = Array.from({ length: tablets }, (_, at) => ({ screen: `SCREEN00000${at}`, other: `WN${at}`.padEnd(12, '0') }));
  const shared = 'SHARED000000';
  const set = { date, activityType: 'bookmobile_stop', targetAge: '6-11', status: 'open' } as const;
  const sessions = [shared, ...own.flatMap(({ screen, other }) => [screen, other])];
  const key = await aSealingKey(maker, random);
  const send = (facts: readonly MadeFact[]) => deliverAll(coordinator, delivered, facts);
  await send([key, ...sessions.map((id) => maker.changeSession(id, { ...set, place: `Stop ${id}` }))]);
  return { server, dataDir, date, shared, own, maker, invite: () => invite(coordinator), deliver: send, delivered };
}

async function deliverAll(coordinator: Client, delivered: MadeFact[], facts: readonly MadeFact[]): Promise<void> {
  delivered.push(...facts);
  const { stored } = await deliver(
    coordinator,
    facts.map(({ sent }) => sent),
  );
  if (stored !== facts.length) throw new Error(`${stored} of ${facts.length} facts of the desktop were stored`);
}

async function aSealingKey(maker: Maker, random: RandomBytes): Promise<MadeFact> {
  const prepared = await prepareSealingKey({ passphrase: 'river lantern orchard pencil', holder: 'Alice', random });
  if (!prepared.ok) throw new Error(prepared.problem.code);
  const { keyId, publicKey } = prepared.value;
  return maker.make('sealing-key.changed', keyId, { set: { publicKey, retired: false }, base: { publicKey: null, retired: null } });
}

/** One script beside the app; it is in no precache. */
async function buildTorturePage(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      target: 'es2022',
      outDir,
      emptyOutDir: false,
      rolldownOptions: {
        input: join(fileURLToPath(new URL('.', import.meta.url)), 'page/torture-page.ts'),
        output: { entryFileNames: 'torture-page.js', chunkFileNames: 'torture-[name].js' },
      },
    },
  });
}
