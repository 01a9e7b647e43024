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

/** What moves stock, as far back as a device knows, and where its loans began and ended. `today` in the library's time zone. */
export async function movements(store: Store, today: Day): Promise<Movements> {
  const [moving, all] = await Promise.all([
    store.sessions
      .where('values.date')
      .aboveOrEqual(addDays(today, -daysKnown))
      .filter(({ totals }) => totals.moved !== undefined)
      .toArray(),
    loans(store),
  ]);
  const named = new Set(all.flatMap(({ values: { session, returnedIn = null } }) => [session, returnedIn].filter((id) => id !== null)));
  for (const { id } of moving) named.delete(id);
  const others = await store.sessions.bulkGet([...named]);
  return { sessions: [...moving, ...others.filter((one) => one !== undefined)], loans: all };
}
