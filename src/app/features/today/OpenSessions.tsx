// Sessions that are open: the count is in sight, one tap goes on counting. Those left open on an earlier day say so.

import { isUnknown } from '../../../device/store/sessions.ts';
import { sessionFigures } from '../../../domain/report.ts';
import type { Session } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import type { Places } from '../../records/places.ts';
import { sessionDetail, sessionTitle } from '../../records/session-words.ts';
import { routes } from '../../routes.ts';
import { Icon } from '../../ui/Icon.tsx';
import css from './open-sessions.module.css';

export interface OpenSessionsProps {
  readonly sessions: readonly Session[];
  readonly places: Places;
  readonly today: string;
}

export function OpenSessions({ sessions, places, today }: OpenSessionsProps) {
  const { text } = useApp();
  if (sessions.length === 0) return null;
  return (
    <section class={css.section} aria-labelledby="open-now">
      <h2 id="open-now">{text.today.openNow}</h2>
      <ul class={css.cards} data-marks="none">
        {sessions.map((session) => (
          <li key={session.id}>
            <OpenCard session={session} places={places} today={today} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OpenCard({ session, places, today }: { readonly session: Session; readonly places: Places; readonly today: string }) {
  const { text } = useApp();
  const { values } = session;
  const { attendance } = sessionFigures(session);
  const unknown = isUnknown(session);
  const title = sessionTitle(values, places.siteById, text);
  const since =
    values.date < today && !unknown
      ? text.today.openSinceDay(text.formatting.shortDay(values.date))
      : values.openedAt !== null && text.today.openSince(text.formatting.clock(values.openedAt, places.zone));
  return (
    <a class={css.card} href={routes.session(session.id)}>
      <span class={css.words}>
        <span class={css.title}>{title}</span>
        <span class={css.detail}>{unknown ? text.sessions.unknownTitle : sessionDetail(values, places.siteById, text)}</span>
        {since && <span class={css.detail}>{since}</span>}
      </span>
      <span class={css.count}>
        <span class={css.number}>{text.formatting.number(attendance)}</span>
        <span class={css.people}>{text.today.peopleWord(attendance)}</span>
      </span>
      <span class={css.go}>
        {text.today.goOn} <Icon name="forward" />
      </span>
    </a>
  );
}
