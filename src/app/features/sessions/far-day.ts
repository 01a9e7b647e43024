// A day so far ahead that other devices do not have its sessions yet: said where a session is planned for it or moved to it.

import { daysAhead } from '../../../domain/days-known.ts';
import { addDays, type Day } from '../../../domain/shapes.ts';
import type { Text } from '../../text/text.ts';

/** `date` as typed: empty, or with a year of more than four digits while it is being typed. */
export function farDayHint(date: string, today: Day, text: Text): string | undefined {
  if (date.length !== today.length || date <= addDays(today, daysAhead)) return undefined;
  return text.schedule.farDay(text.formatting.dayWithYear(addDays(date, -daysAhead)));
}
