// Will the browser keep what is stored, and is there room for a day?

import { readStorage } from '../../../../device/store/storage-answers.ts';
import { good, type Line, note, todo, type Verdict } from '../line.ts';

export interface StorageSeen {
  readonly persisted: boolean | null;
  /** Bytes; null where the browser does not say. */
  readonly free: number | null;
}

type Word = 'kept' | 'notKept' | 'full' | 'unknown';

/** A day of a busy bookmobile is some megabytes; below this the system begins to clear things. */
const leastFree = 200_000_000;

export function storageVerdict({ persisted, free }: StorageSeen): Verdict<Word> {
  if (free !== null && free < leastFree) return todo('full', { bytes: Math.max(0, free) });
  if (persisted === false) return todo('notKept');
  return persisted === null || free === null ? note('unknown') : good('kept', { bytes: free });
}

export const lookAtStorage: Line<Word> = async ({ device }) => {
  const answers = await readStorage(device.store);
  const { persisted, quota, usage } = answers.ok ? answers.value : { persisted: null, quota: null, usage: null };
  return storageVerdict({ persisted, free: quota === null || usage === null ? null : quota - usage });
};
