// How often, on which days, from when until when, and when not. The rule itself is shown to nobody, unless it came from elsewhere and
// cannot be said in these words: then it stays as it is.

import { useState } from 'preact/hooks';
import { mostWeeks, type Repeat, turns, turnOf, type Weekday, weekdayOn, weekdays, weeksOf } from '../../../domain/repeat.ts';
import type { DaySpan } from '../../../domain/import/recurrence.ts';
import type { Day } from '../../../domain/shapes.ts';
import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import { ChoiceGroup } from '../../ui/form/ChoiceGroup.tsx';
import { Chips } from '../../ui/form/Chips.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import { NumberField } from '../../ui/form/NumberField.tsx';
import { SelectField } from '../../ui/form/SelectField.tsx';
import { type DaysOff, holidayProblem, withHoliday } from './days-off.ts';
import css from './repeat-fields.module.css';
import { repeatWords } from './repeat-words.ts';

export interface RepeatTyped extends DaysOff {
  /** null: a rule that cannot be told in words. */
  readonly repeat: Repeat | null;
  /** Every so many weeks, as typed; null while another rhythm is chosen. `repeat` follows as far as it is a number. */
  readonly weeks: string | null;
  readonly start: Day;
  /** '' while it has no end. */
  readonly until: string;
}

export interface RepeatFieldsProps {
  readonly typed: RepeatTyped;
  readonly rule: string;
  readonly isNew: boolean;
  readonly onChange: (set: Partial<RepeatTyped>) => void;
}

const choices = ['weekly', 'biweekly', 'weeks', 'monthly'] as const;
/** The usual round of a mobile library. */
const usualWeeks = 4;
type Choice = (typeof choices)[number] | 'other';

export function RepeatFields({ typed, rule, isNew, onChange }: RepeatFieldsProps) {
  const { text } = useApp();
  const words = text.schedule.series;
  const { repeat, weeks, start, until, except, spans, holiday, holidayUntil } = typed;
  const [asked, setAsked] = useState(false);
  const wrong = asked ? holidayProblem(typed, text.schedule) : undefined;
  const choice: Choice = weeks === null ? choiceOf(repeat) : 'weeks';
  const from = start === '' ? '2026-01-05' : start;

  return (
    <div class={css.rhythm}>
      <ChoiceGroup
        name="every"
        label={words.every}
        columns
        value={choice}
        onChange={(chosen) => choose(chosen)}
        choices={[...choices, ...(choice === 'other' ? (['other'] as const) : [])].map((value) => ({
          value,
          label: value === 'other' && repeat !== null ? repeatWords(repeat, text) : words.choices[value],
        }))}
      />
      {repeat === null && <p>{words.otherRule(rule)}</p>}
      {repeat?.kind === 'weekly' && weeks !== null && (
        <NumberField
          name="weeks"
          label={words.weeks}
          hint={words.weeksHint}
          min={2}
          max={mostWeeks}
          value={weeks}
          onInput={(written) => onChange({ weeks: written, repeat: { ...repeat, every: weeksOf(written) ?? repeat.every } })}
        />
      )}
      {repeat?.kind === 'weekly' && (
        <Chips
          name="days"
          label={words.days}
          values={repeat.days}
          onChange={(days) => onChange({ repeat: { ...repeat, days } })}
          options={weekdays.map((value) => ({ value, label: words.weekday[value] }))}
        />
      )}
      {repeat?.kind === 'monthly' && (
        <div class={css.row}>
          <SelectField
            name="turn"
            label={words.turn}
            value={String(repeat.turn)}
            onInput={(value) => onChange({ repeat: { ...repeat, turn: turns.find((one) => String(one) === value) ?? 1 } })}
            options={turns.map((value) => ({ value: String(value), label: words.turns[`${value}`] }))}
          />
          <SelectField
            name="day"
            label={words.day}
            value={repeat.day}
            onInput={(value) => onChange({ repeat: { ...repeat, day: weekdays.find((one) => one === value) ?? 'MO' } })}
            options={weekdays.map((value: Weekday) => ({ value, label: words.weekday[value] }))}
          />
        </div>
      )}
      <div class={css.row}>
        <DateField
          name="start"
          label={words.start}
          hint={isNew ? undefined : words.startHint}
          value={start}
          onInput={(day) => onChange({ start: day })}
        />
        <DateField name="until" label={words.until} hint={words.untilHint} value={until} onInput={(day) => onChange({ until: day })} />
      </div>
      <fieldset class={css.except}>
        <legend>{words.except}</legend>
        {except.length + spans.length > 0 && (
          <ul data-marks="none">
            {except.map((day) => (
              <li key={day} class={css.row}>
                {text.formatting.dayWithYear(day)}
                <Button look="quiet" icon="close" onClick={() => onChange({ except: except.filter((one) => one !== day) })}>
                  {words.exceptRemove(text.formatting.dayWithYear(day))}
                </Button>
              </li>
            ))}
            {spans.map((span) => (
              <li key={`${span.from} ${span.to}`} class={css.row}>
                <span>{words.exceptRange(...ends(span))}</span>
                <Button look="quiet" icon="close" onClick={() => onChange({ spans: spans.filter((one) => one !== span) })}>
                  {words.exceptRemoveMany(...ends(span))}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <div class={css.row}>
          <DateField
            name="except"
            label={words.exceptDay}
            error={wrong?.field === 'except' ? wrong.message : undefined}
            value={holiday}
            onInput={(day) => onChange({ holiday: day })}
          />
          <DateField
            name="exceptUntil"
            label={words.exceptUntil}
            hint={words.exceptUntilHint}
            error={wrong?.field === 'exceptUntil' ? wrong.message : undefined}
            value={holidayUntil}
            onInput={(day) => onChange({ holidayUntil: day })}
          />
          <Button icon="add" onClick={add}>
            {holidayUntil === '' ? words.exceptAdd : words.exceptAddMany}
          </Button>
        </div>
      </fieldset>
    </div>
  );

  function ends({ from: first, to }: DaySpan): readonly [string, string] {
    return [text.formatting.dayWithYear(first), text.formatting.dayWithYear(to)];
  }

  function add(): void {
    const isWrong = holidayProblem(typed, text.schedule) !== undefined;
    setAsked(isWrong);
    if (!isWrong) onChange({ ...withHoliday(typed), holiday: '', holidayUntil: '' });
  }

  function choose(chosen: Choice): void {
    if (chosen === 'other') return;
    if (chosen === 'monthly') {
      onChange({ repeat: { kind: 'monthly', every: 1, turn: turnOf(from), day: weekdayOn(from) }, weeks: null });
      return;
    }
    const every = { weekly: 1, biweekly: 2, weeks: usualWeeks }[chosen];
    const days = repeat?.kind === 'weekly' ? repeat.days : [weekdayOn(from)];
    onChange({ repeat: { kind: 'weekly', every, days }, weeks: chosen === 'weeks' ? String(every) : null });
  }
}

/** What stands in the field for the weeks when a rule is read. */
export function weeksIn(repeat: Repeat | null): string | null {
  return repeat?.kind === 'weekly' && repeat.every > 2 && repeat.every <= mostWeeks ? String(repeat.every) : null;
}

function choiceOf(repeat: Repeat | null): Choice {
  if (repeat === null) return 'other';
  if (repeat.kind === 'monthly') return repeat.every === 1 ? 'monthly' : 'other';
  return repeat.every === 1 ? 'weekly' : repeat.every === 2 ? 'biweekly' : 'other';
}
