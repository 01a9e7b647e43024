// One session in a list: when, where, what, and how it stands.

import { sessionFigures } from '../../../domain/report.ts';
import type { Session } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import type { Places } from '../../records/places.ts';
import { sessionDetail, sessionTitle } from '../../records/session-words.ts';
import { routes } from '../../routes.ts';
import { ListRow } from '../../ui/data/ListRow.tsx';
import css from './session-row.module.css';

export function SessionRow({ session, places }: { readonly session: Session; readonly places: Places }) {
  const { text } = useApp();
  const { values, id } = session;
  const counted = values.status === 'closed' || values.status === 'open';
  return (
    <ListRow
      href={routes.session(id)}
      leading={values.startsAt === null ? undefined : text.formatting.time(values.startsAt)}
      icon="calendar"
      title={sessionTitle(values, places.siteById, text)}
      meta={sessionDetail(values, places.siteById, text)}
      trailing={
        <span class={css.state}>
          {counted && <strong>{text.today.people(sessionFigures(session).attendance)}</strong>}
          {values.status !== 'planned' && <span class={css.status}>{text.words.status[values.status]}</span>}
        </span>
      }
    />
  );
}
