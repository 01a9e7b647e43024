// The events of an iCalendar text, each read on its own: one that cannot be used is told by line, UID and reason, and spoils no other.
// Takes a whole calendar, several in one file, or an event alone. What days they fall on is in calendar-days.ts.

import { failed, ok, type Result } from '../problem.ts';
import { type Day, isDay, type TimeOfDay } from '../shapes.ts';
import { atOnce, type Steps, stretch } from '../steps.ts';
import { type CalendarLine, calendarLines, listParts, plainText, withoutMarkup } from './calendar-lines.ts';
import { createZones, type OwnZone, type Zones } from './calendar-zones.ts';

/** A time as written. `zone` IANA; null for a whole day. */
export interface CalendarTime {
  readonly day: Day;
  readonly time: TimeOfDay | null;
  readonly zone: string | null;
}

export interface CalendarEvent {
  readonly line: number;
  /** '' when the event has none. */
  readonly uid: string;
  readonly start: CalendarTime;
  /** How long it lasts in minutes; null when it does not say. Of whole days: 1,440 each. */
  readonly minutes: number | null;
  /** RRULE as written; several are more than any calendar in use writes, and the event is refused. */
  readonly rule: string | null;
  readonly alsoOn: readonly CalendarTime[];
  readonly notOn: readonly CalendarTime[];
  /** Which occurrence of its series this event replaces. */
  readonly replaces: CalendarTime | null;
  readonly canceled: boolean;
  readonly sequence: number;
  readonly title: string;
  readonly description: string;
  readonly location: string;
  readonly categories: readonly string[];
}

export const badEventReasons = ['no-start', 'date', 'zone', 'frequency', 'cut-short', 'duplicate'] as const;

export interface BadEvent {
  readonly line: number;
  readonly uid: string;
  readonly reason: (typeof badEventReasons)[number];
  /** The property or TZID it is about; for a duplicate the line of the first. */
  readonly field: string;
}

/** A time zone that is none of IANA's or Windows', and whose rules fit none. */
export interface UnknownZone {
  /** As written, cut to what can be shown. */
  readonly tzid: string;
  /** Events that name it. */
  readonly events: number;
}

export interface Calendar {
  /** X-WR-CALNAME, '' when it has none. */
  readonly name: string;
  readonly events: readonly CalendarEvent[];
  readonly bad: readonly BadEvent[];
  /** Most events first; also those that staff have said something of. */
  readonly unknownZones: readonly UnknownZone[];
  readonly zones: Zones;
}

/** TZID, as in `UnknownZone` -> the IANA zone that staff say is meant. */
export type SaidZones = Readonly<Record<string, string>>;

export const mostCalendarEvents = 20_000;
export const longestCalendar = 25_000_000;

const linesAStep = 2_000;
const eventsAStep = 40;

/** In one piece, for whom nobody waits. */
export function readCalendar(text: string, zone: string): Result<Calendar> {
  return atOnce(calendarInSteps(text, zone));
}

/**
 * Problem: calendar-unreadable (`reason` empty, too-large, no-calendar, too-many-events). `zone`: the library's, for floating times. Events
 * in a zone that nobody knows, and of which `said` says nothing that this machine knows, are bad.
 */
export function* calendarInSteps(text: string, zone: string, said: SaidZones = {}): Steps<Result<Calendar>> {
  if (text.length > longestCalendar) return failed('calendar-unreadable', { reason: 'too-large', most: longestCalendar });
  if (text.trim() === '') return failed('calendar-unreadable', { reason: 'empty' });
  const found = yield* stretch(componentsOf(text), 0, 0.5);
  if (!found.calendar) return failed('calendar-unreadable', { reason: 'no-calendar' });
  if (found.events.length > mostCalendarEvents)
    return failed('calendar-unreadable', { reason: 'too-many-events', most: mostCalendarEvents });
  const zones = createZones(found.zones);
  const floating = (found.zone === '' ? null : zones.zoneOf(found.zone)) ?? zone;
  const events: CalendarEvent[] = [];
  const bad: BadEvent[] = [];
  const unknown = new Map<string, number>();
  for (const [at, part] of found.events.entries()) {
    if (at % eventsAStep === 0) yield 0.5 + (0.5 * at) / found.events.length;
    const named = new Set<string>();
    const saidOf = (tzid: string) => {
      named.add(shownZone(tzid));
      const answer = Object.hasOwn(said, shownZone(tzid)) ? said[shownZone(tzid)] : undefined;
      return answer === undefined ? null : zones.zoneOf(answer);
    };
    const read = readEvent(part, { zones, floating, zoneOf: (tzid) => zones.zoneOf(tzid) ?? saidOf(tzid) });
    if ('reason' in read) bad.push(read);
    else events.push(read);
    for (const tzid of named) unknown.set(tzid, (unknown.get(tzid) ?? 0) + 1);
  }
  const unknownZones = [...unknown].map(([tzid, count]) => ({ tzid, events: count })).toSorted((a, b) => b.events - a.events);
  return ok({ name: found.name, events, bad, unknownZones, zones });
}

