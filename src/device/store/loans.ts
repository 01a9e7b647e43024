// Loans, and what they and the sessions say of what is aboard.

import { daysKnown } from '../../domain/days-known.ts';
import { type Loan, loansIn } from '../../domain/loans.ts';
import type { Movements } from '../../domain/stock.ts';
import { addDays, type Day } from '../../domain/shapes.ts';
import type { Store } from './db.ts';

/** All that the device has: those that are open, and those that came back in the last weeks. In no order. */
export async function loans(store: Store): Promise<readonly Loan[]> {
  const rows = await store.records.where('type').equals('loan').toArray();
  return loansIn(rows.map((row) => row.record));
}

/** What moves stock: as far back as a device knows. `today` in the library's time zone. */
export async function movements(store: Store, today: Day): Promise<Movements> {
  const [sessions, all] = await Promise.all([
    store.sessions
      .where('values.date')
      .aboveOrEqual(addDays(today, -daysKnown))
      .filter(({ totals }) => totals.moved !== undefined)
      .toArray(),
    loans(store),
  ]);
  return { sessions, loans: all };
}
