// The exit survey: how far people agree with a few statements, each tagged with the outcome it asks for, and two open questions. Answers are
// anonymous. What people write in their own words could name somebody: it travels sealed. Figures: survey-results.ts.

import * as v from 'valibot';
import { language, line } from './shapes.ts';
import { sealedBox } from './sign-up.ts';

/** Project Outcome's four (FIELD.md 1.7). Its question wording is PLA's own: the library pastes it, we have ours. */
export const outcomes = ['knowledge', 'confidence', 'application', 'awareness'] as const;
export type Outcome = (typeof outcomes)[number];

export const openQuestions = ['liked', 'improve'] as const;
export type OpenQuestion = (typeof openQuestions)[number];

/** By outcome or question; a newer app may know more of them. */
const name = v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,39}$/));
const words = v.record(name, line);

/** `version` is stored with each answer. A statement or question without words is not asked. */
export const surveyWording = v.looseObject({ version: line, statements: words, questions: words });
export type SurveyWording = v.InferOutput<typeof surveyWording>;

export const surveyWordings = v.record(language, surveyWording);
export type SurveyWordings = v.InferOutput<typeof surveyWordings>;

/** 1 strongly disagree … 5 strongly agree. */
export const scores = [1, 2, 3, 4, 5] as const;
export type Score = (typeof scores)[number];

export const surveyAnswered = v.looseObject({
  wording: line,
  /** What was skipped is not in it. */
  agreement: v.record(name, v.picklist(scores)),
  way: v.picklist(['kiosk', 'paper']),
  /** The open answers (`surveyWords`); null when nothing was written. */
  sealed: v.nullable(sealedBox),
});
export type SurveyAnswered = v.InferOutput<typeof surveyAnswered>;

/** The sums an answer adds to: how many answered, and how many said what. */
export function sumsOf({ agreement }: SurveyAnswered): readonly string[] {
  return ['answers', ...Object.entries(agreement).map(([item, score]) => `${item}/${score}`)];
}
