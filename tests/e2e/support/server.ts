// A real server process on a port and data folder of its own, as `npm start` runs it: stories stop and start it to be offline for real.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface TestServer {
  readonly url: string;
  readonly dataDir: string;
  readonly start: () => Promise<void>;
  /** Stops it as a power cut would when `how` is 'kill', else politely; resolves when the process has gone. */
  readonly stop: (how?: 'term' | 'kill') => Promise<void>;
  readonly output: () => string;
  /** Serves another build of the app from its next start on. */
  readonly serveApp: (dist: string) => void;
}

export async function aServer(): Promise<TestServer> {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'wayside-e2e-'));
  let running: ChildProcess | null = null;
  let output = '';
  let dist = join(root, 'dist');

  const start = () =>
    new Promise<void>((resolve, reject) => {
      const child = spawn(process.execPath, [join(root, 'src/server/main.ts')], {
        cwd: root,
        env: {
          ...process.env,
          PORT: String(port),
          HOST: 'localhost',
          DATA_DIR: dataDir,
          DIST_DIR: dist,
          DATABASE_URL: '',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      running = child;
      const read = (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('is ready at')) resolve();
      };
      output = '';
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.on('exit', (code) => reject(new Error(`the server stopped (${code}) before it was ready: ${output}`)));
    });

  const stop = (how: 'term' | 'kill' = 'term') =>
    new Promise<void>((resolve) => {
      const child = running;
      running = null;
      if (child === null || child.exitCode !== null) return resolve();
      child.on('exit', () => resolve());
      child.kill(how === 'kill' ? 'SIGKILL' : 'SIGTERM');
    });

  await start();
  return {
    url: `http://localhost:${port}`,
    dataDir,
    start,
    stop,
    output: () => output,
    serveApp: (folder) => {
      dist = folder;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
