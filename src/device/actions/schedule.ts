// The schedule: series and what they plan, copies of a session. Planning is done again and again, on several devices at once: the id of a
// session of a series follows from series and day, and a planned value gives way to a person's (`session.planned`), so nothing is there twice
// and nothing that staff changed is lost. Loaded when somebody plans: the recurrence library comes with it.

import type { SeriesPlan } from '../../domain/import/plan-series.ts';
import type { DaySpan } from '../../domain/import/recurrence.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import { movedRhythm, repeatOf } from '../../domain/repeat.ts';
import { awaitedOn, offeredPrograms, programsToOffer } from '../../domain/programs.ts';
import { seriesOf, seriesSource, templateOf } from '../../domain/of-series.ts';
import type { SeriesFields } from '../../domain/series.ts';
import type { SessionFields } from '../../domain/session.ts';
import { addDays, type Day } from '../../domain/shapes.ts';
import { plannedId } from '../../protocol/planned-id.ts';
import { laterPart } from '../later-part.ts';
import type { Store } from '../store/db.ts';
import { editOf, type Subject } from '../store/draft.ts';
import { identity } from '../store/identity.ts';
import { read } from '../store/read.ts';
import { seriesRecords, sessionsOfSeries, unknownSeries } from '../store/series.ts';
import { session } from '../store/sessions.ts';
import { type ActionContext, capture, newRecordId } from './capture.ts';

type Saved = Promise<Result<{ readonly id: string }>>;

/** As many as a series holds (`seriesFields`). */
const mostExceptions = 400;

/** Facts written by one transaction: none holds up a tap on this tablet for long. */
const atOnce = 100;

/**
 * How many weeks may be left before a device plans on by itself. The desk does so first and a tablet only when no desk has for a month:
 * what a fleet plans at the same time comes to the same sessions, but to as many facts.
 */
const weeksLeft = (planned: number) => ({ coordinator: planned - 1, staff: planned - 5 });

/** The recurrence library comes with it. */
const planner = () => laterPart(() => import('../../domain/import/plan-series.ts'));

