// What measurements are made with: temporary folders, servers, browsers, built pages. Everything made here is closed and removed by `close`.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium } from 'playwright';
import { build } from 'vite';
import { freePort } from '../support/free-port.ts';
import { type DebuggedBrowser, startDebuggedBrowser } from './debugged-browser.ts';
import { root, type ServerProcess, startFloor, startServer } from './processes.ts';

export interface Stage {
  /** A fresh folder that is removed at the end. */
  readonly folder: () => string;
  /** A real server on an empty database. Without `app` it serves the bench page. */
  readonly server: (options?: { readonly app?: string; readonly dataDir?: string; readonly port?: number }) => Promise<ServerProcess>;
  readonly floor: (options?: { readonly app?: string }) => Promise<ServerProcess>;
  /** A Chromium on a profile on disk: a browser context without one keeps IndexedDB in memory and flushes nothing. */
  readonly browser: (options?: BrowserOptions) => Promise<BrowserContext>;
  /** The same browser without Playwright, for what leads a browser itself. */
  readonly debuggedBrowser: (profile: string) => Promise<DebuggedBrowser>;
  /** The folder of the built app; `npm run bench` has built it. */
  readonly app: string;
  /** Versions of the browsers that were started. */
  readonly browsers: () => readonly string[];
  readonly close: () => Promise<void>;
}

export interface BrowserOptions {
  readonly profile?: string;
  readonly args?: readonly string[];
  readonly viewport?: { readonly width: number; readonly height: number };
}

const systemChromium =
  process.env['CHROMIUM_PATH'] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

export function createStage(): Stage {
  const folders: string[] = [];
  const closers: (() => Promise<void>)[] = [];
  const versions = new Set<string>();
  const built: { page: Promise<string> | null } = { page: null };

  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'wayside-bench-'));
    folders.push(made);
    return made;
  };
  const benchPage = (): Promise<string> => {
    built.page ??= buildBenchPage(folder());
    return built.page;
  };
  const keep = (server: ServerProcess): ServerProcess => {
    closers.push(server.stop);
    return server;
  };
  return {
    folder,
    app: process.env['WAYSIDE_DIST'] ?? join(root, 'dist'),
    browsers: () => [...versions],
    server: async ({ app, dataDir, port } = {}) =>
      keep(await startServer(dataDir ?? folder(), app ?? (await benchPage()), port ?? (await freePort()))),
    floor: async ({ app } = {}) => keep(await startFloor(folder(), app ?? (await benchPage()), await freePort())),
    browser: async ({ profile, args = [], viewport } = {}) => {
      const context = await chromium.launchPersistentContext(profile ?? folder(), {
        ...(systemChromium === undefined || systemChromium === '' ? {} : { executablePath: systemChromium }),
        args: ['--disable-quic', ...args],
        locale: 'en-US',
        timezoneId: 'UTC',
        ...(viewport === undefined ? {} : { viewport }),
      });
      versions.add(`Chromium ${context.browser()?.version() ?? ''}`);
      closers.push(() => context.close());
      return context;
    },
    debuggedBrowser: async (profile) => {
      const started = await startDebuggedBrowser(systemChromium || chromium.executablePath(), profile);
      closers.push(started.stop);
      return started;
    },
    close: async () => {
      for (const close of closers.reverse()) await close();
      for (const made of folders) rmSync(made, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function buildBenchPage(outDir: string): Promise<string> {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('./page/', import.meta.url)),
    logLevel: 'error',
    build: { target: 'es2022', outDir, emptyOutDir: true },
  });
  return outDir;
}
