// The network between the devices and the server: what it does to a request and to its answer is drawn for each, from how the device's
// line stands. Requests arrive and answers return as events; a request may arrive again hours later, long after its sender has died.

import { hash } from 'node:crypto';
import type { HttpInit } from '../../src/device/ports.ts';
import { paths } from '../../src/protocol/paths.ts';
import type { Chance } from './chance.ts';
import type { Counts } from './counts.ts';
import type { Loop, Source } from './loop.ts';

/** How a device's line stands. */
export type Line = 'good' | 'bad' | 'slow' | 'off' | 'captive' | 'one-way' | 'proxy';

export interface Request {
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly cookies: ReadonlyMap<string, string>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Answers null when no server answered: it is down, or it crashed. */
export type Serve = (requests: readonly Request[]) => Promise<readonly (Answer | null)[]>;

export interface Caller {
  readonly source: Source;
  readonly line: () => Line;
  readonly cookies: Map<string, string>;
}

export interface Network {
  /** To the server past the line, from somebody who is no device: looked at like everything that arrives. */
  readonly serve: Serve;
  readonly http: (caller: Caller) => (path: string, init: HttpInit) => Promise<Response>;
  /** Faults end: what is under way arrives, nothing is drawn any more. */
  calm: boolean;
  /** Bodies of pushes seen on the way, for replays. */
  readonly seen: Request[];
  readonly source: Source;
}

export const origin = 'http://localhost:8123';
const hours = 3_600_000;

export function createNetwork(loop: Loop, chance: Chance, counts: Counts, serve: Serve): Network {
  const source = loop.source('network');
  const streams = createStreams(loop, chance);
  const arriving: { request: Request; answered: (answer: Answer | null) => void }[] = [];
  const oldAnswers = new Map<string, Answer>();
  const order = { sent: 0, answered: 0 };
  /** Whose pushes were stored, by their jars: in the order of the server's answers. */
  const pushes: ReadonlyMap<string, string>[] = [];

  /** Whoever has arrived by now is served together: that is how pushes meet in the server's queue. */
  const arrive = (request: Request, answered: (answer: Answer | null) => void): void => {
    arriving.push({ request, answered });
    if (arriving.length > 1) return;
    loop.after(source, !network.calm && chance.is(0.3) ? chance.number(1, 400) : 0, () => {
      const now = arriving.splice(0);
      void loop.blocking(
        serve(now.map((one) => one.request)).then((answers) => {
          for (const [at, one] of now.entries()) one.answered(answers[at] ?? null);
          if (answers.some((answer, at) => answer?.status === 200 && now[at]?.request.path === paths.push)) streams.poke();
          if (answers.includes(null)) streams.end();
        }),
      );
    });
  };

  const latency = (line: Line): number => {
    if (network.calm) return chance.number(5, 60);
    if (line === 'slow') return chance.number(1_000, chance.is(0.5) ? 20_000 : 120_000);
    return chance.is(0.05) ? chance.number(500, 9_000) : chance.number(20, 400);
  };

  const http: Network['http'] =
    ({ source: page, line, cookies }) =>
    (path, init) =>
      new Promise((resolve, reject) => {
        const fail = () => reject(new TypeError('network'));
        init.signal.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError')));
        const request: Request = { path, method: init.method, headers: init.headers, body: textOf(init), cookies: new Map(cookies) };
        const number = ++order.sent;
        loop.note(`>${path} ${digestOf(request.body ?? '')};`);
        const now = network.calm ? 'good' : line();
        const back = (answer: Answer | null, fault: AnswerFault): void => {
          if (path === paths.push && answer?.text.includes('"state":"stored"')) pushes.push(cookies);
          const read = pushes.length;
          loop.after(page, latency(now), () => {
            if (init.signal.aborted) return;
            // What a slow reader gets at last is no longer all there is.
            if (now === 'slow' && answer?.text.includes('"rows":{') && pushes.slice(read).some((jar) => jar !== cookies)) counts.hit('L3');
            if (number < order.answered) counts.hit('N6');
            order.answered = Math.max(order.answered, number);
            if (answer === null || fault === 'lost') return fail();
            takeCookies(cookies, answer);
            const shown = changed(answer, fault, oldAnswers.get(path), chance);
            if (path === paths.pokes && answer.status === 200) return resolve(streams.open(page, init.signal, answer.headers));
            if (answer.status === 200) oldAnswers.set(path, answer);
            resolve(new Response(shown.text, { status: shown.status, headers: shown.headers }));
          });
        };
        const wait = latency(now);
        if (wait >= 10_000) counts.hit('N7');
        const fault = network.calm ? null : drawRequestFault(now, path, chance);
        if (path === paths.push && init.body !== undefined && network.seen.length < 50) network.seen.push(request);
        switch (fault) {
          case 'dropped':
            counts.hit('N1');
            loop.after(page, wait, fail);
            return;
          case 'cut':
            counts.hit('N2');
            loop.after(source, wait, () => arrive({ ...request, body: request.body?.slice(0, request.body.length / 2) }, () => {}));
            loop.after(page, wait, fail);
            return;
          case 'captive':
            counts.hit('N8');
            loop.after(page, wait, () => (chance.is(0.5) ? resolve(portal()) : fail()));
            return;
          case 'one-way':
            counts.hit('N10');
            loop.after(page, wait, fail);
            return;
          case 'proxy':
            counts.hit('N11');
            loop.after(page, wait, () => resolve(proxyAnswer(path, request, chance)));
            return;
          case 'off':
            loop.after(page, chance.number(1, 50), fail);
            return;
          case null: {
            const answerFault = network.calm ? null : drawAnswerFault(now, path, chance);
            if (answerFault !== null) counts.hit(codeOf[answerFault]);
            loop.after(source, wait, () => arrive(request, (answer) => back(answer, answerFault)));
            if (!network.calm && path === paths.push && chance.is(now === 'bad' ? 0.1 : 0.02)) {
              counts.hit('N5');
              const later = chance.is(0.5) ? wait + chance.number(0, 200) : chance.number(1, 6) * hours;
              loop.after(source, later, () => arrive(request, () => {}));
            }
            return;
          }
        }
      });

  const network: Network = { http, serve, calm: false, seen: [], source };
  return network;
}

/** [S18] Streams of pokes: hints that come late, twice, or not at all; they end when the server does. */
function createStreams(loop: Loop, chance: Chance) {
  const open = new Set<{ readonly page: Source; readonly news: () => void; readonly end: () => void }>();
  return {
    open: (page: Source, signal: AbortSignal, headers: Headers): Response => {
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          const stream = {
            page,
            news: () => controller.enqueue(new TextEncoder().encode('event: news\ndata: \n\n')),
            end: () => {
              if (open.delete(stream)) controller.close();
            },
          };
          open.add(stream);
          signal.addEventListener('abort', () => {
            if (open.delete(stream)) controller.error(new DOMException('closed', 'AbortError'));
          });
        },
      });
      return new Response(body, { status: 200, headers });
    },
    poke: () => {
      for (const stream of open)
        if (chance.is(0.7)) loop.after(stream.page, chance.number(5, 2_000), () => open.has(stream) && stream.news());
    },
    end: () => {
      for (const stream of [...open]) loop.post(stream.page, stream.end);
    },
  };
}

