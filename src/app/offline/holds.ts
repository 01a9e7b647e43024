// Who holds updates back. Within a tab it is a count; between tabs a shared Web Lock says it, because activating a new version in
// one tab changes the files under all of them. Where locks are missing, each tab speaks for itself alone.

import { computed, type ReadonlySignal, signal } from '@preact/signals';

const lockName = 'wayside-updates-held';
/** Milliseconds that an update waits for screens that hold it back. */
const patience = 2_000;

export interface Holds {
  readonly held: ReadonlySignal<boolean>;
  readonly hold: () => () => void;
  /** Runs `work` unless a screen of this or another tab holds; nobody can begin to hold in other tabs meanwhile. */
  readonly unlessHeld: (work: () => Promise<void>) => Promise<'applied' | 'held'>;
}

export function createHolds(locks: LockManager | undefined): Holds {
  const count = signal(0);

  function hold(): () => void {
    count.value += 1;
    const release = shareLock(locks);
    let holding = true;
    return () => {
      if (!holding) return;
      holding = false;
      count.value -= 1;
      release();
    };
  }

  async function unlessHeld(work: () => Promise<void>): Promise<'applied' | 'held'> {
    if (count.value > 0) return 'held';
    if (locks === undefined) {
      await work();
      return 'applied';
    }
    try {
      // A screen that has just been left may still be letting go.
      return await locks.request(lockName, { signal: AbortSignal.timeout(patience) }, async (): Promise<'applied'> => {
        await work();
        return 'applied';
      });
    } catch (error) {
      if (error instanceof DOMException && ['AbortError', 'TimeoutError'].includes(error.name)) return 'held';
      throw error;
    }
  }

  return { held: computed(() => count.value > 0), hold, unlessHeld };
}

/** Takes the lock together with all others who hold; the answer gives it back, also when it had not been granted yet. */
function shareLock(locks: LockManager | undefined): () => void {
  if (locks === undefined) return () => undefined;
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  locks
    .request(lockName, { mode: 'shared' }, () => released)
    .catch(() => {
      // The page is going away or the context has no locks: then there is nothing left to hold for others.
    });
  return () => release();
}
