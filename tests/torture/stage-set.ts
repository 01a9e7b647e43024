// Where torture takes place: a real server process that serves the built app and, beside it, the page that tortures it; a library with
// sessions of today and a sealing key, made over the server's own routes.

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { ServerProcess } from '../bench/processes.ts';
import type { Stage } from '../bench/stage.ts';
import { aReadyLibrary, type ReadyLibrary } from '../support/library.ts';

export interface StageSet {
  readonly server: ServerProcess;
  readonly dataDir: string;
  readonly library: ReadyLibrary;
  readonly shared: string;
  /** For each tablet: the session on its screen, and one more of its own. */
  readonly own: readonly { readonly screen: string; readonly other: string }[];
}

export async function createStageSet(stage: Stage, tablets: number, seed: number): Promise<StageSet> {
  const app = stage.folder();
  cpSync(stage.app, app, { recursive: true });
  await buildTorturePage(app);
  const dataDir = stage.folder();
  const server = await stage.server({ app, dataDir });
  const library = await aReadyLibrary(server.url, seed);
  const own = Array.from({ length: tablets }, (_, at) => ({ screen: `SCREEN00000${at}`, other: `WN${at}`.padEnd(12, '0') }));
  const shared = 'SHARED000000';
  for (const id of [shared, ...own.flatMap(({ screen, other }) => [screen, other])]) await library.openSession(id, { place: `Stop ${id}` });
  return { server, dataDir, library, shared, own };
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