function shownZone(tzid: string): string {
  return tzid.slice(0, 100);
}

interface EventPart {
  readonly line: number;
  readonly lines: CalendarLine[];
  whole: boolean;
}

interface Components {
  /** There is something of a calendar in it. */
  readonly calendar: boolean;
  readonly name: string;
  readonly zone: string;
  readonly events: readonly EventPart[];
  readonly zones: ReadonlyMap<string, OwnZone>;
}

/** VEVENTs and VTIMEZONEs with the lines that are their own: alarms inside an event speak of other things. */
function* componentsOf(text: string): Steps<Components> {
  const found = { calendar: false, name: '', zone: '', events: [] as EventPart[], zones: new Map<string, OwnZone>() };
  let [lines, letters] = [0, 0];
  const inside: string[] = [];
  let event: EventPart | null = null;
  let zone: CalendarLine[] = [];
  for (const line of calendarLines(text)) {
    lines += 1;
    letters += line.name.length + line.value.length;
    if (lines % linesAStep === 0) yield letters / text.length;
    const kind = line.value.trim().toUpperCase();
    if (line.name === 'BEGIN') {
      // An event that begins within an event: the one before was cut short.
      if (kind === 'VEVENT') {
        event = { line: line.line, lines: [], whole: false };
        found.events.push(event);
        inside.length = 0;
      }
      if (kind === 'VTIMEZONE') zone = [];
      if (kind === 'VCALENDAR' || kind === 'VEVENT') found.calendar = true;
      inside.push(kind);
      continue;
    }
    if (line.name === 'END') {
      if (kind === 'VEVENT' && event !== null) {
        event.whole = true;
        event = null;
      }
      if (kind === 'VTIMEZONE') addZone(found.zones, zone);
      const at = inside.lastIndexOf(kind);
      if (at >= 0) inside.length = at;
      continue;
    }
    const within = inside.at(-1);
    if (within === 'VEVENT') event?.lines.push(line);
    else if (inside.includes('VTIMEZONE')) zone.push({ ...line, name: within === 'VTIMEZONE' ? line.name : `${within}.${line.name}` });
    else if (line.name === 'X-WR-CALNAME') found.name = plainText(line.value, 200);
    else if (line.name === 'X-WR-TIMEZONE') found.zone = line.value.trim();
  }
  return found;
}

function addZone(zones: Map<string, OwnZone>, lines: readonly CalendarLine[]): void {
  const last = (name: string) => lines.findLast((line) => line.name === name)?.value.trim();
  const id = last('TZID');
  const location = last('X-LIC-LOCATION') ?? null;
  if (id !== undefined)
    zones.set(id, { location, standard: offsetOf(last('STANDARD.TZOFFSETTO')), daylight: offsetOf(last('DAYLIGHT.TZOFFSETTO')) });
}

