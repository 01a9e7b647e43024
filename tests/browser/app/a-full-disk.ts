// A disk with no space left, under the browser's own IndexedDB, and what lies in a store.

import { onTestFinished } from 'vitest';
import type { Device } from '../../../src/device/device.ts';
import { everyTable } from '../../../src/device/store/every-table.ts';

/** From the write after so many on, the disk is full; until it is mended, or the test ends. */
export function refuseWritesAfter(allowed: number): () => void {
  const { put, add } = IDBObjectStore.prototype;
  const state = { left: allowed };
  const guarded = (write: typeof put) =>
    function (this: IDBObjectStore, ...given: Parameters<typeof put>): ReturnType<typeof put> {
      state.left -= 1;
      if (state.left < 0) throw new DOMException('refused by the test', 'QuotaExceededError');
      return write.apply(this, given);
    };
  IDBObjectStore.prototype.put = guarded(put);
  IDBObjectStore.prototype.add = guarded(add);
  const mend = () => {
    IDBObjectStore.prototype.put = put;
    IDBObjectStore.prototype.add = add;
  };
  onTestFinished(mend);
  return mend;
}

/** Every row of every table. */
export async function stored({ store }: Device): Promise<unknown> {
  return Object.fromEntries(await Promise.all(everyTable.map(async (table) => [table, await store[table].toArray()])));
}
