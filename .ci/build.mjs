// Builds the app when its sources are newer than what stands in dist/, told by a hash of all that goes into it.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
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

/** Wherever the clone lies: its own path says nothing of what is in it. */
export function hashOfInputs(clone = root) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    const path = join(clone, input);
    if (!existsSync(path)) continue;
    const files = input.includes('.') ? [path] : filesBelow(path);
    for (const file of files.map((file) => relative(clone, file)).filter(isOfTheApp))
      hash.update(file).update(readFileSync(join(clone, file)));
  }
  return hash.digest('hex');
}

function isOfTheApp(file) {
  return !file.startsWith(join('src', 'server') + sep);
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
