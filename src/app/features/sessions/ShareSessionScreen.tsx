// Held out to a colleague across the table: a code to scan, and the same in letters to type.

import { useState } from 'preact/hooks';
import { inGroups } from '../../../protocol/ids.ts';
import { identity } from '../../../device/store/identity.ts';
import { session as readSession } from '../../../device/store/sessions.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { useHoldUpdates } from '../../offline/use-hold-updates.ts';
import { usePlaces } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { sessionTitle } from '../../records/session-words.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { QrCode } from '../../ui/data/QrCode.tsx';
import { LiveRegion } from '../../ui/feedback/LiveRegion.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { sessionToCode } from '../../records/session-code.ts';
import css from './share-session.module.css';

export function ShareSessionScreen({ id }: { readonly id: string }) {
  useHoldUpdates(true);
  const { device, text } = useApp();
  const words = text.sessionSteps.share;
  const [copied, setCopied] = useState(false);
  const places = usePlaces();
  const live = useLive(async () => {
    const [found, who] = await Promise.all([readSession(device.store, id), identity(device.store)]);
    return { session: found ?? null, library: who?.library ?? '' };
  }, [id]);
  const session = live.state === 'ready' ? live.value.session : null;
  const back = { href: routes.session(id), label: words.done };

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(inGroups(id, 4));
      setCopied(true);
    } catch {
      setCopied(false); // refused by the browser: the code stands on the screen to be read out
    }
  }

  return (
    <>
      <PageHeader
        title={words.title}
        back={back}
        meta={session !== null && places.state === 'ready' && sessionTitle(session.values, places.value.siteById, text)}
      />
      {live.state === 'problem' && <ProblemNotice problem={live.problem} />}
      {live.state === 'loading' && <Skeleton label={text.sessions.readingOne} />}
      {live.state === 'ready' && session === null && <ProblemNotice problem={{ code: 'not-found' }} />}
      {live.state === 'ready' && session !== null && (
        <div class={css.share}>
          <QrCode size="large" label={words.qr} text={sessionToCode(session, live.value.library)} />
          <div class={css.words}>
            <p>{words.lead}</p>
            <div>
              <h2 class={css.heading}>{words.code}</h2>
              <p class={css.code} translate={false}>
                {inGroups(id, 4)}
              </p>
            </div>
            <p>{words.how}</p>
            <div class={css.actions}>
              {'clipboard' in navigator && (
                <Button icon={copied ? 'check' : 'copy'} onClick={() => void copy()}>
                  {copied ? words.copied : words.copy}
                </Button>
              )}
              <LinkButton href={routes.session(id)}>{words.done}</LinkButton>
            </div>
            <LiveRegion text={copied ? words.copied : ''} />
          </div>
        </div>
      )}
    </>
  );
}
