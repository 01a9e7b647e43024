// Dates as a spreadsheet writes them: 9/12/2019. Which number is the month is told by the file as a whole, or by the custom of the country.

import * as v from 'valibot';
import { type Day, day } from '../shapes.ts';

/** 'unclear': no number is above 12, so the month goes first, as in the United States. 'mixed': both orders occur, and none can be believed. */
export type SlashOrder = 'day-first' | 'month-first' | 'unclear' | 'mixed';

const slashes = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?)?$/i;

export function slashOrderOf(texts: Iterable<string>): SlashOrder {
  const seen = { dayFirst: false, monthFirst: false };
  for (const text of texts) {
    const [dayFirst, monthFirst] = [isDay(readSlashDay(text, 'day-first')), isDay(readSlashDay(text, 'month-first'))];
    // What is no date either way tells nothing of the others.
    if (dayFirst !== monthFirst) seen[dayFirst ? 'dayFirst' : 'monthFirst'] = true;
  }
  if (seen.dayFirst && seen.monthFirst) return 'mixed';
  return seen.dayFirst ? 'day-first' : seen.monthFirst ? 'month-first' : 'unclear';
}

/** null: no such date at all. A year of two digits may be of either century. */
export function readSlashDay(text: string, order: SlashOrder): Day | 'bad' | 'short-year' | null {
  const parts = partsOf(text);
  if (parts === null) return null;
  const { year, first, second } = parts;
  if (year.length === 2) return 'short-year';
  if (order === 'mixed') return 'bad';
  const [month, date] = order === 'day-first' ? [second, first] : [first, second];
  const found = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return v.is(day, found) ? found : 'bad';
}

function partsOf(text: string) {
  const [, first, second, year] = slashes.exec(text) ?? [];
  return year === undefined ? null : { year, first: Number(first), second: Number(second) };
}

function isDay(read: ReturnType<typeof readSlashDay>): boolean {
  return v.is(day, read);
}
