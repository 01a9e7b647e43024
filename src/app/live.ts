// A screen's window on the device's store: runs a named query again whenever the tables it read have changed.

import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../domain/problem.ts';
import { watch } from '../device/store/live.ts';

export type Live<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'problem'; readonly problem: Problem };

/** `query` is run again when `inputs` change; the last value stays on the screen meanwhile. */
export function useLive<Value>(query: () => Promise<Value>, inputs: readonly unknown[]): Live<Value> {
  const [live, setLive] = useState<Live<Value>>({ state: 'loading' });
  useEffect(
    () =>
      watch(query).subscribe(
        (value) => setLive({ state: 'ready', value }),
        () => setLive({ state: 'problem', problem: { code: 'storage-unavailable' } }),
      ),
    [...inputs],
  );
  return live;
}
