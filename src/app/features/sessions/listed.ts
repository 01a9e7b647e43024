// Which sessions the list shows and in which order, with a row for each day: what lies ahead from today on, what is past backwards.

import type { SiteFields } from '../../../domain/places.ts';
import type { Session } from '../../../domain/session.ts';
import type { Day } from '../../../domain/shapes.ts';
import { folded, matches } from '../../records/search.ts';
import { placeOf, sessionDetail, sessionTitle } from '../../records/session-words.ts';
import type { Text } from '../../text/text.ts';

export const sessionFilters = ['ahead', 'earlier', 'open', 'planned', 'closed', 'canceled', 'all'] as const;
export type SessionFilter = (typeof sessionFilters)[number];

export type ListedItem = { readonly kind: 'day'; readonly day: Day } | { readonly kind: 'session'; readonly session: Session };

export interface ListedBy {
  readonly filter: SessionFilter;
  readonly search: string;
  readonly today: Day;
  readonly siteById: ReadonlyMap<string, SiteFields>;
  readonly text: Text;
}

/** `sessions` by day and start, as the store gives them. */
export function listed(sessions: readonly Session[], { filter, search, today, siteById, text }: ListedBy): readonly ListedItem[] {
  const found = sessions.filter((session) => fits(session, filter, today) && (search.trim() === '' || isFound(session)));
  const forwards = filter === 'ahead' || filter === 'planned';
  return byDay(forwards ? found : reversedDays(found));

  function isFound({ values }: Session): boolean {
    const words = [sessionTitle(values, siteById, text), sessionDetail(values, siteById, text), placeOf(values, siteById)].join(' ');
    return matches(folded(words), search);
  }
}

function fits({ values }: Session, filter: SessionFilter, today: Day): boolean {
  switch (filter) {
    case 'ahead':
      return values.date >= today || values.status === 'open';
    case 'earlier':
      return values.date < today && values.date !== '0001-01-01';
    case 'all':
      return true;
    default:
      return values.status === filter;
  }
}

function byDay(sessions: readonly Session[]): readonly ListedItem[] {
  return sessions.flatMap((session, at): ListedItem[] => {
    const item: ListedItem = { kind: 'session', session };
    const { date } = session.values;
    return sessions[at - 1]?.values.date === date ? [item] : [{ kind: 'day', day: date }, item];
  });
}

/** The last day first; within a day the order stays. */
function reversedDays(sessions: readonly Session[]): readonly Session[] {
  const days = new Map<Day, Session[]>();
  for (const session of sessions) {
    const ofDay = days.get(session.values.date);
    if (ofDay === undefined) days.set(session.values.date, [session]);
    else ofDay.push(session);
  }
  return [...days.values()].reverse().flat();
}
