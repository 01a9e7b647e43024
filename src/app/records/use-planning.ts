// What planning screens read besides the places: who can go, the sessions of some days, and what of them is in two places at once.

import { useMemo } from 'preact/hooks';
import { seriesRecords } from '../../device/store/series.ts';
import { staff } from '../../device/store/records.ts';
import { sessionsBetween } from '../../device/store/sessions.ts';
import type { Store } from '../../device/store/db.ts';
import { type Conflict, conflictsOf } from '../../domain/conflicts.ts';
import type { StaffFields } from '../../domain/places.ts';
import type { SeriesFields } from '../../domain/series.ts';
import type { Session, SessionFields } from '../../domain/session.ts';
import type { Day } from '../../domain/shapes.ts';
import { useApp } from '../context.ts';
import { type Live, useLive, useShared } from '../live.ts';
import type { Places } from './places.ts';

export interface Planners {
  readonly staffById: ReadonlyMap<string, StaffFields>;
  readonly staffNameById: ReadonlyMap<string, string>;
  readonly seriesById: ReadonlyMap<string, SeriesFields>;
}

export function usePlanners(): Live<Planners> {
  return useShared(plannersOf);
}

async function plannersOf(store: Store): Promise<Planners> {
  const [people, series] = await Promise.all([staff(store), seriesRecords(store)]);
  return {
    staffById: new Map(people.map(({ id, values }) => [id, values])),
    staffNameById: new Map(people.map(({ id, values }) => [id, values.name])),
    seriesById: new Map(series.map(({ id, values }) => [id, values])),
  };
}

export interface Planned {
  /** Without those that a series has dropped. */
  readonly sessions: readonly Session[];
  readonly conflicts: ReadonlyMap<string, readonly Conflict[]>;
}

export function usePlanned(from: Day, to: Day, { outletById }: Pick<Places, 'outletById'>): Live<Planned> {
  const { device } = useApp();
  return useLive(async () => {
    const sessions = (await sessionsBetween(device.store, from, to)).filter(isOnSchedule);
    return { sessions, conflicts: conflictsOf(sessions, outletById) };
  }, [from, to, outletById]);
}

/** What would be in two places at once, were the session as these values say. */
export function useConflictsOf(
  id: string,
  values: SessionFields,
  { outletById }: Pick<Places, 'outletById'>,
): { readonly sessions: readonly Session[]; readonly conflicts: readonly Conflict[] } {
  const { device } = useApp();
  const { date } = values;
  const live = useLive(async () => (date === '' ? [] : sessionsBetween(device.store, date, date)), [date]);
  const sessions = live.state === 'ready' ? live.value : [];
  const conflicts = useMemo(() => {
    const others = sessions.filter((one) => one.id !== id);
    return conflictsOf([...others, { id, values }], outletById).get(id) ?? [];
  }, [sessions, id, JSON.stringify(values), outletById]);
  return { sessions, conflicts };
}

export function isOnSchedule({ values }: Pick<Session, 'values'>): boolean {
  return !(values.dropped === true && values.status === 'canceled');
}
