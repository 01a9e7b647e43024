// Initials of people who signed up, for a roster that is locked: of this device alone, encrypted with a key that it made for itself. In no
// fact and no file, never sent. They go with their sign-up (erase.ts, putViews, removeSubject); losing them costs nothing.

import { ok, type Result } from '../../domain/problem.ts';
import type { Store } from './db.ts';
import { historyOf } from './history.ts';
import { write } from './write.ts';

export interface KeptInitials {
  /** The sign-up's fact. */
  readonly id: string;
  readonly session: string;
  /** The fact whose envelope had the name; not there: kept by an app from before December 2026. */
  readonly from?: string;
  /** Nonce and ciphertext (seal/initials.ts). */
  readonly box: Uint8Array<ArrayBuffer>;
}

/** null: none has been made here. */
export async function initialsKey(store: Pick<Store, 'meta'>): Promise<CryptoKey | null> {
  const row = await store.meta.get('initials-key');
  return row?.key === 'initials-key' && row.secret instanceof CryptoKey ? row.secret : null;
}

/** Those that hold, in no order: of a correction that was taken back they are not shown, and come again with the next unlocking. */
export async function keptInitials(store: Store, signUps: readonly string[]): Promise<readonly KeptInitials[]> {
  const rows = (await store.initials.bulkGet([...signUps])).filter((row) => row !== undefined);
  const sessions = await store.sessions.bulkGet([...new Set(rows.map(({ session }) => session))]);
  const voids = new Map(sessions.flatMap((session) => (session === undefined ? [] : [[session.id, session.voids] as const])));
  return rows.filter(({ session, from }) => from === undefined || voids.get(session)?.[from] === undefined);
}

/** Another tab may have been first: the answer is the key that this store has from now on. */
export function putInitialsKey(store: Store, secret: CryptoKey): Promise<Result<CryptoKey>> {
  return write(store, {
    tables: ['meta'],
    remembers: true,
    read: initialsKey,
    run: async (_self, before, inside) => {
      if (before === null) await inside.meta.put({ key: 'initials-key', secret });
      return ok(before ?? secret);
    },
  });
}

/** Only of sign-ups that are here by now: one may have been erased or taken back, or have left with its session, since it was read. */
export function putInitials(store: Store, rows: readonly KeptInitials[]): Promise<Result<null>> {
  return write(store, {
    tables: ['initials', 'facts', 'copies', 'receipts', 'sessions'],
    remembers: true,
    read: async () => null,
    run: async (_self, _seen, inside) => {
      for (const id of new Set(rows.map(({ session }) => session))) {
        const session = await inside.sessions.get(id);
        if (session === undefined) continue;
        const due = rows.filter((row) => row.session === id && session.voids[row.id] === undefined);
        await inside.initials.bulkPut(await amongFacts(inside, id, due));
      }
      return ok(null);
    },
  });
}

/** Own facts are found by their ids; a session's whole history is read only for those of other devices. */
async function amongFacts(store: Store, session: string, rows: readonly KeptInitials[]): Promise<readonly KeptInitials[]> {
  const ids = rows.map(({ id }) => id);
  const own = new Set((await store.facts.where('id').anyOf(ids).toArray()).map(({ id }) => id));
  if (ids.every((id) => own.has(id))) return rows;
  const here = new Set((await historyOf(store, `session/${session}`)).map(({ id }) => id));
  return rows.filter(({ id }) => here.has(id));
}
