// A screen's window on the device's store: runs a named query again whenever the tables it read have changed.

import { useLayoutEffect, useState } from 'preact/hooks';
import type { Problem } from '../domain/problem.ts';
import type { Store } from '../device/store/db.ts';
import { firstReading, type Reads } from '../device/store/first-reading.ts';
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

/** Shared queries answered before any part of a screen asks. */
export interface FirstAnswers {
  /** Resolves when all have their answers. */
  readonly read: Promise<void>;
  /** One for each: from then on it is followed like all others. Said again it does nothing. */
  readonly follow: readonly (() => void)[];
}

/**
 * Begins shared queries, and keeps their answers while the page lives. Where the database is open already (null: it is not), it answers
 * them directly and they are followed when the page says so; else Dexie opens it and they are followed at once.
 */
export function begin(
  store: Store,
  queries: readonly ((store: Reads) => Promise<unknown>)[],
  open: Promise<IDBDatabase | null>,
): FirstAnswers {
  const shared = queries.map((query) => sharedOf(store, query));
  for (const one of shared) one.hold();
  const follow = shared.map((one) => one.release);
  const followAll = () => {
    for (const one of follow) one();
  };
  const answered = shared.map((one) => new Promise<void>((resolve) => one.join((live) => live.state !== 'loading' && resolve())));
  void open
    .then(async (database) => {
      if (database === null) return followAll();
      const reads = firstReading(database);
      await Promise.all(queries.map(async (query, at) => shared[at]?.know(await query(reads))));
    })
    .catch(followAll);
  return { read: Promise.all(answered).then(() => {}), follow };
}

interface Shared<Value> {
  readonly last: () => Live<Value>;
  readonly join: (hear: (live: Live<Value>) => void) => () => void;
  /** Not to be followed yet, whoever joins … */
  readonly hold: () => void;
  /** … with this answer until … */
  readonly know: (value: Value) => void;
  /** … it is. */
  readonly release: () => void;
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
  const state: { live: Live<Value>; stop: () => void; held: boolean } = { live: { state: 'loading' }, stop: () => {}, held: false };
  const tell = (live: Live<Value>) => {
    state.live = live;
    for (const hear of listeners) hear(live);
  };
  return {
    last: () => state.live,
    join: (hear) => {
      listeners.add(hear);
      if (listeners.size === 1 && !state.held) state.stop = follow(query, tell);
      else hear(state.live);
      return () => {
        if (!listeners.delete(hear) || listeners.size > 0) return;
        state.stop();
        state.live = { state: 'loading' }; // nobody looks: what comes next is asked anew
      };
    },
    hold: () => {
      state.held = true;
    },
    know: (value) => {
      if (state.held) tell({ state: 'ready', value });
    },
    release: () => {
      if (!state.held) return;
      state.held = false;
      if (listeners.size > 0) state.stop = follow(query, tell);
    },
  };
}

function follow<Value>(query: () => Promise<Value>, hear: (live: Live<Value>) => void): () => void {
  return watch(query).subscribe(
    (value) => hear({ state: 'ready', value }),
    (problem) => hear({ state: 'problem', problem }),
  );
}
