// The schedule by day and by week: who is where, when, with which vehicle. A week is a list by day on a phone and seven columns at a desk;
// both are headings and lists, so that keyboard and screen reader have the same. The list of all sessions is the view beside them.

import { addDays, type Day, isDay } from '../../../domain/shapes.ts';
import { weekdays, weekdayOn } from '../../../domain/repeat.ts';
import { useApp } from '../../context.ts';
import { useToday } from '../../records/library-day.ts';
import { type Places, usePlaces } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { usePlanned, usePlanners } from '../../records/use-planning.ts';
import { routes } from '../../routes.ts';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { DayPlan } from './DayPlan.tsx';
import { ScheduleHeader } from './ScheduleHeader.tsx';
import css from './schedule.module.css';
import { WeekPlan } from './WeekPlan.tsx';

export interface ScheduleScreenProps {
  readonly view: string;
  readonly day?: string;
}

export function ScheduleScreen({ view, day }: ScheduleScreenProps) {
  const { text } = useApp();
  const places = usePlaces();
  const today = useToday(places.state === 'ready' ? places.value.zone : null);
  const chosen = day !== undefined && isDay(day) && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : today;
  const kind = view === 'day' ? 'day' : 'week';
  return (
    <>
      <ScheduleHeader view={kind} day={day === undefined ? null : chosen} />
      {places.state === 'problem' && <ProblemNotice problem={places.problem} />}
      {places.state === 'loading' && <Skeleton label={text.sessions.reading} rows={6} />}
      {places.state === 'ready' && chosen !== null && today !== null && (
        <Plan kind={kind} day={chosen} today={today} places={places.value} />
      )}
    </>
  );
}

interface PlanProps {
  readonly kind: 'day' | 'week';
  readonly day: Day;
  readonly today: Day;
  readonly places: Places;
}

function Plan({ kind, day, today, places }: PlanProps) {
  const { text } = useApp();
  const words = text.schedule;
  const from = kind === 'day' ? day : addDays(day, -weekdays.indexOf(weekdayOn(day)));
  const days = kind === 'day' ? [day] : weekdays.map((_, at) => addDays(from, at));
  const last = days.at(-1) ?? from;
  const live = usePlanned(from, last, places);
  const planners = usePlanners();
  const step = days.length;
  const staffById = planners.state === 'ready' ? planners.value.staffNameById : new Map<string, string>();
  const title = kind === 'day' ? text.formatting.day(day) : words.weekOf(text.formatting.shortDay(from), text.formatting.shortDay(last));

  return (
    <>
      <nav class={css.steps} aria-label={title}>
        <LinkButton icon="back" href={routes.schedule(kind, addDays(from, -step))}>
          {words.before[kind]}
        </LinkButton>
        <h2 class={css.when}>{title}</h2>
        <LinkButton href={routes.schedule(kind, addDays(from, step))}>{words.after[kind]}</LinkButton>
        {!days.includes(today) && (
          <LinkButton look="quiet" href={routes.schedule(kind, today)}>
            {words.toToday}
          </LinkButton>
        )}
      </nav>
      {live.state === 'problem' && <ProblemNotice problem={live.problem} />}
      {live.state === 'loading' && <Skeleton label={text.sessions.reading} rows={6} />}
      {live.state === 'ready' &&
        (kind === 'day' ? (
          <DayPlan planned={live.value} places={places} staffById={staffById} />
        ) : (
          <WeekPlan days={days} today={today} planned={live.value} places={places} />
        ))}
    </>
  );
}
