// Which zone a TZID means, and what the clock on the wall shows there. Calendars name zones of IANA, of Windows, with an institute's name
// before them, or by rules of their own; an hour that a clock change skips or repeats is read as RFC 5545 section 3.3.5 says.

import type { Day, TimeOfDay } from '../shapes.ts';
import { windowsZones } from './windows-zones.ts';

export interface WallTime {
  readonly day: Day;
  readonly time: TimeOfDay;
}

export interface Zones {
  /** IANA; null when nobody knows. */
  readonly zoneOf: (tzid: string) => string | null;
  /** Milliseconds since 1970 of a wall time. A skipped one is read with the offset before the gap, of a repeated one the first is meant. */
  readonly instantOf: (wall: WallTime, zone: string) => number;
  readonly wallTimeOf: (at: number, zone: string) => WallTime;
}

/** What a calendar's own VTIMEZONE says of a zone: offsets in minutes, and X-LIC-LOCATION. */
export interface OwnZone {
  readonly location: string | null;
  readonly standard: number | null;
  readonly daylight: number | null;
}

/** Remembers what it has worked out: make one for each import. */
export function createZones(own: ReadonlyMap<string, OwnZone> = new Map()): Zones {
  const formats = new Map<string, Intl.DateTimeFormat | null>();
  const offsets = new Map<string, number>();
  const meant = new Map<string, string | null>();

  function formatOf(timeZone: string): Intl.DateTimeFormat | null {
    const known = formats.get(timeZone);
    if (known !== undefined) return known;
    const format = makeFormat(timeZone);
    formats.set(timeZone, format);
    return format;
  }

  /** Minutes by which the zone is ahead of UTC. No zone changes within a quarter of an hour. */
  function offsetAt(at: number, zone: string): number {
    const quarter = Math.floor(at / 900_000);
    const key = `${zone} ${quarter}`;
    const known = offsets.get(key);
    if (known !== undefined) return known;
    const shown = new Map(
      (formatOf(zone)?.formatToParts(quarter * 900_000) ?? []).map(({ type, value }): [string, number] => [type, Number(value)]),
    );
    const part = (type: string) => shown.get(type) ?? 0;
    const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
    const offset = shown.size === 0 ? 0 : Math.round((wall - quarter * 900_000) / 60_000);
    offsets.set(key, offset);
    return offset;
  }

  return {
    zoneOf: (tzid) => {
      const known = meant.get(tzid);
      if (known !== undefined) return known;
      const found = candidates(tzid, own.get(tzid)).find((one) => formatOf(one) !== null) ?? null;
      meant.set(tzid, found);
      return found;
    },
    instantOf: ({ day, time }, zone) => {
      const wall = Date.parse(`${day}T${time}:00.000Z`);
      const before = offsetAt(wall - 86_400_000, zone);
      const first = wall - before * 60_000;
      if (offsetAt(first, zone) === before) return first;
      const after = offsetAt(wall + 86_400_000, zone);
      const second = wall - after * 60_000;
      return offsetAt(second, zone) === after ? second : first;
    },
    wallTimeOf: (at, zone) => {
      const text = new Date(at + offsetAt(at, zone) * 60_000).toISOString();
      return { day: text.slice(0, 10), time: text.slice(11, 16) };
    },
  };
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | null {
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, ...numeric, hourCycle: 'h23' });
  } catch {
    return null; // a RangeError: no such zone, or not known here
  }
}

function candidates(tzid: string, own: OwnZone | undefined): readonly string[] {
  const plain = tzid.trim();
  const path = plain.replace(/^\/+/, '').split('/');
  return [
    plain,
    windowsZones.get(plain.toLowerCase()),
    own?.location,
    // '/freeassociation.sourceforge.net/Tzfile/America/New_York', '/citadel.org/20190914_1/America/Argentina/Salta'
    path.slice(-3).join('/'),
    path.slice(-2).join('/'),
    // '(UTC-05:00) Eastern Time (US & Canada)'
    windowsZones.get(plain.replace(/^\((?:UTC|GMT)[^)]*\)\s*/i, '').toLowerCase()),
    own && byOffsets(own),
  ].flatMap((one) => (typeof one === 'string' && one !== '' ? [one] : []));
}

/** A zone that keeps the same time as a calendar's own rules, for the places a library here is likely to mean. */
function byOffsets({ standard, daylight }: OwnZone): string | undefined {
  if (standard === null) return undefined;
  if (daylight !== null && daylight !== standard) return changing.get(standard);
  if (standard % 60 !== 0 || Math.abs(standard) > 720) return undefined;
  return standard === 0 ? 'UTC' : `Etc/GMT${standard < 0 ? '+' : '-'}${Math.abs(standard) / 60}`;
}

const changing: ReadonlyMap<number, string> = new Map([
  [-600, 'America/Adak'],
  [-540, 'America/Anchorage'],
  [-480, 'America/Los_Angeles'],
  [-420, 'America/Denver'],
  [-360, 'America/Chicago'],
  [-300, 'America/New_York'],
  [-240, 'America/Halifax'],
  [-210, 'America/St_Johns'],
  [0, 'Europe/London'],
  [60, 'Europe/Paris'],
  [120, 'Europe/Helsinki'],
]);
