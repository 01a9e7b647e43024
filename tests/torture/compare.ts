// At the end, with everything delivered: both tablets, the server's facts and the tables a library's reporting tools read, against the ghosts.

import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as v from 'valibot';
import { type Known, ownTotals, type Totals } from './ghost.ts';
import type { Found } from './page/torture-page.ts';

const facts = v.array(v.object({ id: v.string(), hash: v.string() }));
const sums = v.array(v.object({ session: v.string(), sum: v.number() }));

/** What differs, in words: lost is what is missing or less, doubled what is there twice or more. */
export function compare(dataDir: string, all: ReadonlyMap<string, Known>, tablets: readonly Found[]): Comparison {
  const found: { lost: string[]; doubled: string[] } = { lost: [], doubled: [] };
  const database = new Database(join(dataDir, 'wayside.db'), { readonly: true });
  const stored = v.parse(facts, database.prepare('select id, hash from fact').all());
  const served = new Map(stored.map(({ id, hash }) => [id, hash]));
  for (const [id, { hash }] of all) {
    if (served.get(id) === undefined) found.lost.push(`${id} is not on the server`);
    else if (served.get(id) !== hash) found.lost.push(`${id} is on the server with other bytes`);
  }
  if (stored.length !== served.size) found.doubled.push('the server holds a fact twice');
  for (const id of served.keys()) if (!all.has(id)) found.doubled.push(`${id} is on the server, and nobody made it`);
  const held = v.parse(v.object({ count: v.number() }), database.prepare('select count(*) as count from held').get());
  if (held.count > 0) found.doubled.push(`${held.count} facts are held aside`);

  const sumOf = (sql: string) => new Map(v.parse(sums, database.prepare(sql).all()).map(({ session, sum }) => [session, sum]));
  const heads = sumOf('select session, sum(heads) as sum from outreach_attendance group by session');
  const handOuts = sumOf('select session, sum(count) as sum from outreach_hand_outs group by session');
  const signUps = sumOf('select session, count(*) as sum from outreach_sign_ups group by session');
  const totals = ownTotals(all.values());
  for (const [session, wanted] of totals) {
    const tables = { heads: heads.get(session) ?? 0, handOuts: handOuts.get(session) ?? 0, signUps: signUps.get(session) ?? 0 };
    differ(found, `the server's tables of ${session}`, wanted, tables);
    for (const { device, sessions } of tablets) {
      const { attendance = 0, handOuts: given = 0, signUps: taken = 0 } = sessions[session] ?? {};
      differ(found, `${device}'s view of ${session}`, wanted, { heads: attendance, handOuts: given, signUps: taken });
    }
  }
  database.close();
  return { ...found, facts: stored.length, sessions: totals.size };
}

export interface Comparison {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly facts: number;
  readonly sessions: number;
}

function differ(found: { readonly lost: string[]; readonly doubled: string[] }, where: string, wanted: Totals, is: Totals): void {
  for (const what of ['heads', 'handOuts', 'signUps'] as const) {
    const said = `${where}: ${what} ${is[what]}, not ${wanted[what]}`;
    if (is[what] < wanted[what]) found.lost.push(said);
    else if (is[what] > wanted[what]) found.doubled.push(said);
  }
}
