// What the device knows of itself, in one row that every capture reads and writes: who it is, its number, and how much waits.
// Counted here, never by scanning facts: a save costs the same with 100,000 facts in the store.

import { type Digest, emptyDigest } from '../../protocol/hash.ts';
import type { Store } from './db.ts';
import type { Reads } from './first-reading.ts';
import type { Identity } from './identity.ts';

export interface Self {
  readonly key: 'self';
  readonly minWriterVersion: number;
  /** Another one with each writing of this row, never the same twice: tells a guess from the truth (recent.ts). */
  readonly revision: string;
  readonly identity: Identity | null;
  /** Who says to be at the device; goes into every fact. */
  readonly staff: string | null;
  /** Server time minus device time, as last seen. */
  readonly clockOffset: number | null;
  /** The last fact's number in this incarnation. */
  readonly number: number;
  /** The last place given in this store. */
  readonly place: number;
  /** Own facts up to this order have an answer of the server. */
  readonly delivered: number;
  /** Own facts above `delivered`. */
  readonly waiting: number;
  /** Rows in `again`. */
  readonly again: number;
  /** Rows in `attention` that are not parked … */
  readonly attention: number;
  /** … and those that are. */
  readonly parked: number;
  /** Own facts with a `stored` receipt. */
  readonly stored: number;
  /** Own facts that another device made: their copies come back by pull. */
  readonly carried: number;
  /** [S42] Facts in parcels of other devices, still to be brought to the server. Stores from before there were parcels have none. */
  readonly carrying?: number;
  /** [S21] */
  readonly digest: Digest;
  readonly lastDeliveredAt: string | null;
  /** [S24] The server said so at the last round. */
  readonly revoked: boolean;
}

export const newSelf: Self = {
  key: 'self',
  minWriterVersion: 1,
  revision: '',
  identity: null,
  staff: null,
  clockOffset: null,
  number: 0,
  place: 0,
  delivered: 0,
  waiting: 0,
  again: 0,
  attention: 0,
  parked: 0,
  stored: 0,
  carried: 0,
  digest: emptyDigest,
  lastDeliveredAt: null,
  revoked: false,
};

/** Every writer of `self` puts it so. A count alone would not do: a guess built on a write that failed must not fit somebody else's. */
export function bumped(store: Pick<Store, 'page'>, self: Self): Self {
  store.page.writes += 1;
  return { ...self, revision: `${store.page.id}/${store.page.writes}` };
}

export async function self(store: Pick<Reads, 'self'>): Promise<Self> {
  return (await store.self.get('self')) ?? newSelf;
}
