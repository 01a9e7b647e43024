// The last look before a session is finished: the figures to confirm, when it ended, and what looks odd, asked about once and never
// in the way. Read standing, with the table half packed up.

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { session as readSession, sessionsAtSite } from '../../../device/store/sessions.ts';
import type { Problem } from '../../../domain/problem.ts';
import { oddities, sessionFigures } from '../../../domain/report.ts';
import type { Session } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { useHoldUpdates } from '../../offline/use-hold-updates.ts';
import { dayIn, instantIn, timeIn, useCorrectedNow } from '../../records/library-day.ts';
import { type Places, usePlaces } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { sessionTitle } from '../../records/session-words.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { TimeField } from '../../ui/form/TimeField.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { Summary } from './Summary.tsx';

/** How many earlier sessions at the site say what is usual there. */
const habit = 12;

export function FinishSessionScreen({ id }: { readonly id: string }) {
  const { device, text } = useApp();
  const places = usePlaces();
  const live = useLive(async () => {
    const session = (await readSession(device.store, id)) ?? null;
    const site = session?.values.site ?? null;
    const earlier = site === null ? [] : await sessionsAtSite(device.store, site, habit + 1);
    const usual = earlier.filter((one) => one.id !== id && one.values.status === 'closed').map((one) => sessionFigures(one).attendance);
    return { session, usual };
  }, [id]);
  const problem = [live, places].find((one) => one.state === 'problem');
  const session = live.state === 'ready' ? live.value.session : null;
  useHoldUpdates(session?.values.status === 'open');
  return (
    <>
      <PageHeader
        title={text.sessionSteps.finish.title}
        back={{ href: routes.session(id), label: text.sessionSteps.finish.goBack }}
        meta={session !== null && places.state === 'ready' && sessionTitle(session.values, places.value.siteById, text)}
      />
      {problem?.state === 'problem' && <ProblemNotice problem={problem.problem} />}
      {live.state === 'loading' && <Skeleton label={text.sessions.readingOne} />}
      {live.state === 'ready' && session === null && <ProblemNotice problem={{ code: 'not-found' }} />}
      {live.state === 'ready' &&
        session !== null &&
        places.state === 'ready' &&
        (session.values.status === 'open' ? (
          <FinishForm session={session} usual={live.value.usual} places={places.value} />
        ) : (
          <Notice tone="info" title={text.sessionSteps.finish.notOpen} />
        ))}
    </>
  );
}

interface FinishFormProps {
  readonly session: Session;
  readonly usual: readonly number[];
  readonly places: Places;
}

function FinishForm({ session, usual, places }: FinishFormProps) {
  const { device, text } = useApp();
  const { route } = useLocation();
  const words = text.sessionSteps.finish;
  const now = useCorrectedNow();
  const { zone } = places;
  const [ended, setEnded] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [failed, setFailed] = useState<Problem | null>(null);
  const { openedAt } = session.values;
  const endedOn = openedAt === null ? dayIn(zone, now) : dayOfEnd(zone, openedAt, now, ended);
  const closedAt = ended === null ? new Date(now).toISOString() : ended === '' ? null : instantIn(zone, endedOn, ended);
  const odd = oddities({ ...session, values: { ...session.values, closedAt } }, usual);
  const mean = usual.length === 0 ? 0 : Math.round(usual.reduce((sum, one) => sum + one, 0) / usual.length);

  async function finish(): Promise<void> {
    setTried(true);
    if (busy || closedAt === null) return;
    setBusy(true);
    const result = await device.act.finishSession(session.id, ended === null ? {} : { closedAt });
    setBusy(false);
    if (result.ok) route(routes.session(session.id), true);
    else setFailed(result.problem);
  }

  return (
    <Form
      problems={tried && closedAt === null ? [{ field: 'ended', message: words.badTime }] : []}
      problemsTitle={text.shell.errorSummaryTitle}
      onSubmit={() => void finish()}
    >
      {failed !== null && <ProblemNotice problem={failed} title={text.sessions.notSaved} />}
      {odd.length > 0 && (
        <Notice tone="warning" title={words.oddTitle}>
          <ul>
            {odd.map((one) => (
              <li key={one}>{one === 'far-from-usual' ? `${words.odd[one]} ${words.usual(mean)}` : words.odd[one]}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Summary session={session} places={places} closedAt={closedAt} />
      <TimeField name="ended" label={words.ended} hint={words.endedHint} value={ended ?? timeIn(zone, now)} onInput={setEnded} />
      <ActionBar>
        <Button type="submit" look="main" large icon="done" busy={busy ? words.finishing : undefined}>
          {odd.length > 0 ? words.confirmOdd : words.confirm}
        </Button>
        <LinkButton href={routes.session(session.id)}>{words.goBack}</LinkButton>
      </ActionBar>
    </Form>
  );
}

/** A time of day typed at the end belongs to the latest day on which it is not in the future: a session left open overnight ended yesterday. */
function dayOfEnd(zone: string, openedAt: string, now: number, ended: string | null): string {
  const today = dayIn(zone, now);
  if (ended === null || ended === '' || ended <= timeIn(zone, now)) return today;
  const opened = dayIn(zone, openedAt);
  return opened < today ? dayIn(zone, now - 86_400_000) : today;
}