export function scheduleActions(context: ActionContext) {
  const { store } = context;
  return {
    /**
     * Makes (null) or changes a series, and plans its sessions. `set.start` is the day from which on the change holds; every other week is
     * counted from it, so who leaves the rhythm alone leaves it out: then the change holds from today on. `today` is the day in the
     * library's time zone, here and below. `off` go with a rule and exceptions in `set`: the days of that rule in them become exceptions too.
     * Problems: input-invalid, `field` frequency, days (the rule has none) or except (`most` of them); part-missing.
     */
    changeSeries: async (id: string | null, set: Partial<SeriesFields>, today: Day, off: readonly DaySpan[] = []): Saved => {
      const { rule, until = null } = set;
      const known = await read(store, () => seriesRecords(store));
      if (!known.ok) return known;
      const counted = set.start ?? known.value.find((one) => one.id === id)?.values.start;
      if (rule === undefined || counted === undefined) return changeAndPlan(context, id ?? newRecordId(context), set, today);
      const part = await laterPart(() => import('../../domain/import/recurrence.ts'));
      if (!part.ok) return part;
      // Beyond its last day too: somebody may move that one.
      const more = part.value.daysWithin({ rule, start: counted, until: null, except: [] }, off);
      if (!more.ok) return more;
      const except = [...new Set([...(set.except ?? []), ...more.value])].toSorted();
      if (except.length > mostExceptions) return failed('input-invalid', { field: 'except', most: mostExceptions });
      const from = set.start ?? (counted > today ? counted : today);
      const left = part.value.recurringDays({ rule, start: counted, until, except }, from, addDays(from, 400));
      if (!left.ok) return left;
      if (left.value.length === 0) return failed('input-invalid', { field: 'days' });
      return changeAndPlan(context, id ?? newRecordId(context), off.length === 0 ? set : { ...set, except }, today);
    },

    /**
     * What was changed in one session holds for it and all that follow in its series; another `date` moves the rhythm. Those that staff
     * changed by hand keep what they have. Problem: not-found, input-invalid (`field` frequency: the rhythm cannot be moved;
     * date: more than six days away).
     */
    changeFollowing: async (id: string, set: Partial<SessionFields>, today: Day): Saved => {
      const found = await read(store, () => Promise.all([session(store, id), seriesRecords(store)]));
      if (!found.ok) return found;
      const [one, all] = found.value;
      const from = seriesOf(one?.values.source ?? null);
      const series = all.find((other) => other.id === from?.series);
      if (one === undefined || from === null || series === undefined) return failed('not-found');
      const { rule, start } = series.values;
      const to = set.date !== undefined && set.date !== one.values.date ? set.date : null;
      const repeat = repeatOf(rule, start);
      if (to !== null && repeat === null) return failed('input-invalid', { field: 'frequency' });
      if (to !== null && (to < addDays(from.day, -6) || to > addDays(from.day, 6))) return failed('input-invalid', { field: 'date' });
      const rhythm = to === null || repeat === null ? { start: from.day } : movedRhythm(repeat, from.day, to);
      // The session in hand may be on a day that the series has no more: what is left of it is the one on the new day.
      const inHand = { id, set: to === null ? set : ({ status: 'canceled', dropped: true } as const) };
      const changed = await changeAndPlan(context, series.id, { ...templateOf(set), ...rhythm }, today, inHand);
      if (!changed.ok) return changed;
      return to === null ? ok({ id }) : changeOne(context, plannedId(seriesSource(series.id, to)), without(set, 'date'));
    },

    /** Nothing of the series after `last`. What has been counted in stays. */
    endSeries: (id: string, last: Day, today: Day): Saved => changeAndPlan(context, id, { until: last }, today),

    /** Plans on what series have left to plan; done at the desk when the schedule is opened. Answers how many sessions it planned. */
    keepSchedule: async (today: Day): Promise<Result<{ readonly planned: number }>> => {
      const found = await read(store, () => Promise.all([identity(store), seriesRecords(store), sessionsOfSeries(store, today)]));
      if (!found.ok) return found;
      const [who, all, known] = found.value;
      if (who === null || (who.level !== 'coordinator' && who.level !== 'staff')) return ok({ planned: 0 });
      const part = await planner();
      if (!part.ok) return part;
      const { planSeries, weeksPlanned } = part.value;
      const enough = addDays(today, 7 * weeksLeft(weeksPlanned)[who.level]);
      const sum = { planned: 0 };
      for (const series of all) {
        const plan = planSeries(series, known, { today, weeks: weeksPlanned });
        if (!plan.ok) continue; // a rule this version cannot read: the series' own page says so
        const { added, changed } = plan.value;
        const isDue = changed.length > 0 || added.some(({ set }) => (set.date ?? '') <= enough);
        if (!isDue) continue;
        const done = await applyPlan(context, plan.value);
        if (!done.ok) return done;
        sum.planned += added.length;
      }
      return ok(sum);
    },

    /**
     * A new planned session of the same kind, place, times and people on another day; nothing counted, nobody's sign-ups, no notes, no series.
     * What an import proposed and nobody has confirmed is no more certain in the copy.
     */
    copySession: async (id: string, date: Day): Saved => {
      const found = await read(store, () => session(store, id));
      if (!found.ok) return found;
      if (found.value === undefined) return failed('not-found');
      const { values } = found.value;
      const { classification, proposal } = values;
      const offered = await read(store, () => offersOn(store, values, date));
      if (!offered.ok) return offered;
      const subject = { type: 'session', id: newRecordId(context) } as const;
      const set = { ...templateOf(values), ...offered.value, classification, proposal, date, status: 'planned' };
      const saved = await capture(context, {
        subjects: [],
        newSubjects: [subject],
        plan: (seen) => ok(editOf(seen.session(subject.id), subject, set)),
      });
      return saved.ok ? ok({ id: subject.id }) : saved;
    },
  };
}

