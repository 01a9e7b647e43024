// `npm run dev`: the server, started again when its code changes, and vite in front of it for the app. Open vite's address, not the
// server's: cookies and the check of where a request comes from are made out for that one. There is no service worker here.

import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { environment, packages, root } from './prepare.mjs';

const address = 'http://localhost:5173';
const env = { PORT: '8080', DATA_DIR: join(root, 'data'), ...environment(), PUBLIC_URL: address };
packages(env);
mkdirSync(join(root, 'dist'), { recursive: true });

const both = [
  spawn(env.WAYSIDE_NODE, ['--watch', '--watch-preserve-output', join('src', 'server', 'main.ts')], { cwd: root, env, stdio: 'inherit' }),
  spawn(env.WAYSIDE_NODE, [join('node_modules', 'vite', 'bin', 'vite.js'), '--port', '5173', '--strictPort'], {
    cwd: root,
    env,
    stdio: 'inherit',
  }),
];
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
for (const child of both) child.on('exit', stop);

function stop() {
  for (const child of both) child.kill('SIGTERM');
}
