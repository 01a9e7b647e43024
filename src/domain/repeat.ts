// How a series repeats, as a person says it, and as a rule of RFC 5545 says it. A rule of another make is kept as it is and shown as text.

import { type Day, isDay } from './shapes.ts';

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];
/** -1: the last one of the month. */
export const turns = [1, 2, 3, 4, -1] as const;
export type Turn = (typeof turns)[number];

export type Repeat =
  | { readonly kind: 'weekly'; readonly every: number; readonly days: readonly Weekday[] }
  | { readonly kind: 'monthly'; readonly every: number; readonly turn: Turn; readonly day: Weekday };

/** How many weeks may lie from one week to the next, where that is typed. */
export const mostWeeks = 52;

/** null: no whole number of weeks from 2 to `mostWeeks`. */
export function weeksOf(typed: string): number | null {
  const weeks = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0;
  return weeks >= 2 && weeks <= mostWeeks ? weeks : null;
}

export function weekdayOn(date: Day): Weekday {
  return weekdays[(new Date(date).getUTCDay() + 6) % 7] ?? 'MO';
}

/** 'the second Tuesday': which of its weekday in the month a day is; the fifth is the last. */
export function turnOf(date: Day): Turn {
  const nth = Math.ceil(Number(date.slice(8)) / 7);
  return turns.find((one) => one === nth) ?? -1;
}

export function ruleOf(repeat: Repeat): string {
  const every = repeat.every === 1 ? '' : `;INTERVAL=${repeat.every}`;
  if (repeat.kind === 'monthly') return `FREQ=MONTHLY${every};BYDAY=${repeat.turn}${repeat.day}`;
  return `FREQ=WEEKLY${every};BYDAY=${weekdays.filter((one) => repeat.days.includes(one)).join(',')}`;
}

/** null: a rule that cannot be told in these words. `start` gives the day where a weekly rule names none. */
export function repeatOf(rule: string, start: Day): Repeat | null {
  const parts = new Map(
    rule
      .toUpperCase()
      .replace(/^RRULE:/, '')
      .split(';')
      .filter((part) => part !== '' && part !== 'WKST=MO')
      .map((part): readonly [string, string] => [part.split('=')[0] ?? '', part.split('=')[1] ?? '']),
  );
  if ([...parts.keys()].some((name) => !['FREQ', 'INTERVAL', 'BYDAY'].includes(name))) return null;
  const every = Number(parts.get('INTERVAL') ?? 1);
  const named = parts.get('BYDAY');
  if (!Number.isInteger(every) || every < 1) return null;
  if (parts.get('FREQ') === 'WEEKLY') {
    const days = named === undefined ? [weekdayOn(start)] : named.split(',').map((one) => weekdays.find((day) => day === one));
    return days.every((one) => one !== undefined) ? { kind: 'weekly', every, days } : null;
  }
  const [, nth, day] = /^([1-4]|-1)(MO|TU|WE|TH|FR|SA|SU)$/.exec(named ?? '') ?? [];
  const turn = turns.find((one) => String(one) === nth);
  const weekday = weekdays.find((one) => one === day);
  return parts.get('FREQ') === 'MONTHLY' && turn !== undefined && weekday !== undefined
    ? { kind: 'monthly', every, turn, day: weekday }
    : null;
}

/** The same rhythm, when the session of `from` moves to `to`, and those after it with it. */
export function repeatMoved(repeat: Repeat, from: Day, to: Day): Repeat {
  if (!isDay(to)) return repeat;
  if (repeat.kind === 'monthly') return { ...repeat, turn: turnOf(to), day: weekdayOn(to) };
  const days = repeat.days.map((one) => (one === weekdayOn(from) ? weekdayOn(to) : one));
  return { ...repeat, days: [...new Set(days)] };
}

/** Every other week is counted from the week of `start`: who moves the session into another week moves the count with it. */
export function movedRhythm(repeat: Repeat, from: Day, to: Day): { readonly rule: string; readonly start: Day } {
  const laterWeek =
    repeat.kind === 'weekly' && repeat.every > 1 && to > from && weekdays.indexOf(weekdayOn(to)) < weekdays.indexOf(weekdayOn(from));
  return { rule: ruleOf(repeatMoved(repeat, from, to)), start: laterWeek || to < from ? to : from };
}
