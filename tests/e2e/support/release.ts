// Another release of the app: the same sources built once more under another name, so that every chunk and the worker differ.

import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export const nextRelease = 'next-release';
let built: string | undefined;

/** The folder of the built app; built once a process. */
export function aNextRelease(): string {
  built ??= build(nextRelease);
  return built;
}

function build(name: string): string {
  const dist = mkdtempSync(join(tmpdir(), `wayside-${name}-`));
  execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], {
    cwd: root,
    env: { ...process.env, WAYSIDE_BUILD: name, WAYSIDE_DIST: dist },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return dist;
}
