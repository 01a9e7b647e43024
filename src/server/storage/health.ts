// What devices say of themselves with each push and pull: kept a few seconds in memory and written together, so that a fleet that polls
// costs no flush to the disk each time. A crash loses seconds of it, which the next request says again.

import type { Cursor } from '../../protocol/pull.ts';
import type { Engine } from './dialects.ts';
import type { Asking } from './storage.ts';

export interface HealthKeeper {
  readonly note: (asking: Asking, cursor: Cursor | null) => void;
  /** Writes what is noted. */
  readonly flush: () => Promise<void>;
  /** Writes and ends. */
  readonly stop: () => Promise<void>;
}

const writtenEvery = 5_000;

export function createHealthKeeper({ write }: Engine, warn: (message: string) => void): HealthKeeper {
  const state = { noted: new Map<string, Noted>(), timer: null as NodeJS.Timeout | null };
  const flush = async () => {
    const { noted } = state;
    if (state.timer !== null) clearTimeout(state.timer);
    state.timer = null;
    state.noted = new Map();
    if (noted.size === 0) return;
    const inOrder = [...noted.values()].sort((a, b) => (a.asking.device.id < b.asking.device.id ? -1 : 1)); // two processes lock rows in one order
    await write(async (tx) => {
      for (const one of inOrder) await tx.updateTable('device').set(columnsOf(one)).where('id', '=', one.asking.device.id).execute();
    });
  };
  return {
    note: (asking, cursor) => {
      state.noted.set(asking.device.id, { asking, cursor });
      state.timer ??= setTimeout(() => {
        flush().catch((error: unknown) => warn(`what devices said of themselves was not written: ${String(error)}`));
      }, writtenEvery).unref();
    },
    flush,
    stop: () => flush().catch((error: unknown) => warn(`what devices said of themselves was not written: ${String(error)}`)),
  };
}

interface Noted {
  readonly asking: Asking;
  readonly cursor: Cursor | null;
}

function columnsOf({ asking: { health, now }, cursor }: Noted) {
  // [S36] While it fills, what it says of a number is where it will go on, not what it holds.
  const pulled = cursor?.snapshot === null ? cursor : null;
  const at = Date.parse(health.at);
  return {
    last_seen_at: now.toISOString(),
    app: health.app.replaceAll('\0', '').toWellFormed(),
    unsent: health.unsent,
    oldest_unsent_at: health.oldestUnsentAt,
    attention: health.attention,
    persisted: health.persisted === null ? null : Number(health.persisted),
    clock_offset: Number.isNaN(at) ? null : now.getTime() - at,
    pulled_seq: pulled?.seq ?? null,
    pulled_epoch: pulled?.epoch ?? null,
  };
}
