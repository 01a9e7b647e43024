// Does this device store what it is given? A small row is written, read back and deleted, through the same door as every record.

import { canary } from '../../../../device/store/canary.ts';
import type { ProblemCode } from '../../../../domain/problem.ts';
import { good, type Line, todo, type Verdict } from '../line.ts';

type Word = 'saved' | 'slow' | 'refused';

/** A tap that takes longer is felt. */
const slow = 1_500;

export function savingVerdict(problem: ProblemCode | null, milliseconds: number): Verdict<Word> {
  if (problem !== null) return todo('refused', { names: problem });
  return milliseconds > slow ? todo('slow', { seconds: milliseconds / 1_000 }) : good('saved');
}

export const lookAtSaving: Line<Word> = async ({ device }) => {
  const begun = performance.now();
  const sang = await canary(device.store);
  return savingVerdict(sang.ok ? null : sang.problem.code, performance.now() - begun);
};
