// A series: a session that recurs. It plans its sessions as facts for the coming weeks; each then lives its own life.
// A day and the times of day are wall clock in the library's zone, so that a change of the clock moves nothing.
// `start` is the first day that the rule and the values hold for: what lies before it is history, and no change of the series rewrites it.

import * as v from 'valibot';
import { sessionFields } from './session.ts';
import { day, line } from './shapes.ts';

/** What is a session's own. Whatever else a session has comes from its series; a new field of a session says here where it belongs. */
const {
  date,
  status,
  openedAt,
  closedAt,
  notes,
  sharedNotes,
  source,
  planned,
  dropped,
  cancelReason,
  classification,
  proposal,
  calendar,
  programSessions,
  ...given
} = sessionFields.entries;

/** What every session of a series begins with. Those planned before December 2026 say nothing of the kind and what comes with it. */
export const template = given;

export const seriesFields = v.looseObject({
  ...template,
  /** RFC 5545 section 3.3.10: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'. */
  rule: line,
  start: day,
  /** The last day; null while it has no end. */
  until: v.nullable(day),
  except: v.pipe(v.array(day), v.maxLength(400)),
});
export type SeriesFields = v.InferOutput<typeof seriesFields>;
