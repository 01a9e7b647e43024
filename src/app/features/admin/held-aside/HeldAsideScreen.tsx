// What the server holds aside, of all devices: which record, from where, and why. Nothing of it is lost. It comes in pages, which are
// asked for; how many there are in all is always said.

import { useState } from 'preact/hooks';
import { devices } from '../../../../device/store/records.ts';
import { useApp } from '../../../context.ts';
import { useLive } from '../../../live.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import type { HeldFact, QuarantineAnswer } from '../../../../protocol/access.ts';
import { dayIn } from '../../../records/library-day.ts';
import { useZone } from '../../../records/places.ts';
import { routes } from '../../../routes.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { LinkButton } from '../../../ui/button/LinkButton.tsx';
import { WindowedList } from '../../../ui/data/WindowedList.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { Skeleton } from '../../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../../ui/frame/PageHeader.tsx';
import { useAsked } from '../../../use-asked.ts';
import { useWork } from '../../../use-work.ts';
import { HeldFactRow } from './HeldFactRow.tsx';

export function HeldAsideScreen() {
  const { device, text } = useApp();
  const words = text.settings.held;
  const known = useLive(() => devices(device.store), []);
  const zone = useZone();
  const answer = useAsked(() => device.access.quarantine(null));
  const [later, setLater] = useState<readonly QuarantineAnswer[]>([]);
  const asking = useWork();
  const nameById = new Map(known.state === 'ready' ? known.value.map((one) => [one.id, one.values.name]) : []);
  const pages = answer.value === undefined ? [] : [answer.value, ...later];
  const last = pages.at(-1);
  const held = pages.flatMap((page) => page.held);

  async function more(after: string): Promise<void> {
    const page = await asking.run(() => device.access.quarantine(after));
    if (page !== undefined) setLater((before) => [...before, page]);
  }

  return (
    <>
      <PageHeader title={words.title} back={{ href: routes.settings, label: text.settings.title }} meta={words.text} />
      {last === undefined && answer.asking && <Skeleton label={words.loading} rows={3} />}
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
      {last?.count === 0 && (
        <EmptyState icon="done" title={words.empty}>
          <p>{words.emptyText}</p>
        </EmptyState>
      )}
      {last !== undefined && held.length > 0 && (
        <>
          <p role="status">{last.next === null ? words.all(last.count) : words.newest(held.length, last.count)}</p>
          <WindowedList
            label={words.list}
            items={held}
            itemKey={({ key }) => key}
            estimatedHeight={230}
            row={(fact: HeldFact) => (
              <HeldFactRow
                fact={fact}
                device={nameById.get(fact.device) ?? words.unknownDevice}
                day={text.formatting.dayWithYear(dayIn(zone, fact.receivedAt))}
              />
            )}
          />
          {asking.problem && <ProblemNotice problem={asking.problem} />}
          {last.next !== null && (
            <div>
              <Button busy={asking.busy ? words.loading : undefined} onClick={() => void more(last.next ?? '')}>
                {words.more(Math.min(last.held.length, Math.max(1, last.count - held.length)))}
              </Button>
            </div>
          )}
        </>
      )}
      <p>{words.ownHint}</p>
      <div>
        <LinkButton href={routes.delivery}>{words.seeDelivery}</LinkButton>
      </div>
    </>
  );
}
