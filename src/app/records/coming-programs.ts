// The library's planned sessions that one can sign up for, by what they are called where they are offered: title, place, day and time.

import { sessionsBetween } from '../../device/store/sessions.ts';
import { daysAhead } from '../../domain/days-known.ts';
import { isProgram, type PlannedProgram } from '../../domain/programs.ts';
import type { SessionFields } from '../../domain/session.ts';
import { addDays } from '../../domain/shapes.ts';
import { useApp } from '../context.ts';
import type { Text } from '../text/text.ts';
import { useLive } from '../live.ts';
import { useToday } from './library-day.ts';
import { type Places, placesOf } from './places.ts';
import { placeOf } from './session-words.ts';

const longestName = 240;

/** Soonest first, without `session` itself; none while they are read. What looks the same to who chooses is offered once. */
export function useComingPrograms(session: string, zone: string): readonly PlannedProgram[] {
  const { device, text } = useApp();
  const today = useToday(zone);
  const live = useLive(async () => {
    const [sessions, places] = await Promise.all([sessionsBetween(device.store, today, addDays(today, daysAhead)), placesOf(device.store)]);
    const byName = new Map<string, string>();
    for (const one of sessions) {
      const name = programName(one.values, places, text);
      if (one.id !== session && isProgram(one) && !byName.has(name)) byName.set(name, one.id);
    }
    return [...byName].map(([name, id]): PlannedProgram => ({ session: id, name }));
  }, [device, session, today, text]);
  return live.state === 'ready' ? live.value : none;
}

const none: readonly PlannedProgram[] = [];

/** 'Book club, Maple Court (Thu, Nov 12, 4:00 PM)' */
function programName(values: SessionFields, { siteById }: Pick<Places, 'siteById'>, { formatting, words }: Text): string {
  const place = placeOf(values, siteById);
  const title = values.title || words.topic[values.topic];
  const what = [title, place].filter((part) => part !== '').join(', ');
  const when = [formatting.shortDay(values.date), values.startsAt === null ? '' : formatting.time(values.startsAt)];
  return `${what.slice(0, longestName)} (${when.filter((part) => part !== '').join(', ')})`;
}
