// Requests to a server that may die at any moment: asked again, of whichever process is up, until there is an answer. A refusal that is
// not documented is a finding; silence is not, that is what kills do.

import { setTimeout as delay } from 'node:timers/promises';
import * as v from 'valibot';
import { readFact } from '../../src/domain/fact.ts';
import { paths } from '../../src/protocol/paths.ts';
import { type Cursor, pullAnswer, type Rows } from '../../src/protocol/pull.ts';
import { pushAnswer } from '../../src/protocol/push.ts';
import { problemAnswer } from '../../src/protocol/access.ts';
import { asking, type Client } from '../bench/client.ts';
import type { MadeFact } from '../support/facts.ts';
import type { Findings } from './findings.ts';
import type { Machine, Machines } from './machines.ts';
import { until } from './until.ts';

export interface Talk {
  readonly machines: Machines;
  readonly findings: Findings;
  /** A number in [0, 1). */
  readonly next: () => number;
}

/** Until each has its receipt. */
export async function push(talk: Talk, client: Client, facts: readonly MadeFact[]): Promise<void> {
  for (const { fact } of facts) if (!talk.findings.made.has(fact.id)) throw new Error('facts are noted before they are sent');
  const body = { ...asking(client, facts.length), facts: facts.map(({ sent }) => sent) };
  talk.findings.take(facts, await answered(talk, client, paths.push, body, pushAnswer));
}

/** One page from a cursor; a server that sends a cursor away has lost what it told of before. */
export async function pullPage(talk: Talk, client: Client, cursor: Cursor | null): Promise<Rows> {
  const body = { ...asking(client, 0), cursor };
  const { rows, offer, newIncarnation } = await answered(talk, client, paths.pull, body, pullAnswer);
  if (rows === null || offer || newIncarnation !== null)
    throw new Error(`a pull was sent back: offer ${offer}, new incarnation ${newIncarnation}`);
  return rows;
}

export function idOf(text: string): string {
  const read = readFact(text);
  if (!read.ok) throw new Error(`the server sent what is no fact: ${read.problem.code}`);
  return read.value.id;
}

/** Any process that is up. */
export async function anyMachine({ machines, next }: Talk): Promise<Machine> {
  await until('a server that is up', () => machines.up().length > 0 || machines.isClosed());
  const up = machines.up();
  const [first] = up;
  const machine = up[Math.floor(next() * up.length)] ?? first;
  if (machine === undefined) throw new Error('the servers were closed');
  return machine;
}

async function answered<Schema extends v.GenericSchema>(
  talk: Talk,
  client: Client,
  path: string,
  body: unknown,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const began = Date.now();
  for (;;) {
    const { url, process } = await anyMachine(talk);
    const answer = await client
      .at(url)
      .post(path, body)
      .then(readAnswer, () => null); // silence
    talk.findings.answered(answer === null ? 'none' : `${answer.status}${answer.code === null ? '' : ` ${answer.code}`}`);
    if (answer !== null && answer.status === 200) return v.parse(schema, answer.json);
    if (answer !== null && answer.code !== 'server-busy')
      talk.findings.wrong(`${path} was answered ${answer.status} ${answer.code}; the server said ${process()?.said().slice(-900)}`);
    if (Date.now() - began > 90_000) throw new Error(`no answer to ${path} for 90 s, the last was ${answer?.status ?? 'none'}`);
    await delay(talk.next() * 40);
  }
}

function readAnswer({ status, text }: { readonly status: number; readonly text: string }) {
  const json: unknown = JSON.parse(text);
  const problem = v.safeParse(problemAnswer, json);
  return { status, json, code: problem.success ? problem.output.problem.code : null };
}
