// A date of birth as people write it, into a day. American order where only numbers are given, unless the first cannot be a month.
// Two-digit years are asked about: '15' is a child, or a great-grandmother.

import { type Day, isDay } from '../../domain/shapes.ts';
import type { Text } from '../text/text.ts';

export type BirthDate =
  | { readonly state: 'empty' }
  | { readonly state: 'day'; readonly day: Day }
  | { readonly state: 'unreadable' | 'short-year' | 'future' };

/** How each month begins in English, Spanish and Haitian Creole: families write theirs, whatever the screen speaks. */
const months = [
  /^(jan|ene)/,
  /^(feb|fev)/,
  /^(mar|mas)/,
  /^(apr|abr|avr)/,
  /^(may|me$)/,
  /^(jun|jen)/,
  /^(jul|jiy)/,
  /^(aug|ago|out)/,
  /^(sep|set)/,
  /^(oct|okt)/,
  /^nov/,
  /^(dec|dic|des)/,
] as const;

export function readBirthDate(text: string, today: Day): BirthDate {
  const written = text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  if (written === '') return { state: 'empty' };
  const parts =
    written
      .replace(/(\d)(st|nd|rd|th)\b/g, '$1')
      .match(/[a-z]+|\d+/g)
      ?.filter((part) => part !== 'de' && part !== 'del') ?? [];
  if (parts.length !== 3) return { state: 'unreadable' };
  const [year, month, day] = inOrder(parts);
  if (year === undefined || month === undefined || day === undefined) return { state: 'unreadable' };
  if (year.length !== 4) return { state: /^\d{2}$/.test(year) ? 'short-year' : 'unreadable' };
  const born = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(born) || !isDay(born) || Number(year) < 1900) return { state: 'unreadable' };
  return born > today ? { state: 'future' } : { state: 'day', day: born };
}

/** What is to be mended, in words. */
export function birthDateProblem({ state }: BirthDate, words: Text['signUps']['problems']): string | null {
  if (state === 'unreadable') return words.birthDate;
  if (state === 'short-year') return words.birthDateYear;
  return state === 'future' ? words.birthDateFuture : null;
}

/** Year, month, day as digits, from three written parts. */
function inOrder(parts: readonly string[]): readonly (string | undefined)[] {
  const named = parts.findIndex((part) => monthNumber(part) !== undefined);
  if (named >= 0) {
    const rest = parts.filter((_, at) => at !== named);
    const yearFirst = rest[0]?.length === 4;
    return [yearFirst ? rest[0] : rest[1], monthNumber(parts[named] ?? ''), digits(yearFirst ? rest[1] : rest[0])];
  }
  const [first = '', second = '', third = ''] = parts;
  if (!parts.every((part) => /^\d+$/.test(part))) return [];
  if (first.length === 4) return [first, second, third];
  return Number(first) > 12 ? [third, second, first] : [third, first, second];
}

/** 'March', 'mar', 'marzo', 'mas'. */
function monthNumber(part: string): string | undefined {
  const at = months.findIndex((month) => month.test(part));
  return at < 0 ? undefined : String(at + 1);
}

function digits(part: string | undefined): string | undefined {
  return part !== undefined && /^\d{1,2}$/.test(part) ? part : undefined;
}
