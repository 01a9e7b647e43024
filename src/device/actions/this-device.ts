// What a person does with the device itself: says who is using it, and takes everything of Wayside off it.

import { failed, ok, type Result } from '../../domain/problem.ts';
import type { Store } from '../store/db.ts';
import { bumped, type Self, self } from '../store/self.ts';
import { write } from '../store/write.ts';
import type { ActionContext } from './capture.ts';

export function thisDeviceActions({ store }: ActionContext) {
  return {
    /** Who is at the device from now on; goes into every fact made here. null: nobody in particular. */
    chooseStaff: (staff: string | null): Promise<Result<null>> =>
      write(store, {
        tables: [],
        read: async () => null,
        run: async (own, _seen, store) => {
          await store.self.put({ ...bumped(store, own), staff });
          return ok(null);
        },
      }),

    /** How much only this device has: facts not delivered, held aside, or carried for others, and files that are still to be brought. */
    countUndelivered: (): Promise<number> => onlyHere(store),

    /**
     * Deletes the store. `knownLoss` is how many undelivered facts the person was told of; when there are others by now nothing is
     * deleted. Problem: input-invalid (`field` knownLoss). Stop sync before, and load the page again after.
     */
    removeData: async (knownLoss: number): Promise<Result<null>> => {
      const lost = await onlyHere(store);
      if (lost > knownLoss) return failed('input-invalid', { field: 'knownLoss', undelivered: lost });
      await store.dexie.delete({ disableAutoOpen: false }); // whoever still looks sees an empty store, not an error
      return ok(null);
    },
  };
}

async function onlyHere(store: Store): Promise<number> {
  const [own, files] = await Promise.all([self(store), store.files.toArray()]);
  return undelivered(own) + files.filter(({ upload }) => upload === 'waiting').length;
}

function undelivered({ waiting, again, attention, parked, carrying = 0 }: Self): number {
  return waiting + again + attention + parked + carrying;
}
