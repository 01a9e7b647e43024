// What is usual at a site, from the sessions held there lately: so that a new session starts as the last one was.

import type { Store } from '../../../device/store/db.ts';
import { sessionsBetween } from '../../../device/store/sessions.ts';
import type { Session, SessionFields } from '../../../domain/session.ts';
import { addDays, type Day } from '../../../domain/shapes.ts';
import type { Places } from '../../records/places.ts';

export type Habit = Pick<SessionFields, 'activityType' | 'topic' | 'targetAge' | 'format' | 'outlet' | 'template'>;

const lookBack = 60;

/** Sites by how lately a session was held there, newest first. */
export async function habitsBySite(store: Store, today: Day): Promise<ReadonlyMap<string, Habit>> {
  const held = (await sessionsBetween(store, addDays(today, -lookBack), today)).filter(({ values }) => values.openedAt !== null);
  const newestFirst = held.sort((a, b) => (openedAt(a) < openedAt(b) ? 1 : -1));
  const habits = new Map<string, Habit>();
  for (const { values } of newestFirst) {
    const { site, activityType, topic, targetAge, format, outlet, template } = values;
    if (site !== null && !habits.has(site))
      habits.set(site, { activityType, topic, targetAge, format, outlet, ...(template ? { template } : {}) });
  }
  return habits;
}

/** The habit of the site; where it has none, what its kind suggests, with the outlet this device came with last, or the only one there is. */
export function usualFor(
  site: string | null,
  habits: ReadonlyMap<string, Habit>,
  { siteById, outletById }: Pick<Places, 'siteById' | 'outletById'>,
): Habit {
  const own = site === null ? undefined : habits.get(site);
  if (own !== undefined) return own;
  const newest = [...habits.values()][0];
  const type = site === null ? undefined : siteById.get(site)?.type;
  const [only = null, another] = [...outletById.keys()];
  const outlet = newest?.outlet ?? (another === undefined ? only : null);
  const base = { topic: 'other', format: 'in_person_offsite', outlet } as const;
  switch (type) {
    case 'school':
      return { ...base, activityType: 'program_session', targetAge: '6-11' };
    case 'bookmobile_stop':
      return { ...base, activityType: 'bookmobile_stop', targetAge: 'general' };
    case 'library':
      return { ...base, activityType: 'program_session', targetAge: 'general', format: 'in_person_onsite' };
    default:
      return { ...base, activityType: newest?.activityType ?? 'outreach_event', targetAge: newest?.targetAge ?? 'general' };
  }
}

function openedAt({ values }: Session): string {
  return values.openedAt ?? '';
}
