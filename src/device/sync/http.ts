// Talking to the server. Every failure becomes a Problem here and nowhere else; an answer counts only when it is the documented one,
// because a captive portal says 200 too (S23).

import * as v from 'valibot';
import { failed, ok, type Problem, type ProblemCode, type Result } from '../../domain/problem.ts';
import { problemAnswer } from '../../protocol/access.ts';
import { pieceType } from '../../protocol/files.ts';
import type { HttpInit, Ports } from '../ports.ts';

/** Long enough for a batch over a bad line; then the answer is given up, and the facts are sent again. */
const longestWait = 60_000;
const longestRetryAfter = 3_600;

type Talk = Pick<Ports, 'http' | 'timer' | 'now'>;

/** `body` is JSON text already. Problems: server-unreachable, server-answer-unreadable, and what the server says. */
export async function post<Schema extends v.GenericSchema>(
  ports: Talk,
  path: string,
  body: string,
  schema: Schema,
): Promise<Result<v.InferOutput<Schema>>> {
  return request(
    ports,
    path,
    { method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body },
    schema,
  );
}

export async function get<Schema extends v.GenericSchema>(
  ports: Talk,
  path: string,
  schema: Schema,
): Promise<Result<v.InferOutput<Schema>>> {
  return request(ports, path, { method: 'GET', headers: { Accept: 'application/json' } }, schema);
}

async function request<Schema extends v.GenericSchema>(
  ports: Talk,
  path: string,
  init: Pick<HttpInit, 'method' | 'headers' | 'body'>,
  schema: Schema,
): Promise<Result<v.InferOutput<Schema>>> {
  const got = await answerTo(ports, path, init, (response) => response.text());
  if (!got.ok) return got;
  const answer = v.safeParse(schema, parsed(got.value.body));
  return answer.success ? ok(answer.output) : failed('server-answer-unreadable', { status: got.value.status });
}

/** Bytes `from` to `to`, both included, of what `path` names. An answer that is not exactly this part is no answer. */
export async function getBytes(ports: Talk, path: string, from: number, to: number): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const init = { method: 'GET', headers: { Range: `bytes=${from}-${to}` } } as const;
  const got = await answerTo(ports, path, init, (response) => response.arrayBuffer());
  if (!got.ok) return got;
  const bytes = new Uint8Array(got.value.body);
  const fits = got.value.status === 206 && bytes.length === to - from + 1;
  return fits ? ok(bytes) : failed('server-answer-unreadable', { status: got.value.status });
}

export async function postBytes<Schema extends v.GenericSchema>(
  ports: Talk,
  path: string,
  body: Uint8Array<ArrayBuffer>,
  schema: Schema,
): Promise<Result<v.InferOutput<Schema>>> {
  return request(ports, path, { method: 'POST', headers: { 'Content-Type': pieceType, Accept: 'application/json' }, body }, schema);
}

async function answerTo<Body>(
  ports: Talk,
  path: string,
  init: Pick<HttpInit, 'method' | 'headers' | 'body'>,
  read: (response: Response) => Promise<Body>,
): Promise<Result<{ readonly status: number; readonly body: Body }>> {
  const stop = new AbortController();
  const state = { late: false };
  const cancel = ports.timer(longestWait, () => {
    state.late = true;
    stop.abort();
  });
  try {
    const response = await ports.http(path, { ...plainInit, ...init, signal: stop.signal });
    if (!response.ok) return { ok: false, problem: refusal(response, await response.text(), ports.now()) };
    return ok({ status: response.status, body: await read(response) });
  } catch {
    // fetch says no more than "failed": no network, no name, a refused redirect, a cut connection
    return failed('server-unreachable', { reason: state.late ? 'timeout' : 'network' });
  } finally {
    cancel();
  }
}

export const plainInit = { cache: 'no-store', credentials: 'same-origin', redirect: 'error' } as const;

/** What a refusal means. A proxy's own page has a status only. */
export function refusal(response: Pick<Response, 'status' | 'headers'>, text: string, now: number): Problem {
  const said = v.safeParse(problemAnswer, parsed(text));
  const retryAfter = retryAfterOf(response.headers.get('Retry-After'), now) ?? (said.success ? said.output.problem.retryAfter : undefined);
  const base: Problem = said.success
    ? { code: said.output.problem.code, ...(said.output.problem.detail === undefined ? {} : { detail: said.output.problem.detail }) }
    : { code: codeOfStatus(response.status), detail: { status: response.status } };
  return retryAfter === undefined ? base : { ...base, retryAfter: Math.min(retryAfter, longestRetryAfter) };
}

function codeOfStatus(status: number): ProblemCode {
  if (status === 413) return 'request-too-large';
  if (status === 429) return 'rate-limited';
  if (status === 502 || status === 503 || status === 504) return 'server-busy';
  return status >= 500 ? 'server-failed' : 'server-answer-unreadable';
}

/** Seconds, or a date. */
function retryAfterOf(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, (at - now) / 1_000);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no schema takes undefined: the caller sees an unreadable answer
  }
}
