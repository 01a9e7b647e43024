// The operator's commands, and any program of the project, as real processes.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export async function wayside(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Finished> {
  return finished(start('src/server/commands/wayside.ts', env, args));
}

export function start(file: string, env: Readonly<Record<string, string>>, args: readonly string[]) {
  const { PATH = '', HOME = '', NODE_COMPILE_CACHE = '' } = process.env; // the last so that what one process compiles the next takes over
  return spawn(process.execPath, [join(root, file), ...args], {
    env: { PATH, HOME, NODE_COMPILE_CACHE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export async function finished(child: ReturnType<typeof start>): Promise<Finished> {
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
