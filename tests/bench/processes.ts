// Server processes, ours and the floor's, each on a port and folder of its own, and what they use of memory.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface ServerProcess {
  readonly url: string;
  readonly stop: () => Promise<void>;
  /** Resident memory in MiB: now, and the highest since `forgetPeak`. null where the system does not tell (it is read from /proc). */
  readonly memory: () => { readonly now: number; readonly peak: number } | null;
  readonly forgetPeak: () => void;
}

/** The real server, as `npm start` runs it, on a port of its own; `app` is the built app (or bench page) that it serves. */
export async function startServer(dataDir: string, app: string, port: number): Promise<ServerProcess> {
  const environment = { PORT: String(port), HOST: 'localhost', DATA_DIR: dataDir, DIST_DIR: app, DATABASE_URL: '' };
  return startProcess([join(root, 'src/server/main.ts')], environment, port);
}

export async function startFloor(dataDir: string, page: string, port: number): Promise<ServerProcess> {
  const file = join(dataDir, 'floor.db');
  return startProcess([fileURLToPath(new URL('./floor-server.ts', import.meta.url)), String(port), file, page], {}, port);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

export interface DebuggedBrowser {
  /** Of its debugging interface. */
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** A browser of its own on a profile: one that Playwright leads as well stops every new page that Lighthouse opens, for ever. */
export async function startDebuggedBrowser(executable: string, profile: string): Promise<DebuggedBrowser> {
  const switches = ['--headless=new', '--no-sandbox', '--no-first-run', '--disable-quic', '--disable-background-networking'];
  const child = spawn(
    executable,
    [...switches, '--disable-component-update', '--disable-sync', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const said = await ready(child, /DevTools listening on ws:\/\/[^:]+:(\d+)\//);
  return { port: Number(said[1]), stop: () => stopped(child) };
}

async function startProcess(
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
  port: number,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, command, { cwd: root, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  await ready(child, /is ready at/);
  return {
    url: `http://localhost:${port}`,
    stop: () => stopped(child),
    memory: () => memoryOf(child),
    forgetPeak: () => forgetPeak(child),
  };
}

/** What it printed to say that it is ready. */
function ready(child: ChildProcess, sign: RegExp): Promise<RegExpMatchArray> {
  return new Promise((resolve, reject) => {
    const output: string[] = [];
    const read = (chunk: Buffer) => {
      output.push(chunk.toString());
      const said = output.join('').match(sign);
      if (said !== null) resolve(said);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('exit', (code) => reject(new Error(`it stopped (${code}) before it was ready: ${output.join('')}`)));
  });
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.on('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

function memoryOf(child: ChildProcess): { now: number; peak: number } | null {
  const file = `/proc/${child.pid}/status`;
  if (!existsSync(file)) return null;
  const status = readFileSync(file, 'utf8');
  const mebibytes = (field: string) => Number(status.match(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm'))?.[1] ?? Number.NaN) / 1024;
  return { now: mebibytes('VmRSS'), peak: mebibytes('VmHWM') };
}

/** Writing 5 makes Linux forget the highest resident size. */
function forgetPeak(child: ChildProcess): void {
  const file = `/proc/${child.pid}/clear_refs`;
  if (existsSync(file)) writeFileSync(file, '5');
}
