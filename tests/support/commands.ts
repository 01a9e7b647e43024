// The operator's commands, and any program of the project, as real processes.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** For `env` of Node processes: what one has compiled the next one takes over. */
export const compiledOnce = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled') };

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export async function wayside(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Finished> {
  return finished(start('src/server/commands/wayside.ts', env, args));
}

export function start(file: string, env: Readonly<Record<string, string>>, args: readonly string[]) {
  const { PATH = '', HOME = '' } = process.env;
  return spawn(process.execPath, [join(root, file), ...args], {
    env: { PATH, HOME, ...compiledOnce, ...env },
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
