// [S22] A delivered fact leaves the device when a verified backup of the server has it, it is 30 days old, and no view here needs it any more
// (its session has left the scope). Ages are by the server's clock. Views are not touched: there are none of these subjects.

import { ok, type Result } from '../../domain/problem.ts';
import { addDays } from '../../domain/shapes.ts';
import type { Store } from './db.ts';
import { hasView, readViews } from './fold.ts';
import { cursorRow } from './meta.ts';
import { bumped } from './self.ts';
import { write } from './write.ts';

const daysKept = 30;

export async function prune(store: Store): Promise<Result<{ readonly pruned: number }>> {
  return write(store, {
    tables: ['facts', 'receipts', 'sessions', 'records', 'meta'],
    read: (store) => Promise.all([cursorRow(store), store.receipts.toArray(), store.facts.toCollection().primaryKeys()]),
    run: async (self, [{ safe }, receipts, orders], store) => {
      const today = new Date(store.ports.now() + (self.clockOffset ?? 0)).toISOString().slice(0, 10);
      const old = receipts.filter((row) => row.receivedAt.slice(0, 10) < addDays(today, -daysKept));
      const dropped = new Set<number>();
      for (const { first, seqs } of old) {
        const rows = await store.facts
          .where('order')
          .between(first, first + seqs.length, true, false)
          .toArray();
        const inBackup = rows.filter((row) => isWithin(seqs[row.order - first], safe));
        const views = await readViews(store, [...new Set(inBackup.map((row) => row.subject))]);
        for (const row of inBackup) if (!hasView(views, row.subject)) dropped.add(row.order);
      }
      const left = orders.filter((order) => !dropped.has(order));
      const empty = old.filter(({ first, seqs }) => !left.some((order) => order >= first && order < first + seqs.length));
      await Promise.all([
        store.self.put(bumped(store, self)),
        store.facts.bulkDelete([...dropped]),
        store.receipts.bulkDelete(empty.map((row) => row.first)),
      ]);
      return ok({ pruned: dropped.size });
    },
  });
}

function isWithin(seq: number | undefined, safe: number): boolean {
  return seq !== undefined && seq > 0 && seq <= safe;
}
