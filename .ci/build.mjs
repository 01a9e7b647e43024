// Builds the app when its sources are newer than what stands in dist/, told by a hash of all that goes into it.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, say } from './prepare.mjs';

const inputs = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

export function buildIfNeeded(env) {
  const mark = join(root, 'dist', '.built-from');
  const wanted = hashOfInputs();
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  say('building the app …');
  run(env.WAYSIDE_NODE, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'error'], env);
  writeFileSync(mark, wanted);
}

function hashOfInputs() {
  const hash = createHash('sha256');
  for (const input of inputs) {
    const path = join(root, input);
    if (!existsSync(path)) continue;
    const files = input.includes('.') ? [path] : filesBelow(path);
    for (const file of files) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !(entry.parentPath ?? entry.path).includes(`${join('src', 'server')}`))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
