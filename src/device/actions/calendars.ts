// Calendars in and out: a calendar into planned sessions with a proposal each, confirming the proposals, sessions as a calendar file.

import { daysAhead, daysKnown } from '../../domain/days-known.ts';
import { givenOnConfirming, withoutBrought } from '../../domain/given-kind.ts';
import type { SaidZones } from '../../domain/import/calendar-events.ts';
import { bySource } from '../../domain/import/collect-records.ts';
import type { CalendarPlan } from '../../domain/import/plan-calendar.ts';
import type { CalendarFeedFields, SiteFields } from '../../domain/places.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import type { Session, SessionFields } from '../../domain/session.ts';
import { addDays, type Day } from '../../domain/shapes.ts';
import { calendarFeedAnswer } from '../../protocol/calendar-feed.ts';
import { paths } from '../../protocol/paths.ts';
import { importedId } from '../../protocol/planned-id.ts';
import { inTurns, type Watch } from '../in-turns.ts';
import { laterPart } from '../later-part.ts';
import { identity } from '../store/identity.ts';
import { instantOf } from '../store/make-fact.ts';
import { read } from '../store/read.ts';
import { libraryRecord, type Shown, sites } from '../store/records.ts';
import { session, sessionsBetween } from '../store/sessions.ts';
import { templates } from '../store/templates.ts';
import { post } from '../sync/http.ts';
import { applyImport } from './apply-import.ts';
import type { ActionContext } from './capture.ts';
import { notedImport } from './noted-import.ts';
import { changeRecord } from './places.ts';
import { undoImport } from './undo-import.ts';

export interface CalendarImport {
  /** To be shown before anything is written. */
  readonly plan: CalendarPlan;
  /** Writes the plan, and remembers it under this name; done again after a failure it goes on where it stopped. */
  readonly apply: (name?: string) => Promise<Result<{ readonly facts: number }>>;
  /** Takes back what `apply` wrote, as far as nobody has changed it since. */
  readonly undo: () => Promise<Result<{ readonly facts: number }>>;
}

export interface CalendarImportOptions {
  /** The day in the library's time zone. */
  readonly today: Day;
  readonly weeks: number;
  readonly outlet: string | null;
  /** Keys of the plan's `places` to make sites of. */
  readonly makeSites: readonly string[];
  /** Of the plan's `unknownZones`. */
  readonly zones?: SaidZones;
}

export interface CalendarFile {
  readonly text: string;
  readonly name: string;
  readonly sessions: number;
}

export interface SessionSet {
  readonly id: string;
  readonly set: Partial<SessionFields>;
}

/** How far a device's sessions reach (SPEC.md, S15): an event that was moved is known again wherever it stood. */

