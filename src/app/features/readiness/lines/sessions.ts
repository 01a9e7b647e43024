// Are today's and tomorrow's sessions here, each with the site it is at, and is each vehicle, person and device in one place at a time?

import { outlets, sites } from '../../../../device/store/records.ts';
import { sessionsBetween } from '../../../../device/store/sessions.ts';
import { conflictsOf } from '../../../../domain/conflicts.ts';
import { addDays } from '../../../../domain/shapes.ts';
import { good, type Line, named, note, todo, type Verdict } from '../line.ts';

export interface SessionsSeen {
  readonly sessions: readonly {
    readonly title: string;
    readonly site: string | null;
    /** It shares a vehicle, a person or a device with another one at the same time. */
    readonly conflicts: boolean;
  }[];
  readonly sites: ReadonlySet<string>;
}

type Word = 'here' | 'none' | 'siteMissing' | 'twice';

/** What is in two places at once is told and not forbidden, as everywhere: this device can leave all the same. */
export function sessionsVerdict({ sessions, sites: known }: SessionsSeen): Verdict<Word> {
  if (sessions.length === 0) return note('none');
  const without = sessions.filter(({ site }) => site !== null && !known.has(site));
  if (without.length > 0) return todo('siteMissing', { count: without.length, names: named(without.map(({ title }) => title)) });
  const twice = sessions.filter(({ conflicts }) => conflicts);
  if (twice.length > 0) return note('twice', { count: twice.length, names: named(twice.map(({ title }) => title)) });
  return good('here', { count: sessions.length, other: new Set(sessions.flatMap(({ site }) => site ?? [])).size });
}

export const lookAtSessions: Line<Word> = async ({ device: { store }, today }) => {
  const [near, known, vehicles] = await Promise.all([sessionsBetween(store, today, addDays(today, 1)), sites(store), outlets(store)]);
  const conflicts = conflictsOf(near, new Map(vehicles.map(({ id, values }) => [id, values])));
  const going = near.filter(({ values }) => values.status !== 'canceled');
  return sessionsVerdict({
    sessions: going.map(({ id, values }) => ({
      title: values.title === '' ? values.place : values.title,
      site: values.site,
      conflicts: conflicts.has(id),
    })),
    sites: new Set(known.map(({ id }) => id)),
  });
};
