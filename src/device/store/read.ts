// Reading where a Result is wanted: storage that fails is a Problem, once a fresh connection has not helped. Screens' live queries have
// the same through watch().

import { ok, type Result } from '../../domain/problem.ts';
import type { Store } from './db.ts';
import { isConnectionLost, problemOrThrow } from './storage-problem.ts';

export async function read<Value>(store: Store, query: () => PromiseLike<Value>): Promise<Result<Value>> {
  try {
    return ok(await query());
  } catch (error) {
    if (!isConnectionLost(error)) return problemOrThrow(store, error);
  }
  try {
    store.dexie.close({ disableAutoOpen: false });
    return ok(await query());
  } catch (error) {
    return problemOrThrow(store, error);
  }
}
