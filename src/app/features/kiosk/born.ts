// A date of birth asked in three fields, read into a day. Years of two digits are asked about: '15' is a child, or a great-grandmother.

import { asciiDigits } from '../../../domain/digits.ts';
import { type Day, isDay } from '../../../domain/shapes.ts';
import type { TypedDate } from './form.ts';

export type Born =
  | { readonly state: 'empty' }
  | { readonly state: 'day'; readonly day: Day }
  | { readonly state: 'unreadable' | 'short-year' | 'future' | 'long-ago' };

const oldest = 120;

export function readBorn(typed: TypedDate, today: Day): Born {
  const [month, day, year] = [typed.month, typed.day, typed.year].map((part) => asciiDigits(part).trim());
  if (!month && !day && !year) return { state: 'empty' };
  if (!month || !day || !year || ![month, day, year].every((part) => /^\d+$/.test(part))) return { state: 'unreadable' };
  if (year.length === 2) return { state: 'short-year' };
  const born = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(born) || !isDay(born)) return { state: 'unreadable' };
  if (born > today) return { state: 'future' };
  return Number(today.slice(0, 4)) - Number(year) > oldest ? { state: 'long-ago' } : { state: 'day', day: born };
}
