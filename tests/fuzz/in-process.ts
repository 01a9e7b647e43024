// Sends hostile requests to a server in this process: fast, and whatever it logs is at hand.

import type { Server } from '../../src/server/create-server.ts';
import { origin } from '../support/server.ts';
import type { Chance } from './chance.ts';
import type { HostileRequest } from './hostile-requests.ts';
import type { Answer } from './judge.ts';
import { strangeCookie } from './strange-parts.ts';

/** Null: not a request that can be made here; a socket can. */
export async function sendInProcess({ app }: Pick<Server, 'app'>, request: HostileRequest, chance: Chance): Promise<Answer | null> {
  const made = requestOf(request, chance);
  if (made === null) return null;
  const response = await app.fetch(made);
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('text/event-stream')) {
    await response.body?.cancel(); // it would not end
    return { status: response.status, type, text: '' };
  }
  return { status: response.status, type, text: await response.text() };
}

function requestOf({ method, path, headers, body, who }: HostileRequest, chance: Chance): Request | null {
  try {
    const all = new Headers({ origin, ...headers });
    const cookie = chance.happens(0.05) ? [who.cookie, strangeCookie(chance)].filter(Boolean).join('; ') : who.cookie;
    if (cookie !== '') all.set('cookie', cookie);
    const bodyless = method === 'GET' || method === 'get' || method === 'HEAD';
    return new Request(origin + path, { method, headers: all, ...(bodyless || body === null ? {} : { body }) });
  } catch {
    return null; // the platform refuses to make it: a header's value, a URL
  }
}
