// [S15][S16] What a device is sent, by its level and the day: computed here, in the library's time zone, never by the device.

import { daysAhead, daysKnown, daysOfUnsettled } from '../../domain/days-known.ts';
import { addDays, type Day } from '../../domain/shapes.ts';
import type { Level } from '../../domain/may.ts';
import { unreachable } from '../../domain/problem.ts';
import { fieldValue } from '../../domain/record.ts';
import type { Scope } from '../../protocol/pull.ts';
import type { ExpressionBuilder } from 'kysely';
import type { Subject } from './fold-subjects.ts';
import type { Tables } from './tables.ts';

export function scopeOn(now: Date, timeZone: string): Scope {
  const today = dayIn(now, timeZone);
  return { from: addDays(today, -daysKnown), to: addDays(today, daysAhead) };
}

/** Subjects that leave the scope by their day: sessions by theirs, loans 45 days after they came back (open ones have no day). */
export const datedTypes = ['session', 'loan'];

/** For a where clause over `subject`: those a device of this level may have. */
export function inScope(level: Level, days: Scope) {
  return (row: ExpressionBuilder<Tables, 'subject'>) => {
    switch (level) {
      case 'coordinator':
      case 'staff':
        return row.or([row('subject.type', 'not in', datedTypes), row('subject.date', 'is', null), hasDayIn(row, days)]);
      case 'kiosk':
        return row('subject.type', 'in', ['library', 'sealing-key', 'outlet', 'site', 'template']);
      case 'partner':
        return row.lit(false);
      default:
        return unreachable(level);
    }
  };
}

/** For a where clause: by its day, or because of a sign-up that is still to be done. */
export function hasDayIn(row: ExpressionBuilder<Tables, 'subject'>, days: Scope) {
  return row.or([isWithinDays(row, days), row.and([row('subject.kept', '=', 1), row('subject.date', '>=', keptFrom(days))])]);
}

/** For a where clause: by its day alone. */
export function isWithinDays(row: ExpressionBuilder<Tables, 'subject'>, days: Scope) {
  return row.and([row('subject.date', '>=', days.from), row('subject.date', '<=', days.to)]);
}

/** Whether a subject of this day and mark is one that `hasDayIn` finds. */
export function isDayIn({ date, kept }: { readonly date: Day; readonly kept: number }, days: Scope): boolean {
  return isWithin(date, days) || (kept === 1 && date >= keptFrom(days));
}

export function isWithin(date: Day, days: Scope): boolean {
  return date >= days.from && date <= days.to;
}

function keptFrom({ from }: Scope): Day {
  return addDays(from, daysKnown - daysOfUnsettled);
}

/** The zone a push gave the library, null when it did not; the last one that names a real zone counts. */
export function timeZoneOf(library: string, subjects: readonly Subject[]): string | null {
  const record = subjects.find(({ row }) => row.key === `library/${library}`);
  const zone = record === undefined ? undefined : fieldValue(record.view.fields['timeZone']);
  return typeof zone === 'string' && isZone(zone) ? zone : null;
}

/** Making a formatter costs a hundred times what using one does. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

export function dayIn(now: Date, timeZone: string): string {
  const format =
    dayFormats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  dayFormats.set(timeZone, format);
  return format.format(now);
}

function isZone(timeZone: string): boolean {
  try {
    return dayIn(new Date(0), timeZone) !== '';
  } catch {
    return false; // RangeError: no such zone
  }
}
