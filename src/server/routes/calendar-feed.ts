// Fetches a calendar for who may import one. What is in it is read on the device; here it is text.

import { lookup } from 'node:dns/promises';
import type { Handler } from 'hono';
import { type CalendarFeedAnswer, calendarFeedRequest } from '../../protocol/calendar-feed.ts';
import { answerWith } from '../answer.ts';
import { fetchFeed } from '../feeds/fetch-feed.ts';
import { problemResponse } from '../problem-response.ts';
import { addressOf } from '../rate-limits.ts';
import { readBody } from '../read-body.ts';
import type { Services } from '../services.ts';
import { actorWho } from '../who.ts';

export function calendarFeed(services: Services): Handler {
  const { config, limits, log } = services;
  return async (c) => {
    const actor = await actorWho(c, services, 'import.calendar');
    if (!actor.ok) return problemResponse(c, actor.problem);
    const body = await readBody(c, calendarFeedRequest);
    if (!body.ok) return problemResponse(c, body.problem);
    const allowed = limits.attempt('fetch-feed', addressOf(c, config));
    if (!allowed.ok) return problemResponse(c, allowed.problem);
    const { address } = body.value;
    const fetched = await fetchFeed(address, { resolve: (host) => lookup(host, { all: true }), networks: config.feedNetworks ?? [] });
    if (!fetched.ok) {
      const { code, detail } = fetched.problem;
      // The host only: the rest of an address can be a secret.
      log(`calendar of ${URL.canParse(address) ? new URL(address).hostname : 'no address'}: ${code} ${detail?.['reason'] ?? ''}`);
      return problemResponse(c, fetched.problem);
    }
    const answer: CalendarFeedAnswer = { text: fetched.value };
    return answerWith(c, answer);
  };
}
