// What is aboard, of one vehicle or of all together. Two things move it. Giving away, and lending or taking in without a loan, are sums in the
// sessions: no order, repetition or taking back can change a sum. A loan keeps its copies away for as long as it is open, and a loan returned
// twice is still one loan. So nothing grows with history: a device needs the sessions since the count and the loans that are open or have just
// come back, and it has both.
// A vehicle's count is moved by its own sessions only, and a loan that ends on another vehicle moves from one to the other. The count that
// names no vehicle is moved by every session: it is what earlier apps write and read, and all that a library with one outlet needs.

import * as v from 'valibot';
import { daysKnown } from './days-known.ts';
import type { Loan } from './loans.ts';
import { type CopiesAboard, copiesAboard, type ResourceFields } from './places.ts';
import type { Session } from './session.ts';
import { addDays, type Day } from './shapes.ts';

export interface Stock {
  /** null when the count is old: what was given away before the device's days would be missing, and the number would rise by itself. */
  readonly aboard: number | null;
  /** What was counted, with what was lent then. */
  readonly counted: number;
  /** Lent and not back. */
  readonly out: number;
  /** What came aboard since the count without a loan; below zero: what went. */
  readonly moved: number;
  /** What other vehicles lent and this one took in since the count; below zero: what it lent and others took in. */
  readonly carried: number;
  readonly since: Day;
  /** Counted so long ago that this device no longer knows every session since. */
  readonly old: boolean;
  /** Of a kit, over all its counts: how many were made ready, and how many of them went without a loan. */
  readonly kits: { readonly prepared: number; readonly pickedUp: number; readonly since: Day };
}

