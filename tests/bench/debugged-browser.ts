// A browser of its own on a profile, for Lighthouse, which leads a browser itself: in one that Playwright leads as well every new page
// stands still for ever.

import { spawn } from 'node:child_process';

export interface DebuggedBrowser {
  /** Of its debugging interface. */
  readonly port: number;
  readonly stop: () => Promise<void>;
}

const switches = [
  '--headless=new',
  '--no-sandbox',
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
];

export async function startDebuggedBrowser(executable: string, profile: string): Promise<DebuggedBrowser> {
  const child = spawn(executable, [...switches, `--user-data-dir=${profile}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const port = await new Promise<number>((resolve, reject) => {
    const output: string[] = [];
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output.push(text);
      const found = output.join('').match(/DevTools listening on ws:\/\/[^:]+:(\d+)\//);
      if (found !== null) resolve(Number(found[1]));
    });
    child.once('exit', (code) => reject(new Error(`the browser stopped (${code}): ${output.join('')}`)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { port, stop };
}
