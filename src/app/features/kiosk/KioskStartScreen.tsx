// A device enrolled as kiosk, while nobody of the public has it: how delivery stands, whether it is ready to leave, the session it is for,
// and handing it over. Other screens of staff do not exist on it. While Ready to leave is looked at, the form with its PIN waits behind it.

import { useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { delivery } from '../../../device/store/delivery.ts';
import { useApp } from '../../context.ts';
import { useShared } from '../../live.ts';
import { deliveryWords } from '../../records/delivery-words.ts';
import { useCorrectedNow } from '../../records/library-day.ts';
import { usePlaces, useZone } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { sessionTitle } from '../../records/session-words.ts';
import { TakeSession } from '../../records/TakeSession.tsx';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { DeliveryState } from '../../ui/feedback/DeliveryState.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { useArrival } from '../../ui/frame/arrival.ts';
import { ThemeMenu } from '../../ui/frame/ThemeMenu.tsx';
import css from './hand-over.module.css';
import { HandOverForm } from './HandOverForm.tsx';
import { Hindrances } from './Hindrances.tsx';
import { useReadiness } from './use-readiness.ts';

export function KioskStartScreen() {
  const { screens, text } = useApp();
  const { path } = useLocation();
  const words = text.handOver.start;
  const [session, setSession] = useState<string | null>(null);
  const main = useRef<HTMLElement>(null);
  const isAtReady = path === routes.ready;
  useArrival(isAtReady ? 'ready' : 'start', main);
  return (
    <main class={css.start} id="main" tabIndex={-1} ref={main}>
      {isAtReady && <screens.ReadinessScreen />}
      <div class={css.screen} hidden={isAtReady}>
        <div class={css.row}>
          <h1>{words.title}</h1>
          <ThemeMenu label={text.shell.theme.title} legend={text.shell.theme.title} labels={text.shell.theme} />
        </div>
        <HowDeliveryStands />
        <div>
          <LinkButton icon="check" href={routes.ready}>
            {text.readiness.title}
          </LinkButton>
        </div>
        {session !== null && <Taken session={session} onOther={() => setSession(null)} />}
        {/* It may have the camera on, which does not wait. */}
        {session === null && !isAtReady && (
          <section class={css.screen} aria-label={words.codeTitle}>
            <h2>{words.codeTitle}</h2>
            <p>{words.lead}</p>
            <TakeSession given="" onTaken={setSession} />
          </section>
        )}
      </div>
    </main>
  );
}

function HowDeliveryStands() {
  const { text } = useApp();
  const now = useCorrectedNow();
  const zone = useZone();
  const live = useShared(delivery);
  if (live.state === 'problem') return <ProblemNotice problem={live.problem} />;
  if (live.state === 'loading') return <Skeleton label={text.handOver.start.delivery} rows={1} />;
  const { state, label, detail } = deliveryWords(live.value, { now, zone, text });
  return (
    <section aria-label={text.handOver.start.delivery}>
      <DeliveryState state={state} label={label} />
      {detail !== undefined && <p>{detail}</p>}
    </section>
  );
}

function Taken({ session: id, onOther }: { readonly session: string; readonly onOther: () => void }) {
  const { text } = useApp();
  const words = text.handOver;
  const places = usePlaces();
  const live = useReadiness(id);
  if (live.state === 'problem') return <ProblemNotice problem={live.problem} />;
  if (live.state === 'loading' || places.state !== 'ready' || live.value.session === null) return <Skeleton label={words.reading} />;
  return (
    <>
      <div class={css.row}>
        <h2>{words.start.joined(sessionTitle(live.value.session.values, places.value.siteById, text))}</h2>
        <Button onClick={onOther}>{words.start.other}</Button>
      </div>
      <Hindrances found={live.value.hindrances} />
      <HandOverForm key={id} {...live.value} session={live.value.session} ready={live.value.hindrances.length === 0} />
    </>
  );
}