export interface Counted {
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Movements {
  /** Those that moved anything, and those in which a loan began or ended. */
  readonly sessions: readonly Pick<Session, 'id' | 'values' | 'totals'>[];
  /** Each with whether it still keeps its copies away (loansIn). */
  readonly loans: readonly Loan[];
}

/** Of one outlet, or by the count that names none (null). null for what nobody counts there. `today` in the library's time zone. */
export function stockOf(item: Counted, outlet: string | null, movements: Movements, today: Day): Stock | null {
  const count = countIn(item.values, outlet);
  if (count === null) return null;
  const { copies, day } = count;
  const { sessions } = movements;
  const loans = movements.loans.filter(({ values }) => values.resource === item.id);
  const since = sessions.filter(({ values }) => values.date >= day && (outlet === null || values.outlet === outlet));
  const moved = since.reduce((sum, { totals }) => sum + (totals.moved?.[item.id] ?? 0), 0);
  const away = loans.filter((loan) => loan.open && (outlet === null || lentOn(loan, sessions) === outlet));
  const out = away.reduce((sum, { values }) => sum + values.count, 0);
  const carried = outlet === null ? 0 : loans.reduce((sum, loan) => sum + carriedBy(loan, outlet, movements, day), 0);
  const old = day < addDays(today, -daysKnown);
  const before = count.kits ?? { prepared: Math.max(0, copies), pickedUp: 0, since: day };
  const kits = { prepared: before.prepared, pickedUp: before.pickedUp + Math.max(0, -moved), since: before.since };
  return { aboard: old ? null : copies + moved + carried - out, counted: copies, out, moved, carried, since: day, old, kits };
}

/** What one asks who stands in a vehicle: its own stock, or where nobody counted there, what was counted without naming a vehicle. */
export function stockNear(
  item: Counted,
  outlet: string | null,
  movements: Movements,
  today: Day,
): { readonly of: string | null; readonly stock: Stock } | null {
  const own = outlet === null ? null : stockOf(item, outlet, movements, today);
  if (own !== null) return { of: outlet, stock: own };
  const stock = stockOf(item, null, movements, today);
  return stock === null ? null : { of: null, stock };
}

/**
 * The count to write when somebody has counted `aboard`: from today on, with what is lent and what has moved today already put back. Of a
 * kit, what is more than there should be was made ready since the last count.
 */
export function countedAs(item: Counted, outlet: string | null, aboard: number, movements: Movements, today: Day): CopiesAboard {
  const now = stockOf({ id: item.id, values: countChange(outlet, { copies: 0, day: today }) }, outlet, movements, today);
  const count = { copies: aboard - (now?.aboard ?? 0), day: today };
  const before = item.values['type'] === 'kit' ? stockOf(item, outlet, movements, today) : null;
  // Counted too long ago to know what went since: it is counted as for the first time.
  if (before === null || before.aboard === null) return count;
  const { prepared, pickedUp, since } = before.kits;
  const more = aboard - before.aboard;
  // Once more on the same day sets the first right; later, what is missing was lost, which unmakes nothing.
  const made = before.since === today ? more : Math.max(0, more);
  const kits = { prepared: Math.max(0, prepared + made), pickedUp: Math.max(0, pickedUp - (now?.kits.pickedUp ?? 0)), since };
  return { ...count, kits };
}

/** The change that writes a count, or ends it (null). Each outlet has a field of its own: two tablets that count two vehicles both stand. */
export function countChange(outlet: string | null, count: CopiesAboard | null): Partial<ResourceFields> {
  return outlet === null ? { stock: count } : { [`${ofOutlet}${outlet}`]: count };
}

/** The outlets it was counted for; null among them: without naming one. */
export function outletsCounted(values: Counted['values']): readonly (string | null)[] {
  const all = Object.keys(values).flatMap((field) =>
    field === 'stock' ? [null] : field.startsWith(ofOutlet) ? [field.slice(ofOutlet.length)] : [],
  );
  return all.filter((outlet) => countIn(values, outlet) !== null);
}

/** Kits that were picked up in a session: what went of each without a loan, less what came back. */
export function pickedUpIn({ totals }: Pick<Session, 'totals'>, isKit: (resource: string) => boolean): ReadonlyMap<string, number> {
  const went = Object.entries(totals.moved ?? {}).flatMap(([resource, moved = 0]): [string, number][] =>
    moved < 0 && isKit(resource) ? [[resource, -moved]] : [],
  );
  return new Map(went);
}

const ofOutlet = 'stock:';

/** What cannot be read counts as not counted, and stays. */
function countIn(values: Counted['values'], outlet: string | null): CopiesAboard | null {
  const count = v.safeParse(copiesAboard, values[outlet === null ? 'stock' : `${ofOutlet}${outlet}`]);
  return count.success ? count.output : null;
}

/** Its session says so, also when that is set right later; of a session that this device no longer has, the loan itself. */
function lentOn({ values }: Loan, sessions: Movements['sessions']): string | null {
  return sessions.find(({ id }) => id === values.session)?.values.outlet ?? values.outlet ?? null;
}

/** What a loan brought to this outlet, or took from it, by coming back elsewhere. Back at the desk, it is where it was lent from. */
function carriedBy(loan: Loan, outlet: string, { sessions, loans }: Movements, day: Day): number {
  if (loan.values.lentAt === null || loan.values.canceled) return 0;
  const from = lentOn(loan, sessions);
  const ended = loan.values.returnedAt === null ? loans.filter(({ id }) => id === loan.cameBackAs) : [loan];
  const returns = [
    ...loans.filter(({ id }) => loan.parts.includes(id)).map(({ values }) => ({ session: values.returnedIn, count: values.count })),
    ...ended.map(({ values }) => ({ session: values.returnedIn, count: loan.values.count })),
  ];
  return returns.reduce((sum, { session, count }) => {
    const to = sessions.find(({ id, values }) => id === session && values.date >= day)?.values.outlet ?? null;
    if (to === null || to === from) return sum;
    return sum + (to === outlet ? count : from === outlet ? -count : 0);
  }, 0);
}
