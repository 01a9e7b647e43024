// [S55] Whose card something was lent to is nobody's business once it is back: the fact that holds the sealed number goes. What was handed out is
// counted in its session, and what is aboard asks for open loans only, so no figure changes.

import { daysKnown } from '../../domain/days-known.ts';
import { readFact } from '../../domain/fact.ts';
import { loanFields } from '../../domain/loan.ts';
import { type EditableRecord, looseChangeBody, plainValues } from '../../domain/record.ts';
import * as v from 'valibot';
import type { Tx } from './dialects.ts';

/** A returned loan stays with the devices for so long, and its file for the library system is written meanwhile: not before. */
export function loanDays(keepDays: number): number {
  return Math.max(keepDays, daysKnown);
}

/** Ids of the facts with a card's number, of loans that ended and of which nothing more was said since an instant. */
export async function cardsDue(tx: Tx, library: string, before: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('fact')
    .innerJoin('subject', (join) => join.onRef('subject.library', '=', 'fact.library').onRef('subject.key', '=', 'fact.subject'))
    .select(['fact.id', 'fact.subject', 'fact.text', 'subject.view'])
    .where('fact.library', '=', library)
    .where('fact.subject', '>=', 'loan/')
    .where('fact.subject', '<', 'loan0') // '0' comes after '/'
    .where('fact.kind', '=', 'loan.changed')
    .where('fact.text', 'like', '%"sealed":{%')
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('fact as newer')
            .select('newer.id')
            .whereRef('newer.library', '=', 'fact.library')
            .whereRef('newer.subject', '=', 'fact.subject')
            .where('newer.received_at', '>', before),
        ),
      ),
    )
    .execute();
  return rows.flatMap(({ id, text, view }) => {
    const record: EditableRecord = JSON.parse(view);
    return hasEnded(record) && holdsCard(text) ? [id] : [];
  });
}

const ending = v.looseObject({ returnedOn: v.optional(loanFields.entries.returnedOn), canceled: v.optional(v.boolean()) });

function hasEnded(record: EditableRecord): boolean {
  const { returnedOn = null, canceled = false } = v.parse(v.fallback(ending, {}), plainValues(record));
  return returnedOn !== null || canceled;
}

function holdsCard(text: string): boolean {
  const fact = readFact(text);
  const body = fact.ok ? v.safeParse(looseChangeBody, fact.value.body) : null;
  return body?.success === true && typeof body.output.set['sealed'] === 'object' && body.output.set['sealed'] !== null;
}
