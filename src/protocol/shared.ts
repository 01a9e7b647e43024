// What a partner reads on its own page [S54]: the sessions planned and held together, what was agreed, and what they came to. Chosen field by
// field, because a fact's text cannot be sent in part: no notes of staff, no names of staff, nothing of a person, other partners by name only.

import * as v from 'valibot';
import { band, bands } from '../domain/attendance.ts';
import { history } from '../domain/history.ts';
import { sealingKeyFields } from '../domain/places.ts';
import { activityTypes, formats, goal, statuses, topics } from '../domain/session.ts';
import { day, instant, language, line, name, paragraph, recordId, timeOfDay, wholeNumber } from '../domain/shapes.ts';
import { signUpRules } from '../domain/sign-up-rules.ts';

/** A partner with more sessions ahead than that gets the soonest. */
export const mostShared = 500;

export const sharedSession = v.looseObject({
  id: recordId,
  date: day,
  startsAt: v.nullable(timeOfDay),
  endsAt: v.nullable(timeOfDay),
  status: v.picklist(statuses),
  title: line,
  /** The site's name, or where it is in words; and the site's address. */
  place: line,
  address: line,
  activityType: v.picklist(activityTypes),
  topic: v.picklist(topics),
  format: v.picklist(formats),
  targetAge: band,
  goals: v.array(goal),
  /** `name` is another partner's, where it is neither the library nor who reads. */
  brings: v.array(v.looseObject({ what: line, who: v.picklist(['library', 'you', 'other']), name: line })),
  /** What both read, of this session. */
  sharedNotes: paragraph,
  /** Of a session that is open or closed, else null. */
  counts: v.nullable(
    v.looseObject({
      byBand: v.record(v.picklist(bands), wholeNumber),
      attendance: wholeNumber,
      signUps: wholeNumber,
      handOuts: wholeNumber,
    }),
  ),
  /** [S57] Applications this partner has prepared for it; not said of a session for which it may prepare none. */
  prepared: v.optional(wholeNumber),
});
export type SharedSession = v.InferOutput<typeof sharedSession>;

export const sharedRequest = v.looseObject({ device: recordId, request: recordId });

/** [S57] What a browser needs to make and seal them. */
const preparing = v.looseObject({
  /** Whose page it is. */
  partner: recordId,
  sealTo: v.looseObject({ id: recordId, publicKey: sealingKeyFields.entries.publicKey }),
  rules: signUpRules,
  /** The library's, the first one first. */
  languages: v.pipe(v.array(language), v.minLength(1)),
});
export type Preparing = v.InferOutput<typeof preparing>;

const shared = v.looseObject({
  /** By the server's clock. */
  at: instant,
  library: v.looseObject({ name: line, timeZone: v.string() }),
  today: day,
  partner: v.looseObject({ name, goals: v.array(goal), sharedNotes: paragraph }),
  /** In order of day and time, from today to `daysAhead` on. What was held before is in `history`. */
  sessions: v.array(sharedSession),
  history,
  /** Not there while the library has no sealing key, and for an app that does not know what a newer server says of it: the rest is read all the same. */
  preparing: v.fallback(v.optional(preparing), undefined),
});
export type Shared = v.InferOutput<typeof shared>;

/** `device` and `request` are the request's, repeated (S30, S48). */
export const sharedAnswer = v.looseObject({ ...sharedRequest.entries, ...shared.entries });
export type SharedAnswer = v.InferOutput<typeof sharedAnswer>;
