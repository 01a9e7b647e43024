// What this page last wrote, kept in memory, so that the next save need not wait for reads before it writes (quick-save.ts). Only a guess:
// another tab or the worker may have written since; the transaction that uses it checks `revision`.

import type { Session } from '../../domain/session.ts';
import type { Store } from './db.ts';
import { isSessionSubject, type Views } from './fold.ts';
import type { Self } from './self.ts';

export interface Recent {
  readonly self: Self;
  /** By subject; as they were at `self.revision`. */
  readonly sessions: ReadonlyMap<string, Session>;
}

/** A person counts in one session, perhaps in two. */
const mostSessions = 8;

/** `before`: the self that `after` replaced. Sessions kept from then still hold; of `subjects` the views hold. */
export function remember(store: Store, before: Self, after: Self, views: Views, subjects: Iterable<string>): void {
  const known = store.recent.state;
  const sessions = new Map(known?.self.revision === before.revision ? known.sessions : []);
  for (const subject of subjects) {
    if (!isSessionSubject(subject)) continue;
    sessions.delete(subject);
    const view = views.sessions.get(subject);
    if (view !== undefined) sessions.set(subject, view);
  }
  store.recent.state = { self: after, sessions: new Map([...sessions].slice(-mostSessions)) };
}

export function forget(store: Store): void {
  store.recent.state = null;
}
