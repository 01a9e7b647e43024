// The calendar day and the clock of the library: sessions' days are wall-clock days in the library's time zone, whatever zone the
// tablet believes to be in.

import { useEffect, useState } from 'preact/hooks';
import { correctedNow, knownClock } from '../../device/store/clock.ts';
import type { Day, Instant, TimeOfDay } from '../../domain/shapes.ts';
import { useApp } from '../context.ts';
import { useShared } from '../live.ts';

/** The day it is at an instant (milliseconds or ISO text) in an IANA zone. */
export function dayIn(zone: string, at: number | Instant): Day {
  const parts = formatsOf(zone).day.formatToParts(new Date(at));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** The time of day, HH:MM, at an instant in an IANA zone. */
export function timeIn(zone: string, at: number | Instant): TimeOfDay {
  return formatsOf(zone).time.format(new Date(at));
}

/** The instant of a wall-clock moment in a zone. In the hour that a clock change skips or repeats, one of the two readings. */
export function instantIn(zone: string, day: Day, time: TimeOfDay): Instant {
  const wanted = Date.parse(`${day}T${time}:00.000Z`);
  const shown = (at: number) => Date.parse(`${dayIn(zone, at)}T${timeIn(zone, at)}:00.000Z`);
  const guess = wanted - (shown(wanted) - wanted);
  return new Date(guess - (shown(guess) - wanted)).toISOString();
}

/** A zone this browser knows; its own where the library's is unknown to it (a very old browser) or not said yet. */
export function knownZone(zone: string | undefined): string {
  if (zone === undefined) return ownZone();
  try {
    formatsOf(zone);
    return zone;
  } catch {
    return ownZone(); // a RangeError: the browser's list of zones lacks it
  }
}

function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Milliseconds now, looked at again each `every` and whenever the page comes back: a tablet asleep over midnight wakes to the right day. */
export function useNow(every = 30_000): number {
  const { now } = useApp();
  const [at, setAt] = useState(now);
  useEffect(() => {
    const look = () => setAt(now());
    const timer = setInterval(look, every);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [now, every]);
  return at;
}

/** The device's clock put right as far as the server has told, in milliseconds: a tablet in 1970 still finds today's sessions. */
export function useCorrectedNow(): number {
  const now = useNow();
  const clock = useShared(knownClock);
  return clock.state === 'ready' ? correctedNow(now, clock.value) : now;
}

/** The library's day by that clock. */
export function useToday(zone: string): Day;
export function useToday(zone: string | null): Day | null;
export function useToday(zone: string | null): Day | null {
  const now = useCorrectedNow();
  return zone === null ? null : dayIn(zone, now);
}

interface ZoneFormats {
  readonly day: Intl.DateTimeFormat;
  readonly time: Intl.DateTimeFormat;
}

/** Making a format costs milliseconds on a slow tablet, and these are asked for at every drawing. */
const made = new Map<string, ZoneFormats>();

function formatsOf(timeZone: string): ZoneFormats {
  const known = made.get(timeZone);
  if (known !== undefined) return known;
  const formats = {
    day: new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }),
    time: new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  };
  made.set(timeZone, formats);
  return formats;
}
