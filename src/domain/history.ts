// What a place or a partner has behind it: the sessions held there, and their sums by month. Counts only, nothing of a person.
// The server answers it from all its sessions (a device holds 45 days); a device lays its own newer counts over the answer.

import * as v from 'valibot';
import { sessionFigures } from './report.ts';
import type { Session, SessionFields } from './session.ts';
import { addDays, type Day, day, minutesOf, recordId, wholeNumber } from './shapes.ts';

const count = wholeNumber;

export const heldSession = v.object({
  id: recordId,
  date: day,
  attendance: count,
  signUps: count,
  handOuts: count,
  /** How long it was open; null when nobody knows. */
  minutes: v.nullable(count),
});
export type HeldSession = v.InferOutput<typeof heldSession>;

export const heldMonth = v.object({
  month: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)),
  sessions: count,
  attendance: count,
  signUps: count,
  handOuts: count,
  minutes: count,
  /** Heads of those sessions whose length is known: what a service hour is counted from. */
  timed: count,
});
export type HeldMonth = v.InferOutput<typeof heldMonth>;

/** `sessions` newest first, the newest `mostHeld`; `months` oldest first, without a gap's worth of zeros. */
export const history = v.object({ sessions: v.array(heldSession), months: v.array(heldMonth) });
export type History = v.InferOutput<typeof history>;

/** Enough for a year and a quarter of weekly visits. */
export const mostHeld = 66;
export const mostMonths = 60;

const longestSession = 16 * 60;

/** Minutes it was open: by its clock where that makes sense, else as planned. */
export function minutesOpen({
  openedAt,
  closedAt,
  startsAt,
  endsAt,
}: Pick<SessionFields, 'openedAt' | 'closedAt' | 'startsAt' | 'endsAt'>): number | null {
  const open = openedAt === null || closedAt === null ? 0 : Math.round((Date.parse(closedAt) - Date.parse(openedAt)) / 60_000);
  if (open > 0 && open <= longestSession) return open;
  const planned = startsAt === null || endsAt === null ? 0 : minutesOf(endsAt) - minutesOf(startsAt);
  return planned > 0 ? planned : null;
}

/** null: it was not held, or nobody has counted in it yet. */
export function heldOf(session: Session): HeldSession | null {
  const { values, id } = session;
  const { attendance, signUps, handOuts } = sessionFigures(session);
  if (values.status !== 'closed' && (values.status !== 'open' || attendance === 0)) return null;
  return { id, date: values.date, attendance, signUps, handOuts, minutes: minutesOpen(values) };
}

export function historyOf(held: readonly HeldSession[]): History {
  const months = new Map<string, HeldMonth>();
  for (const one of held) addTo(months, one, null);
  return { sessions: newestFirst(held).slice(0, mostHeld), months: inOrder(months).slice(-mostMonths) };
}

/** What is known here laid over what the server said: its sessions as they stand now, and those it had not heard of. */
export function withOwn(said: History, own: readonly HeldSession[]): History {
  const sessions = new Map(said.sessions.map((one) => [one.id, one]));
  const months = new Map(said.months.map((one) => [one.month, one]));
  // Older than the oldest of a full list: counted in the months already.
  const oldest = said.sessions.length < mostHeld ? '' : (said.sessions.at(-1)?.date ?? '');
  for (const one of own) {
    const before = sessions.get(one.id);
    if (before === undefined && one.date < oldest) continue;
    addTo(months, one, before ?? null);
    sessions.set(one.id, one);
  }
  return { sessions: newestFirst([...sessions.values()]).slice(0, mostHeld), months: inOrder(months) };
}

export interface Compared {
  readonly last: HeldSession | null;
  /** The one nearest to the same day a year before, at most three weeks away. */
  readonly yearAgo: HeldSession | null;
}

/** What somebody who plans for a day wants in sight. */
export function comparedWith({ sessions }: History, date: Day): Compared {
  const before = sessions.filter((one) => one.date < date);
  const aim = addDays(date, -364);
  const near = before.filter((one) => Math.abs(daysBetween(one.date, aim)) <= 21);
  const nearest = near.toSorted((a, b) => Math.abs(daysBetween(a.date, aim)) - Math.abs(daysBetween(b.date, aim)))[0];
  return { last: before[0] ?? null, yearAgo: nearest ?? null };
}

export interface YearSum extends Omit<HeldMonth, 'month'> {
  readonly year: string;
}

export function byYear({ months }: History): readonly YearSum[] {
  const years = new Map<string, YearSum>();
  for (const { month, ...sums } of months) {
    const year = month.slice(0, 4);
    const before = years.get(year);
    years.set(year, before === undefined ? { year, ...sums } : { year, ...plus(before, sums, 1) });
  }
  return [...years.values()];
}

/** Heads per hour of service; null while no hour is known. */
export function perHour({ timed, minutes }: Pick<HeldMonth, 'timed' | 'minutes'>): number | null {
  return minutes < 1 ? null : Math.round((timed / minutes) * 600) / 10;
}

type Sums = Omit<HeldMonth, 'month'>;

function addTo(months: Map<string, HeldMonth>, one: HeldSession, before: HeldSession | null): void {
  if (before !== null) put(before, -1);
  put(one, 1);

  function put(held: HeldSession, sign: 1 | -1): void {
    const month = held.date.slice(0, 7);
    const { attendance, signUps, handOuts, minutes } = held;
    const sums: Sums = { sessions: 1, attendance, signUps, handOuts, minutes: minutes ?? 0, timed: minutes === null ? 0 : attendance };
    const was = months.get(month) ?? { month, sessions: 0, attendance: 0, signUps: 0, handOuts: 0, minutes: 0, timed: 0 };
    months.set(month, { month, ...plus(was, sums, sign) });
  }
}

function plus(one: Sums, other: Sums, sign: 1 | -1): Sums {
  const sum = (name: keyof typeof sumNames) => one[name] + sign * other[name];
  return {
    sessions: sum('sessions'),
    attendance: sum('attendance'),
    signUps: sum('signUps'),
    handOuts: sum('handOuts'),
    minutes: sum('minutes'),
    timed: sum('timed'),
  };
}

const sumNames = { sessions: 0, attendance: 0, signUps: 0, handOuts: 0, minutes: 0, timed: 0 };

function newestFirst(held: readonly HeldSession[]): HeldSession[] {
  return held.toSorted((a, b) => (a.date === b.date ? (a.id < b.id ? 1 : -1) : a.date < b.date ? 1 : -1));
}

function inOrder(months: ReadonlyMap<string, HeldMonth>): HeldMonth[] {
  return [...months.values()].filter((one) => one.sessions > 0).toSorted((a, b) => (a.month < b.month ? -1 : 1));
}

function daysBetween(one: Day, other: Day): number {
  return (Date.parse(one) - Date.parse(other)) / 86_400_000;
}
