// What a calendar brings besides figures: what it cancels, what is left alone and why, and the places that could become sites.

import type { CalendarPlan } from '../../../domain/import/plan-calendar.ts';
import { useApp } from '../../context.ts';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Chips } from '../../ui/form/Chips.tsx';
import css from './import.module.css';

export interface CalendarNotesProps {
  readonly plan: CalendarPlan;
  readonly makeSites: readonly string[];
  readonly onMakeSites: (keys: readonly string[]) => void;
}

/** A feed of single events can name hundreds; those with most sessions come first. */
const mostShown = 40;

export function CalendarNotes({ plan, makeSites, onMakeSites }: CalendarNotesProps) {
  const { text } = useApp();
  const words = text.calendars;
  const { places } = plan;
  return (
    <>
      {plan.canceled > 0 && <Notice tone="info" title={words.canceled(plan.canceled)} />}
      {plan.canceledButChanged.length > 0 && <Notice tone="warning" title={words.canceledButChanged(plan.canceledButChanged.length)} />}
      {plan.own + plan.outside > 0 && (
        <div class={css.quiet}>
          {plan.own > 0 && <p>{words.own(plan.own)}</p>}
          {plan.outside > 0 && <p>{words.outside(plan.outside)}</p>}
        </div>
      )}
      {places.length > 0 && (
        <Chips
          name="makeSites"
          label={words.placesTitle}
          hint={words.placesText}
          values={makeSites}
          onChange={onMakeSites}
          options={places.slice(0, mostShown).map(({ key, name, sessions }) => ({ value: key, label: words.place(name, sessions) }))}
        />
      )}
      {places.length > mostShown && <p class={css.quiet}>{words.placesMore(places.length - mostShown)}</p>}
    </>
  );
}
