// What a series wants done: sessions to plan, to bring up to date, to take off the schedule. Nothing is written here.
// It may be asked again and again, on several devices: what is there already is not planned twice, what staff changed stays theirs
// (`planned` remembers what the series said), what has begun, happened or was canceled by a person is not touched.

import { ok, type Result } from '../problem.ts';
import { seriesOf, seriesSource, type Template, templateOf } from '../of-series.ts';
import type { SeriesFields } from '../series.ts';
import type { SessionFields, SessionTotals } from '../session.ts';
import { addDays, type Day } from '../shapes.ts';
import { recurringDays } from './recurrence.ts';

export interface SessionToPlan {
  readonly source: string;
  readonly set: Partial<SessionFields>;
}

export interface SeriesPlan {
  /** Sessions not known yet, by day. Each becomes a `session.planned`, which gives way to whatever is known elsewhere. */
  readonly added: readonly SessionToPlan[];
  readonly changed: readonly { readonly id: string; readonly set: Partial<SessionFields> }[];
}

export interface KnownSession {
  readonly id: string;
  readonly values: SessionFields;
  readonly totals?: Pick<SessionTotals, 'ticks'>;
}

/** They hang together: a session of another kind does not get the list of this one. */
const ofTheKind: ReadonlySet<string> = new Set(['template', 'checklist', 'offers', 'programs', 'asksSurvey'] satisfies (keyof Template)[]);

export interface SeriesHorizon {
  readonly today: Day;
  readonly weeks: number;
}

/** Sessions of a series are planned as far ahead as this; every device knows those of the next 120 days (SPEC.md, S15). */
export const weeksPlanned = 13;

/** `known` are the sessions of every source, past and coming. Problem: input-invalid, `field` frequency. */
export function planSeries(
  { id, values }: { readonly id: string; readonly values: SeriesFields },
  known: readonly KnownSession[],
  { today, weeks }: SeriesHorizon,
): Result<SeriesPlan> {
  const own = known.filter((session) => seriesOf(session.values.source)?.series === id);
  const from = values.start > today ? values.start : today;
  const last = addDays(today, 7 * weeks - 1);
  const furthest = own.reduce((far, one) => later(far, dayOf(one)), last);
  const { rule, start, until, except } = values;
  const found = recurringDays({ rule, start, until, except }, from, furthest);
  if (!found.ok) return found;
  const template = templateOf(values);
  const bySource = new Map(own.map((session) => [session.values.source, session]));
  const added = found.value.flatMap((date): readonly SessionToPlan[] => {
    const source = seriesSource(id, date);
    if (date > last || bySource.has(source)) return [];
    return [{ source, set: { ...template, date, status: 'planned', source, planned: template } }];
  });
  const days = new Set(found.value);
  const changed = own.flatMap((session) => {
    const date = dayOf(session);
    if (date < from) return [];
    const set = days.has(date) ? broughtUp(session, template) : dropped(session.values, date);
    return set === null ? [] : [{ id: session.id, set }];
  });
  return ok({ added, changed });
}

/**
 * The fields that still hold what the series said, as the series says them now; a dropped day comes back. A session that was given another
 * kind by hand, or whose list somebody has begun with, keeps its kind whole.
 */
function broughtUp({ values, totals }: KnownSession, template: Partial<Template>): Partial<SessionFields> | null {
  const back = values.status === 'canceled' && values.dropped === true;
  if (values.status !== 'planned' && !back) return null;
  const said = values.planned ?? {};
  const current: Readonly<Record<string, unknown>> = values;
  const ownKind = totals?.ticks !== undefined || !isSame(values.template, said['template']);
  const stale = Object.entries(template).filter(
    ([field, value]) => !isSame(current[field], value) && isSame(current[field], said[field]) && !(ownKind && ofTheKind.has(field)),
  );
  const set: Partial<SessionFields> = Object.fromEntries(stale);
  if (stale.length === 0 && !back) return null;
  return { ...set, ...(stale.length > 0 ? { planned: template } : {}), ...(back ? { status: 'planned', dropped: false } : {}) };
}

/** Who moved a session to another day meant it: it stays. */
function dropped({ status, date }: SessionFields, planned: Day): Partial<SessionFields> | null {
  return status === 'planned' && date === planned ? { status: 'canceled', dropped: true } : null;
}

function dayOf({ values }: KnownSession): Day {
  return seriesOf(values.source)?.day ?? values.date;
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
