// Days and times on the wall of the library, as instants. The demo's past happened at times that make sense there, whatever zone it runs in.

export const timeZone = 'America/New_York';

const parts = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' });

/** 'YYYY-MM-DD' in the library. */
export function dayAt(milliseconds: number): string {
  return parts.format(milliseconds).slice(0, 10);
}

/** 'HH:MM' in the library. */
export function timeAt(milliseconds: number): string {
  return parts.format(milliseconds).slice(12, 17);
}

/** Milliseconds since 1970 of a wall-clock time, which is taken as standard time where the clock shows it twice. */
export function instantOf(day: string, time: string): number {
  const asIfUtc = Date.parse(`${day}T${time}:00.000Z`);
  const shown = parts.format(asIfUtc).replace(', ', 'T');
  return asIfUtc + (asIfUtc - Date.parse(`${shown}.000Z`));
}
