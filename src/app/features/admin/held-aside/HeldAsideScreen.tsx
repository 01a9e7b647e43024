// What the server holds aside, of all devices: which record, from where, and why. Nothing of it is lost.

import { devices } from '../../../../device/store/records.ts';
import { useApp } from '../../../context.ts';
import { useLive } from '../../../live.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { dayIn, knownZone } from '../../../records/library-day.ts';
import { routes } from '../../../routes.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { LinkButton } from '../../../ui/button/LinkButton.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { Skeleton } from '../../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../../ui/frame/PageHeader.tsx';
import { useAsked } from '../../../use-asked.ts';
import { HeldFactCard } from './HeldFactCard.tsx';
import css from './held-aside.module.css';

export function HeldAsideScreen() {
  const { device, text } = useApp();
  const words = text.settings.held;
  const known = useLive(() => devices(device.store), []);
  const answer = useAsked(() => device.access.quarantine());
  const nameById = new Map(known.state === 'ready' ? known.value.map((one) => [one.id, one.values.name]) : []);
  const held = answer.value;

  return (
    <>
      <PageHeader title={words.title} back={{ href: routes.settings, label: text.settings.title }} meta={words.text} />
      {held === undefined && answer.asking && <Skeleton label={words.loading} rows={3} />}
      {answer.problem && !answer.asking && (
        <ProblemNotice
          problem={answer.problem}
          actions={
            answer.problem.code === 'not-signed-in' ? (
              <LinkButton href={routes.signIn}>{text.access.signIn.title}</LinkButton>
            ) : (
              <Button onClick={answer.again}>{text.shell.tryAgain}</Button>
            )
          }
        />
      )}
      {held?.length === 0 && (
        <EmptyState icon="done" title={words.empty}>
          <p>{words.emptyText}</p>
        </EmptyState>
      )}
      {held !== undefined && held.length > 0 && (
        <ul class={css.list} data-marks="none" aria-label={words.list}>
          {held.map((fact) => (
            <HeldFactCard
              key={fact.id}
              fact={fact}
              device={nameById.get(fact.device) ?? words.unknownDevice}
              day={text.formatting.dayWithYear(dayIn(knownZone(undefined), fact.receivedAt))}
            />
          ))}
        </ul>
      )}
      <p>{words.ownHint}</p>
      <div>
        <LinkButton href={routes.delivery}>{words.seeDelivery}</LinkButton>
      </div>
    </>
  );
}
