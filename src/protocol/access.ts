// Set-up, sign-in, enrollment, and what a coordinator does with devices. Secrets travel in cookies only, never in these messages
// (the one-time code excepted, which is worth nothing once used).

import * as v from 'valibot';
import { levels } from '../domain/may.ts';
import { problemCodes } from '../domain/problem.ts';
import { instant, name, recordId } from '../domain/shapes.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const email = v.pipe(v.string(), v.trim(), v.email(), v.maxLength(254));
/** NIST SP 800-63B: length is what counts. */
const password = v.pipe(v.string(), v.minLength(12), v.maxLength(128));

/** What anybody may know of a server. */
export const helloAnswer = v.looseObject({
  server: v.object({ id: recordId, epoch: recordId }),
  protocol: v.object({ oldest: v.number(), newest: v.number() }),
  now: instant,
  setUp: v.boolean(),
  setupCodeNeeded: v.boolean(),
});
export type HelloAnswer = v.InferOutput<typeof helloAnswer>;

export const setupRequest = v.looseObject({
  /** From the server's console, when the server can be reached from other machines. */
  code: v.nullable(v.string()),
  coordinator: v.object({ name, email, password }),
  deviceName: name,
});
export type SetupRequest = v.InferOutput<typeof setupRequest>;

export const signInRequest = v.looseObject({ email, password: v.pipe(v.string(), v.maxLength(128)) });
export type SignInRequest = v.InferOutput<typeof signInRequest>;

/** Who a browser is: its device, when it is enrolled, and the account signed in on it. */
export const meAnswer = v.looseObject({
  device: v.nullable(v.object({ id: recordId, library: recordId, name, level: v.picklist(levels), revoked: v.boolean() })),
  account: v.nullable(v.object({ name, library: recordId, level: v.picklist(levels) })),
});
export type MeAnswer = v.InferOutput<typeof meAnswer>;

/** `attempt` is random per device and code: asking again after a lost answer gives the same device. */
export const enrollRequest = v.looseObject({ code: v.pipe(v.string(), v.maxLength(40)), attempt: recordId, deviceName: name });

/** Enrolling the browser a coordinator is signed in on. */
export const enrollHereRequest = v.looseObject({ attempt: recordId, deviceName: name });

export const enrollAnswer = v.looseObject({
  server: v.object({ id: recordId, epoch: recordId }),
  library: recordId,
  device: recordId,
  incarnation: recordId,
  level: v.picklist(levels),
  /** [S27] Of the request, repeated. */
  attempt: v.optional(recordId),
});
export type EnrollAnswer = v.InferOutput<typeof enrollAnswer>;

/** A partner's code is for that one's own page; it is sent in a link, so it is longer and lives longer (S27). */
export const inviteRequest = v.variant('role', [
  v.looseObject({ role: v.picklist(['staff', 'kiosk']) }),
  v.looseObject({ role: v.literal('partner'), partner: recordId }),
]);
export type InviteRequest = v.InferOutput<typeof inviteRequest>;
export const inviteAnswer = v.looseObject({ code: v.string(), expiresAt: instant });
export type InviteAnswer = v.InferOutput<typeof inviteAnswer>;

export const enrolledDevice = v.looseObject({
  id: recordId,
  name,
  level: v.picklist(levels),
  /** At level 'partner': whose page it reads. Not said by servers from before December 2026. */
  partner: v.optional(v.nullable(recordId)),
  enrolledAt: instant,
  revokedAt: v.nullable(instant),
  lastSeenAt: v.nullable(instant),
  app: v.nullable(v.string()),
  unsent: v.nullable(count),
  oldestUnsentAt: v.nullable(instant),
  attention: v.nullable(count),
  persisted: v.nullable(v.boolean()),
  /** Server time minus device time at its last request, in milliseconds. */
  clockOffset: v.nullable(v.number()),
  /** A clone or an old copy of this device was seen; it goes on under a new incarnation. */
  forkedAt: v.nullable(instant),
});
export type EnrolledDevice = v.InferOutput<typeof enrolledDevice>;
export const devicesAnswer = v.looseObject({ devices: v.array(enrolledDevice) });
export const revokeRequest = v.looseObject({ device: recordId });

export const heldFact = v.looseObject({
  /** Of one entry of the list; a fact whose id was taken is held with a copy of the first, under the same id. */
  key: v.string(),
  id: recordId,
  device: recordId,
  code: v.picklist(problemCodes),
  field: v.nullable(v.string()),
  kind: v.nullable(v.string()),
  receivedAt: instant,
  bytes: count,
});
export type HeldFact = v.InferOutput<typeof heldFact>;
/** `count` is of all that is held aside; `next` is to be asked for as `?after=`, null when this page is the last. */
export const quarantineAnswer = v.looseObject({ held: v.array(heldFact), count, next: v.nullable(v.string()) });
export type QuarantineAnswer = v.InferOutput<typeof quarantineAnswer>;
/** An instant and a key, as `next` of an answer said it. */
export const quarantinePlace = v.pipe(v.string(), v.maxLength(200), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\/./));

/** What every refusal looks like: `code` is stable, `detail` names fields and limits. */
export const problemAnswer = v.looseObject({
  problem: v.looseObject({
    code: v.picklist(problemCodes),
    detail: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()]))),
    retryAfter: v.optional(v.number()),
  }),
});
