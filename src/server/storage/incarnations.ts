// One unbroken life of a device's store, as the server knows it.

import type { IncarnationTable } from './tables.ts';

/** [S7] Shared with a clone or an old copy, or another device's. One that is not known yet is nobody else's. */
export function isForked(row: Pick<IncarnationTable, 'device' | 'forked_at'> | undefined, device: string): boolean {
  return row !== undefined && (row.forked_at !== null || row.device !== device);
}
