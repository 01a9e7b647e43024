// Today: opened on the step of the bookmobile, often with one hand. What is open comes first, then what is planned, then what is
// done, then the days ahead. The one main action is a new session.

import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { delivery } from '../../../device/store/delivery.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Session } from '../../../domain/session.ts';
import { addDays } from '../../../domain/shapes.ts';
import { useApp } from '../../context.ts';
import { useShared } from '../../live.ts';
import { dayIn, useCorrectedNow } from '../../records/library-day.ts';
import { type Places, usePlaces } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { routes } from '../../routes.ts';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { ComingUp } from './ComingUp.tsx';
import { DeliverySlip } from './DeliverySlip.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { daysAhead, nearSessions } from './near-sessions.ts';
import { OpenSessions } from './OpenSessions.tsx';
import { TodaysList } from './TodaysList.tsx';
import css from './today-screen.module.css';

export function TodayScreen() {
  const { text } = useApp();
  const now = useCorrectedNow();
  const places = usePlaces();
  const zone = places.state === 'ready' ? places.value.zone : null;
  const today = zone === null ? null : dayIn(zone, now);
  const sessions = useShared(nearSessions(now));
  const state = useShared(delivery);

  const problem = [sessions, places].find((one) => one.state === 'problem');
  return (
    <>
      <PageHeader
        title={text.today.title}
        meta={today !== null && text.formatting.day(today)}
        actions={
          <div class={css.wide}>
            <LinkButton href={routes.joinSession} icon="scan">
              {text.today.joinSession}
            </LinkButton>
            <LinkButton look="main" icon="add" href={routes.newSession}>
              {text.today.newSession}
            </LinkButton>
          </div>
        }
      />
      {state.state === 'ready' && zone !== null && <DeliverySlip delivery={state.value} zone={zone} />}
      <p>
        <a href={routes.ready}>{text.today.ready}</a>
      </p>
      {problem?.state === 'problem' ? (
        <ProblemNotice problem={problem.problem} />
      ) : places.state === 'ready' && sessions.state === 'ready' && today !== null ? (
        <Content places={places.value} today={today} {...sessions.value} />
      ) : (
        <Skeleton label={text.today.reading} />
      )}
      <div class={css.phone}>
        <ActionBar>
          <div class={css.fresh}>
            <LinkButton look="main" wide icon="add" href={routes.newSession}>
              {text.today.newSession}
            </LinkButton>
          </div>
          <div class={css.join}>
            <LinkButton wide href={routes.joinSession}>
              {text.today.joinSession}
            </LinkButton>
          </div>
        </ActionBar>
      </div>
    </>
  );
}

interface ContentProps {
  readonly places: Places;
  readonly today: string;
  readonly open: readonly Session[];
  readonly around: readonly Session[];
}

function Content({ places, today, open, around }: ContentProps) {
  const { device, text, drawn } = useApp();
  useEffect(drawn, [drawn]);
  const { route } = useLocation();
  const [problem, setProblem] = useState<Problem | null>(null);
  const near = around.filter(({ values }) => values.date >= today && values.date <= addDays(today, daysAhead));
  const todays = near.filter(({ values }) => values.date === today);
  const planned = todays.filter(({ values }) => values.status === 'planned');
  const done = todays.filter(({ values }) => values.status === 'closed' || values.status === 'canceled');
  const next = near.filter(({ values }) => values.date > today && values.status === 'planned');

  async function start(id: string): Promise<void> {
    const result = await device.act.startSession(id);
    if (result.ok) route(routes.session(id));
    else setProblem(result.problem);
  }

  return (
    <div class={css.content}>
      {problem !== null && <ProblemNotice problem={problem} title={text.sessions.notSaved} />}
      <OpenSessions sessions={open} places={places} today={today} />
      {planned.length > 0 && <TodaysList title={text.today.planned} sessions={planned} places={places} onStart={start} />}
      {open.length + planned.length === 0 &&
        (near.length === 0 && places.siteById.size === 0 ? (
          <FirstSteps />
        ) : (
          <EmptyState icon="calendar" title={text.today.nothingTitle}>
            {text.today.nothingText}
          </EmptyState>
        ))}
      {done.length > 0 && <TodaysList title={text.today.done} sessions={done} places={places} />}
      {next.length > 0 && <ComingUp sessions={next} places={places} />}
    </div>
  );
}
