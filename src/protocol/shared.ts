// What a partner reads on its own page [S54]: the sessions planned and held together, what was agreed, and what they came to. Chosen field by
// field, because a fact's text cannot be sent in part: no notes of staff, no names of staff, nothing of a person, other partners by name only.

import * as v from 'valibot';
import { band, bands } from '../domain/attendance.ts';
import { history } from '../domain/history.ts';
import { activityTypes, formats, goal, statuses, topics } from '../domain/session.ts';
import { day, instant, line, name, paragraph, recordId, timeOfDay, wholeNumber } from '../domain/shapes.ts';

/** A partner with more sessions than that in the weeks shown gets the earliest. */
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
  /** `by`: 'library', 'you', or another partner's name. */
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
});
export type SharedSession = v.InferOutput<typeof sharedSession>;

export const sharedAnswer = v.looseObject({
  /** By the server's clock. */
  at: instant,
  library: v.looseObject({ name: line, timeZone: v.string() }),
  today: day,
  partner: v.looseObject({ name, goals: v.array(goal), sharedNotes: paragraph }),
  /** In order of day and time, from `daysKnown` back to `daysAhead` on. */
  sessions: v.array(sharedSession),
  history,
});
export type SharedAnswer = v.InferOutput<typeof sharedAnswer>;
