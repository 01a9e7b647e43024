// A device that is revoked, or in the hands of the public for good from now on, has no roster to keep initials for. Not in initials.ts: that is
// loaded with the roster.

import type { Store } from './db.ts';

/** Inside a write of both tables. What is encrypted with the key while this runs does not open any more. */
export async function forgetInitials({ initials, meta }: Pick<Store, 'initials' | 'meta'>): Promise<void> {
  await Promise.all([initials.clear(), meta.delete('initials-key')]);
}
