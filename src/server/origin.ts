// [S26] Requests that change something must come from a page of this very server: browsers say so in `Origin`, and pages cannot forge it.

import type { MiddlewareHandler } from 'hono';
import { type Config, isLoopback } from './config.ts';
import { problemResponse } from './problem-response.ts';

export function checkOrigin(config: Config): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    if (!isOwnOrigin(config, c.req.header('origin') ?? '', c.req.url)) return problemResponse(c, { code: 'origin-refused' });
    return next();
  };
}

function isOwnOrigin({ publicUrl, host }: Config, origin: string, url: string): boolean {
  if (publicUrl !== null) return origin === publicUrl;
  if (!URL.canParse(origin)) return false;
  const asked = new URL(url);
  const from = new URL(origin);
  // On this machine only: a foreign name that was made to point here (DNS rebinding) is not this server.
  if (isLoopback(host) && !isLoopback(asked.hostname)) return false;
  return from.origin === origin && ['http:', 'https:'].includes(from.protocol) && from.host === asked.host;
}
