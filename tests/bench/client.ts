// Devices without a browser: the protocol spoken from Node. Used to fill a library with facts before a measurement, to make codes, and as
// the fleet. `deliver` keeps to what a device's push does: limits, receipts checked against hashes, Retry-After, rows taken along.

import { setTimeout as delay } from 'node:timers/promises';
import * as v from 'valibot';
import { enrollAnswer, inviteAnswer, type EnrollAnswer } from '../../src/protocol/access.ts';
import { longId } from '../../src/protocol/ids.ts';
import { paths } from '../../src/protocol/paths.ts';
import { type Cursor, pullAnswer } from '../../src/protocol/pull.ts';
import { type PushAnswer, pushAnswer, type SentFact } from '../../src/protocol/push.ts';
import { mostBytesPerPush, mostFactsPerPush, protocolVersion } from '../../src/protocol/version.ts';
import { alice } from '../support/cast.ts';
import { randomBytesFrom } from '../support/random.ts';
import { type Answer, post } from './http.ts';

export interface Client extends EnrollAnswer {
  /** How far it has pulled; moves on with each answer that carries rows. */
  readonly position: { cursor: Cursor | null };
  readonly post: (path: string, body: unknown) => Promise<Answer>;
  /** The same device at another process of the same server. */
  readonly at: (url: string) => Client;
}

export interface Delivery {
  readonly stored: number;
  readonly held: number;
  readonly requests: number;
  /** Requests that brought no readable answer, or a refusal. */
  readonly errors: number;
}

const random = randomBytesFrom(Date.now() % 2 ** 31);

/** A library made from nothing on an empty server; the answer is its coordinator's device. */
export async function setUpLibrary(url: string): Promise<Client> {
  return enrolled(url, paths.setup, { code: null, coordinator: alice, deviceName: 'Office' });
}

/** A one-time code for a device. */
export async function invite(coordinator: Client, role: 'staff' | 'kiosk' = 'staff'): Promise<string> {
  const answer = await coordinator.post(paths.invites, { role });
  return v.parse(inviteAnswer, readable(answer)).code;
}

export async function enroll(url: string, code: string, deviceName: string): Promise<Client> {
  return enrolled(url, paths.enroll, { code, attempt: longId(random), deviceName });
}

/** All facts, in as many requests as the limits ask for; each is tried until it has an answer, at most `tries` times. */
export async function deliver(client: Client, facts: readonly SentFact[], tries = 10): Promise<Delivery> {
  const total = { stored: 0, held: 0, requests: 0, errors: 0 };
  for (const batch of batches(facts)) {
    for (let attempt = 1; ; attempt++) {
      total.requests += 1;
      const answer = await push(client, batch);
      if (typeof answer !== 'number') {
        if (answer.rows !== null) client.position.cursor = answer.rows.cursor;
        for (const [at, receipt] of answer.receipts.entries()) {
          if (receipt.hash !== batch[at]?.hash) throw new Error('a receipt is not for the fact that was sent');
          total[receipt.state] += 1;
        }
        break;
      }
      total.errors += 1;
      if (attempt === tries) throw new Error(`no answer after ${tries} tries`);
      await delay(answer + Math.random() * answer);
    }
  }
  return total;
}

/** Pulls until there is no more; answers how many facts came. */
export async function pullAll(client: Client): Promise<number> {
  let facts = 0;
  for await (const page of pages(client)) facts += page.length;
  return facts;
}

/** All facts in scope, as a device is filled that holds nothing; their texts. */
export async function pullFacts(client: Client): Promise<readonly string[]> {
  const texts: string[] = [];
  const fresh = { ...client, position: { cursor: null } };
  for await (const page of pages(fresh)) texts.push(...page);
  return texts;
}

async function* pages(client: Client): AsyncGenerator<readonly string[], void> {
  for (let more = true; more; ) {
    const { rows } = v.parse(pullAnswer, readable(await client.post(paths.pull, asking(client, 0))));
    if (rows === null) throw new Error('the server has nothing for this cursor');
    client.position.cursor = rows.cursor;
    yield rows.facts.map(({ text }) => text);
    more = rows.more;
  }
}

/** The answer, or milliseconds to wait before trying again. */
async function push(client: Client, facts: readonly SentFact[]): Promise<PushAnswer | number> {
  try {
    const answer = await client.post(paths.push, { ...asking(client, facts.length), facts });
    if (answer.status !== 200) return 1_000 * Number(answer.headers['retry-after'] ?? 1);
    return v.parse(pushAnswer, JSON.parse(answer.text));
  } catch {
    return 1_000; // no answer at all, or not ours: as good as not sent, which is what the caller counts
  }
}

/** What every push and pull says; `unsent` is the device's own word. */
export function asking(client: Client, unsent: number) {
  const health = { app: 'bench', at: new Date().toISOString(), unsent, oldestUnsentAt: null, attention: 0, persisted: null };
  return { protocol: protocolVersion, incarnation: client.incarnation, cursor: client.position.cursor, health, digest: null };
}

function batches(facts: readonly SentFact[]): readonly (readonly SentFact[])[] {
  const made: SentFact[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const fact of facts) {
    const size = JSON.stringify(fact).length;
    if (bytes + size > mostBytesPerPush - 4_096 || (made.at(-1)?.length ?? 0) === mostFactsPerPush) {
      made.push([]);
      bytes = 0;
    }
    made.at(-1)?.push(fact);
    bytes += size;
  }
  return made;
}

async function enrolled(url: string, path: string, body: unknown): Promise<Client> {
  const send = (there: string, to: string, cookie: string, what: unknown) =>
    post(there + to, JSON.stringify(what), { origin: there, cookie });
  const first = await send(url, path, '', body);
  const answer = v.parse(enrollAnswer, readable(first));
  const cookies = (first.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
  const position: Client['position'] = { cursor: null };
  const at = (there: string): Client => ({ ...answer, position, at, post: (to, what) => send(there, to, cookies, what) });
  return at(url);
}

function readable({ status, text }: Answer): unknown {
  if (status !== 200) throw new Error(`${status} ${text}`);
  return JSON.parse(text);
}
