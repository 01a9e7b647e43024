// The last row of receipts: the next ones are joined to it, and it holds the server's newest word about the time. Read at every start.

import type { Receipts } from './db.ts';
import type { Reads } from './first-reading.ts';

/** The newest row of receipts, which grows with each delivery until it is long enough. */
export async function newestReceipts(store: Pick<Reads, 'receipts'>): Promise<Receipts | undefined> {
  return (await store.receipts.orderBy('first').reverse().limit(1).toArray())[0];
}
