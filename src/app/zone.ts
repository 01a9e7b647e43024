// What a clock on the wall shows in an IANA zone. Temporal knows in microseconds; the first Intl format of a page costs a slow tablet a
// fifth of a second, so it is made only by browsers that have no Temporal yet.

export interface WallClock {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** 0 to 23. */
  readonly hour: number;
  readonly minute: number;
}

/** `at` in milliseconds since 1970. Throws a RangeError for a zone this browser does not know. */
export function wallClockIn(zone: string, at: number): WallClock {
  if (typeof Temporal === 'undefined') return byFormat(zone, at);
  const { year, month, day, hour, minute } = Temporal.Instant.fromEpochMilliseconds(Math.round(at)).toZonedDateTimeISO(zone);
  return { year, month, day, hour, minute };
}

/** The zone this browser believes to be in. */
export function ownZone(): string {
  return typeof Temporal === 'undefined' ? new Intl.DateTimeFormat().resolvedOptions().timeZone : Temporal.Now.timeZoneId();
}

/** Exported for the test that holds it against Temporal. */
export function byFormat(zone: string, at: number): WallClock {
  const shown = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => shown.get(type) ?? 0;
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { timeZone, ...numeric, hourCycle: 'h23' });
  formats.set(timeZone, format);
  return format;
}
