// A week: a list by day where it is narrow, seven columns at a desk. The same headings and lists in both.

import type { Day } from '../../../domain/shapes.ts';
import { useApp } from '../../context.ts';
import type { Places } from '../../records/places.ts';
import { sessionDetail, sessionTitle } from '../../records/session-words.ts';
import type { Planned } from '../../records/use-planning.ts';
import { routes } from '../../routes.ts';
import { Icon } from '../../ui/Icon.tsx';
import css from './schedule.module.css';

export interface WeekPlanProps {
  readonly days: readonly Day[];
  readonly today: Day;
  readonly planned: Planned;
  readonly places: Places;
}

export function WeekPlan({ days, today, planned: { sessions, conflicts }, places }: WeekPlanProps) {
  const { text } = useApp();
  const words = text.schedule;
  return (
    <div class={css.week}>
      {days.map((day) => {
        const ofDay = sessions.filter(({ values }) => values.date === day);
        return (
          <section class={css.column} key={day} aria-labelledby={`day-${day}`}>
            <h3 id={`day-${day}`} data-today={day === today}>
              <a href={routes.schedule('day', day)}>
                {text.formatting.shortDay(day)}
                {day === today && <span class={css.today}>{words.toToday}</span>}
              </a>
            </h3>
            {ofDay.length === 0 ? (
              <p class={css.nothing}>{words.nothing}</p>
            ) : (
              <ul data-marks="none">
                {ofDay.map(({ id, values }) => (
                  <li key={id}>
                    <a class={css.stop} href={routes.session(id)} data-status={values.status}>
                      <span class={css.time}>{text.formatting.timeRange(values.startsAt, values.endsAt) || words.noTime}</span>
                      <span class={css.title}>{sessionTitle(values, places.siteById, text)}</span>
                      <span class={css.detail}>
                        {[
                          values.outlet === null ? '' : (places.outletById.get(values.outlet)?.name ?? ''),
                          sessionDetail(values, places.siteById, text),
                          values.status === 'planned' ? '' : text.words.status[values.status],
                        ]
                          .filter((part) => part !== '')
                          .join(' · ')}
                      </span>
                      {conflicts.has(id) && (
                        <span class={css.conflict}>
                          <Icon name="warning" /> {words.conflict.mark}
                        </span>
                      )}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}
