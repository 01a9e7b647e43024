// What is aboard. Two things move it. Giving away, and lending or taking in without a loan, are sums in the sessions: no order, repetition
// or taking back can change a sum. A loan keeps its copies away for as long as it is open, and a loan returned twice is still one loan.
// So nothing grows with history: a device needs the sessions since the count and the loans that are open, and it has both.

import { daysKnown } from './days-known.ts';
import type { Loan } from './loans.ts';
import type { CopiesAboard } from './places.ts';
import type { Session } from './session.ts';
import { addDays, type Day } from './shapes.ts';

export interface Stock {
  /** null when the count is old: what was given away before the device's days would be missing, and the number would rise by itself. */
  readonly aboard: number | null;
  /** What was counted, with what was lent then. */
  readonly counted: number;
  /** Lent and not back. */
  readonly out: number;
  /** What came aboard since the count without a loan; below zero: what went. Of kits, these were picked up. */
  readonly moved: number;
  readonly since: Day;
  /** Counted so long ago that this device no longer knows every session since. */
  readonly old: boolean;
}

/** By resource, for those that are counted. `today` in the library's time zone. */
export function stockOf(
  resource: string,
  stock: CopiesAboard | null | undefined,
  { sessions, loans }: Movements,
  today: Day,
): Stock | null {
  if (stock === null || stock === undefined) return null;
  const { copies, day } = stock;
  const moved = sessions.reduce((sum, { values, totals }) => sum + (values.date >= day ? (totals.moved?.[resource] ?? 0) : 0), 0);
  const out = loans.reduce((sum, loan) => sum + (loan.values.resource === resource && loan.open ? loan.values.count : 0), 0);
  const old = day < addDays(today, -daysKnown);
  return { aboard: old ? null : copies + moved - out, counted: copies, out, moved, since: day, old };
}

export interface Movements {
  readonly sessions: readonly Pick<Session, 'values' | 'totals'>[];
  /** Each with whether it still keeps its copies away (loansIn). */
  readonly loans: readonly Loan[];
}

/** The count to write when somebody has counted `aboard`: from today on, with what is lent and what has moved today already put back. */
export function countedAs(resource: string, aboard: number, movements: Movements, today: Day): CopiesAboard {
  const now = stockOf(resource, { copies: 0, day: today }, movements, today);
  return { copies: aboard - (now?.aboard ?? 0), day: today };
}
