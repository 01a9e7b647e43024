// What an import of a calendar would do: planned sessions to add or to change, and sites where staff want them. Nothing is written here.
// Events are known again by UID and, within a series, by the day they were first meant for; what staff edited stays theirs.

import { ownUid } from '../export/calendar-text.ts';
import { failed, ok, type Result } from '../problem.ts';
import { addDays, type Day } from '../shapes.ts';
import { type Proposal, proposalFields } from '../proposal.ts';
import { atOnce, type Steps, stretch } from '../steps.ts';
import { occurrencesOf, type Occurrence } from './calendar-days.ts';
import { type BadEvent, type Calendar, calendarInSteps, type CalendarEvent, type SaidZones, type UnknownZone } from './calendar-events.ts';
import {
  bySource,
  collectSessions,
  collectSites,
  type ImportPlan,
  type IdOf,
  importedValues,
  isImports,
  type KnownRecord,
  mostSessionsPlanned,
  type Values,
} from './collect-records.ts';
import { type NewPlace, placesOf } from './calendar-places.ts';
import { propose } from './propose.ts';

export interface CalendarPlan extends ImportPlan {
  /** The calendar's own name, '' when it has none. */
  readonly name: string;
  readonly bad: readonly BadEvent[];
  readonly unknownZones: readonly UnknownZone[];
  /** Places that are no site yet, most sessions first. */
  readonly places: readonly NewPlace[];
  /** Sessions that are canceled, because the calendar says so: part of `sessions.changed`. */
  readonly canceled: number;
  /** Canceled in the calendar, but changed by staff: theirs to decide. */
  readonly canceledButChanged: readonly string[];
  /** Sessions added whose proposal wants a look; all added ones carry one. */
  readonly unsure: number;
  /** Events on no day of these weeks. */
  readonly outside: number;
  /** Events that this library made itself and exported. */
  readonly own: number;
}

export interface CalendarOptions {
  readonly today: Day;
  /** How far ahead, 1 to 53, beginning today. */
  readonly weeks: number;
  /** The vehicle or branch that goes there; null leaves open what is not known. */
  readonly outlet: string | null;
  /** IANA, the library's. */
  readonly zone: string;
  readonly library: string;
  /** Places (`key`) to make sites of; the others stay words. */
  readonly makeSites: ReadonlySet<string>;
  readonly idOf: IdOf;
}

export interface KnownToCalendar {
  /** All of them, from wherever. */
  readonly sites: readonly KnownRecord[];
  /** By their `source`. */
  readonly sessions: ReadonlyMap<string, KnownRecord>;
}

const sessionsAStep = 20;

/** In one piece, for whom nobody waits. Problem: input-invalid, `field` weeks (`most` sessions, when it would be too many). */
export function planCalendarImport(calendar: Calendar, known: KnownToCalendar, options: CalendarOptions): Result<CalendarPlan> {
  return atOnce(planInSteps(calendar, known, options));
}

/** Reads a text and plans what it brings. Problems: those of both. `said` as in `calendarInSteps`. */
export function* calendarImportInSteps(
  text: string,
  said: SaidZones | undefined,
  known: KnownToCalendar,
  options: CalendarOptions,
): Steps<Result<CalendarPlan>> {
  const calendar = yield* stretch(calendarInSteps(text, options.zone, said), 0, 0.4);
  return calendar.ok ? yield* stretch(planInSteps(calendar.value, known, options), 0.4, 1) : calendar;
}

