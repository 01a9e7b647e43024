// What the server last said of places' and partners' past, with what this device itself holds laid over it.

import { heldOf, type History, historyOf, withOwn } from '../../domain/history.ts';
import type { Session } from '../../domain/session.ts';
import type { HistoryPlace } from '../../protocol/history.ts';
import type { Store } from './db.ts';
import { sessionsAtSite, sessionsBetween } from './sessions.ts';

export interface HistoryRow {
  readonly key: string;
  /** When the server said it, by this device's clock. */
  readonly at: number;
  readonly history: History;
}

export interface ShownHistory {
  readonly history: History;
  /** null: the server has not been asked on this device; then it is only what this device holds. */
  readonly askedAt: number | null;
}

export function keyOfPlace({ type, id }: HistoryPlace): string {
  return `${type}/${id}`;
}

/** More sessions at one place in the weeks that a device holds than any place has. */
const mostHere = 500;

export async function historyOfPlace(store: Store, place: HistoryPlace): Promise<ShownHistory> {
  const [row, sessions] = await Promise.all([store.histories.get(keyOfPlace(place)), sessionsHere(store, place)]);
  const own = sessions.map(heldOf).filter((one) => one !== null);
  return row === undefined ? { history: historyOf(own), askedAt: null } : { history: withOwn(row.history, own), askedAt: row.at };
}

/** Of these places, those never asked for, or not since `before`. */
export async function staleHistories(store: Store, places: readonly HistoryPlace[], before: number): Promise<readonly HistoryPlace[]> {
  const rows = await store.histories.bulkGet(places.map(keyOfPlace));
  return places.filter((_, at) => (rows[at]?.at ?? 0) < before);
}

async function sessionsHere(store: Store, { type, id }: HistoryPlace): Promise<readonly Session[]> {
  if (type === 'site') return sessionsAtSite(store, id, mostHere);
  const all = await sessionsBetween(store, '0001-01-02', '9999-12-31');
  return all.filter(({ values }) => values.partners.includes(id));
}
