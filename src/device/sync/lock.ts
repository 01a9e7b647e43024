// A Web Lock around a round saves two tabs the same work. Nothing depends on it: it may be missing, or held by a frozen tab, and then the
// round runs without it.

import type { Ports } from '../ports.ts';

/** A frozen tab may hold the lock for ever. */
const longestPatience = 10_000;

export async function withLock<Value>(ports: Pick<Ports, 'locks' | 'timer'>, name: string, run: () => Promise<Value>): Promise<Value> {
  if (ports.locks === undefined) return run();
  const stop = new AbortController();
  const state: { value: Promise<Value> | null } = { value: null };
  const cancel = ports.timer(longestPatience, () => stop.abort());
  try {
    await ports.locks.request(name, { signal: stop.signal }, () => {
      cancel();
      state.value = run();
      return state.value;
    });
  } catch {
    // Not got in time, or locks refused here (a private window): go on without. A failure of the round itself is in its own promise.
  } finally {
    cancel();
  }
  return state.value ?? run();
}
