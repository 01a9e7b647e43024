// An answer of the API, pressed when that is worth it: a tablet fills over a telephone's network. (No secret is beside what a stranger
// could choose, so its length tells nothing.) Small ones, which most are, stay strings: nothing reads them again on their way out.

import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { Context } from 'hono';
import { accepts } from './accepts.ts';

/** In UTF-16 code units. Receipts are mostly hashes, which nothing presses; a page of facts is another matter. */
const worthPressing = 20_000;

export async function answerWith(c: Context, answer: object): Promise<Response> {
  const text = JSON.stringify(answer);
  c.header('Content-Type', 'application/json');
  c.header('Vary', 'Accept-Encoding');
  if (text.length < worthPressing || !accepts(c.req.header('accept-encoding'), 'gzip')) return c.body(text);
  c.header('Content-Encoding', 'gzip');
  return c.body(new Uint8Array(await promisify(gzip)(text, { level: constants.Z_BEST_SPEED })));
}
