// The days a timetable's rule falls on. Days only: no zone, no time, no clock; the rule is read as if it were for midnight UTC,
// and none of that is seen outside. The library behind it is large: import this file lazily.

import { RRuleTemporal } from 'rrule-temporal';
import { failed, ok, type Result } from '../problem.ts';
import { addDays, type Day } from '../shapes.ts';

export interface Recurrence {
  /** RFC 5545 section 3.3.10, by days or longer: 'FREQ=WEEKLY;INTERVAL=2'. 'RRULE:' before it does not matter. */
  readonly rule: string;
  readonly start: Day;
  /** The last day, besides what the rule itself says. */
  readonly until: Day | null;
  readonly except: readonly Day[];
}

/** The longest span asked for at once, in days. */
export const mostDays = 800;

/**
 * The days from `from` to `to`, both included, in order. A rule without an end is fine.
 * Problem: input-invalid, `field` frequency, `reason` part (one we do not take, or twice), value, or span.
 */
export function recurringDays(recurrence: Recurrence, from: Day, to: Day): Result<readonly Day[]> {
  const { start, until, except } = recurrence;
  if (to > addDays(from, mostDays)) return invalid('span');
  const rule = readRule(recurrence.rule);
  if (!rule.ok) return rule;
  const last = until !== null && until < to ? until : to;
  if (last < from || last < start) return ok([]);
  try {
    const rrule = new RRuleTemporal({ rruleString: `DTSTART:${start.replaceAll('-', '')}T000000Z\nRRULE:${rule.value}` });
    const days = rrule.between(new Date(from), new Date(last), edgesIncluded).map((found) => found.toString().slice(0, 10));
    return ok(days.filter((day) => !except.includes(day)));
  } catch {
    return invalid('value'); // the library throws for values it does not take, and for a rule that would keep it busy for ever
  }
}

const edgesIncluded = true;

/** Both included. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

/** The days within any of these spans, each as often as there are spans that have it. Problems as above. */
export function daysWithin(recurrence: Recurrence, spans: readonly DaySpan[]): Result<readonly Day[]> {
  const found: Day[] = [];
  for (const { from, to } of spans) {
    const days = recurringDays(recurrence, from, to);
    if (!days.ok) return days;
    found.push(...days.value);
  }
  return ok(found);
}

/** What we take and how it must look; hours and minutes make no days, and other calendars no timetable. */
const parts: Readonly<Record<string, RegExp>> = {
  FREQ: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d{0,2}$/,
  COUNT: /^[1-9]\d{0,3}$/,
  UNTIL: /^\d{8}(T\d{6}Z?)?$/,
  BYDAY: /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU))*$/,
  BYMONTHDAY: /^-?\d{1,2}(,-?\d{1,2})*$/,
  BYYEARDAY: /^-?\d{1,3}(,-?\d{1,3})*$/,
  BYWEEKNO: /^-?\d{1,2}(,-?\d{1,2})*$/,
  BYMONTH: /^\d{1,2}(,\d{1,2})*$/,
  BYSETPOS: /^-?\d{1,3}(,-?\d{1,3})*$/,
  WKST: /^(MO|TU|WE|TH|FR|SA|SU)$/,
};

function readRule(text: string): Result<string> {
  const rule = new Map<string, string>();
  for (const part of text
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/\s/g, '')
    .split(';')) {
    if (part === '') continue;
    const [name = '', value = ''] = part.split('=');
    if (!Object.hasOwn(parts, name) || rule.has(name)) return invalid('part');
    if (parts[name]?.test(value) !== true) return invalid('value');
    // The last day counts whole, whatever time of it is named.
    rule.set(name, name === 'UNTIL' ? value.slice(0, 8) : value);
  }
  if (!rule.has('FREQ')) return invalid('part');
  return ok([...rule].map(([name, value]) => `${name}=${value}`).join(';'));
}

function invalid(reason: 'part' | 'value' | 'span') {
  return failed('input-invalid', { field: 'frequency', reason });
}
