// Changes of many records: whole or not there as long as a person waits for that no longer than for a screen, in parts above it. Before the
// first of several parts there must be room for them all: a disk that fills up in between is the only one that leaves a part.

import type { Fact } from '../../domain/fact.ts';
import { failed, ok, type Problem, type Result } from '../../domain/problem.ts';
import type { Capture } from '../store/draft.ts';
import { isRoomFor } from '../store/make-room.ts';
import { turn } from '../turn.ts';
import { type ActionContext, capture } from './capture.ts';

/** Changes that are one transaction, about a second and a half: a year of a calendar, a season of a large county's stops. */
export const mostWhole = 2_000;

/** Changes in each part of more: none holds up a tap on this tablet for long. */
const partSize = 200;

/** What a change takes beside its own text, in bytes: its fact, its record, and their indexes. Nearly twice what was measured. */
const bytesBeside = 2_500;

/**
 * Goes on after a failure where it stopped, as far as `captureOf` plans nothing for what is done. A problem after the first part says so
 * (`isInPart`). Problem of its own: storage-full, of more than are whole, before anything is written.
 */
export async function captureAll<Change>(
  context: ActionContext,
  changes: readonly Change[],
  captureOf: (part: readonly Change[]) => Capture,
): Promise<Result<readonly Fact[]>> {
  if (changes.length === 0) return ok([]);
  if (changes.length <= mostWhole) return capture(context, captureOf(changes));
  const bytes = changes.reduce((sum, change) => sum + bytesBeside + 2 * JSON.stringify(change).length, 0);
  if (!(await isRoomFor(context.store, bytes))) return failed('storage-full');
  const facts: Fact[] = [];
  for (let at = 0; at < changes.length; at += partSize) {
    const saved = await capture(context, captureOf(changes.slice(at, at + partSize)));
    if (!saved.ok) return at === 0 ? saved : inPart(saved.problem);
    facts.push(...saved.value);
    await turn();
  }
  return ok(facts);
}

/** Something before it may have been written. */
export function inPart({ code, detail }: Problem): ReturnType<typeof failed> {
  return failed(code, { ...detail, part: true });
}

export function isInPart({ detail }: Problem): boolean {
  return detail?.['part'] === true;
}
