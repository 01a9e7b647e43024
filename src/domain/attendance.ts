// Attendance: head counts without names. A tally entry adds heads to one age band, or takes them back.
// The official number of a session is ONE head count (IMLS PLS 600-618); bands are for the library's own use.

import * as v from 'valibot';
import { factId, wholeNumber } from './shapes.ts';

/** IMLS PLS age categories; 'general' counts people whose age nobody asked. */
export const bands = ['0-5', '6-11', '12-18', '19+', 'general'] as const;
export const band = v.picklist(bands);
export type Band = v.InferOutput<typeof band>;

/** More than any crowd in a field; a slip of the thumb on a number pad is asked about long before. */
export const mostHeadsAtOnce = 9_999;

export const attendanceCounted = v.looseObject({
  band,
  /** Heads added; negative takes heads back. Never 0. */
  heads: v.pipe(wholeNumber, v.minValue(-mostHeadsAtOnce), v.maxValue(mostHeadsAtOnce), v.notValue(0)),
  /** How it was entered: one tap, "Add many", or an exact total typed over the count. */
  way: v.picklist(['tap', 'many', 'exact']),
  /** The people of the roster these heads are, by their sign-ups: who has been counted is not offered to be counted again. */
  checkIns: v.optional(v.pipe(v.array(factId), v.maxLength(2_000))),
});
export type AttendanceCounted = v.InferOutput<typeof attendanceCounted>;

export type Heads = Readonly<Partial<Record<Band, number>>>;

/** Heads over all bands. A band below zero (two devices took the same head back) counts as it stands: sums must agree everywhere. */
export function totalHeads(heads: Heads): number {
  return bands.reduce((sum, one) => sum + (heads[one] ?? 0), 0);
}
