// Checks the types of every layer with the settings of its own runtime, side by side: each folder of src with a tsconfig.json, and the tests.

import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { environment, packages, root } from './prepare.mjs';

const env = environment();
packages(env);
const folders = [...readdirSync(join(root, 'src')).map((name) => join('src', name)), 'tests'];
const projects = folders.filter((folder) => existsSync(join(root, folder, 'tsconfig.json')));
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

const codes = await Promise.all(projects.map(checked));
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;

function checked(project) {
  return new Promise((resolve) => {
    const child = spawn(env.WAYSIDE_NODE, [tsc, '-p', project, '--pretty', 'false'], { cwd: root, env, stdio: 'inherit' });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
