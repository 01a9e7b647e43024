// Reads a request's JSON into a schema's type, or says in one of three ways why not.

import type { Context } from 'hono';
import * as v from 'valibot';
import { failed, ok, type Result } from '../domain/problem.ts';
import { protocolVersion } from '../protocol/version.ts';

/** Problems: request-unreadable (not JSON), protocol-unsupported, request-invalid (`field` is the first bad path). */
export async function readBody<Schema extends v.GenericSchema>(c: Context, schema: Schema): Promise<Result<v.InferOutput<Schema>>> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return failed('request-unreadable', { wants: 'application/json' });
  let json: unknown;
  try {
    json = JSON.parse(await c.req.text());
  } catch {
    return failed('request-unreadable', { wants: 'JSON' }); // cut short, or not JSON at all: where it broke helps nobody
  }
  // [S25] Before the schema: another version's request need not fit ours.
  const spoken = v.safeParse(v.object({ protocol: v.optional(v.unknown()) }), json);
  if (spoken.success && spoken.output.protocol !== undefined && spoken.output.protocol !== protocolVersion) {
    return failed('protocol-unsupported', { oldest: protocolVersion, newest: protocolVersion });
  }
  const read = v.safeParse(schema, json);
  return read.success ? ok(read.output) : failed('request-invalid', { field: v.getDotPath(read.issues[0]) ?? '' });
}

/** A name a person typed, without characters that no database column and no screen can show. */
export function cleanName(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\p{Cc}+/gu, ' ')
      .trim() || '?'
  );
}
