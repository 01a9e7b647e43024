// What an import of stops would do: sites and planned sessions to add or to change. Nothing is written here; screens show the plan first.
// Importing the same file again plans nothing, and what staff edited stays theirs (collect-records.ts).

import { failed, ok, type Result } from '../problem.ts';
import { broughtBy } from '../given-kind.ts';
import { addDays, type Day } from '../shapes.ts';
import type { Template } from '../templates.ts';
import {
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
import { folded } from './folded.ts';
import { type Mobile, mobilesOf, type NamedOutlet } from './mobiles.ts';
import { recurringDays } from './recurrence.ts';
import { type BadRow, firstOn, type ReadDates, sourceOf, type StopTimetable, type TimetableStop } from './stop-timetable.ts';

export interface RowNote {
  readonly line: number;
  /** The start is not on the row's day: counted from the next such day. Or: staff archived the site, nothing is planned there. Or: no day falls into these weeks. */
  readonly note: 'start-moved' | 'site-archived' | 'no-days';
  readonly day: Day | null;
}

export interface TimetablePlan extends ImportPlan {
  readonly bad: readonly BadRow[];
  readonly notes: readonly RowNote[];
  readonly dates: ReadDates | null;
  /** The vehicles that rows name. */
  readonly mobiles: readonly Mobile[];
}

export interface PlanOptions {
  readonly today: Day;
  /** How far ahead sessions are planned, 1 to 53, beginning today. */
  readonly weeks: number;
  /** The vehicle of stops whose `mobile` is the name of none. */
  readonly outlet: string | null;
  /** All the library has. */
  readonly outlets: readonly NamedOutlet[];
  /** What a stop usually is and brings (`kindOfStops`); null: nothing is known of it. */
  readonly kind: Template | null;
  readonly idOf: IdOf;
}

/** `known` by their `source`. Problem: input-invalid, `field` weeks (`most` sessions, when it would be too many). */
export function planTimetableImport(
  timetable: StopTimetable,
  known: { readonly sites: ReadonlyMap<string, KnownRecord>; readonly sessions: ReadonlyMap<string, KnownRecord> },
  options: PlanOptions,
): Result<TimetablePlan> {
  const { today, weeks, idOf } = options;
  if (!Number.isInteger(weeks) || weeks < 1 || weeks > 53) return failed('input-invalid', { field: 'weeks' });
  const last = addDays(today, 7 * weeks - 1);
  const sites = collectSites(known.sites, idOf);
  const sessions = collectSessions(known.sessions, idOf);
  const bad: BadRow[] = [...timetable.bad];
  const notes: RowNote[] = [];
  const visits = new Map<string, number>();
  const ofTheKind = valuesOfKind(options.kind);
  const mobiles = mobilesOf(timetable.stops, options.outlets);
  for (const stop of timetable.stops) {
    const found = daysOf(stop, today, last);
    if (found === null) {
      bad.push({ line: stop.line, reason: 'frequency', field: 'frequency' });
      continue;
    }
    if (found.startMovedTo !== null) notes.push({ line: stop.line, note: 'start-moved', day: found.startMovedTo });
    if (stop.end !== null && stop.end < today) {
      notes.push({ line: stop.line, note: 'no-days', day: null });
      continue;
    }
    const site = sites.want(stop.site, wantedSite(stop), { type: 'bookmobile_stop', notes: '' }, always);
    if (isArchivedByStaff(known.sites.get(stop.site))) {
      notes.push({ line: stop.line, note: 'site-archived', day: null });
      continue;
    }
    const meant = mobiles.get(folded(stop.mobile))?.outlet ?? options.outlet;
    if (found.days.length === 0) notes.push({ line: stop.line, note: 'no-days', day: null });
    for (const date of found.days) {
      const visit = `${stop.site} ${date} ${stop.arrival}`;
      const first = visits.get(visit) ?? stop.line;
      visits.set(visit, first);
      if (first !== stop.line) {
        bad.push({ line: stop.line, reason: 'duplicate', field: String(first) });
        break;
      }
      const source = `${stop.key}/${date}`;
      const outlet = outletOf(sessions.known(source), meant);
      const wanted = { startsAt: stop.arrival, endsAt: stop.departure, outlet, status: 'planned' };
      sessions.want(source, wanted, { ...ofTheKind, site, date }, isImports);
      if (sessions.added.length > mostSessionsPlanned) return failed('input-invalid', { field: 'weeks', most: mostSessionsPlanned });
    }
  }
  const organisations = new Set(timetable.stops.map((stop) => `${sourceOf(stop.organisation)}/`));
  const gone = [...known.sessions].filter(([source, { values }]) => {
    const date = String(values['date']);
    const ours = [...organisations].some((organisation) => source.startsWith(organisation));
    return ours && !sessions.wanted.has(source) && values['status'] === 'planned' && date >= today && date <= last;
  });
  return ok({
    sites: { added: sites.added, changed: sites.changed },
    sessions: { added: sessions.added, changed: sessions.changed },
    unchanged: sites.unchanged() + sessions.unchanged(),
    bad: bad.toSorted((a, b) => a.line - b.line),
    notes,
    dates: timetable.dates,
    mobiles: [...mobiles.values()],
    gone: gone.map(([, { id }]) => id),
  });
}

/** Said once: what staff make of it later is theirs. Not the name of the kind: a stop is called as its site. */
function valuesOfKind(kind: Template | null): Values {
  if (kind === null) return { activityType: 'bookmobile_stop' };
  const { activityType, topic, format, targetAge } = kind.values;
  return { activityType, topic, format, targetAge, ...broughtBy(kind) };
}

/** null: the frequency cannot be read. */
function daysOf(stop: TimetableStop, from: Day, to: Day): { readonly days: readonly Day[]; readonly startMovedTo: Day | null } | null {
  const said = stop.start ?? from;
  // Only a weekly rule without days of its own leaves the day of the week to the start.
  const byStart = /FREQ=WEEKLY/i.test(stop.rule) && !/BYDAY=/i.test(stop.rule);
  const start = byStart && stop.weekday !== null ? firstOn(stop.weekday, said) : said;
  const days = recurringDays({ rule: stop.rule, start, until: stop.end, except: stop.exceptions }, from, to);
  return days.ok ? { days: days.value, startMovedTo: stop.start !== null && start !== said ? start : null } : null;
}

/** What is planned keeps its vehicle, from whatever import: people have been told which one comes. What was taken back is planned anew. */
function outletOf(session: KnownRecord | undefined, meant: string | null): unknown {
  return session?.values['status'] === 'planned' ? session.values['outlet'] : meant;
}

function wantedSite(stop: TimetableStop): Values {
  return { name: stop.name, address: stop.address, latitude: stop.latitude, longitude: stop.longitude, archived: false };
}

/** Archived by an import that was taken back, it comes again with the next. */
function isArchivedByStaff(site: KnownRecord | undefined): boolean {
  return site?.values['archived'] === true && importedValues(site.values)['archived'] !== true;
}

function always(): boolean {
  return true;
}
