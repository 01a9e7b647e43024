// The small shapes every record is made of: ids, days, times, bounded text.
// Days and times of sessions are wall-clock values in the library's time zone, so that a tablet with a wrong zone shows the right stop.

import * as v from 'valibot';

/** Ids made by us: 12 letters of Crockford base32 for what a person may have to type, 22 of base64url for facts. */
export const recordId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,40}$/));

export const factId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));

/** A calendar day, YYYY-MM-DD, that exists. */
export const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((text) => isDay(text), 'a day that exists'),
);
export type Day = v.InferOutput<typeof day>;

/** A time of day, HH:MM, 24 hours. */
export const timeOfDay = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
export type TimeOfDay = v.InferOutput<typeof timeOfDay>;

/** An instant in UTC with milliseconds, as Date.prototype.toISOString writes it. Years 0001 to 9999: a flat battery may say 1970 or 2099. */
export const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'an instant that exists'),
);
export type Instant = v.InferOutput<typeof instant>;

export const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
export const line = v.pipe(v.string(), v.maxLength(300));
export const paragraph = v.pipe(v.string(), v.maxLength(10_000));
export const wholeNumber = v.pipe(v.number(), v.safeInteger());

export const languages = ['en-US', 'es-US', 'ht'] as const;
export const language = v.picklist(languages);
export type Language = v.InferOutput<typeof language>;

/** True for a YYYY-MM-DD that the Gregorian calendar has. */
export function isDay(text: string): boolean {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year >= 1 && date >= 1 && date <= (lengths[month - 1] ?? 0);
}

/** The day `days` after (or before) a day; pure calendar arithmetic, no zone. */
export function addDays(from: Day, days: number): Day {
  // Not Date.UTC(year, …): it takes the years 1 to 99 for 1901 to 1999.
  return new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Minutes since midnight. */
export function minutesOf(time: TimeOfDay): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
