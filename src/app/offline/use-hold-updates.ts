// A screen holds updates back for as long as it is drawn and `held` is true.

import { useEffect } from 'preact/hooks';
import { useApp } from '../context.ts';

export function useHoldUpdates(held: boolean): void {
  const { offline } = useApp();
  useEffect(() => (held ? offline.holdUpdates() : undefined), [held, offline]);
}
