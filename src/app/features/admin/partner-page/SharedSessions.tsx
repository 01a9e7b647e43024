// Sessions as a partner reads them, one below the other in order of time: when, where, for whom, what was agreed.

import type { SharedSession } from '../../../../protocol/shared.ts';
import { useApp } from '../../../context.ts';
import { routes } from '../../../routes.ts';
import { LinkButton } from '../../../ui/button/LinkButton.tsx';
import { DetailRows } from '../../../ui/data/DetailRows.tsx';
import css from './partner-page.module.css';

export interface SharedSessionsProps {
  readonly sessions: readonly SharedSession[];
  /** The library's name: it brings something too. */
  readonly library: string;
  readonly label: string;
}

export function SharedSessions({ sessions, library, label }: SharedSessionsProps) {
  return (
    <ol class={css.sessions} aria-label={label} data-marks="none">
      {sessions.map((one) => (
        <li key={one.id}>
          <OneSession session={one} library={library} />
        </li>
      ))}
    </ol>
  );
}

function OneSession({ session, library }: { readonly session: SharedSession; readonly library: string }) {
  const { text } = useApp();
  const words = text.shared;
  const { formatting } = text;
  const what = session.topic === 'other' ? text.words.activityType[session.activityType] : text.words.topic[session.topic];
  const when = [formatting.day(session.date), formatting.timeRange(session.startsAt, session.endsAt)];
  const brings = session.brings.map(({ what: thing, who, name }) => `${{ library, you: words.you, other: name }[who]}: ${thing}`);
  return (
    <article class={css.session} data-canceled={session.status === 'canceled' ? '' : undefined}>
      <h3>
        {when.filter((part) => part !== '').join(' · ')}
        {session.status === 'canceled' && <span class={css.canceled}>{text.words.status.canceled}</span>}
      </h3>
      <p class={css.title}>{session.title || session.place || what}</p>
      <p class={css.what}>{[what, text.words.targetAge[session.targetAge]].join(' · ')}</p>
      <DetailRows
        rows={[
          { label: text.sessionSteps.details.place, value: session.title === '' ? '' : session.place, verbatim: true },
          { label: words.address, value: session.address === session.place ? '' : session.address, verbatim: true },
          { label: text.schedule.goals, value: formatting.list(session.goals.map((goal) => text.schedule.goal[goal])) },
          { label: text.schedule.brings, value: brings.join('\n'), verbatim: true },
          { label: words.sessionNotes, value: session.sharedNotes, verbatim: true },
          { label: text.partners.history.attendance, value: session.counts === null ? '' : formatting.number(session.counts.attendance) },
          { label: words.prepare.prepared, value: session.prepared === undefined ? '' : formatting.number(session.prepared) },
        ]}
      />
      {session.prepared !== undefined && (
        <div>
          <LinkButton icon="people" href={routes.prepareClass(session.id)}>
            {words.prepare.open}
          </LinkButton>
        </div>
      )}
    </article>
  );
}
