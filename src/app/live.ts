// A screen's window on the device's store: runs a named query again whenever the tables it read have changed.

import { useLayoutEffect, useState } from 'preact/hooks';
import type { Problem } from '../domain/problem.ts';
import type { Store } from '../device/store/db.ts';
import { watch } from '../device/store/live.ts';
import { useApp } from './context.ts';

export type Live<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'problem'; readonly problem: Problem };

/** `query` is run again when `inputs` change; the last value stays on the screen meanwhile. */
export function useLive<Value>(query: () => Promise<Value>, inputs: readonly unknown[]): Live<Value> {
  const [live, setLive] = useState<Live<Value>>({ state: 'loading' });
  // Asked for before the first painting and not after it: a slow tablet paints for a tenth of a second.
  useLayoutEffect(() => follow(query, setLive), [...inputs]);
  return live;
}

/** A query without inputs, known by the function itself, that several parts of a screen read: asked once, and the next part has its answer at once. */
export function useShared<Value>(query: (store: Store) => Promise<Value>): Live<Value> {
  const { store } = useApp().device;
  const shared = sharedOf(store, query);
  const [live, setLive] = useState(shared.last);
  useLayoutEffect(() => shared.join(setLive), [shared]);
  return live;
}

/** Begins a shared query before any part of a screen asks for it, and keeps its answer while the page lives. Resolves when it has one. */
export function begin<Value>(store: Store, query: (store: Store) => Promise<Value>): Promise<void> {
  return new Promise((resolve) => {
    sharedOf(store, query).join((live) => {
      if (live.state !== 'loading') resolve();
    });
  });
}

interface Shared<Value> {
  readonly last: () => Live<Value>;
  readonly join: (hear: (live: Live<Value>) => void) => () => void;
}

const sharedByStore = new WeakMap<Store, Map<unknown, unknown>>();

function sharedOf<Value>(store: Store, query: (store: Store) => Promise<Value>): Shared<Value> {
  const known = sharedByStore.get(store) ?? new Map<unknown, unknown>();
  sharedByStore.set(store, known);
  // The map holds under each query what was made for that query.
  const shared = (known.get(query) as Shared<Value> | undefined) ?? createShared(() => query(store));
  known.set(query, shared);
  return shared;
}

function createShared<Value>(query: () => Promise<Value>): Shared<Value> {
  const listeners = new Set<(live: Live<Value>) => void>();
  const state: { live: Live<Value>; stop: () => void } = { live: { state: 'loading' }, stop: () => {} };
  const tell = (live: Live<Value>) => {
    state.live = live;
    for (const hear of listeners) hear(live);
  };
  return {
    last: () => state.live,
    join: (hear) => {
      listeners.add(hear);
      if (listeners.size === 1) state.stop = follow(query, tell);
      else hear(state.live);
      return () => {
        if (!listeners.delete(hear) || listeners.size > 0) return;
        state.stop();
        state.live = { state: 'loading' }; // nobody looks: what comes next is asked anew
      };
    },
  };
}

function follow<Value>(query: () => Promise<Value>, hear: (live: Live<Value>) => void): () => void {
  return watch(query).subscribe(
    (value) => hear({ state: 'ready', value }),
    (problem) => hear({ state: 'problem', problem }),
  );
}
