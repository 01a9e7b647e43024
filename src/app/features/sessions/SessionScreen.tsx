// One session and its parts. The panels for counting, sign-ups and hand-outs are given from outside, so that features stay apart;
// notes belong to the session itself.

import type { ComponentType } from 'preact';
import type { Session } from '../../../domain/session.ts';
import { isUnknown, session as readSession } from '../../../device/store/sessions.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { useHoldUpdates } from '../../offline/use-hold-updates.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { type Places, usePlaces } from '../../records/places.ts';
import { routes, type SessionTab } from '../../routes.ts';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { Tabs } from '../../ui/frame/Tabs.tsx';
import { listProgress } from '../../../domain/checklist-progress.ts';
import { checkedInCount, sessionFigures } from '../../../domain/report.ts';
import { surveyResults } from '../../../domain/survey-results.ts';
import css from './session-screen.module.css';
import { latePart } from './late-part.tsx';
import { NotesPanel } from './NotesPanel.tsx';
import { OverwrittenNotice } from './OverwrittenNotice.tsx';
import { SessionHeader } from './SessionHeader.tsx';
import { StatusSteps } from './StatusSteps.tsx';

export interface SessionPanelProps {
  readonly session: Session;
  readonly places: Places;
}

export interface SessionPanels {
  readonly attendance: ComponentType<SessionPanelProps>;
  readonly roster: ComponentType<SessionPanelProps>;
  readonly signUps: ComponentType<SessionPanelProps>;
  readonly handOuts: ComponentType<SessionPanelProps>;
  readonly checklist: ComponentType<SessionPanelProps>;
  readonly survey: ComponentType<SessionPanelProps>;
}

export interface SessionScreenProps {
  readonly id: string;
  readonly tab: SessionTab;
  readonly panels: SessionPanels;
}

const LateAboutPlace = latePart(() => import('./AboutPlace.tsx').then((module) => module.AboutPlace));
const LateConflicts = latePart(() => import('./SessionConflicts.tsx').then((module) => module.SessionConflicts));

export function SessionScreen({ id, tab, panels }: SessionScreenProps) {
  const { device, text } = useApp();
  const live = useLive(async () => (await readSession(device.store, id)) ?? null, [id]);
  const places = usePlaces();
  const session = live.state === 'ready' ? live.value : null;
  useHoldUpdates(session?.values.status === 'open');

  if (live.state === 'problem' || places.state === 'problem') {
    return <Broken problem={live.state === 'problem' ? live.problem : places.state === 'problem' ? places.problem : { code: 'bug' }} />;
  }
  if (live.state === 'loading' || places.state === 'loading') {
    return (
      <>
        <PageHeader title={text.sessions.one} />
        <Skeleton label={text.sessions.readingOne} />
      </>
    );
  }
  if (session === null) return <NotHere id={id} />;
  const panel = { session, places: places.value };
  const { status } = session.values;
  // Who writes down how it was does not ask the way any more.
  const unfolded = tab === 'notes' && (status === 'planned' || status === 'open');
  return (
    <>
      <SessionHeader session={session} places={places.value} />
      <SessionTabs session={session} tab={tab} />
      {isUnknown(session) && (
        <Notice tone="info" title={text.sessions.unknownTitle}>
          <p>{text.sessions.unknownText}</p>
        </Notice>
      )}
      <OverwrittenNotice session={session} />
      <StatusSteps session={session} zone={places.value.zone} />
      {status === 'planned' && <LateConflicts {...panel} />}
      {(status === 'planned' || tab === 'notes') && (
        <LateAboutPlace key={String(unfolded)} values={session.values} places={places.value} open={unfolded} />
      )}
      {tab === 'attendance' && <panels.attendance {...panel} />}
      {tab === 'roster' && <panels.roster {...panel} />}
      {tab === 'sign-ups' && <panels.signUps {...panel} />}
      {tab === 'resources' && <panels.handOuts {...panel} />}
      {tab === 'checklist' && <panels.checklist {...panel} />}
      {tab === 'survey' && <panels.survey {...panel} />}
      {tab === 'notes' && <NotesPanel key={id} session={session} />}
      {tab === 'attendance' && session.values.status === 'open' && (
        <div class={css.finish}>
          <LinkButton href={routes.finishSession(id)} icon="done">
            {text.sessions.finishSession}
          </LinkButton>
        </div>
      )}
    </>
  );
}

function SessionTabs({ session, tab }: { readonly session: Session; readonly tab: SessionTab }) {
  const { text } = useApp();
  const figures = sessionFigures(session);
  const list = listProgress(session);
  const { answers } = surveyResults(session);
  const count = (number: number) => (number === 0 ? undefined : text.formatting.number(number));
  const one = (name: SessionTab, label: string, counted?: string) => ({
    href: routes.session(session.id, name),
    label,
    current: name === tab,
    count: counted,
  });
  return (
    <Tabs
      label={text.sessions.tabs.label}
      tabs={[
        one('attendance', text.sessions.tabs.attendance),
        one('roster', text.roster.tab, count(checkedInCount(session))),
        one('sign-ups', text.sessions.tabs.signUps, count(figures.signUps)),
        one('resources', text.sessions.tabs.handOuts, count(figures.handOuts)),
        ...(list.items.length > 0 || tab === 'checklist'
          ? [
              one(
                'checklist',
                text.workshops.checklist.tab,
                `${text.formatting.number(list.done)}/${text.formatting.number(list.items.length)}`,
              ),
            ]
          : []),
        ...(session.values.asksSurvey || answers > 0 || tab === 'survey' ? [one('survey', text.workshops.survey.tab, count(answers))] : []),
        one('notes', text.sessions.tabs.notes),
      ]}
    />
  );
}

function NotHere({ id }: { readonly id: string }) {
  const { text } = useApp();
  return (
    <>
      <PageHeader title={text.sessions.notHereTitle} back={{ href: routes.sessions, label: text.sessions.title }} />
      <p>{text.sessions.notHereText}</p>
      <div>
        <LinkButton href={`${routes.joinSession}#${id}`}>{text.sessions.joinWithThis}</LinkButton>
      </div>
    </>
  );
}

function Broken({ problem }: { readonly problem: Parameters<typeof ProblemNotice>[0]['problem'] }) {
  const { text } = useApp();
  return (
    <>
      <PageHeader title={text.sessions.title} back={{ href: routes.today, label: text.shell.today }} />
      <ProblemNotice problem={problem} />
    </>
  );
}
