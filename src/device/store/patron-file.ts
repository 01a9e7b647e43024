// What this device remembers of files of sign-ups for the library system: the next one begins with what was chosen for the last, and
// whoever comes back from an import, perhaps after the desk has locked, finds whom it was about.

import { noCodes } from '../../domain/export/patrons.ts';
import type { Store } from './db.ts';
import type { PatronFileRow } from './meta.ts';

export type PatronFile = Omit<PatronFileRow, 'key'>;

export async function patronFile(store: Store): Promise<PatronFile> {
  const row = await store.meta.get('patron-file');
  return row?.key === 'patron-file' ? row : { format: 'koha', codes: noCodes, saved: {} };
}
