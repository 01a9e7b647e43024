// Staff are about to hand this device to the public: whether it is fit for that, what visitors are offered, and how staff come back.

import { useApp } from '../../context.ts';
import { useHoldUpdates } from '../../offline/use-hold-updates.ts';
import { usePlaces } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { sessionTitle } from '../../records/session-words.ts';
import { routes } from '../../routes.ts';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import css from './hand-over.module.css';
import { HandOverForm } from './HandOverForm.tsx';
import { Hindrances } from './Hindrances.tsx';
import { useReadiness } from './use-readiness.ts';

export function HandOverScreen({ id }: { readonly id: string }) {
  useHoldUpdates(true);
  const { text } = useApp();
  const words = text.handOver;
  const places = usePlaces();
  const live = useReadiness(id);
  const session = live.state === 'ready' ? live.value.session : null;
  return (
    <>
      <PageHeader
        title={words.title}
        back={{ href: routes.session(id), label: words.backToSession }}
        meta={session !== null && places.state === 'ready' && sessionTitle(session.values, places.value.siteById, text)}
      />
      {live.state === 'problem' && <ProblemNotice problem={live.problem} />}
      {live.state === 'loading' && <Skeleton label={words.reading} />}
      {live.state === 'ready' && session === null && <ProblemNotice problem={{ code: 'not-found' }} />}
      {live.state === 'ready' && session !== null && (
        <div class={css.screen}>
          <p>{words.lead}</p>
          <Hindrances found={live.value.hindrances} />
          <HandOverForm key={id} {...live.value} session={session} ready={live.value.hindrances.length === 0} />
        </div>
      )}
    </>
  );
}
