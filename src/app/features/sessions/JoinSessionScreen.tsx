// The second tablet at the table joins in: scan the first one's screen, or type what stands under it. Works before the session has
// ever reached this device.

import { useLayoutEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { openSessions } from '../../../device/store/sessions.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { usePlaces } from '../../records/places.ts';
import { TakeSession } from '../../records/TakeSession.tsx';
import { routes } from '../../routes.ts';
import { List, ListItem } from '../../ui/data/List.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { SessionRow } from './SessionRow.tsx';

export function JoinSessionScreen() {
  const { device, text } = useApp();
  const { route } = useLocation();
  const words = text.sessionSteps.join;
  const places = usePlaces();
  const open = useLive(() => openSessions(device.store), [device]);
  // A link to a session that is not here leads to this screen with the code after the '#'.
  const [given] = useState(() => location.hash.slice(1));

  useLayoutEffect(() => {
    if (given !== '') history.replaceState(history.state, '', routes.joinSession);
  }, [given]);

  return (
    <>
      <PageHeader title={words.title} back={{ href: routes.today, label: text.shell.today }} meta={words.lead} />
      <TakeSession given={given} onTaken={(id) => route(routes.session(id), true)} />
      {open.state === 'ready' && places.state === 'ready' && open.value.length > 0 && (
        <section aria-label={words.open}>
          <h2>{words.open}</h2>
          <List label={words.open}>
            {open.value.map((session) => (
              <ListItem key={session.id}>
                <SessionRow session={session} places={places.value} />
              </ListItem>
            ))}
          </List>
        </section>
      )}
    </>
  );
}
