// Hand-outs: what the library's resources did in a session: given away, lent, returned, shown.

import * as v from 'valibot';
import { line, name, recordId, wholeNumber } from './shapes.ts';

export const handOutWays = ['given', 'lent', 'returned', 'shown'] as const;
export type HandOutWay = (typeof handOutWays)[number];

export const handOutBody = v.looseObject({
  /** The catalogue's resource, or null for a thing named on the spot. */
  resource: v.nullable(recordId),
  title: name,
  count: v.pipe(wholeNumber, v.minValue(1), v.maxValue(9_999)),
  /** The item's own barcode (a book's, never a patron's card). */
  barcode: v.nullable(line),
  /** The loan that begins or ends with it, whose openness then says what is aboard (stock.ts). */
  loan: v.optional(v.nullable(recordId)),
});
export type HandOutBody = v.InferOutput<typeof handOutBody>;

/** What a hand-out adds to what is aboard, beyond what its loan says. An item that comes back by its label has been somebody's loan. */
export function movement(way: HandOutWay, { count, barcode, loan }: Pick<HandOutBody, 'count' | 'barcode' | 'loan'>): number {
  const told = loan !== undefined && loan !== null;
  switch (way) {
    case 'given':
      return -count;
    case 'lent':
      return told ? 0 : -count;
    case 'returned':
      return told || barcode !== null ? 0 : count;
    default:
      return 0;
  }
}
