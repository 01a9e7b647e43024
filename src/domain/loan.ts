// A loan: something that is to come back, from a card or from a site where it was left as a deposit. A subject of its own, because it
// outlives the sessions a device knows; it stays in scope while it is open. Whose card it is travels sealed, and nothing is found by it.

import * as v from 'valibot';
import { day, instant, line, name, recordId, wholeNumber } from './shapes.ts';
import { sealedBox } from './sign-up.ts';

const exported = v.looseObject({ at: instant, staff: v.nullable(recordId), format: v.picklist(['koha', 'evergreen']) });
export type LoanFormat = v.InferOutput<typeof exported>['format'];

export const loanFields = v.looseObject({
  resource: v.nullable(recordId),
  title: name,
  /** The label on the item, by which it is found when it comes back; '' when it has none. */
  barcode: line,
  count: v.pipe(wholeNumber, v.minValue(1), v.maxValue(9_999)),
  to: v.picklist(['card', 'site', 'person']),
  /** Where a deposit was left. */
  site: v.nullable(recordId),
  /** The card's number (contactDetails with `cardNumber`), bound to the fact that wrote this field; null when it was not asked for. */
  sealed: v.nullable(sealedBox),
  session: v.nullable(recordId),
  /** That session's outlet: a loan is remembered longer than its session. Not there in loans of before December 2026. */
  outlet: v.optional(v.nullable(recordId)),
  /** Corrected by what the server said of this device's clock. null: it came back before anybody here had heard of the lending. */
  lentAt: v.nullable(instant),
  due: v.nullable(day),
  returnedAt: v.nullable(instant),
  /** In the library's time zone: the loan leaves the scope by it. */
  returnedOn: v.nullable(day),
  /** The session it came back in; null: at the desk. */
  returnedIn: v.optional(v.nullable(recordId)),
  /** The lending was taken back: it never was. */
  canceled: v.boolean(),
  /** Of a return that was written down alone: the loan it turned out to end. */
  settledInto: v.optional(v.nullable(recordId)),
  /** Of a return of some of several: the loan whose rest is still out. Its `returnedOn` stays empty for as long, so that no device forgets it. */
  partOf: v.optional(v.nullable(recordId)),
  exportedLent: v.nullable(exported),
  exportedReturned: v.nullable(exported),
});
export type LoanFields = v.InferOutput<typeof loanFields>;
