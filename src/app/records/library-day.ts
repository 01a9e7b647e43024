// The calendar day and the clock of the library: sessions' days are wall-clock days in the library's time zone, whatever zone the
// tablet believes to be in.

import { useEffect, useState } from 'preact/hooks';
import { correctedNow, knownClock } from '../../device/store/clock.ts';
import type { Day, Instant, TimeOfDay } from '../../domain/shapes.ts';
import { useApp } from '../context.ts';
import { useShared } from '../live.ts';
import { ownZone, wallClockIn } from '../zone.ts';

/** The day it is at an instant (milliseconds or ISO text) in an IANA zone. */
export function dayIn(zone: string, at: number | Instant): Day {
  const { year, month, day } = wallClockIn(zone, new Date(at).getTime());
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** The time of day, HH:MM, at an instant in an IANA zone. */
export function timeIn(zone: string, at: number | Instant): TimeOfDay {
  const { hour, minute } = wallClockIn(zone, new Date(at).getTime());
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
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
    wallClockIn(zone, 0);
    return zone;
  } catch {
    return ownZone(); // a RangeError: the browser's list of zones lacks it
  }
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

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
