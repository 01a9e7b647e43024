// What must be so after every restart, and at the end: each receipted fact is there under its number, nothing twice, nothing that nobody
// made; and the sums an operator exports are those of the facts.

import Papa from 'papaparse';
import * as v from 'valibot';
import { hashOf } from '../../src/protocol/hash.ts';
import type { Client } from '../bench/client.ts';
import { wayside } from '../support/commands.ts';
import { idOf, pullPage, type Talk } from './talk.ts';

export interface Compared {
  readonly facts: number;
  readonly lost: number;
  readonly doubled: number;
}

/** What a reader has been sent so far, and how far it is. */
export interface Reading {
  readonly client: Client;
  readonly seqById: Map<string, number>;
  readonly numbers: Set<number>;
}

export function createReading(client: Client): Reading {
  return { client, seqById: new Map(), numbers: new Set() };
}

/** Fills anew, as a device that holds nothing, and compares with every receipt given before it began. */
export function compareAll(talk: Talk, reading: Reading): Promise<Compared> {
  reading.client.position.cursor = null;
  reading.seqById.clear();
  reading.numbers.clear();
  return compareNew(talk, reading);
}

/** The same, reading only what came since the last comparison. */
export async function compareNew(talk: Talk, { client, seqById, numbers }: Reading): Promise<Compared> {
  const { findings } = talk;
  const before = [...findings.receipted];
  let doubled = 0;
  for (let more = true; more; ) {
    const rows = await pullPage(talk, client, client.position.cursor);
    for (const { seq, text } of rows.facts) {
      const id = idOf(text);
      if (seqById.has(id) || numbers.has(seq)) doubled += 1;
      seqById.set(id, seq);
      numbers.add(seq);
      if (findings.made.get(id)?.sent.hash !== hashOf(text)) findings.wrong(`fact ${id} is not as it was made`);
    }
    client.position.cursor = rows.cursor;
    more = rows.more;
  }
  const lost = before.filter(([id, seq]) => seqById.get(id) !== seq);
  if (lost.length > 0) findings.wrong(`${lost.length} receipted facts are not there, the first is ${lost[0]?.[0]} (${lost[0]?.[1]})`);
  if (doubled > 0) findings.wrong(`${doubled} facts came twice`);
  return { facts: seqById.size, lost: lost.length, doubled };
}

/** When all rests: nothing is there but what was made, and it adds up. */
export async function compareSums(talk: Talk, found: Compared): Promise<void> {
  const { findings, machines } = talk;
  if (found.facts !== findings.made.size) findings.wrong(`${findings.made.size} facts were made, ${found.facts} are there`);
  const exported = await wayside(machines.settings, 'export');
  if (exported.code !== 0) return findings.wrong(`export: ${exported.err}`);
  const { data } = Papa.parse(exported.out.trim(), { header: true });
  const rows = v.parse(v.array(v.looseObject({ session_id: v.string(), attendance: v.string(), card_applications: v.string() })), data);
  const sums = sumsOf(talk);
  for (const { session_id, attendance, card_applications } of rows) {
    const sum = sums.get(session_id) ?? { heads: 0, cards: 0 };
    if (Number(attendance) !== sum.heads || Number(card_applications) !== sum.cards)
      findings.wrong(
        `${session_id} exports ${attendance} heads and ${card_applications} cards; its facts say ${sum.heads} and ${sum.cards}`,
      );
  }
  if (rows.length !== sums.size) findings.wrong(`${rows.length} sessions are exported, facts are about ${sums.size}`);
  const doctor = await wayside(machines.settings, 'doctor');
  for (const well of ['database intact', `${findings.made.size} facts, each with its own hash`, 'sequences ahead of facts'])
    if (!doctor.out.includes(`ok     ${well}`)) findings.wrong(`doctor does not say: ${well}`);
}

/** Summed here from the facts as they were made, and not by the code under test. */
function sumsOf({ findings: { made } }: Talk): ReadonlyMap<string, { readonly heads: number; readonly cards: number }> {
  const sums = new Map<string, { heads: number; cards: number }>();
  const facts = [...made.values()].map(({ fact }) => fact);
  const voided = new Set(facts.filter(({ kind }) => kind === 'fact.voided').map(({ body }) => body['target']));
  for (const { id, kind, subject, body } of facts) {
    const sum = sums.get(subject.id) ?? { heads: 0, cards: 0 };
    if (kind === 'attendance.counted' && !voided.has(id)) sum.heads += Number(body['heads']);
    if (kind === 'sign-up.taken') sum.cards += 1;
    sums.set(subject.id, sum);
  }
  return sums;
}
