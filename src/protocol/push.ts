// Delivering facts: each travels as its exact text with its hash, and each gets a receipt of its own. See SPEC.md, rules S1 to S9.

import * as v from 'valibot';
import { problemCodes } from '../domain/problem.ts';
import { factId, instant, recordId } from '../domain/shapes.ts';
import { notices, pullRequest, rows, sequence } from './pull.ts';
import { mostFactsPerPush, mostIdsPerOffer } from './version.ts';

export const sentFact = v.object({ hash: v.pipe(v.string(), v.maxLength(64)), text: v.string() });
export type SentFact = v.InferOutput<typeof sentFact>;

export const pushRequest = v.looseObject({
  ...pullRequest.entries,
  facts: v.pipe(v.array(sentFact), v.maxLength(mostFactsPerPush)),
});

/** On the server, with the library's sequence number. The same receipt is given however often the fact comes. */
export const storedReceipt = v.looseObject({
  state: v.literal('stored'),
  hash: v.string(),
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  receivedAt: instant,
});
/** Held aside with its bytes; the reason is a code of the problem catalogue. */
export const heldReceipt = v.looseObject({
  state: v.literal('held'),
  hash: v.string(),
  code: v.fallback(v.picklist(problemCodes), 'fact-invalid'),
  field: v.nullable(v.string()),
  receivedAt: instant,
});
export const receipt = v.variant('state', [storedReceipt, heldReceipt]);
export type Receipt = v.InferOutput<typeof receipt>;

/** One receipt per fact, in the order they were sent; `rows` are what the device would have pulled (null: pull, or nothing new). */
export const pushAnswer = v.looseObject({ ...notices.entries, receipts: v.array(receipt), rows: v.nullable(rows) });
export type PushAnswer = v.InferOutput<typeof pushAnswer>;

/** [S20] A device offers the ids it holds to a restored server, which names those it misses. */
export const offerRequest = v.looseObject({
  protocol: v.number(),
  /** [S29] */
  library: v.optional(recordId),
  ids: v.pipe(v.array(factId), v.maxLength(mostIdsPerOffer)),
  /** [S30] */
  request: v.optional(recordId),
});
export const offerAnswer = v.looseObject({
  ...notices.entries,
  missing: v.array(factId),
  erased: v.array(factId),
  /** Of the ids, in their order: the sequence number the server has each under, 0 for none. */
  numbers: v.optional(v.array(sequence), []),
});
export type OfferAnswer = v.InferOutput<typeof offerAnswer>;
