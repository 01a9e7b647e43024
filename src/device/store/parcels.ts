// Parcels in the store: what goes into this device's own, and those it carries for others (SPEC.md, S39 to S42). A carried one leaves by
// the server's word, or by a person's who was told what that means.

import { failed, ok, type ProblemCode, type Result } from '../../domain/problem.ts';
import { type Parcel, parcelId } from '../../protocol/parcel.ts';
import type { CarriedParcel, Store } from './db.ts';
import { bumped, self } from './self.ts';
import { write } from './write.ts';

/** What has no receipt here yet, oldest first, with what the server holds aside at the end. */
export async function unsentTexts(store: Store): Promise<readonly string[]> {
  const { delivered } = await self(store);
  const [own, again, held] = await Promise.all([
    store.facts.where('order').above(delivered).toArray(),
    store.again.toArray(),
    store.attention.toArray(),
  ]);
  return [...new Map([...again, ...own, ...held].map(({ id, text }) => [id, text])).values()];
}

export interface Taken {
  /** Facts of parcels that were not here yet, and of those that were. */
  readonly added: number;
  readonly known: number;
}

/** All of one library, and as their makers made them; who calls has looked. */
export function keepParcels(store: Store, parcels: readonly Parcel[]): Promise<Result<Taken>> {
  return write(store, {
    tables: ['parcels'],
    read: (inside) => inside.parcels.toCollection().primaryKeys(),
    run: async (before, ids, inside) => {
      const here = new Set(ids);
      const fresh = new Map(parcels.filter((one) => !here.has(parcelId(one))).map((one) => [parcelId(one), one]));
      const rows = [...fresh].map(([id, { head, bytes }]) => ({
        id,
        device: head.device,
        count: head.count,
        bytes,
        made: head.made,
        takenAt: store.ports.now(),
        problem: null,
      }));
      const added = sumOf(rows);
      if (rows.length > 0) {
        await inside.parcels.bulkAdd(rows);
        await inside.self.put({ ...bumped(store, before), carrying: (before.carrying ?? 0) + added });
      }
      return ok({ added, known: sumOf(parcels.map(({ head }) => head)) - added });
    },
  });
}

/** Newest last. */
export async function carriedParcels(store: Store): Promise<readonly CarriedParcel[]> {
  return (await store.parcels.toArray()).sort((a, b) => a.takenAt - b.takenAt);
}

/** The server has it, or a person gives it up. Problem: not-found. */
export function dropParcel(store: Store, id: string): Promise<Result<null>> {
  return write(store, {
    tables: ['parcels'],
    read: (inside) => inside.parcels.get(id),
    run: async (before, row, inside) => {
      if (row === undefined) return failed('not-found');
      await inside.parcels.delete(id);
      await inside.self.put({ ...bumped(store, before), carrying: Math.max(0, (before.carrying ?? 0) - row.count) });
      return ok(null);
    },
  });
}

/** The server said why it does not take it; null tries again. */
export function markParcel(store: Store, id: string, problem: ProblemCode | null): Promise<Result<null>> {
  return write(store, {
    tables: ['parcels'],
    read: (inside) => inside.parcels.get(id),
    run: async (_self, row, inside) => {
      if (row !== undefined) await inside.parcels.put({ ...row, problem });
      return ok(null);
    },
  });
}

function sumOf(counted: readonly { readonly count: number }[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0);
}
