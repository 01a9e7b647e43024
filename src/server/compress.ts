// Answers of the API are pressed when they are worth it: a tablet fills over a telephone's network. (No secret is beside what a stranger
// could choose, so their length tells nothing.) Streams are left alone.

import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';
import { accepts } from './accepts.ts';

/** Receipts are mostly hashes, which nothing presses; a page of facts is another matter. */
const worthPressing = 20_000;

export const compress: MiddlewareHandler = async (c, next) => {
  await next();
  if (!accepts(c.req.header('accept-encoding'), 'gzip')) return;
  if (c.res.headers.get('content-type')?.startsWith('application/json') !== true) return;
  const plain = Buffer.from(await c.res.arrayBuffer());
  const headers = new Headers(c.res.headers);
  headers.set('Vary', 'Accept-Encoding');
  if (plain.length >= worthPressing) headers.set('Content-Encoding', 'gzip');
  const body = plain.length < worthPressing ? plain : await promisify(gzip)(plain, { level: constants.Z_BEST_SPEED });
  c.res = new Response(body, { status: c.res.status, headers });
};
