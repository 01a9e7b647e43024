// Days, times, durations and numbers in words. `day` is YYYY-MM-DD and `time` HH:MM, both wall clock: no zone is applied here.

// Making a format costs milliseconds, the first one many; using one costs microseconds, and a log of counts shows dozens after each tap.
// So each is made once, and only when it is wanted: the first drawing waits for those of Today.
const dayFormat = once(() => new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' }));
const shortDayFormat = once(() => new Intl.DateTimeFormat('en-US', { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' }));
const yearFormat = once(() => new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' }));
const timeFormat = once(() => new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }));
const numberFormat = once(() => new Intl.NumberFormat('en-US'));
const clockFormat = eachZone((timeZone) => new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone }));
const momentFormat = eachZone(
  (timeZone) => new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZone }),
);

const atNoon = (day: string): Date => new Date(`${day}T12:00:00Z`);

export const formatting = {
  number: (value: number): string => numberFormat().format(value),
  day: (day: string): string => dayFormat().format(atNoon(day)),
  shortDay: (day: string): string => shortDayFormat().format(atNoon(day)),
  dayWithYear: (day: string): string => yearFormat().format(atNoon(day)),
  time: (time: string): string => timeFormat().format(new Date(`2000-01-01T${time}:00Z`)),
  timeRange: (from: string | null, to: string | null): string =>
    [from, to].flatMap((time) => (time === null ? [] : [timeFormat().format(new Date(`2000-01-01T${time}:00Z`))])).join(' – '),
  /** An instant as a time of day in the given IANA zone. */
  clock: (at: string | number, timeZone: string): string => clockFormat(timeZone).format(new Date(at)),
  /** An instant as day and time in the given IANA zone. */
  moment: (at: string | number, timeZone: string): string => momentFormat(timeZone).format(new Date(at)),
  /** How long ago or how long, in the largest unit that fits. */
  duration: (seconds: number): string => {
    const units = [
      [86_400, 'day', 'days'],
      [3_600, 'hour', 'hours'],
      [60, 'minute', 'minutes'],
    ] as const;
    for (const [size, one, many] of units) {
      const count = Math.floor(seconds / size);
      if (count >= 1) return `${numberFormat().format(count)} ${count === 1 ? one : many}`;
    }
    const whole = Math.max(0, Math.floor(seconds));
    return `${whole} ${whole === 1 ? 'second' : 'seconds'}`;
  },
  bytes: (bytes: number): string => {
    const units = ['bytes', 'KB', 'MB', 'GB'] as const;
    const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
    return `${new Intl.NumberFormat('en-US', { maximumFractionDigits: step === 0 ? 0 : 1 }).format(bytes / 1000 ** step)} ${units[step] ?? ''}`;
  },
  list: (items: readonly string[]): string => new Intl.ListFormat('en-US', { type: 'conjunction' }).format(items),
} as const;

function once<Format>(make: () => Format): () => Format {
  const made: { format?: Format } = {};
  return () => {
    made.format ??= make();
    return made.format;
  };
}

function eachZone(make: (timeZone: string) => Intl.DateTimeFormat): (timeZone: string) => Intl.DateTimeFormat {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (timeZone) => {
    const format = made.get(timeZone) ?? make(timeZone);
    made.set(timeZone, format);
    return format;
  };
}