function* planInSteps(calendar: Calendar, known: KnownToCalendar, options: CalendarOptions): Steps<Result<CalendarPlan>> {
  const { today, weeks, idOf, zone } = options;
  if (!Number.isInteger(weeks) || weeks < 1 || weeks > 53) return failed('input-invalid', { field: 'weeks' });
  const last = addDays(today, 7 * weeks - 1);
  const found = yield* stretch(occurrencesOf(calendar, zone, today, last), 0, 0.3);
  if (found.occurrences.length > mostSessionsPlanned) return failed('input-invalid', { field: 'weeks', most: mostSessionsPlanned });
  const sites = collectSites(bySource(known.sites), idOf);
  yield 0.3;
  const sessions = collectSessions(withMeanwhile(known.sessions, found.occurrences), idOf);
  const places = placesOf(known.sites, options.makeSites);
  const proposals = new Map<CalendarEvent, Proposal>();
  const canceledButChanged: string[] = [];
  let [canceled, unsure, own] = [0, 0, 0];
  for (const [at, one] of found.occurrences.entries()) {
    if (at % sessionsAStep === 0) yield 0.3 + (0.7 * at) / found.occurrences.length;
    if (one.uid.endsWith(ownUid(options.library))) {
      own += 1;
      continue;
    }
    const source = sourceOf(one);
    const record = sessions.known(source);
    if (record === undefined && one.canceled) continue;
    const place = places.of(one.event.location);
    const site =
      place.site ?? (place.make === null ? null : sites.want(place.make.source, place.make.fields, place.make.besides, () => true));
    const fields = {
      title: one.event.title,
      date: one.day,
      startsAt: one.startsAt,
      endsAt: one.endsAt,
      site,
      place: site === null ? one.event.location : '',
      status: one.canceled ? 'canceled' : 'planned',
      ...(options.outlet === null ? {} : { outlet: options.outlet }),
    };
    if (record === undefined) {
      // Read once for a whole series.
      const proposal = proposals.get(one.event) ?? propose({ ...one.event, atLibrary: place.atLibrary });
      proposals.set(one.event, proposal);
      if (Object.values(proposal).some(({ sure }) => !sure)) unsure += 1;
      const besides = { ...proposalFields(proposal), ...(calendar.name === '' ? {} : { calendar: calendar.name }) };
      sessions.want(source, fields, besides, () => true);
      continue;
    }
    const cancels = one.canceled && record.values['status'] === 'planned';
    if (cancels && isTouched(record.values)) {
      canceledButChanged.push(record.id);
      sessions.want(source, fields, {}, () => false);
      continue;
    }
    if (cancels) canceled += 1;
    sessions.want(source, fields, {}, isImports);
  }
  const gone = [...known.sessions].filter(([source, { values }]) => {
    const date = String(values['date']);
    const ours = calendar.name !== '' && values['calendar'] === calendar.name && source.startsWith('ical/');
    return ours && !sessions.wanted.has(source) && values['status'] === 'planned' && date >= today && date <= last;
  });
  return ok({
    name: calendar.name,
    sites: { added: sites.added, changed: sites.changed },
    sessions: { added: sessions.added, changed: sessions.changed },
    unchanged: sites.unchanged() + sessions.unchanged(),
    gone: gone.map(([, { id }]) => id),
    bad: [...calendar.bad, ...found.bad].toSorted((a, b) => a.line - b.line),
    unknownZones: calendar.unknownZones,
    places: places.unknown(),
    canceled,
    canceledButChanged,
    unsure,
    outside: found.outside,
    own,
  });
}

/** Fits a line, whatever UID a calendar has. */
function sourceOf({ uid, of, event }: Occurrence): string {
  const name = uid === '' ? `${event.title} ${event.start.day} ${event.start.time ?? ''}` : uid;
  const short = name.length <= 240 ? name : `${name.slice(0, 120)}…${name.slice(-119)}`;
  return `ical/${short}${of === '' ? '' : `/${of}`}`;
}

/** An event that became a series since, or a series that is one event now: the session of that day is the same session. */
function withMeanwhile(known: ReadonlyMap<string, KnownRecord>, occurrences: readonly Occurrence[]): ReadonlyMap<string, KnownRecord> {
  const all = new Map(known);
  const wanted = new Set(occurrences.map(sourceOf));
  for (const one of occurrences) {
    const source = sourceOf(one);
    if (all.has(source)) continue;
    const other = one.of === '' ? `${source}/${one.event.start.day}` : sourceOf({ ...one, of: '' });
    const record = known.get(other);
    if (record !== undefined && !wanted.has(other) && record.values['date'] === one.day) all.set(source, record);
  }
  return all;
}

/** Staff changed something the import wrote. */
function isTouched(values: Values): boolean {
  return Object.entries(importedValues(values)).some(([field, value]) => values[field] !== value);
}
