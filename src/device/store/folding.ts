// What one transaction of saveTheirs gathers before it writes: the new `self`, view rows, and which subjects must be folded again whole.

import type { Receipts, Store } from './db.ts';
import { foldSubject, hasView, putViews, readViews, type Views } from './fold.ts';
import { historyOf, placedOf } from './history.ts';
import { bumped, type Self } from './self.ts';

export interface Folding {
  self: Self;
  readonly views: Views;
  /** Subjects whose rows are to be written. */
  readonly touched: Set<string>;
  /** Subjects to fold from their whole history, once all facts of this transaction are in the tables. */
  readonly again: Set<string>;
  /** The newest row of receipts, as this transaction leaves it. */
  receipts: Receipts | undefined;
  /** Writes already asked for. Nobody waits for one before asking for the next: the store does them in order. */
  readonly writes: PromiseLike<unknown>[];
}

export function newFolding(self: Self): Folding {
  return {
    self,
    views: { sessions: new Map(), records: new Map() },
    touched: new Set(),
    again: new Set(),
    receipts: undefined,
    writes: [],
  };
}

/** Takes in the rows of these subjects, unless they are in hand. */
export async function loadViews(store: Store, folding: Folding, subjects: readonly string[]): Promise<void> {
  const missing = subjects.filter((subject) => !hasView(folding.views, subject) && !folding.touched.has(subject));
  if (missing.length === 0) return;
  const read = await readViews(store, missing);
  for (const [subject, row] of read.sessions) folding.views.sessions.set(subject, row);
  for (const [subject, row] of read.records) folding.views.records.set(subject, row);
}

/** Writes what was gathered, and `self` in any case. */
export async function writeFolding(store: Store, folding: Folding): Promise<void> {
  if (folding.again.size > 0) await Promise.all(folding.writes);
  for (const subject of folding.again) {
    foldSubject(folding.views, subject, placedOf(await historyOf(store, subject)));
    folding.touched.add(subject);
  }
  folding.self = bumped(store, folding.self);
  if (folding.touched.size > 0) folding.writes.push(putViews(store, folding.views, folding.touched));
  folding.writes.push(store.self.put(folding.self));
  await Promise.all(folding.writes);
}
