// Days, times, durations, numbers and lists in words, from a small table a language: browsers know no Haitian Creole, and their formats
// cost a slow tablet a fifth of a second at each start. `day` is YYYY-MM-DD and `time` HH:MM, both wall clock: no zone is applied here.

import { wallClockIn } from '../zone.ts';

/** A unit for one and for more, such as ['hour', 'hours']. */
export type Counted = readonly [one: string, more: string];

export interface FormattingWords {
  /** From Sunday on. */
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
  /** From January on. */
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly order: {
    readonly day: (weekday: string, day: number, month: string) => string;
    readonly shortDay: (weekday: string, day: number, month: string) => string;
    readonly dayWithYear: (day: number, month: string, year: number) => string;
    readonly moment: (day: number, month: string, time: string) => string;
  };
  readonly morning: string;
  readonly afternoon: string;
  readonly units: { readonly day: Counted; readonly hour: Counted; readonly minute: Counted; readonly second: Counted };
  readonly bytes: string;
  /** Two or more things; what stands between the last two. */
  readonly list: (items: readonly string[]) => string;
}

export interface Formatting {
  readonly number: (value: number) => string;
  readonly day: (day: string) => string;
  readonly shortDay: (day: string) => string;
  readonly dayWithYear: (day: string) => string;
  /** YYYY-MM. */
  readonly month: (month: string) => string;
  readonly time: (time: string) => string;
  readonly timeRange: (from: string | null, to: string | null) => string;
  /** An instant as a time of day in the given IANA zone. */
  readonly clock: (at: string | number, timeZone: string) => string;
  /** An instant as day and time in the given IANA zone. */
  readonly moment: (at: string | number, timeZone: string) => string;
  /** How long ago or how long, in seconds, said in the largest unit that fits. */
  readonly duration: (seconds: number) => string;
  readonly bytes: (bytes: number) => string;
  readonly list: (items: readonly string[]) => string;
}

/** All three languages are read in the United States: digits are grouped by commas, the clock has twelve hours. */
export function makeFormatting(words: FormattingWords): Formatting {
  const timeOf = (hour: number, minute: number) =>
    `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? words.morning : words.afternoon}`;
  const time = (text: string) => {
    const [hour = 0, minute = 0] = text.split(':').map(Number);
    return timeOf(hour, minute);
  };
  const parts = (day: string) => {
    const date = new Date(`${day}T12:00:00Z`);
    return { weekday: date.getUTCDay(), month: date.getUTCMonth(), day: date.getUTCDate(), year: date.getUTCFullYear() };
  };
  return {
    number,
    day: (text) => {
      const { weekday, month, day } = parts(text);
      return words.order.day(words.weekdays[weekday] ?? '', day, words.months[month] ?? '');
    },
    shortDay: (text) => {
      const { weekday, month, day } = parts(text);
      return words.order.shortDay(words.shortWeekdays[weekday] ?? '', day, words.shortMonths[month] ?? '');
    },
    dayWithYear: (text) => {
      const { month, day, year } = parts(text);
      return words.order.dayWithYear(day, words.shortMonths[month] ?? '', year);
    },
    month: (text) => `${words.months[Number(text.slice(5)) - 1]} ${text.slice(0, 4)}`,
    time,
    timeRange: (from, to) => [from, to].flatMap((one) => (one === null ? [] : [time(one)])).join(' – '),
    clock: (at, zone) => {
      const { hour, minute } = wallClockIn(zone, new Date(at).getTime());
      return timeOf(hour, minute);
    },
    moment: (at, zone) => {
      const { month, day, hour, minute } = wallClockIn(zone, new Date(at).getTime());
      return words.order.moment(day, words.shortMonths[month - 1] ?? '', timeOf(hour, minute));
    },
    duration: (seconds) => {
      const { day, hour, minute, second } = words.units;
      const [size, unit] =
        seconds >= 86_400 ? [86_400, day] : seconds >= 3_600 ? [3_600, hour] : seconds >= 60 ? [60, minute] : [1, second];
      const count = Math.max(0, Math.floor(seconds / size));
      return `${number(count)} ${count === 1 ? unit[0] : unit[1]}`;
    },
    bytes: (bytes) => {
      const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
      const unit = [words.bytes, 'KB', 'MB', 'GB'][step] ?? '';
      return `${number(Number((bytes / 1000 ** step).toFixed(step === 0 ? 0 : 1)))} ${unit}`;
    },
    list: (items) => (items.length < 2 ? (items[0] ?? '') : words.list(items)),
  };
}

function number(value: number): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}