/** [I29] Of a body without what real cryptography makes (envelopes, and hashes over them), which is new in every run. */
function digestOf(body: string): string {
  return hash('sha256', body.replaceAll(/[\w-]{40,}/g, '*'), 'base64url').slice(0, 12);
}

type RequestFault = 'dropped' | 'cut' | 'captive' | 'one-way' | 'proxy' | 'off' | null;
type AnswerFault = 'lost' | 'garbled' | 'short' | 'old' | null;
const codeOf = { lost: 'N3', garbled: 'N4', short: 'N4', old: 'N12' } as const;

/** Files are not moved here; all that is sent is JSON. */
function textOf({ body }: HttpInit): string | undefined {
  return typeof body === 'string' ? body : undefined;
}

function drawRequestFault(line: Line, path: string, chance: Chance): RequestFault {
  if (line === 'off') return 'off';
  if (line === 'captive') return 'captive';
  if (line === 'one-way') return path === paths.push || path === paths.enroll ? null : 'one-way';
  if (line === 'proxy') return chance.is(0.6) ? 'proxy' : null;
  const share = line === 'bad' ? 0.12 : 0.01;
  if (chance.is(share)) return 'dropped';
  if (chance.is(share / 3)) return 'cut';
  return chance.is(share / 4) ? 'proxy' : null;
}

function drawAnswerFault(line: Line, path: string, chance: Chance): AnswerFault {
  const share = line === 'bad' ? 0.15 : 0.015;
  if (chance.is(share)) return 'lost';
  if (chance.is(share / 3)) return path === paths.push && chance.is(0.5) ? 'short' : 'garbled';
  return chance.is(share / 3) ? 'old' : null;
}

function changed(answer: Answer, fault: AnswerFault, old: Answer | undefined, chance: Chance): Answer {
  if (fault === 'old') return old ?? answer;
  if (fault === 'garbled') return { ...answer, text: answer.text.slice(0, chance.number(0, answer.text.length)) };
  return fault === 'short' ? { ...answer, text: withFewerReceipts(answer.text) } : answer;
}

/** Well formed, and yet not the whole answer. */
function withFewerReceipts(text: string): string {
  const answer: { receipts?: unknown[] } = JSON.parse(text);
  return JSON.stringify({ ...answer, ...(answer.receipts === undefined ? {} : { receipts: answer.receipts.slice(0, -1) }) });
}

function portal(): Response {
  return new Response('<html>Welcome to Cafe Wi-Fi</html>', { status: 200, headers: { 'Content-Type': 'text/html' } });
}

function proxyAnswer(path: string, { body = '' }: Request, chance: Chance): Response {
  const status = chance.one(path === paths.push && body.length > 1_500 ? [413, 413, 429, 502, 503, 504] : [429, 502, 503, 504]);
  const headers: Record<string, string> = status === 429 || status === 503 ? { 'Retry-After': String(chance.number(1, 90)) } : {};
  return new Response('<html>no</html>', { status, headers });
}

function takeCookies(jar: Map<string, string>, answer: Answer): undefined {
  for (const line of answer.headers.getSetCookie()) {
    const [pair = ''] = line.split('; ');
    const at = pair.indexOf('=');
    if (line.includes('Max-Age=0')) jar.delete(pair.slice(0, at));
    else jar.set(pair.slice(0, at), pair.slice(at + 1));
  }
}
