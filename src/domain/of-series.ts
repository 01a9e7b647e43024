// What ties a session to its series: where it comes from, and the values the series passes on.

import { type SeriesFields, template } from './series.ts';

export type Template = Pick<SeriesFields, keyof typeof template>;

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
  const given: Readonly<Record<string, unknown>> = values;
  return Object.fromEntries(Object.keys(template).flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])));
}
