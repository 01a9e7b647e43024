// What sites and partners have behind them: counts and days, for whoever plans.

import type { Handler } from 'hono';
import { historyRequest } from '../../protocol/history.ts';
import { answerWith } from '../answer.ts';
import { problemResponse } from '../problem-response.ts';
import { readBody } from '../read-body.ts';
import type { Services } from '../services.ts';
import { actorWho } from '../who.ts';

export function history(services: Services): Handler {
  return async (c) => {
    const actor = await actorWho(c, services, 'history.see');
    if (!actor.ok) return problemResponse(c, actor.problem);
    const body = await readBody(c, historyRequest);
    if (!body.ok) return problemResponse(c, body.problem);
    return answerWith(c, { histories: await services.storage.histories(actor.value.library, body.value.places) });
  };
}
