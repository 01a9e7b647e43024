// The sessions that Today shows: open ones, and those of the days around a day.

import { openSessions, sessionsBetween } from '../../../device/store/sessions.ts';
import type { Reads } from '../../../device/store/first-reading.ts';
import type { Session } from '../../../domain/session.ts';
import { addDays, type Day } from '../../../domain/shapes.ts';

/** How far ahead "Coming up" looks. */
export const daysAhead = 7;

export interface NearSessions {
  readonly open: readonly Session[];
  /** From the day before to a day more than Today looks ahead. */
  readonly around: readonly Session[];
}

type Query = (store: Pick<Reads, 'sessions' | 'meta'>) => Promise<NearSessions>;

const queryByDay = new Map<Day, Query>();

/**
 * The query for the day it is in Greenwich, which is known before the library's zone is: that of every zone is at most a day away from it.
 * The same function for the same day, so that the page's start and the screen share its answer.
 */
export function nearSessions(now: number): Query {
  const day = new Date(now).toISOString().slice(0, 10);
  const query =
    queryByDay.get(day) ??
    (async (store: Pick<Reads, 'sessions' | 'meta'>) => {
      const [open, around] = await Promise.all([
        openSessions(store),
        sessionsBetween(store, addDays(day, -1), addDays(day, daysAhead + 1)),
      ]);
      return { open, around };
    });
  queryByDay.set(day, query);
  return query;
}
