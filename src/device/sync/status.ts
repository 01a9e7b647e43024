// What sync is doing now, for whoever wants to watch. How delivery stands altogether is a query on the store.

import type { Problem } from '../../domain/problem.ts';

export type SyncStatus =
  | { readonly state: 'idle' }
  | { readonly state: 'delivering'; readonly done: number; readonly total: number }
  /** Fetching everything in scope, the first time or once more. */
  | { readonly state: 'filling'; readonly done: number; readonly total: number | null }
  /** The last try failed; the next is at `until` (milliseconds by the device's clock), or when something happens. */
  | { readonly state: 'waiting'; readonly until: number; readonly problem: Problem };

export interface StatusBoard {
  readonly current: () => SyncStatus;
  readonly set: (status: SyncStatus) => void;
  /** Called at once and at each change. */
  readonly subscribe: (listener: (status: SyncStatus) => void) => () => void;
}

export function createStatusBoard(): StatusBoard {
  const listeners = new Set<(status: SyncStatus) => void>();
  const board: { status: SyncStatus } = { status: { state: 'idle' } };
  return {
    current: () => board.status,
    set: (status) => {
      board.status = status;
      for (const listener of listeners) listener(status);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      listener(board.status);
      return () => listeners.delete(listener);
    },
  };
}