/** The series and the sessions that follow from it are one save as long as these are fewer than a hundred. `inHand` changes with them. */
async function changeAndPlan(context: ActionContext, id: string, set: Partial<SeriesFields>, today: Day, inHand?: InHand): Saved {
  const { store } = context;
  const found = await read(store, () => Promise.all([seriesRecords(store), sessionsOfSeries(store, today)]));
  if (!found.ok) return found;
  const [all, known] = found.value;
  const values: SeriesFields = { ...(all.find((one) => one.id === id)?.values ?? unknownSeries), ...set };
  const part = await planner();
  if (!part.ok) return part;
  const plan = part.value.planSeries({ id, values }, known, { today, weeks: part.value.weeksPlanned });
  if (!plan.ok) return plan;
  const done = await applyPlan(context, plan.value, { id, set }, inHand);
  return done.ok ? ok({ id }) : done;
}

interface InHand {
  readonly id: string;
  readonly set: Partial<SessionFields>;
}

/** Done again after a failure it goes on where it stopped: what is there is not planned again. */
async function applyPlan(
  context: ActionContext,
  { added, changed }: SeriesPlan,
  series?: { readonly id: string; readonly set: Partial<SeriesFields> },
  inHand?: InHand,
): Promise<Result<null>> {
  const others = changed.filter(({ id }) => id !== inHand?.id);
  const own = inHand === undefined ? [] : [{ ...inHand, set: { ...changed.find(({ id }) => id === inHand.id)?.set, ...inHand.set } }];
  const changes = [
    ...(series === undefined ? [] : [{ subject: { type: 'series', id: series.id } satisfies Subject, set: series.set, fresh: false }]),
    ...[...own, ...others].map(({ id, set }) => ({ subject: { type: 'session', id } satisfies Subject, set, fresh: false })),
    ...added.map(({ source, set }) => ({ subject: { type: 'session', id: plannedId(source) } satisfies Subject, set, fresh: true })),
  ];
  for (let at = 0; at < changes.length; at += atOnce) {
    const part = changes.slice(at, at + atOnce);
    const saved = await capture(context, {
      subjects: part.map(({ subject }) => subject),
      plan: (seen) =>
        ok(
          part.flatMap(({ subject, set, fresh }) => {
            const shown = subject.type === 'series' ? seen.record('series', subject.id) : seen.session(subject.id);
            if (!fresh) return editOf(shown, subject, set);
            return Object.hasOwn(shown?.fields ?? {}, 'date') ? [] : [{ kind: 'session.planned' as const, subject, body: { set } }];
          }),
        ),
    });
    if (!saved.ok) return saved;
  }
  return ok(null);
}

/** What a copy on that day offers: planned sessions that are over by then are offered no more. */
async function offersOn(store: Store, values: SessionFields, date: Day): Promise<Pick<SessionFields, 'programs' | 'programSessions'>> {
  if (values.programs === undefined) return {};
  const { planned, typed } = offeredPrograms(values);
  const known = await Promise.all(planned.map((one) => session(store, one.session)));
  return programsToOffer(
    planned.filter((_, at) => awaitedOn(known[at]?.values, date) !== null),
    typed,
  );
}

async function changeOne(context: ActionContext, id: string, set: Partial<SessionFields>): Saved {
  const subject = { type: 'session', id } as const;
  const saved = await capture(context, { subjects: [subject], plan: (seen) => ok(editOf(seen.session(id), subject, set)) });
  return saved.ok ? ok({ id }) : saved;
}

function without<Set extends object>(set: Set, name: keyof Set): Partial<Set> {
  const { [name]: _, ...others } = set;
  return others as Partial<Set>;
}
