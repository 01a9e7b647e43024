// Server processes, ours and the floor's, each on a port and folder of its own, and what they use of memory.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
  /** SIGKILL; answers when the process is gone. */
  readonly kill: () => Promise<void>;
  /** Its last lines to an operator. */
  readonly said: () => string;
  /** Resident memory in MiB: now, and the highest since `forgetPeak`. null where the system does not tell (it is read from /proc). */
  readonly memory: () => { readonly now: number; readonly peak: number } | null;
  readonly forgetPeak: () => void;
}

/** None is left behind when this program ends before it has stopped them. */
const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** The real server, as `npm start` runs it, on a port of its own; `app` is the built app (or bench page) that it serves. */
export async function startServer(dataDir: string, app: string, port: number): Promise<ServerProcess> {
  const server = launchServer(dataDir, app, port);
  await server.ready;
  return server;
}

/** The same, not ready yet; `more` are further settings. */
export function launchServer(
  dataDir: string,
  app: string,
  port: number,
  more: Readonly<Record<string, string>> = {},
): ServerProcess & { readonly ready: Promise<void> } {
  const environment = { PORT: String(port), HOST: 'localhost', DATA_DIR: dataDir, DIST_DIR: app, DATABASE_URL: '', ...more };
  return launch([join(root, 'src/server/main.ts')], environment, port);
}

export async function startFloor(dataDir: string, page: string, port: number): Promise<ServerProcess> {
  const file = join(dataDir, 'floor.db');
  return startProcess([fileURLToPath(new URL('./floor-server.ts', import.meta.url)), String(port), file, page], {}, port);
}

async function startProcess(
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
  port: number,
): Promise<ServerProcess> {
  const process = launch(command, environment, port);
  await process.ready;
  return process;
}

function launch(command: readonly string[], environment: Readonly<Record<string, string>>, port: number) {
  const child = spawn(process.execPath, command, { cwd: root, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  alive.add(child);
  child.on('exit', () => alive.delete(child));
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output.push(text);
      if (output.length > mostKept) output.shift();
    });
  }
  const ready = becomesReady(child, output);
  ready.catch(() => undefined); // who launches without waiting hears of it when it asks
  return {
    url: `http://localhost:${port}`,
    pid: child.pid ?? 0,
    ready,
    stop: () => ended(child, 'SIGTERM'),
    kill: () => ended(child, 'SIGKILL'),
    said: () => output.join(''),
    memory: () => memoryOf(child),
    forgetPeak: () => forgetPeak(child),
  };
}

const mostKept = 200;

function becomesReady(child: ChildProcess, output: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      if (output.join('').includes('is ready at')) resolve();
    });
    child.on('exit', (code) => reject(new Error(`a server stopped (${code}) before it was ready: ${output.join('')}`)));
  });
}

function ended(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.on('exit', () => resolve());
    child.kill(signal);
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
