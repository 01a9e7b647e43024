// Problem code -> HTTP status: the only place that knows. Every refusal leaves the server through here.

import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem, ProblemCode } from '../domain/problem.ts';

/** [S49] Codes that are not here never leave as an answer of their own: they are about devices, or about single facts in receipts. */
export const statuses: Partial<Record<ProblemCode, ContentfulStatusCode>> = {
  'feed-refused': 400,
  'request-unreadable': 400,
  'request-invalid': 400,
  'protocol-unsupported': 400,
  'not-enrolled': 401,
  'not-signed-in': 401,
  'sign-in-failed': 401,
  'parcel-unreadable': 400,
  'parcel-altered': 400,
  'parcel-maker-unknown': 403,
  'parcel-other-library': 403,
  'parcel-key-unknown': 409,
  'origin-refused': 403,
  'device-revoked': 403,
  'library-mismatch': 403,
  'not-allowed': 403,
  'setup-code-needed': 403,
  'route-unknown': 404,
  'not-found': 404,
  'code-unknown': 404,
  'method-not-allowed': 405,
  'code-used': 409,
  'already-set-up': 409,
  'class-closed': 409,
  'class-full': 409,
  'sealing-key-changed': 409,
  'code-expired': 410,
  'request-too-large': 413,
  'file-too-large': 413,
  'file-type-refused': 415,
  'file-damaged': 422,
  'rate-limited': 429,
  'server-failed': 500,
  'feed-unreachable': 502,
  'server-busy': 503,
};

/** `status`: for what HTTP itself has a status of its own. */
export function problemResponse(c: Context, problem: Problem, status = statuses[problem.code] ?? 500): Response {
  if (problem.retryAfter !== undefined) c.header('Retry-After', String(problem.retryAfter));
  c.header('Cache-Control', 'no-store');
  return c.json({ problem }, status);
}
