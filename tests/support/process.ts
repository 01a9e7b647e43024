// The server and its commands as an operator starts them: real processes, on a port of their own, in a folder of their own.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '../..');

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Removed when the test is over. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wayside-process-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function wayside(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Finished> {
  return finished(start('src/server/commands/wayside.ts', env, args));
}

/** `main.ts` until it ends by itself: for settings that stop the start. */
export async function failingStart(env: Readonly<Record<string, string>>): Promise<Finished> {
  return finished(start('src/server/main.ts', env, []));
}

export interface RunningServer {
  readonly line: string;
  readonly origin: string;
  readonly stop: (signal?: 'SIGTERM' | 'SIGINT' | 'SIGKILL') => Promise<number | null>;
}

/** Ready when it has said so; killed when the test is over. */
export async function aRunningServer(env: Readonly<Record<string, string>>): Promise<RunningServer> {
  const process = start('src/server/main.ts', { PORT: '0', ...env }, []);
  onTestFinished(() => {
    process.kill('SIGKILL');
  });
  let said = '';
  process.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const line = await new Promise<string>((resolve, reject) => {
    process.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim()));
    process.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  const origin = /https?:\/\/[^/\s]+/.exec(line)?.[0] ?? '';
  return {
    line,
    origin,
    stop: async (signal = 'SIGTERM') => {
      const ended = once(process, 'exit');
      process.kill(signal);
      const [code]: unknown[] = await ended;
      return typeof code === 'number' ? code : null;
    },
  };
}

function start(file: string, env: Readonly<Record<string, string>>, args: readonly string[]) {
  const { PATH = '', HOME = '' } = process.env;
  return spawn(process.execPath, [join(root, file), ...args], { env: { PATH, HOME, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function finished(child: ReturnType<typeof start>): Promise<Finished> {
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const [code]: unknown[] = await once(child, 'close');
  return { code: typeof code === 'number' ? code : null, out, err };
}
