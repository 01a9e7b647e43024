// How far a session's checklist is, from the ticks that stand.

import type { ChecklistItem } from './checklist.ts';
import type { Session } from './session.ts';

/** The facts that ticked each item, by item. */
export function ticksByItem({ totals }: Pick<Session, 'totals'>): ReadonlyMap<string, readonly string[]> {
  const ticks = new Map<string, readonly string[]>();
  for (const [key, sum = 0] of Object.entries(totals.ticks ?? {})) {
    const [item = '', fact = ''] = key.split('/');
    if (sum > 0) ticks.set(item, [...(ticks.get(item) ?? []), fact]);
  }
  return ticks;
}

export interface ListProgress {
  readonly items: readonly { readonly item: ChecklistItem; readonly done: boolean }[];
  readonly done: number;
}

export function listProgress(session: Pick<Session, 'totals' | 'values'>): ListProgress {
  const ticks = ticksByItem(session);
  const items = (session.values.checklist ?? []).map((item) => ({ item, done: ticks.has(item.id) }));
  return { items, done: items.filter((one) => one.done).length };
}
