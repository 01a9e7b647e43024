// What a person decides about a fact the server holds aside: send it once more, or put it out of sight. It is never deleted here.

import { failed, ok, type Result } from '../../domain/problem.ts';
import type { Store } from './db.ts';
import { bumped } from './self.ts';
import { write } from './write.ts';

/** Problem: not-found (somebody did it already, or it was never held). */
export async function sendAgain(store: Store, id: string): Promise<Result<null>> {
  return write(store, {
    tables: ['attention', 'again'],
    read: (store) => store.attention.get(id),
    run: async (self, held, store) => {
      if (held === undefined) return failed('not-found');
      const { subject, kind, text, hash, order, parked } = held;
      await Promise.all([
        store.attention.delete(id),
        store.again.add({ id, subject, kind, text, hash, order }),
        store.self.put({
          ...bumped(store, self),
          again: self.again + 1,
          attention: self.attention - (parked ? 0 : 1),
          parked: self.parked - (parked ? 1 : 0),
        }),
      ]);
      return ok(null);
    },
  });
}

export async function park(store: Store, id: string): Promise<Result<null>> {
  return write(store, {
    tables: ['attention'],
    read: (store) => store.attention.get(id),
    run: async (self, held, store) => {
      if (held === undefined) return failed('not-found');
      if (held.parked) return ok(null);
      await Promise.all([
        store.attention.put({ ...held, parked: true }),
        store.self.put({ ...bumped(store, self), attention: self.attention - 1, parked: self.parked + 1 }),
      ]);
      return ok(null);
    },
  });
}
