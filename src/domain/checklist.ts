// A session's checklist: the list is a field of the session, copied from its template; each tick is a fact of its own, so that two
// tablets that tick different things, or the same one, never overwrite each other. What is made of ticks: checklist-progress.ts.

import * as v from 'valibot';
import { line } from './shapes.ts';

export const phases = ['before', 'during', 'after'] as const;
export type Phase = (typeof phases)[number];

/** Tells one item of a list from another, whatever its wording. */
const itemId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));

export const checklist = v.pipe(
  v.array(v.looseObject({ id: itemId, phase: v.picklist(phases), /** '': one of Wayside's own, by its id. */ text: line })),
  v.maxLength(60),
);
export type ChecklistItem = v.InferOutput<typeof checklist>[number];

/** Taken back by voiding it. */
export const checklistTicked = v.looseObject({ item: itemId });
