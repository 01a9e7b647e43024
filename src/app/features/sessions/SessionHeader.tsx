// What this session is and how it stands, and what can be done with the whole of it. Kept low: on a phone the total below it has to
// be in sight.

import { useState } from 'preact/hooks';
import type { Problem } from '../../../domain/problem.ts';
import type { Session } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import type { Places } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { sessionDetail, sessionTitle } from '../../records/session-words.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { IconButton } from '../../ui/button/IconButton.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import css from './session-header.module.css';
import { SessionMenu } from './SessionMenu.tsx';
import { statusWords } from './status-words.ts';

export interface SessionHeaderProps {
  readonly session: Session;
  readonly places: Places;
}

export function SessionHeader({ session, places }: SessionHeaderProps) {
  const { device, text } = useApp();
  const [menu, setMenu] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { values } = session;

  async function reopen(): Promise<void> {
    const result = await device.act.reopenSession(session.id);
    setProblem(result.ok ? null : result.problem);
  }

  return (
    <>
      <PageHeader
        title={sessionTitle(values, places.siteById, text)}
        back={{ href: routes.today, label: text.shell.today }}
        meta={
          <>
            <span class={css.status} data-status={values.status}>
              {statusWords(values, places.zone, text)}
            </span>
            <span>{sessionDetail(values, places.siteById, text)}</span>
          </>
        }
        actions={
          <>
            {values.status === 'open' && (
              <LinkButton href={routes.finishSession(session.id)} icon="done">
                {text.sessions.finish}
              </LinkButton>
            )}
            {(values.status === 'closed' || values.status === 'canceled') && (
              <Button icon="undo" onClick={() => void reopen()}>
                {text.sessions.reopen}
              </Button>
            )}
            <LinkButton href={routes.shareSession(session.id)} icon="qr">
              {text.sessions.share}
            </LinkButton>
            <IconButton icon="more" look="plain" label={text.sessions.more} onClick={() => setMenu(true)} />
          </>
        }
      />
      {problem !== null && <ProblemNotice problem={problem} title={text.sessions.notSaved} />}
      <Dialog open={menu} title={text.sessions.more} closeLabel={text.shell.close} onClose={() => setMenu(false)}>
        <SessionMenu session={session} onDone={() => setMenu(false)} />
      </Dialog>
    </>
  );
}
