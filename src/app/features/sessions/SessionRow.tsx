// One session in a list: when, where, what, and how it stands.

import { sessionFigures } from '../../../domain/report.ts';
import type { Session } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import type { Places } from '../../records/places.ts';
import { sessionDetail, sessionTitle } from '../../records/session-words.ts';
import { routes } from '../../routes.ts';
import { ListRow } from '../../ui/data/ListRow.tsx';
import css from './session-row.module.css';

export interface SessionRowProps {
  readonly session: Session;
  readonly places: Places;
  /** Who and what goes. */
  readonly also?: string;
}

export function SessionRow({ session, places, also = '' }: SessionRowProps) {
  const { text } = useApp();
  const { values, id } = session;
  const time = timeOf();
  const counted = values.status === 'closed' || values.status === 'open';
  return (
    <ListRow
      href={routes.session(id)}
      leading={time !== '' && <span class={css.time}>{time}</span>}
      icon="calendar"
      title={sessionTitle(values, places.siteById, text)}
      meta={[sessionDetail(values, places.siteById, text), also].filter((part) => part !== '').join(' · ')}
      trailing={
        values.status !== 'planned' && (
          <span class={css.state}>
            {counted && <strong>{text.today.people(sessionFigures(session).attendance)}</strong>}
            <span class={css.status}>{text.words.status[values.status]}</span>
          </span>
        )
      }
    />
  );

  /** When it was planned to begin, else when it did. */
  function timeOf(): string {
    if (values.startsAt !== null) return text.formatting.time(values.startsAt);
    return values.openedAt === null ? '' : text.formatting.clock(values.openedAt, places.zone);
  }
}
