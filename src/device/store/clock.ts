// What a device knows of the true time when its own clock may say anything: how far it was off when the server last answered, and when
// that was by the server's clock. Good for days; what decides nothing (S8) still decides nothing.

import { newestReceipts } from './newest-receipts.ts';
import type { Reads } from './first-reading.ts';
import { self } from './self.ts';

export interface KnownClock {
  /** Server time minus device time in milliseconds, as last seen. */
  readonly offset: number | null;
  /** The server's time in the newest receipt. */
  readonly heard: string | null;
}

export async function knownClock(store: Pick<Reads, 'self' | 'receipts'>): Promise<KnownClock> {
  const [{ clockOffset }, newest] = await Promise.all([self(store), newestReceipts(store)]);
  return { offset: clockOffset, heard: newest?.receivedAt ?? null };
}

/** Milliseconds; clocks that are off by less are right. */
export const clockTolerance = 300_000;

/**
 * Milliseconds since 1970: the device's clock put right by what is known. Never before the newest word of the server: a clock that has
 * fallen back to 1970 since then gives the day of that word, near enough to be found again.
 */
export function correctedNow(now: number, { offset, heard }: KnownClock): number {
  const corrected = offset !== null && Math.abs(offset) > clockTolerance ? now + offset : now;
  const word = heard === null ? Number.NaN : Date.parse(heard);
  return Number.isNaN(word) || corrected > word - clockTolerance ? corrected : word;
}
