// The hard end of a browser: every process of it at once, with no chance to write anything more, as when a battery is pulled; only what
// the operating system has taken over already is there afterwards. (A power cut that takes that too is expressed in the simulation.)

import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserContext } from 'playwright';

/** The browser's own process, which leads the group of all its processes. */
export async function processOf(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  const main = processInfo.find(({ type }) => type === 'browser');
  if (main === undefined) throw new Error('the browser does not name its process');
  return main.id;
}

/** Resolves when nothing of it runs any more, so that the profile is free. */
export async function killGroup(leader: number): Promise<void> {
  process.kill(-leader, 'SIGKILL');
  while (isRunning(leader)) await delay(5);
}

function isRunning(leader: number): boolean {
  if (process.platform !== 'linux') return answers(leader);
  return readdirSync('/proc').some((entry) => /^\d+$/.test(entry) && belongsTo(entry, leader));
}

function answers(leader: number): boolean {
  try {
    return process.kill(-leader, 0);
  } catch {
    return false; // no such group
  }
}

/** Dead ones that nobody has collected yet do not count. */
function belongsTo(entry: string, leader: number): boolean {
  try {
    const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
    const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return group === String(leader) && state !== 'Z' && state !== 'X';
  } catch {
    return false; // it ended while we looked
  }
}
