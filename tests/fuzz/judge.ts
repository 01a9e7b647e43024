// What no answer may be, whatever was asked: a failure, a trace of how the server is made, another library's, a person's to who may not see.

import * as v from 'valibot';
import { problemAnswer } from '../../src/protocol/access.ts';
import { paths } from '../../src/protocol/paths.ts';
import { pushAnswer } from '../../src/protocol/push.ts';
import type { HostileRequest } from './hostile-requests.ts';
import { type Ground, type LibraryName, markOf, personalMark } from './people.ts';

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  /** Whoever asked has left before it was whole: its status is all there is. */
  readonly isCut?: true;
}

export interface Judge {
  readonly judge: (request: HostileRequest, answer: Answer) => void;
  readonly wrong: (what: string) => void;
  readonly requests: () => number;
  readonly byStatus: ReadonlyMap<number, number>;
  readonly byProblem: ReadonlyMap<string, number>;
  readonly byKind: ReadonlyMap<string, number>;
  /** Receipts that say stored: by library, the number of each hash. */
  readonly stored: Readonly<Record<LibraryName, ReadonlyMap<string, number>>>;
  readonly violations: readonly string[];
}

const traces =
  /node_modules|\/src\/server|\bat .{1,200}:\d+:\d+|SQLITE_|sqlite3?\.|violates|syntax error at or near|TypeError|RangeError|file:\/\//;
const most = 30;

export function createJudge({ secrets }: Pick<Ground, 'secrets'>): Judge {
  const counts = { requests: 0 };
  const byStatus = new Map<number, number>();
  const byProblem = new Map<string, number>();
  const byKind = new Map<string, number>();
  const stored = { ours: new Map<string, number>(), theirs: new Map<string, number>() };
  const violations: string[] = [];
  const wrong = (what: string) => {
    if (violations.length < most) violations.push(what);
  };
  return {
    requests: () => counts.requests,
    byStatus,
    byProblem,
    byKind,
    stored,
    violations,
    wrong,
    judge: (request, answer) => {
      const { status, text } = answer;
      counts.requests += 1;
      add(byStatus, status);
      add(byKind, request.kind);
      const about = `${request.kind}: ${request.who.name} ${request.method} ${request.path.slice(0, 200)} ${String(request.body).slice(0, 300)} -> ${status} ${text.slice(0, 300)}`;
      const code = problemOf(answer);
      if (code !== null) add(byProblem, code);
      if (status >= 500 && !(status === 503 && code === 'server-busy')) wrong(`a failure: ${about}`);
      if (request.path.startsWith('/api/') && status >= 400 && text !== '' && code === null)
        wrong(`a refusal that is not documented: ${about}`);
      if (traces.test(text)) wrong(`a trace of the inside: ${about}`);
      if (secrets.some((secret) => text.includes(secret))) wrong(`a secret: ${about}`);
      const { library, level } = request.who;
      for (const name of ['ours', 'theirs'] as const)
        if ((library !== name || level === 'revoked') && text.includes(markOf[name])) wrong(`another's: ${about}`);
      if ((level === 'kiosk' || level === 'partner') && text.includes(personalMark)) wrong(`a person's, to a ${level}: ${about}`);
      const isPush = request.facts.length > 0 && status === 200 && request.path === paths.push;
      if (isPush && library !== null && answer.isCut !== true) receive(request, answer, library);
    },
  };

  function receive({ facts, kind }: HostileRequest, { text }: Answer, library: LibraryName): void {
    const { receipts } = v.parse(pushAnswer, JSON.parse(text));
    if (receipts.length !== facts.length) wrong(`${kind}: ${facts.length} facts, ${receipts.length} receipts`);
    for (const [at, receipt] of receipts.entries()) {
      if (receipt.hash !== facts[at]?.hash) wrong(`${kind}: a receipt for another fact`);
      if (receipt.state !== 'stored') continue;
      const before = stored[library].get(receipt.hash);
      if (before !== undefined && before !== receipt.seq) wrong(`${kind}: a fact had number ${before} and has ${receipt.seq}`);
      stored[library].set(receipt.hash, receipt.seq);
    }
  }
}

function problemOf({ type, text }: Answer): string | null {
  if (!type.startsWith('application/json')) return null;
  const read = v.safeParse(problemAnswer, JSON.parse(text === '' ? 'null' : text));
  return read.success ? read.output.problem.code : null;
}

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
