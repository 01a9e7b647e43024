// Erasing a person's sign-ups on request, and the proof of it. No names, no reasons: ids, numbers and times. See SPEC.md, S28 and S33 to S36.

import * as v from 'valibot';
import { levels } from '../domain/may.ts';
import { factId, instant, recordId } from '../domain/shapes.ts';

const sequence = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Ids of the facts that took the person's sign-ups. */
export const eraseRequest = v.looseObject({ signUps: v.pipe(v.array(factId), v.minLength(1), v.maxLength(200)) });

const erasureBy = v.looseObject({
  kind: v.fallback(v.picklist(['account', 'device', 'command', 'server']), 'server'),
  name: v.nullable(v.string()),
});

/** The certificate: `ids` are the facts that are gone, corrections among them. */
export const erasure = v.looseObject({
  sequence,
  at: instant,
  by: erasureBy,
  ids: v.array(factId),
  /** How many sign-ups were stored; each goes on counting, without a name. */
  signUps: sequence,
  /** Done once more by the server itself, on a database put back from before it. */
  again: v.boolean(),
});
export type Erasure = v.InferOutput<typeof erasure>;

export const heardDevice = v.looseObject({
  id: recordId,
  name: v.string(),
  level: v.picklist(levels),
  revoked: v.boolean(),
  lastSeenAt: v.nullable(instant),
  /** [S36] The number up to which it has pulled; null: not known. */
  pulled: v.nullable(sequence),
});

export const erasuresAnswer = v.looseObject({ erasures: v.array(erasure), devices: v.array(heardDevice) });
export type ErasuresAnswer = v.InferOutput<typeof erasuresAnswer>;
