// Sessions as an iCalendar file for other calendars: what, when, where, and whether it takes place. Nothing about persons, no notes, no
// counts. Times are in UTC, which every calendar understands without being told our zone's rules.

import { createZones } from '../import/calendar-zones.ts';
import type { Session } from '../session.ts';
import { addDays, type Instant } from '../shapes.ts';
import { type CalendarProperty, calendarText, escapedText, ownUid } from './calendar-text.ts';

export interface SessionCalendar {
  /** What the calendar is called. */
  readonly name: string;
  readonly library: string;
  /** IANA, the library's. */
  readonly zone: string;
  /** When the file is written. */
  readonly at: Instant;
  readonly sessions: readonly {
    readonly session: Session;
    /** What a person would call it. */
    readonly title: string;
    readonly siteName: string;
    readonly address: string;
  }[];
}

export function sessionCalendar({ name, library, zone, at, sessions }: SessionCalendar): string {
  const zones = createZones();
  const stamp = utc(Date.parse(at));
  const events = sessions.map(({ session, title, siteName, address }): readonly CalendarProperty[] => {
    const { values, id } = session;
    const { date, startsAt, endsAt } = values;
    const instant = (time: string) => utc(zones.instantOf({ day: date, time }, zone));
    const where = siteName === '' ? values.place : [siteName, address].filter((part) => part !== '').join(', ');
    const times: readonly CalendarProperty[] =
      startsAt === null
        ? [
            ['DTSTART;VALUE=DATE', date.replaceAll('-', '')],
            ['DTEND;VALUE=DATE', addDays(date, 1).replaceAll('-', '')],
          ]
        : [['DTSTART', instant(startsAt)], ...(endsAt !== null && endsAt > startsAt ? [['DTEND', instant(endsAt)] as const] : [])];
    return [
      ['UID', `${id}${ownUid(library)}`],
      ['DTSTAMP', stamp],
      ['SEQUENCE', String(sequenceOf(session))],
      ...times,
      ['SUMMARY', escapedText(title)],
      ...(where === '' ? [] : [['LOCATION', escapedText(where)] as const]),
      ['STATUS', values.status === 'canceled' ? 'CANCELLED' : 'CONFIRMED'],
    ];
  });
  const head: readonly CalendarProperty[] = [
    ['X-WR-CALNAME', escapedText(name)],
    ['X-WR-TIMEZONE', zone],
  ];
  return calendarText(head, events);
}

/** 'wayside-2026-11-12.ics', 'wayside-sessions.ics': never a name in it. */
export function sessionCalendarName(sessions: SessionCalendar['sessions']): string {
  const [only, ...more] = sessions;
  return only !== undefined && more.length === 0 ? `wayside-${only.session.values.date}-${only.session.id}.ics` : 'wayside-sessions.ics';
}

/**
 * Higher after each change that a calendar shows, and never lower: a calendar passes over what comes with a number below the last. The
 * library's sequence numbers only rise; facts that have none yet come on top, one each, as each will have one of its own.
 */
function sequenceOf({ fields }: Session): number {
  const shown = ['title', 'date', 'startsAt', 'endsAt', 'site', 'place', 'status'].map((field) => fields[field]);
  const newest = Math.max(0, ...shown.map((state) => state?.current?.seq ?? 0));
  const waiting = new Set(shown.flatMap((state) => state?.pending.map(({ fact }) => fact) ?? []));
  return Math.min(2_147_483_647, newest + waiting.size);
}

function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}
