// Devices that never rest while the server is being killed: writers that deliver, sometimes twice at once or again much later, and a
// poller that follows the cursor.

import { setTimeout as delay } from 'node:timers/promises';
import { bands } from '../../src/domain/attendance.ts';
import type { Client } from '../bench/client.ts';
import { aMaker, type MadeFact, type Maker } from '../support/facts.ts';
import { randomBytesFrom } from '../support/random.ts';
import { idOf, pullPage, push, type Talk } from './talk.ts';

export interface Load {
  /** Pushes that have been answered. */
  readonly delivered: () => number;
  /** What ended a writer or the poller before its time. */
  readonly broken: () => Error | null;
  /** Ids the poller was sent, each once. */
  readonly polled: ReadonlySet<string>;
  /** Until every writer has its receipts and the poller has caught up. Throws what went wrong on the way. */
  readonly end: () => Promise<void>;
}

/** All facts are about these. They have their date before the load begins: a session that gets one later comes whole once more (S16). */
export const sessions = ['TORTURE00001', 'TORTURE00002', 'TORTURE00003', 'TORTURE00004', 'TORTURE00005'];

/** `first` are ids that the poller has been sent already. */
export function startLoad(talk: Talk, writers: readonly Client[], poller: Client, first: readonly string[]): Load {
  const state = { delivered: 0, ending: false, broken: null as Error | null };
  const broke = (error: unknown) => {
    state.broken ??= error instanceof Error ? error : new Error(String(error));
  };
  const polled = new Set(first);
  const written = writers.map(async (client, at) => {
    const maker = aMaker({ ...client, random: randomBytesFrom(Math.floor(talk.next() * 2 ** 31) + at) });
    const own: MadeFact[] = [];
    while (!state.ending) {
      const facts = someFacts(talk, maker, own);
      for (const made of facts) talk.findings.made.set(made.fact.id, made);
      own.push(...facts);
      const chance = talk.next();
      await Promise.all(chance < 0.1 ? [push(talk, client, facts), push(talk, client, facts)] : [push(talk, client, facts)]);
      if (chance > 0.95) await push(talk, client, again(talk, own));
      state.delivered += 1;
      await delay(20 + talk.next() * 60);
    }
  });
  const following = follow(talk, poller, polled, () => state.ending);
  for (const running of [...written, following.running]) running.catch(broke);
  return {
    delivered: () => state.delivered,
    broken: () => state.broken,
    polled,
    end: async () => {
      state.ending = true;
      await Promise.all([...written, following.running]);
      await following.catchUp();
    },
  };
}

/** Polls until the load ends. `catchUp` brings all there is. */
function follow(talk: Talk, poller: Client, polled: Set<string>, isEnding: () => boolean) {
  let last = 0;
  const catchUp = async () => {
    for (let more = true; more; ) {
      const rows = await pullPage(talk, poller, poller.position.cursor);
      poller.position.cursor = rows.cursor;
      for (const { seq, text } of rows.facts) {
        const id = idOf(text);
        if (polled.has(id)) talk.findings.wrong(`the poller was sent ${id} twice`);
        if (seq <= last) talk.findings.wrong(`the poller was sent number ${seq} after ${last}`);
        last = seq;
        polled.add(id);
      }
      more = rows.more;
    }
  };
  const poll = async () => {
    while (!isEnding()) {
      await catchUp();
      await delay(talk.next() * 20);
    }
  };
  return { running: poll(), catchUp };
}

function someFacts({ next }: Talk, maker: Maker, own: readonly MadeFact[]): readonly MadeFact[] {
  const pick = <Item>(items: readonly Item[], otherwise: Item): Item => items[Math.floor(next() * items.length)] ?? otherwise;
  const counts = own.slice(-60).filter(({ fact }) => fact.kind === 'attendance.counted');
  return Array.from({ length: 1 + Math.floor(next() * next() * 24) }, () => {
    const session = pick(sessions, 'TORTURE00001');
    const chance = next();
    if (chance < 0.1) return maker.changeSession(session, { title: `Storytime ${Math.floor(next() * 1_000)}` });
    if (chance < 0.2) return maker.signUp(session, 'card');
    if (chance < 0.3) return maker.handOut(session, 'given', 1 + Math.floor(next() * 5));
    const counted = counts[Math.floor(next() * counts.length)];
    if (chance < 0.4 && counted !== undefined) return maker.voidOf(counted.fact.subject.id, counted);
    return maker.count(session, pick(bands, 'general'), 1 + Math.floor(next() * 9));
  });
}

function again({ next }: Talk, own: readonly MadeFact[]): readonly MadeFact[] {
  const from = Math.floor(next() * own.length);
  return own.slice(from, from + 10);
}
