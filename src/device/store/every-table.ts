// The tables that a write takes which may touch any fact. Not in db.ts: Today does without.

import type { TableName } from './db.ts';

/**
 * Every table of facts and their views, and of what goes with a sign-up. Parcels are none of them: nothing is folded from what cannot be read. Nor are histories: answers of
 * the server that may be asked for again. Nor files: no save of a fact waits for a piece of a video.
 */
export const everyTable = [
  'facts',
  'copies',
  'receipts',
  'again',
  'attention',
  'sessions',
  'records',
  'self',
  'meta',
  'initials',
] as const satisfies readonly TableName[];
