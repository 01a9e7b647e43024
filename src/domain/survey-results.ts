// The exit survey in figures. A share tells what single people said when they are few: under five answers only their number is shown,
// and nothing is ever broken down by language, device or time.

import * as v from 'valibot';
import type { Session } from './session.ts';
import type { Language } from './shapes.ts';
import { paragraph } from './shapes.ts';
import { outcomes, scores, type SurveyWording, type SurveyWordings } from './survey.ts';

/** Fewer answers than this name people. */
export const fewestShown = 5;

export interface StatementResult {
  readonly item: string;
  readonly answers: number;
  /** How many said 4 or 5; null while the answers are too few to say so. */
  readonly agree: number | null;
}

export interface SurveyResults {
  readonly answers: number;
  readonly statements: readonly StatementResult[];
}

export function surveyResults({ totals }: Pick<Session, 'totals'>): SurveyResults {
  const sums = totals.survey ?? {};
  const others = Object.keys(sums).flatMap((key) => (key.includes('/') ? [key.slice(0, key.indexOf('/'))] : []));
  const items = [...new Set<string>([...outcomes, ...others.toSorted()])];
  const statements = items.flatMap((item): StatementResult[] => {
    const [, , , fourth = 0, fifth = 0] = scores.map((score) => sums[`${item}/${score}`] ?? 0);
    const answers = scores.reduce<number>((sum, score) => sum + (sums[`${item}/${score}`] ?? 0), 0);
    return answers > 0 ? [{ item, answers, agree: answers < fewestShown ? null : fourth + fifth }] : [];
  });
  return { answers: sums['answers'] ?? 0, statements };
}

/** What is inside the envelope: the open answers, by question. */
export const surveyWords = v.record(v.pipe(v.string(), v.maxLength(40)), paragraph);
export type SurveyWords = v.InferOutput<typeof surveyWords>;

/** The words a visitor reads: those of this kind of session, else the library's, else ours. */
export function wordingIn(language: Language, own: readonly (SurveyWordings | undefined)[], ours: SurveyWording): SurveyWording {
  return own.find((wordings) => wordings?.[language] !== undefined)?.[language] ?? ours;
}
