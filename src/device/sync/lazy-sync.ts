// Sync as the page has it: the engine is a part of its own, loaded when delivery is first wanted, so that Today does not wait for it.
// The worker and tests use the engine itself.

import type { Result } from '../../domain/problem.ts';
import type { Store } from '../store/db.ts';
import type { Sync } from './engine.ts';
import { createStatusBoard } from './status.ts';

export function createLazySync(store: Store): Sync {
  const board = createStatusBoard();
  const state = { engine: null as Promise<Sync> | null, wanted: false };

  /** A part that fails to load (a release replaced it just now) is asked for again by whatever wants delivery next. */
  function engine(): Promise<Sync> {
    state.engine ??= import('./engine.ts').then(
      ({ createSync }) => {
        const sync = createSync(store);
        sync.subscribe(board.set);
        return sync;
      },
      (error: unknown) => {
        state.engine = null;
        throw error;
      },
    );
    return state.engine;
  }

  function withEngine(use: (sync: Sync) => void): void {
    engine().then(use, () => board.set({ state: 'waiting', until: store.ports.now(), problem: { code: 'server-unreachable' } }));
  }

  return {
    deliverNow: async (): Promise<Result<null>> => (await engine()).deliverNow(),
    start: () => {
      state.wanted = true;
      withEngine((sync) => state.wanted && sync.start());
    },
    stop: () => {
      state.wanted = false;
      if (state.engine !== null) withEngine((sync) => sync.stop());
    },
    saved: () => {
      if (state.wanted) withEngine((sync) => sync.saved());
    },
    status: board.current,
    subscribe: board.subscribe,
  };
}
