// What this page last saw of its store, kept in memory, so that the next step need not wait for reads before it writes (quick-save.ts,
// quick-theirs.ts). Only a guess: another tab or the worker may have written since; the transaction that builds on it checks `revision`.

import type { Session } from '../../domain/session.ts';
import type { Receipts, Store } from './db.ts';
import { isSessionSubject, type Views } from './fold.ts';
import type { CursorRow, HealRow } from './meta.ts';
import type { Self } from './self.ts';

export interface Recent {
  readonly self: Self;
  /** By subject; as they were at `self.revision`. */
  readonly sessions: ReadonlyMap<string, Session>;
  /** null: not read since somebody else may have changed it. */
  readonly following: Following | null;
}

/** Where the store stands with its server. Every writer of these rows writes `self` too. */
export interface Following {
  readonly cursor: CursorRow;
  readonly heal: HealRow | null;
  /** The newest row of receipts, which the next ones are joined to. */
  readonly receipts: Receipts | undefined;
  readonly persisted: boolean | null;
}

/** A person counts in one session, perhaps in two. */
const mostSessions = 8;

/**
 * `before`: the self that `after` replaced. What was known at that time still holds, but for `subjects`, of which the views hold,
 * and `following`, when it is given.
 */
export function remember(
  store: Store,
  { before, after, following }: { readonly before: Self; readonly after: Self; readonly following?: Following | null },
  views: Views,
  subjects: Iterable<string>,
): void {
  const known = store.recent.state?.self.revision === before.revision ? store.recent.state : null;
  const sessions = new Map(known?.sessions);
  for (const subject of subjects) {
    if (!isSessionSubject(subject)) continue;
    sessions.delete(subject);
    const view = views.sessions.get(subject);
    if (view !== undefined) sessions.set(subject, view);
  }
  store.recent.state = {
    self: after,
    sessions: new Map([...sessions].slice(-mostSessions)),
    following: following === undefined ? (known?.following ?? null) : following,
  };
}

/** What a reading found; it takes the place of an older guess. */
export function rememberFollowing(store: Store, self: Self, following: Following): void {
  const known = store.recent.state;
  store.recent.state = { self, following, sessions: known?.self.revision === self.revision ? known.sessions : new Map() };
}

export function forget(store: Store): void {
  store.recent.state = null;
}
