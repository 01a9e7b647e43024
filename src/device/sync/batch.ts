// What goes into the next push: facts to be sent once more, then the outbox in its order, as many as fit. Bounded by count and by bytes of JSON.

import { readFact } from '../../domain/fact.ts';
import type { Sent } from '../store/apply-receipts.ts';
import type { Again, OwnFact, Store } from '../store/db.ts';
import type { Self } from '../store/self.ts';

export interface Limits {
  readonly facts: number;
  readonly bytes: number;
}

export interface Batch {
  readonly sent: Sent;
  /** JSON of `facts`, in the order of `sent`. */
  readonly json: string;
  readonly count: number;
  /** When the oldest fact in it was made, by the device's clock. */
  readonly oldestAt: string | null;
}

export async function nextBatch(store: Store, self: Self, limits: Limits): Promise<Batch> {
  const again = self.again === 0 ? [] : await store.again.limit(limits.facts).toArray();
  const room = limits.facts - again.length;
  const own = self.waiting === 0 || room === 0 ? [] : await store.facts.where('order').above(self.delivered).limit(room).toArray();
  const parts: string[] = [];
  const sentAgain: Again[] = [];
  const sentOwn: OwnFact[] = [];
  const size = { bytes: 2 };
  const takes = ({ hash, text }: Again | OwnFact) => {
    const part = JSON.stringify({ hash, text });
    const bytes = bytesOf(part) + 1;
    if (parts.length > 0 && size.bytes + bytes > limits.bytes) return false;
    parts.push(part);
    size.bytes += bytes;
    return true;
  };
  const fits = again.every((row) => takes(row) && sentAgain.push(row) > 0);
  if (fits) own.every((row) => takes(row) && sentOwn.push(row) > 0);
  return {
    sent: { again: sentAgain, own: sentOwn },
    json: `[${parts.join(',')}]`,
    count: parts.length,
    oldestAt: oldestOf([sentAgain[0], sentOwn[0]]),
  };
}

function oldestOf(rows: readonly (Again | OwnFact | undefined)[]): string | null {
  const read = rows.flatMap((row) => (row === undefined ? [] : [readFact(row.text)]));
  return read.flatMap((one) => (one.ok ? [one.value.at] : [])).sort()[0] ?? null;
}

/** Bytes of a text in UTF-8. */
function bytesOf(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
