// What this session is and how it stands, and what can be done with the whole of it. Kept low: on a phone the total below it has to
// be in sight.

import { useState } from 'preact/hooks';
import { isUnknown } from '../../../device/store/sessions.ts';
import type { Session } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import type { Places } from '../../records/places.ts';
import { sessionDetail, sessionTitle } from '../../records/session-words.ts';
import { routes } from '../../routes.ts';
import { IconButton } from '../../ui/button/IconButton.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import css from './session-header.module.css';
import { SessionMenu } from './SessionMenu.tsx';
import { statusWords } from './status-words.ts';

export interface SessionHeaderProps {
  readonly session: Session;
  readonly places: Places;
}

export function SessionHeader({ session, places }: SessionHeaderProps) {
  const { text } = useApp();
  const [menu, setMenu] = useState(false);
  const { values } = session;
  const unknown = isUnknown(session) && values.status !== 'open';

  return (
    <>
      <header class={css.header}>
        <h1>
          <span class={css.title}>{sessionTitle(values, places.siteById, text)}</span>
        </h1>
        <div class={css.actions}>
          {values.status === 'open' && (
            <span class={css.wide}>
              <LinkButton href={routes.finishSession(session.id)} icon="done">
                {text.sessions.finish}
              </LinkButton>
            </span>
          )}
          <LinkButton href={routes.shareSession(session.id)} icon="qr">
            <span class={css.wideWord}>{text.sessions.share}</span>
          </LinkButton>
          <IconButton icon="more" look="plain" label={text.sessions.more} onClick={() => setMenu(true)} />
        </div>
        <p class={css.meta}>
          <span class={css.status} data-status={values.status}>
            {unknown ? text.sessions.unknownTitle : statusWords(values, places.zone, text)}
          </span>
          {!unknown && <span>{sessionDetail(values, places.siteById, text)}</span>}
        </p>
      </header>
      <Dialog open={menu} title={text.sessions.more} closeLabel={text.shell.close} onClose={() => setMenu(false)}>
        <SessionMenu session={session} onDone={() => setMenu(false)} />
      </Dialog>
    </>
  );
}
