// Waiting for a condition, with an end: what does not come about in time is a finding of its own.

import { setTimeout as delay } from 'node:timers/promises';

/** Long enough for a busy machine, short enough to notice what hangs. */
const patience = 90_000;

export async function until(what: string, isSo: () => boolean): Promise<void> {
  const end = Date.now() + patience;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`waited ${patience / 1_000} s in vain: ${what}`);
    await delay(3);
  }
}