export function calendarActions(context: ActionContext) {
  const { store } = context;
  return {
    /** Problems: part-missing, calendar-unreadable, input-invalid (`weeks`), not-enrolled. Bad events are in the plan, by line and reason. */
    importCalendar: async (text: string, options: CalendarImportOptions, watch: Watch = {}): Promise<Result<CalendarImport>> => {
      const parts = await laterPart(() =>
        Promise.all([import('../../domain/import/plan-calendar.ts'), import('../../domain/import/collect-records.ts')]),
      );
      if (!parts.ok) return parts;
      const [{ calendarImportInSteps }, { mostWeeksOnDevice }] = parts.value;
      if (options.weeks > mostWeeksOnDevice) return failed('input-invalid', { field: 'weeks', most: mostWeeksOnDevice });
      const found = await read(store, () =>
        Promise.all([
          identity(store),
          libraryRecord(store),
          sites(store),
          sessionsBetween(store, addDays(options.today, -daysKnown), addDays(options.today, daysAhead)),
        ]),
      );
      if (!found.ok) return found;
      const [who, library, allSites, sessions] = found.value;
      if (who === null) return failed('not-enrolled');
      const zone = library?.values.timeZone ?? 'UTC';
      const known = { sites: allSites, sessions: bySource(sessions) };
      const makeSites = new Set(options.makeSites);
      const given = { ...options, makeSites, zone, library: who.library, idOf: importedId(who.library) };
      const plan = await inTurns(calendarImportInSteps(text, options.zones, known, given), watch);
      if (!plan.ok) return plan;
      const before = new Map([...allSites, ...sessions].map(({ id, values }) => [id, values]));
      const { writing, undoing } = notedImport(context, 'calendar');
      return ok({
        plan: plan.value,
        apply: (name = '') => writing(name, (how) => applyImport(context, plan.value, how)),
        undo: () => undoing(undoImport(context, plan.value, before)),
      });
    },

    /** The text at an address, fetched by the server. Problems: feed-refused, feed-unreachable, and those of talking to the server. */
    fetchCalendar: async (address: string): Promise<Result<string>> => {
      const answer = await post(store.ports, paths.calendarFeed, JSON.stringify({ address }), calendarFeedAnswer);
      return answer.ok ? ok(answer.value.text) : answer;
    },

    changeCalendarFeed: (id: string | null, set: Partial<CalendarFeedFields>) => changeRecord(context, 'calendar-feed', id, set),

    /** Several sessions at once, each with its own change. */
    changeSessions: (changes: readonly SessionSet[]) => changeSessions(context, changes),

    /**
     * Proposals that somebody has looked at, with what they set in all of them; each gets the kind that fits, where it has none. Answers
     * what makes the sessions as they were.
     */
    confirmProposals: async (
      ids: readonly string[],
      set: Partial<SessionFields>,
    ): Promise<Result<{ readonly before: readonly SessionSet[] }>> => {
      const found = await read(store, () => Promise.all([store.sessions.bulkGet([...ids]), templates(store)]));
      if (!found.ok) return found;
      const [sessions, known] = found.value;
      const confirmed = sessions.flatMap((one) => {
        if (one === undefined) return [];
        const { activityType, topic, format, targetAge, classification } = one.values;
        const given = givenOnConfirming(one, set, known);
        return {
          now: { id: one.id, set: { ...given, ...set, classification: 'confirmed' as const } },
          before: { id: one.id, set: { activityType, topic, format, targetAge, classification, ...withoutBrought(given) } },
        };
      });
      const saved = await changeSessions(
        context,
        confirmed.map(({ now }) => now),
      );
      return saved.ok ? ok({ before: confirmed.map(({ before }) => before) }) : saved;
    },

    /** One session for other calendars. Problem: not-found. */
    exportSessionCalendar: async (id: string, titleOf: TitleOf): Promise<Result<CalendarFile>> => {
      const found = await read(store, () => session(store, id));
      if (!found.ok) return found;
      return found.value === undefined ? failed('not-found') : calendarFile(context, [found.value], titleOf);
    },

    /** All sessions of these days, or those at one site. */
    exportCalendar: async (from: Day, to: Day, site: string | null, titleOf: TitleOf): Promise<Result<CalendarFile>> => {
      const found = await read(store, () => sessionsBetween(store, from, to));
      if (!found.ok) return found;
      const meant = found.value.filter(({ values }) => site === null || values.site === site);
      return calendarFile(context, meant, titleOf);
    },
  };
}

function changeSessions(context: ActionContext, changed: readonly SessionSet[]): Promise<Result<{ readonly facts: number }>> {
  return applyImport(context, { sites: { added: [], changed: [] }, sessions: { added: [], changed } });
}

/** What a person would call it, in the language of the screen. */
export type TitleOf = (values: SessionFields, siteById: ReadonlyMap<string, SiteFields>) => string;

async function calendarFile(context: ActionContext, found: readonly Session[], titleOf: TitleOf): Promise<Result<CalendarFile>> {
  const { store } = context;
  const known = await read(store, () => Promise.all([identity(store), libraryRecord(store), sites(store)]));
  if (!known.ok) return known;
  const [who, library, allSites] = known.value;
  if (who === null) return failed('not-enrolled');
  const { sessionCalendar, sessionCalendarName } = await import('../../domain/export/session-calendar.ts');
  const siteById = new Map(allSites.map((one: Shown<SiteFields>) => [one.id, one.values]));
  const sessions = found.map((one) => {
    const site = one.values.site === null ? undefined : siteById.get(one.values.site);
    return { session: one, title: titleOf(one.values, siteById), siteName: site?.name ?? '', address: site?.address ?? '' };
  });
  const { name = '', timeZone: zone = 'UTC' } = library?.values ?? {};
  const text = sessionCalendar({ name, library: who.library, zone, at: instantOf(store.ports.now()), sessions });
  return ok({ text, name: sessionCalendarName(sessions), sessions: sessions.length });
}
