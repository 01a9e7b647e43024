// [I19] Devices number what they make 1, 2, 3 …, and deliver in that order: a number that is missing below another that came was made and has
// gone missing, on the device or here. Numbers decide nothing (S7); this is how an operator hears of it.

import { sql } from 'kysely';
import * as v from 'valibot';
import { serverDeviceOf } from './counted.ts';
import type { Engine } from './dialects.ts';
import type { Gaps } from './storage.ts';

/** Of incarnations that are one device's alone: with a clone (S7) numbers say nothing. */
export async function gapsIn(engine: Engine, library: string): Promise<Gaps> {
  return engine.read(async (tx) => {
    const number = sql<number>`max(cast(substr(maker, length(incarnation) + 2) as bigint))`;
    const made = await tx
      .selectFrom('fact')
      .innerJoin('incarnation', (join) =>
        join.onRef('incarnation.library', '=', 'fact.library').onRef('incarnation.id', '=', 'fact.incarnation'),
      )
      .select(['fact.incarnation', 'incarnation.device'])
      .select(({ fn }) => [fn.countAll<number>().as('count'), number.as('highest')])
      .where('fact.library', '=', library)
      .where('incarnation.device', '<>', serverDeviceOf(library)) // its ids follow from what they stand for, its numbers from nothing
      .where('incarnation.forked_at', 'is', null)
      .groupBy(['fact.incarnation', 'incarnation.device'])
      .execute();
    const erased = await tx.selectFrom('erasure').select('maker').where('library', '=', library).execute();
    const rows = await tx.selectFrom('held').select('sent').where('library', '=', library).execute();
    const held = new Set(rows.flatMap(({ sent }) => makerIn(String(JSON.parse(sent))) ?? []));
    // Of two facts with one id the first is stored and held aside as well.
    const both = await tx.selectFrom('fact').select('maker').where('library', '=', library).where(engine.among('maker', held)).execute();
    for (const { maker } of both) held.delete(maker);
    const elsewhere = new Set([...held, ...erased.flatMap(({ maker }) => maker ?? [])]);
    const gaps = made.flatMap(({ incarnation, device, count, highest }) => {
      const accounted = [...elsewhere].filter((maker) => isUpTo(maker, incarnation, Number(highest))).length;
      const missing = Number(highest) - Number(count) - accounted;
      return missing > 0 ? [{ device, incarnation, missing }] : [];
    });
    return { gaps, erasedUnseen: erased.filter(({ maker }) => maker === null).length };
  });
}

const numbered = v.object({ incarnation: v.string(), number: v.number() });

/** Whatever else is wrong with it. */
function makerIn(text: string): string | null {
  try {
    const fact = v.safeParse(numbered, JSON.parse(text));
    return fact.success ? `${fact.output.incarnation}/${fact.output.number}` : null;
  } catch {
    return null; // not JSON: nobody knows whose it was
  }
}

function isUpTo(maker: string, incarnation: string, highest: number): boolean {
  return maker.startsWith(`${incarnation}/`) && Number(maker.slice(incarnation.length + 1)) <= highest;
}
