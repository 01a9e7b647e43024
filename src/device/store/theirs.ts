// What the server said in one answer, and where the store stands once it is saved.

import type { Cursor, PullAnswer, Rows } from '../../protocol/pull.ts';
import type { Receipt } from '../../protocol/push.ts';
import type { Sent } from './apply-receipts.ts';
import type { CursorRow, HealRow } from './meta.ts';
import type { Self } from './self.ts';

export interface Theirs {
  /** What the request said: an answer to anything else no longer fits. */
  readonly asked: { readonly incarnation: string; readonly cursor: Cursor | null };
  readonly sent: Sent;
  /** One for each fact sent. */
  readonly receipts: readonly Receipt[];
  readonly rows: Rows | null;
  /** null: no server spoke (a fact too large for any request is held aside here). */
  readonly notices: Pick<PullAnswer, 'server' | 'now' | 'offer' | 'newIncarnation'> | null;
}

/** Where the store stands afterwards; null when it is no longer enrolled. */
export interface Standing {
  readonly self: Self;
  readonly cursor: CursorRow;
  readonly heal: HealRow | null;
}

export function sameCursor(a: Cursor | null, b: Cursor | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** [I9] Within an epoch the cursor never decreases: an old answer served again is not applied. */
export function goesBack(before: Cursor | null, next: Cursor): boolean {
  return before !== null && before.epoch === next.epoch && next.seq < before.seq;
}

/** Server time minus device time, noted when it has moved by more than a second. */
export function withClock(self: Self, serverNow: string, now: number): Self {
  const offset = Math.round(Date.parse(serverNow) - now);
  return self.clockOffset === null || Math.abs(offset - self.clockOffset) > 1_000 ? { ...self, clockOffset: offset } : self;
}
