// What a device asks for and gets: facts in its scope after its cursor. See SPEC.md, rules S10 to S17.

import * as v from 'valibot';
import { day, factId, instant, recordId } from '../domain/shapes.ts';
import { digest } from './digest.ts';

export const sequence = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The days whose sessions are in scope, both included. */
export const scope = v.object({ from: day, to: day });
export type Scope = v.InferOutput<typeof scope>;

/**
 * How far a device is. While it fills for the first time `snapshot` says after which key (subject, seq) the next page begins;
 * `seq` is then the sequence at which the snapshot was begun, from which pulling goes on when it is complete.
 */
export const cursor = v.looseObject({
  server: recordId,
  epoch: recordId,
  seq: sequence,
  scope,
  /** [S52] The newest fact with a number up to `seq`, whatever its subject, and when it was received; null when there was none. */
  mark: v.optional(v.nullable(v.object({ fact: factId, at: instant }))),
  snapshot: v.nullable(v.object({ subject: v.pipe(v.string(), v.regex(/^([a-z-]{1,40}\/[A-Za-z0-9_-]{1,40})?$/)), seq: sequence })),
});
export type Cursor = v.InferOutput<typeof cursor>;

/** What a device says of itself with every push and pull; shown on the coordinator's list of devices. */
export const health = v.looseObject({
  app: v.pipe(v.string(), v.maxLength(60)),
  /** Device time of the request, from which the server tells a clock that lies. */
  at: instant,
  unsent: sequence,
  oldestUnsentAt: v.nullable(instant),
  attention: sequence,
  persisted: v.nullable(v.boolean()),
});
export type Health = v.InferOutput<typeof health>;

export const pullRequest = v.looseObject({
  protocol: v.number(),
  /** [S29] The library whose facts the sender's store holds. */
  library: v.optional(recordId),
  /** [S48] The device that the sender's store says it is. */
  device: v.optional(recordId),
  incarnation: recordId,
  /** null: this device holds nothing yet. */
  cursor: v.nullable(cursor),
  health,
  /** [S21] Over the facts of this incarnation that have receipts; null while facts wait (then it would differ for no reason). */
  digest: v.nullable(digest),
  /** [S30] */
  request: v.optional(recordId),
});

export const placedFact = v.looseObject({ seq: sequence, receivedAt: instant, text: v.string() });
export type PlacedFact = v.InferOutput<typeof placedFact>;

export const rows = v.looseObject({
  /** Where the device is once it has applied this page; stored in the same transaction. */
  cursor,
  /** The library's newest sequence number at the snapshot this page was read from. */
  highest: sequence,
  more: v.boolean(),
  /** Facts up to this number are in a verified backup of the server. */
  safe: sequence,
  facts: v.array(placedFact),
  /** Sessions that left the scope: the device drops the server's copies, never its own unsent facts. */
  removed: v.array(recordId),
  /** Other subjects that left it, by their keys: loans that came back long ago. Dropped in the same way. */
  gone: v.optional(v.array(v.pipe(v.string(), v.regex(/^[a-z-]{1,40}\/[A-Za-z0-9_-]{1,40}$/)))),
  /** Facts erased on request: the device deletes them and folds their subjects again. */
  erased: v.array(factId),
  /** How many facts are in scope in all; while filling, for progress. */
  total: v.nullable(sequence),
});
export type Rows = v.InferOutput<typeof rows>;

/** What the server asks of the device besides: to offer what it holds (restored server), to take a new incarnation (a clone was seen). */
export const notices = v.looseObject({
  server: v.object({ id: recordId, epoch: recordId }),
  now: instant,
  offer: v.boolean(),
  newIncarnation: v.nullable(recordId),
  /** [S30] As the request named itself. */
  request: v.optional(recordId),
});

export const pullAnswer = v.looseObject({ ...notices.entries, rows: v.nullable(rows) });
export type PullAnswer = v.InferOutput<typeof pullAnswer>;
