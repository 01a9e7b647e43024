// A made-up library of any size: sessions over the days that are in scope, and what happened in them, in the proportions of a bookmobile's
// month. Sign-ups carry an envelope of the size that sealing gives. No real person, no real place.

import { addDays } from '../../src/domain/shapes.ts';
import type { SentFact } from '../../src/protocol/push.ts';
import { type Maker, aMaker } from '../support/facts.ts';
import { randomBytesFrom, randomFrom } from '../support/random.ts';
import type { Client } from './client.ts';

export interface LibraryData {
  readonly facts: readonly SentFact[];
  /** Ids of its sessions, those of `today` first. */
  readonly sessions: readonly string[];
  readonly today: string;
}

/** As many facts as asked for; about 3 of 100 are sessions. Everything lies in the window that a staff device is sent. */
export function aLibraryOf(size: number, maker: Client): LibraryData {
  const today = new Date().toISOString().slice(0, 10);
  const next = randomFrom(size + 1);
  const random = randomBytesFrom(size + 2);
  const made = aMaker({ library: maker.library, device: maker.device, incarnation: maker.incarnation, random });
  const facts: SentFact[] = [];
  const sessions: string[] = [];
  for (let at = 0; at < Math.max(4, Math.floor(size * 0.03)) && facts.length < size; at++) {
    const id = `BENCH${String(at).padStart(7, '0')}`;
    // Four sessions today; the others from 40 days ago to 80 days ahead.
    const date = at < 4 ? today : addDays(today, Math.floor(next() * 120) - 40);
    const hour = 9 + (at % 8);
    const [startsAt, endsAt] = [`${String(hour).padStart(2, '0')}:00`, `${String(hour).padStart(2, '0')}:45`];
    const set = {
      place: `Stop ${at % 60}`,
      title: `Storytime ${at}`,
      activityType: 'bookmobile_stop',
      targetAge: '6-11',
      date,
      startsAt,
      endsAt,
    } as const;
    // As on a day at work: the past is closed, two of today's are open, the rest is planned.
    const status = date < today ? 'closed' : at < 2 ? 'open' : 'planned';
    facts.push(made.changeSession(id, { ...set, status }).sent);
    sessions.push(id);
  }
  while (facts.length < size) {
    const session = sessions[Math.floor(next() * sessions.length)] ?? '';
    facts.push(somethingIn(session, made, next()).sent);
  }
  return { facts, sessions, today };
}

/**
 * What a device brings home from one day: four sessions that it started, 25 facts each, the last of them shared with one other device
 * (`pair`). No two days and no two pairs have a session in common.
 */
export function aDayOf(maker: Maker, day: string, own: string, pair: string): readonly SentFact[] {
  const facts: SentFact[] = [];
  for (const id of [`${own}A`, `${own}B`, `${own}C`, pair]) {
    const set = { place: 'Maple Court', activityType: 'bookmobile_stop', targetAge: '6-11', date: day, status: 'open' } as const;
    facts.push(maker.changeSession(id, set).sent);
    for (let at = 0; at < 24; at++) facts.push(somethingIn(id, maker, at / 24).sent);
  }
  return facts;
}

const bands = ['0-5', '6-11', '12-18', '19+', 'general'] as const;
const envelope = { key: 'BENCHKEY0001', enc: 'k'.repeat(87), box: 's'.repeat(704) };

function somethingIn(session: string, made: Maker, chance: number) {
  if (chance < 0.05) {
    const consent = { given: true, wording: 'en-US/2026-11', by: 'caregiver' } as const;
    return made.make('sign-up.taken', session, {
      for: 'card',
      program: null,
      language: 'es-US',
      ageBand: '6-11',
      consent,
      sealed: envelope,
    });
  }
  if (chance < 0.15) return made.handOut(session, 'given', 1 + Math.floor(chance * 30));
  return made.count(session, bands[Math.floor(chance * 1_000) % bands.length] ?? 'general', 1 + (Math.floor(chance * 10_000) % 3));
}
