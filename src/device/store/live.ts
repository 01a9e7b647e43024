// Live queries: the answer again whenever something it read has changed, by this page, another tab or the worker.

import { liveQuery } from 'dexie';
import type { Problem } from '../../domain/problem.ts';
import { storageProblem } from './storage-problem.ts';

export interface Watched<Value> {
  /** Calls `next` with each answer. `failed` gets storage's problems; what is not one of those is a bug and is thrown. */
  readonly subscribe: (next: (value: Value) => void, failed: (problem: Problem) => void) => () => void;
}

export function watch<Value>(query: () => Promise<Value>): Watched<Value> {
  return {
    subscribe: (next, failed) => {
      // An async function on purpose: Dexie follows what is read beyond the first await only of one it can see to be async.
      const subscription = liveQuery(async () => query()).subscribe(next, (error: unknown) => {
        const problem = storageProblem(error);
        if (problem === null) throw error;
        failed(problem);
      });
      return () => subscription.unsubscribe();
    },
  };
}
