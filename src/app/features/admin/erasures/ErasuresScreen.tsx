// What was erased on request, and the proof of it: which devices have confirmed, which have not. It comes from the server; without a
// network it says so.

import { identity } from '../../../../device/store/identity.ts';
import { libraryRecord } from '../../../../device/store/records.ts';
import { may } from '../../../../domain/may.ts';
import { useApp } from '../../../context.ts';
import { useLive } from '../../../live.ts';
import { knownZone } from '../../../records/library-day.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { routes } from '../../../routes.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { LinkButton } from '../../../ui/button/LinkButton.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { Skeleton } from '../../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../../ui/frame/PageHeader.tsx';
import { useAsked } from '../../../use-asked.ts';
import { ErasureCard } from './ErasureCard.tsx';
import css from './erasures.module.css';

export function ErasuresScreen() {
  const { device, text } = useApp();
  const words = text.erasing;
  const here = useLive(async () => {
    const [who, library] = await Promise.all([identity(device.store), libraryRecord(device.store)]);
    return {
      mayErase: who !== null && may(who.level, 'sign-ups.erase'),
      library: library?.values.name ?? '',
      zone: knownZone(library?.values.timeZone),
    };
  }, []);
  const answer = useAsked(() => device.access.erasures());
  const mayErase = here.state === 'ready' && here.value.mayErase;
  return (
    <>
      <PageHeader title={words.title} back={{ href: routes.settings, label: text.settings.title }} />
      {here.state === 'problem' && <ProblemNotice problem={here.problem} />}
      {here.state === 'ready' && !mayErase && <p>{words.notYours}</p>}
      {mayErase && answer.value === undefined && answer.asking && <Skeleton label={words.loading} rows={3} />}
      {mayErase && answer.problem && !answer.asking && (
        <ProblemNotice
          problem={answer.problem}
          actions={
            answer.problem.code === 'not-signed-in' ? (
              <LinkButton href={routes.signIn}>{text.access.devices.signInTitle}</LinkButton>
            ) : (
              <Button onClick={answer.again}>{text.shell.tryAgain}</Button>
            )
          }
        />
      )}
      {here.state === 'ready' && mayErase && answer.value !== undefined && (
        <>
          <p class={css.lead}>{words.text}</p>
          {answer.value.erasures.length === 0 ? (
            <EmptyState icon="check" title={words.empty}>
              {words.emptyText}
            </EmptyState>
          ) : (
            <ol class={css.cards} data-marks="none" aria-label={words.list}>
              {answer.value.erasures.map((one) => (
                <ErasureCard
                  key={one.sequence}
                  erasure={one}
                  devices={answer.value?.devices ?? []}
                  library={here.value.library}
                  zone={here.value.zone}
                />
              ))}
            </ol>
          )}
        </>
      )}
    </>
  );
}
