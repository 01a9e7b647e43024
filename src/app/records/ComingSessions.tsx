// The next planned sessions of a place or a partner, each with its day.

import type { Session } from '../../domain/session.ts';
import { useApp } from '../context.ts';
import { routes } from '../routes.ts';
import { List, ListItem } from '../ui/data/List.tsx';
import { ListRow } from '../ui/data/ListRow.tsx';
import type { Places } from './places.ts';
import { sessionDetail, sessionTitle } from './session-words.ts';

const most = 8;

export interface ComingSessionsProps {
  readonly title: string;
  readonly none: string;
  readonly sessions: readonly Session[];
  readonly places: Places;
}

export function ComingSessions({ title, none, sessions, places }: ComingSessionsProps) {
  const { text } = useApp();
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {sessions.length === 0 ? (
        <p>{none}</p>
      ) : (
        <List label={title}>
          {sessions.slice(0, most).map(({ id, values }) => (
            <ListItem key={id}>
              <ListRow
                href={routes.session(id)}
                title={sessionTitle(values, places.siteById, text)}
                meta={[
                  text.formatting.shortDay(values.date),
                  text.formatting.timeRange(values.startsAt, values.endsAt),
                  sessionDetail(values, places.siteById, text),
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              />
            </ListItem>
          ))}
        </List>
      )}
    </section>
  );
}
