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
});
export type HandOutBody = v.InferOutput<typeof handOutBody>;
