// The days a calendar's events fall on, as wall-clock days and times of the library: series with their exceptions, further dates, and
// occurrences that were moved or canceled one by one. Wall time is kept over a clock change, in the zone the event names.

import { addDays, type Day, type TimeOfDay } from '../shapes.ts';
import type { Steps } from '../steps.ts';
import type { BadEvent, Calendar, CalendarEvent, CalendarTime } from './calendar-events.ts';
import type { Zones } from './calendar-zones.ts';
import { recurringDays } from './recurrence.ts';

export interface Occurrence {
  readonly line: number;
  readonly uid: string;
  /** Which one of a series: the day it was first meant for, in the series' own zone, and '#2' for a second one that day. '' for an event that does not recur. */
  readonly of: string;
  readonly day: Day;
  /** null for a whole day. */
  readonly startsAt: TimeOfDay | null;
  /** null as well when it ends on another day. */
  readonly endsAt: TimeOfDay | null;
  readonly canceled: boolean;
  readonly event: CalendarEvent;
}

export interface Occurrences {
  readonly occurrences: readonly Occurrence[];
  readonly bad: readonly BadEvent[];
  /** Events that fall on no day from `from` to `to`. */
  readonly outside: number;
}

const seriesAStep = 20;

/** Of the days from `from` to `to`, both included, in `zone`; by day and time. A rule without an end is fine. */
export function* occurrencesOf({ events, zones }: Calendar, zone: string, from: Day, to: Day): Steps<Occurrences> {
  const bad: BadEvent[] = [];
  const found: Occurrence[] = [];
  let outside = 0;
  const all = seriesOf(events, bad);
  for (const [at, group] of all.entries()) {
    if (at % seriesAStep === 0) yield at / all.length;
    const here = withinSeries(group, { zones, zone, from, to }, bad).filter(({ day }) => day >= from && day <= to);
    if (here.length === 0) outside += 1;
    found.push(...here);
  }
  yield 1;
  const keyed = found.map((one) => ({ one, key: `${one.day} ${one.startsAt ?? ''} ${String(one.line).padStart(9, '0')}` }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  return { occurrences: keyed.map(({ one }) => one), bad, outside };
}

interface Series {
  readonly master: CalendarEvent | null;
  readonly changes: readonly CalendarEvent[];
}

/** Events by UID. Of several versions the one with the highest SEQUENCE counts; another event under a UID that is taken cannot be told apart later. */
function seriesOf(events: readonly CalendarEvent[], bad: BadEvent[]): readonly Series[] {
  const series = new Map<string, { master: CalendarEvent | null; changes: CalendarEvent[] }>();
  for (const event of events) {
    // Without a UID an event is known again by what it says.
    const key = event.uid === '' ? `\n${event.title}\n${event.start.day}${event.start.time}` : event.uid;
    const known = series.get(key) ?? { master: null, changes: [] };
    series.set(key, known);
    const place = event.replaces === null ? null : known.changes.findIndex((one) => isSame(one.replaces, event.replaces));
    const before = place === null ? known.master : (known.changes[place] ?? null);
    if (before !== null && before.sequence === event.sequence && !isSame(before.start, event.start)) {
      bad.push({ line: event.line, uid: event.uid.slice(0, 120), reason: 'duplicate', field: String(before.line) });
      continue;
    }
    if (before !== null && before.sequence > event.sequence) continue;
    if (place === null) known.master = event;
    else if (place < 0) known.changes.push(event);
    else known.changes[place] = event;
  }
  return [...series.values()];
}

interface Window {
  readonly zones: Zones;
  readonly zone: string;
  readonly from: Day;
  readonly to: Day;
}

function withinSeries({ master, changes }: Series, window: Window, bad: BadEvent[]): readonly Occurrence[] {
  const { zones } = window;
  if (master === null) return changes.map((event) => occurrence(event, event.start, event.replaces?.day ?? '', window));
  if (master.rule === null && master.alsoOn.length === 0 && changes.length === 0) return [occurrence(master, master.start, '', window)];
  const starts = startsOf(master, window);
  if (starts === null) {
    bad.push({ line: master.line, uid: master.uid.slice(0, 120), reason: 'frequency', field: 'RRULE' });
    return [];
  }
  const recurs = master.rule !== null || master.alsoOn.length > 0;
  const named = withNames(starts, recurs);
  const moved = new Set<CalendarEvent>();
  const found = named.flatMap(({ start, of }): Occurrence[] => {
    const change = changes.find((one) => one.replaces !== null && isMeant(one.replaces, start, zones));
    if (change !== undefined) moved.add(change);
    if (change === undefined && master.notOn.some((time) => isMeant(time, start, zones))) return [];
    return [change === undefined ? occurrence(master, start, of, window) : occurrence(changed(change, master), change.start, of, window)];
  });
  // Moved here from a day outside these weeks, or from one its series does not have.
  const others = changes.filter((change) => !moved.has(change));
  return [...found, ...others.map((change) => occurrence(changed(change, master), change.start, change.replaces?.day ?? '', window))];
}

/** In the master's zone and in order; null when the rule cannot be read. The start counts, whatever the rule says (RFC 5545, DTSTART). */
function startsOf({ start, rule, alsoOn }: CalendarEvent, { zones, from, to }: Window): readonly CalendarTime[] | null {
  const starts = [start, ...alsoOn];
  if (rule !== null) {
    const read = dayRule(rule, start, zones);
    if (read === null) return null;
    // A day earlier and later: what is today there may be tomorrow here.
    const days = recurringDays({ rule: read, start: start.day, until: null, except: [] }, addDays(from, -1), addDays(to, 1));
    if (!days.ok) return null;
    starts.push(...days.value.map((day) => ({ ...start, day })));
  }
  const byKey = new Map(starts.map((one) => [`${one.day} ${one.time ?? ''} ${one.zone}`, one]));
  return [...byKey.values()].sort((a, b) => (`${a.day} ${a.time}` < `${b.day} ${b.time}` ? -1 : 1));
}

/** A rule for days: without the hours that only repeat the start's, and with UNTIL as the last day in the event's own zone. null: not one we take. */
function dayRule(rule: string, start: CalendarTime, zones: Zones): string | null {
  const [hour = '', minute = ''] = (start.time ?? '').split(':').map((part) => String(Number(part)));
  const same: Readonly<Record<string, string>> = { BYHOUR: hour, BYMINUTE: minute, BYSECOND: '0' };
  const parts: string[] = [];
  for (const part of rule.toUpperCase().split(';')) {
    const [name = '', value = ''] = part.trim().split('=');
    if (Object.hasOwn(same, name)) {
      if (String(Number(value)) !== same[name]) return null;
    } else if (name === 'UNTIL') {
      const last = lastDay(value, start, zones);
      if (last === null) return null;
      parts.push(`UNTIL=${last.replaceAll('-', '')}`);
    } else if (part.trim() !== '') parts.push(part.trim());
  }
  return parts.join(';');
}

function lastDay(until: string, start: CalendarTime, zones: Zones): Day | null {
  const [, date = '', hour = '', minute = '', utc = ''] = /^(\d{8})(?:T(\d{2})(\d{2})\d{2}(Z?))?$/.exec(until) ?? [];
  if (date === '') return null;
  const day = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
  if (hour === '' || start.time === null || start.zone === null || Number.isNaN(Date.parse(`${day}T${hour}:${minute}:00Z`))) return day;
  const wall =
    utc === '' ? { day, time: `${hour}:${minute}` } : zones.wallTimeOf(Date.parse(`${day}T${hour}:${minute}:00.000Z`), start.zone);
  return wall.time < start.time ? addDays(wall.day, -1) : wall.day;
}

function withNames(starts: readonly CalendarTime[], recurs: boolean) {
  const perDay = new Map<Day, number>();
  return starts.map((start) => {
    const at = (perDay.get(start.day) ?? 0) + 1;
    perDay.set(start.day, at);
    return { start, of: recurs ? `${start.day}${at > 1 ? `#${at}` : ''}` : '' };
  });
}

/** What a changed occurrence does not say again is as in its series. */
function changed(change: CalendarEvent, master: CalendarEvent): CalendarEvent {
  return {
    ...change,
    minutes: change.minutes ?? master.minutes,
    title: change.title || master.title,
    description: change.description || master.description,
    location: change.location || master.location,
    categories: change.categories.length > 0 ? change.categories : master.categories,
    canceled: change.canceled || master.canceled,
  };
}

function occurrence(event: CalendarEvent, start: CalendarTime, of: string, { zones, zone }: Window): Occurrence {
  const { line, uid, canceled, minutes } = event;
  const common = { line, uid, of, canceled, event };
  if (start.time === null) return { ...common, day: start.day, startsAt: null, endsAt: null };
  const from = zones.instantOf({ day: start.day, time: start.time }, start.zone ?? zone);
  const begins = zones.wallTimeOf(from, zone);
  const ends = minutes === null ? begins : zones.wallTimeOf(from + minutes * 60_000, zone);
  const sameDay = ends.day === begins.day && ends.time > begins.time;
  return { ...common, day: begins.day, startsAt: begins.time, endsAt: sameDay ? ends.time : null };
}

/** Named by a day alone, every time of that day is meant. */
function isMeant(named: CalendarTime, start: CalendarTime, zones: Zones): boolean {
  if (named.time === null || start.time === null) return named.day === start.day;
  const at = ({ day, time, zone }: CalendarTime) => zones.instantOf({ day, time: time ?? '00:00' }, zone ?? 'UTC');
  return at(named) === at(start);
}

function isSame(one: CalendarTime | null, other: CalendarTime | null): boolean {
  return one?.day === other?.day && one?.time === other?.time && one?.zone === other?.zone;
}
