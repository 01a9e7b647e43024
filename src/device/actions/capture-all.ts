// Changes of many records: whole or not there, or in parts where nobody needs them whole or the device cannot have them so.

import type { Fact } from '../../domain/fact.ts';
import { failed, ok, type Problem, type Result } from '../../domain/problem.ts';
import type { Capture } from '../store/draft.ts';
import { roomFor } from '../store/make-room.ts';
import { turn } from '../turn.ts';
import { type ActionContext, capture } from './capture.ts';

/** Changes that are one transaction, about a second and a half: a year of a calendar, a season of a large county's stops. */
export const mostWhole = 2_000;

/** Changes in each of several parts: none holds up a tap on this tablet for long. */
const partSize = 200;

/** What a change takes beside its own text, in bytes: its fact, its record, and their indexes. Nearly twice what was measured. */
const bytesBeside = 2_500;

export interface Many<Change> {
  readonly changes: readonly Change[];
  /** Plans nothing for what is done already, so that the same again goes on where it stopped. */
  readonly captureOf: (part: readonly Change[]) => Capture;
  /** Some of it is written: there is no more to ask room for, and a problem is `isInPart` from the first on. */
  readonly goesOn?: boolean | undefined;
}

/**
 * Whole or not there up to `mostWhole`. More than that is refused before anything is written where the browser has no room for all
 * (storage-full); then it is written in parts, as is what a slow device cannot write in one transaction. Where some of it may be there, its
 * problem is `isInPart`.
 */
export async function captureAll<Change>(context: ActionContext, many: Many<Change>): Promise<Result<readonly Fact[]>> {
  const { changes, captureOf, goesOn = false } = many;
  if (changes.length === 0) return ok([]);
  if (changes.length <= mostWhole) {
    const whole = await capture(context, captureOf(changes));
    if (whole.ok) return whole;
    if (whole.problem.code !== 'storage-timeout') return goesOn || mayBeDone(whole.problem) ? inPart(whole.problem) : whole;
  } else if (!goesOn) {
    const room = await roomFor(
      context.store,
      changes.reduce((sum, change) => sum + bytesBeside + 2 * JSON.stringify(change).length, 0),
    );
    if (!room.ok) return room;
  }
  const parts = await captureInParts(context, many);
  return parts.ok || !goesOn ? parts : inPart(parts.problem);
}

/** For what nobody waits for, or that is as good half done. */
export async function captureInParts<Change>(
  context: ActionContext,
  { changes, captureOf }: Many<Change>,
): Promise<Result<readonly Fact[]>> {
  const facts: Fact[] = [];
  for (let at = 0; at < changes.length; at += partSize) {
    const saved = await capture(context, captureOf(changes.slice(at, at + partSize)));
    if (!saved.ok) return at > 0 || mayBeDone(saved.problem) ? inPart(saved.problem) : saved;
    facts.push(...saved.value);
    await turn();
  }
  return ok(facts);
}

/** Nobody knows how a transaction ended that was committing when the wait for it was given up, or whose connection was lost. */
function mayBeDone({ code }: Problem): boolean {
  return code === 'storage-timeout' || code === 'storage-blocked';
}

/** Some of it may have been written. */
export function inPart({ code, detail }: Problem): ReturnType<typeof failed> {
  return failed(code, { ...detail, part: true });
}

export function isInPart({ detail }: Problem): boolean {
  return detail?.['part'] === true;
}
