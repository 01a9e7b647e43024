// Answers to a session's exit survey, for who looks at single ones: to take one back, or to read the open answers once unlocked.

import * as v from 'valibot';
import type { Fact } from '../../domain/fact.ts';
import { type SurveyAnswered, surveyAnswered } from '../../domain/survey.ts';
import type { Store } from './db.ts';
import { type DeliveryState, wholeLog } from './log.ts';

export interface SurveyAnswer {
  readonly fact: Fact;
  readonly body: SurveyAnswered;
  readonly state: DeliveryState;
}

/** Newest first; without those taken back. */
export async function surveyAnswersOf(store: Store, sessionId: string): Promise<readonly SurveyAnswer[]> {
  const log = await wholeLog(store, sessionId);
  const found = log.flatMap(({ fact, state, voided }): SurveyAnswer[] =>
    fact.kind === 'survey.answered' && !voided ? [{ fact, body: v.parse(surveyAnswered, fact.body), state }] : [],
  );
  return found.reverse();
}