function offsetOf(text: string | undefined): number | null {
  const [, sign = '', hours = '', minutes = ''] = /^([+-])(\d{2})(\d{2})/.exec(text ?? '') ?? [];
  return sign === '' ? null : (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

interface Reading {
  readonly zones: Zones;
  /** The zone of times that name none. */
  readonly floating: string;
  /** null: nobody knows it. */
  readonly zoneOf: (tzid: string) => string | null;
}

function readEvent({ line, lines, whole }: EventPart, reading: Reading): CalendarEvent | BadEvent {
  const all = (name: string) => lines.filter((one) => one.name === name);
  const first = (name: string) => lines.find((one) => one.name === name);
  const text = (name: string, most: number) => plainText(first(name)?.value ?? '', most);
  const uid = text('UID', 1_000);
  const bad = (reason: BadEvent['reason'], field = ''): BadEvent => ({ line, uid: uid.slice(0, 120), reason, field });
  if (!whole) return bad('cut-short');

  const times = new Map<string, readonly CalendarTime[]>();
  for (const name of ['DTSTART', 'DTEND', 'RECURRENCE-ID', 'RDATE', 'EXDATE']) {
    const read: CalendarTime[] = [];
    for (const one of all(name)) {
      for (const part of listParts(one.value)) {
        const time = readTime(part, one.parameters, reading);
        if (typeof time === 'string') return bad(time, time === 'zone' ? shownZone(one.parameters.get('TZID') ?? '') : name);
        read.push(time);
      }
    }
    times.set(name, read);
  }
  const [start] = times.get('DTSTART') ?? [];
  if (start === undefined) return bad('no-start');
  const minutes = minutesOf(start, times.get('DTEND')?.[0], first('DURATION')?.value, reading.zones);
  if (minutes === 'bad') return bad('date', 'DURATION');
  const rules = all('RRULE');
  if (rules.length > 1 || all('EXRULE').length > 0) return bad('frequency', 'RRULE');
  const rule = rules[0]?.value.trim() ?? '';
  return {
    line,
    uid,
    start,
    minutes,
    rule: rule === '' ? null : rule,
    alsoOn: times.get('RDATE') ?? [],
    notOn: times.get('EXDATE') ?? [],
    replaces: times.get('RECURRENCE-ID')?.[0] ?? null,
    canceled: first('STATUS')?.value.trim().toUpperCase() === 'CANCELLED',
    sequence: /^\d{1,9}$/.test(first('SEQUENCE')?.value.trim() ?? '') ? Number(first('SEQUENCE')?.value) : 0,
    title: text('SUMMARY', 300),
    description: withoutMarkup(text('DESCRIPTION', 8_000)).slice(0, 4_000),
    location: text('LOCATION', 300),
    categories: all('CATEGORIES').flatMap(({ value }) => listParts(value).map((part) => plainText(part, 100))),
  };
}

/** Of a PERIOD its beginning. */
function readTime(text: string, parameters: ReadonlyMap<string, string>, { floating, zoneOf }: Reading): CalendarTime | 'date' | 'zone' {
  const [, year = '', month = '', date = '', hour = '', minute = '', utc = ''] =
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{0,2}(Z?))?(?:\/.*)?$/i.exec(text) ?? [];
  const day = `${year}-${month}-${date}`;
  if (year < '1900' || year > '2200' || !isDay(day)) return 'date';
  if (hour === '') return { day, time: null, zone: null };
  if (hour > '23' || minute > '59') return 'date';
  const time = `${hour}:${minute}`;
  if (utc !== '') return { day, time, zone: 'UTC' };
  const tzid = parameters.get('TZID') ?? '';
  const zone = tzid === '' ? floating : zoneOf(tzid);
  return zone === null ? 'zone' : { day, time, zone };
}

/** A year, in minutes; what is longer is a mistake, and could lie beyond all calendars. */
const longestEvent = 366 * 24 * 60;

function minutesOf(start: CalendarTime, end: CalendarTime | undefined, duration: string | undefined, zones: Zones): number | null | 'bad' {
  if (duration !== undefined) {
    const found = /^\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?)?$/i.exec(duration.trim());
    if (found === null) return 'bad';
    const [weeks = 0, days = 0, hours = 0, minutes = 0] = found.slice(1).map((part = '0') => Number(part));
    const all = ((weeks * 7 + days) * 24 + hours) * 60 + minutes;
    return all > longestEvent ? 'bad' : all;
  }
  if (end === undefined) return null;
  const at = ({ day, time, zone }: CalendarTime) => zones.instantOf({ day, time: time ?? '00:00' }, zone ?? start.zone ?? 'UTC');
  return Math.max(0, Math.round((at(end) - at(start)) / 60_000));
}
