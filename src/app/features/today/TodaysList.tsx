// Today's planned sessions, each with its start; and the finished ones, each with its count.

import { useState } from 'preact/hooks';
import { sessionFigures } from '../../../domain/report.ts';
import type { Session } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import type { Places } from '../../records/places.ts';
import { sessionDetail, sessionTitle } from '../../records/session-words.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { List, ListItem } from '../../ui/data/List.tsx';
import { ListRow } from '../../ui/data/ListRow.tsx';
import css from './todays-list.module.css';

export interface TodaysListProps {
  readonly title: string;
  readonly sessions: readonly Session[];
  readonly places: Places;
  /** Planned ones can be started from here. */
  readonly onStart?: (id: string) => Promise<void>;
}

export function TodaysList({ title, sessions, places, onStart }: TodaysListProps) {
  const { text } = useApp();
  return (
    <section class={css.section} aria-label={title}>
      <h2>{title}</h2>
      <List label={title}>
        {sessions.map((session) => (
          <ListItem key={session.id}>
            <Row session={session} places={places} onStart={onStart} words={text} />
          </ListItem>
        ))}
      </List>
    </section>
  );
}

interface RowProps {
  readonly session: Session;
  readonly places: Places;
  readonly onStart: TodaysListProps['onStart'];
  readonly words: ReturnType<typeof useApp>['text'];
}

function Row({ session, places, onStart, words: text }: RowProps) {
  const [starting, setStarting] = useState(false);
  const { values, id } = session;
  const title = sessionTitle(values, places.siteById, text);
  const time = values.startsAt !== null && <span class={css.time}>{text.formatting.time(values.startsAt)}</span>;
  const meta = [
    values.endsAt === null ? '' : text.today.until(text.formatting.time(values.endsAt)),
    sessionDetail(values, places.siteById, text),
  ]
    .filter((part) => part !== '')
    .join(' · ');
  if (onStart === undefined) {
    const state = values.status === 'canceled' ? text.words.status.canceled : text.today.people(sessionFigures(session).attendance);
    return (
      <ListRow
        href={routes.session(id)}
        leading={time}
        icon={values.status === 'canceled' ? 'close' : 'done'}
        title={title}
        meta={meta}
        trailing={state}
      />
    );
  }
  return (
    <ListRow
      leading={time}
      icon="calendar"
      title={
        <a class={css.link} id={`session-${id}`} href={routes.session(id)}>
          {title}
        </a>
      }
      meta={meta}
      trailing={
        <Button
          icon="start"
          describedBy={`session-${id}`}
          busy={starting ? text.today.starting : undefined}
          onClick={() => {
            setStarting(true);
            void onStart(id).finally(() => setStarting(false));
          }}
        >
          {text.today.start}
        </Button>
      }
    />
  );
}
