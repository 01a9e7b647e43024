// [S18] A stream of server-sent events: one says that something new has been committed, no more. A comment now and then keeps proxies
// from closing it, and finds out that a device has been revoked.

import type { Handler } from 'hono';
import { streamSSE } from 'hono/streaming';
import { problemResponse } from '../problem-response.ts';
import type { Services } from '../services.ts';
import { deviceOf } from '../who.ts';

const heartbeat = 25_000;

export function pokes(services: Services): Handler {
  return async (c) => {
    // Hono answers HEAD by GET's handler and drops the body: the stream would have no reader, and never end.
    if (c.req.method === 'HEAD') {
      c.header('Allow', 'GET');
      return problemResponse(c, { code: 'method-not-allowed' });
    }
    const device = await deviceOf(c, services);
    if (!device.ok) return problemResponse(c, device.problem);
    if (device.value.revoked) return problemResponse(c, { code: 'device-revoked' });
    const { library, id } = device.value;
    const waiting = { news: false, wake: () => {} };
    const stop = services.pokes.listen(library, id, () => {
      waiting.news = true;
      waiting.wake();
    });
    if (stop === null) return problemResponse(c, { code: 'rate-limited', retryAfter: 60 });
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      stream.onAbort(() => {
        stop();
        waiting.wake();
      });
      await stream.write(': listening\n\n');
      while (!stream.aborted && !services.closing.aborted) {
        if (waiting.news) {
          waiting.news = false;
          await stream.writeSSE({ event: 'news', data: '' });
          continue;
        }
        const rang = await rings(waiting, services.closing);
        if (rang === 'heartbeat') {
          await stream.write(': \n\n');
          const still = await deviceOf(c, services);
          if (!still.ok || still.value.revoked) break;
        }
      }
      stop();
    });
  };
}

/** Waits for news, for the server to close, or for the next heartbeat. */
async function rings(waiting: { news: boolean; wake: () => void }, closing: AbortSignal): Promise<'heartbeat' | 'woken'> {
  const { promise, resolve } = Promise.withResolvers<'heartbeat' | 'woken'>();
  const woken = () => resolve('woken');
  const timer = setTimeout(() => resolve('heartbeat'), heartbeat);
  waiting.wake = woken;
  closing.addEventListener('abort', woken, { once: true });
  const rang = await promise;
  clearTimeout(timer);
  closing.removeEventListener('abort', woken);
  return rang;
}
