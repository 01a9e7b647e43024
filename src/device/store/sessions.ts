// Sessions as lists and screens read them: by day, by site, those that are open, those joined before their details came.

import { Dexie } from 'dexie';
import { emptySession, type Session, type SessionFields } from '../../domain/session.ts';
import type { Day } from '../../domain/shapes.ts';
import type { Store } from './db.ts';
import type { Reads } from './first-reading.ts';
import { joinedRow } from './meta.ts';

export async function session(store: Store, id: string): Promise<Session | undefined> {
  const [found, joined] = await Promise.all([store.sessions.get(id), joinedRow(store)]);
  const hint = joined.sessions.find((one) => one.id === id);
  if (hint === undefined) return found;
  return withHint(found ?? emptySession(id), hint.known);
}

/** Both days included; by day, then by start, those without a time last. */
export async function sessionsBetween(store: Pick<Reads, 'sessions'>, from: Day, to: Day): Promise<Session[]> {
  const found = await store.sessions.where('values.date').between(from, to, true, true).toArray();
  return found.sort(byStart);
}

/** The newest `limit` sessions at a site, newest first. */
export async function sessionsAtSite(store: Store, site: string, limit: number): Promise<Session[]> {
  return store.sessions
    .where('[values.site+values.date]')
    .between([site, Dexie.minKey], [site, Dexie.maxKey])
    .reverse()
    .limit(limit)
    .toArray();
}

/** Open ones, and those joined whose details have not arrived: both are being counted in. */
export async function openSessions(store: Pick<Reads, 'sessions' | 'meta'>): Promise<Session[]> {
  const [open, joined] = await Promise.all([store.sessions.where('values.status').equals('open').toArray(), joinedRow(store)]);
  const others = joined.sessions.filter((one) => !open.some((known) => known.id === one.id));
  const found = await store.sessions.bulkGet(others.map((one) => one.id));
  const unknown = others.flatMap((one, at) => {
    const shown = withHint(found[at] ?? emptySession(one.id), one.known);
    return isUnknown(found[at]) ? [shown] : [];
  });
  return [...open, ...unknown].sort(byStart);
}

/** True while nothing is known of a session but what was counted in it here. */
export function isUnknown(found: Session | undefined): boolean {
  return found === undefined || Object.keys(found.fields).length === 0;
}

/** As far as this device can know, visitors may be received: of a session joined by code the code may say that it is over, and a typed one
 * says nothing. `stored` is its row. */
export function mayBeOpen({ values }: Session, stored: Session | undefined): boolean {
  return values.status === 'open' || (isUnknown(stored) && values.status === 'planned');
}

/** What the other tablet's screen showed stands until the session's own fields arrive. */
function withHint(found: Session, known: Partial<SessionFields>): Session {
  return isUnknown(found) ? { ...found, values: { ...found.values, ...known } } : found;
}

function byStart(a: Session, b: Session): number {
  const key = ({ values }: Session) => `${values.date} ${values.startsAt ?? '99:99'} ${values.title}`;
  return key(a) < key(b) ? -1 : 1;
}
