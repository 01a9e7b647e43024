// Are today's and tomorrow's sessions here, each with the site it is at?

import { sites } from '../../../../device/store/records.ts';
import { sessionsBetween } from '../../../../device/store/sessions.ts';
import { addDays } from '../../../../domain/shapes.ts';
import { good, type Line, named, note, todo, type Verdict } from '../line.ts';

export interface SessionsSeen {
  readonly sessions: readonly { readonly title: string; readonly site: string | null }[];
  readonly sites: ReadonlySet<string>;
}

type Word = 'here' | 'none' | 'siteMissing';

export function sessionsVerdict({ sessions, sites: known }: SessionsSeen): Verdict<Word> {
  if (sessions.length === 0) return note('none');
  const without = sessions.filter(({ site }) => site !== null && !known.has(site));
  if (without.length > 0) return todo('siteMissing', { count: without.length, names: named(without.map(({ title }) => title)) });
  return good('here', { count: sessions.length, other: new Set(sessions.flatMap(({ site }) => site ?? [])).size });
}

export const lookAtSessions: Line<Word> = async ({ device: { store }, today }) => {
  const [near, known] = await Promise.all([sessionsBetween(store, today, addDays(today, 1)), sites(store)]);
  const going = near.filter(({ values }) => values.status !== 'canceled');
  return sessionsVerdict({
    sessions: going.map(({ values }) => ({ title: values.title === '' ? values.place : values.title, site: values.site })),
    sites: new Set(known.map(({ id }) => id)),
  });
};
