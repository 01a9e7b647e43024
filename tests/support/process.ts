// The server as an operator starts it: a real process, on a port of its own, in a folder of its own.

import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Finished, finished, start } from './commands.ts';

/** Removed when the test is over. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wayside-process-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** `main.ts` until it ends by itself: for settings that stop the start. */
export async function failingStart(env: Readonly<Record<string, string>>): Promise<Finished> {
  return finished(start('src/server/main.ts', env, []));
}

export interface RunningServer {
  readonly line: string;
  readonly origin: string;
  /** Its lines to an operator, the first apart. */
  readonly said: () => string;
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
    said: () => said,
    stop: async (signal = 'SIGTERM') => {
      const ended = once(process, 'exit');
      process.kill(signal);
      const [code]: unknown[] = await ended;
      return typeof code === 'number' ? code : null;
    },
  };
}
