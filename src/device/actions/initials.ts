// Keeping initials of those who sign up, and reading them again (store/initials.ts). A device in the hands of the public for good has no
// roster and keeps none; nor does one that was revoked, or that makes no keys of its own.

import { ok, type Result } from '../../domain/problem.ts';
import { closeInitials, makeInitialsKey, openInitials } from '../seal/initials.ts';
import type { Store } from '../store/db.ts';
import { initialsKey, type KeptInitials, keptInitials, putInitials, putInitialsKey } from '../store/initials.ts';
import { read } from '../store/read.ts';
import { self } from '../store/self.ts';

/** Somebody on a roster; '' where a name has no letter. */
export interface Initials {
  /** The sign-up's fact. */
  readonly signUp: string;
  readonly session: string;
  /** The fact whose envelope the name was in. */
  readonly from: string;
  readonly initials: string;
}

/** After the save, which does not wait for it. Problems: those of storage. */
export async function rememberInitials(store: Store, people: readonly Initials[]): Promise<Result<null>> {
  const named = people.filter(({ initials }) => initials !== '');
  if (named.length === 0 || store.ports.signingPair === undefined) return ok(null);
  const found = await read(store, async () => ({
    now: await self(store),
    key: await initialsKey(store),
    kept: await keptInitials(
      store,
      named.map(({ signUp }) => signUp),
    ),
  }));
  if (!found.ok) return found;
  const { now, kept } = found.value;
  if (now.identity === null || now.identity.level === 'kiosk' || now.revoked) return ok(null);
  const key = found.value.key === null ? await putInitialsKey(store, await makeInitialsKey()) : ok(found.value.key);
  if (!key.ok) return key;
  const known = await openAll(key.value, kept);
  const due = named.filter(({ signUp, initials }) => known.get(signUp) !== initials);
  const rows = await Promise.all(
    due.map(async ({ signUp, session, from, initials }): Promise<KeptInitials> => {
      const nonce = new Uint8Array(store.ports.random(12));
      return { id: signUp, session, from, box: await closeInitials(key.value, { signUp, initials, nonce }) };
    }),
  );
  return rows.length === 0 ? ok(null) : putInitials(store, rows);
}

/** By the sign-up's fact; what does not open is not among them. */
export async function openKept(store: Store, kept: readonly KeptInitials[]): Promise<ReadonlyMap<string, string>> {
  const key = kept.length === 0 ? null : await initialsKey(store);
  return key === null ? new Map() : openAll(key, kept);
}

async function openAll(key: CryptoKey, kept: readonly KeptInitials[]): Promise<ReadonlyMap<string, string>> {
  const opened = await Promise.all(kept.map(async ({ id, box }) => [id, await openInitials(key, id, box)] as const));
  return new Map(opened.flatMap(([id, initials]) => (initials === null ? [] : [[id, initials] as const])));
}
