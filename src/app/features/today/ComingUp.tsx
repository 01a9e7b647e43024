// The days ahead, shortly: the next few sessions by day, and the way to all of them.

import type { Session } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import type { Places } from '../../records/places.ts';
import { sessionDetail, sessionTitle } from '../../records/session-words.ts';
import { routes } from '../../routes.ts';
import { List, ListItem } from '../../ui/data/List.tsx';
import { ListRow } from '../../ui/data/ListRow.tsx';
import css from './todays-list.module.css';

const most = 5;

export function ComingUp({ sessions, places }: { readonly sessions: readonly Session[]; readonly places: Places }) {
  const { text } = useApp();
  return (
    <section class={css.section} aria-labelledby="coming-up">
      <h2 id="coming-up">{text.today.next}</h2>
      <List label={text.today.next}>
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
      <p>
        <a href={routes.sessions}>{text.today.allSessions}</a>
      </p>
    </section>
  );
}
