// A series: a session that recurs. It plans its sessions as facts for the coming weeks; each then lives its own life.
// A day and the times of day are wall clock in the library's zone, so that a change of the clock moves nothing.
// `start` is the first day that the rule and the values hold for: what lies before it is history, and no change of the series rewrites it.

import * as v from 'valibot';
import { sessionFields } from './session.ts';
import { day, line } from './shapes.ts';

/** What every session of a series begins with. */
export const templateNames = [
  'site',
  'place',
  'title',
  'activityType',
  'topic',
  'format',
  'targetAge',
  'startsAt',
  'endsAt',
  'outlet',
  'partners',
  'staff',
  'devices',
  'goals',
  'brings',
] as const;

const template = v.pick(sessionFields, templateNames);

export const seriesFields = v.looseObject({
  ...template.entries,
  /** RFC 5545 section 3.3.10: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'. */
  rule: line,
  start: day,
  /** The last day; null while it has no end. */
  until: v.nullable(day),
  except: v.pipe(v.array(day), v.maxLength(400)),
});
export type SeriesFields = v.InferOutput<typeof seriesFields>;
export type Template = Pick<SeriesFields, (typeof templateNames)[number]>;

/** Where a session of a series comes from: the series and the day its rule named, whatever day it was moved to later. */
export function seriesSource(series: string, date: string): string {
  return `series/${series}/${date}`;
}

/** null: the session is of no series. */
export function seriesOf(source: string | null): { readonly series: string; readonly day: string } | null {
  const [, series, named] = /^series\/([A-Za-z0-9_-]{1,40})\/(\d{4}-\d{2}-\d{2})$/.exec(source ?? '') ?? [];
  return series === undefined || named === undefined ? null : { series, day: named };
}

/** The values of a session or a series that a series passes on; those nobody gave are left out. */
export function templateOf(values: Partial<Template>): Partial<Template> {
  return Object.fromEntries(templateNames.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));
}
