// What else is sealed goes, too. [S55] Whose card something was lent to is nobody's business once it is back: the fact that holds the number is
// erased. What was handed out is counted in its session, and what is aboard asks for open loans only. [S56] What people wrote in a survey has been
// read after a year of reporting: the answer goes on counting without its words. No figure changes.

import { daysKnown } from '../../domain/days-known.ts';
import { readFact } from '../../domain/fact.ts';
import { type Loan, loansIn } from '../../domain/loans.ts';
import type { EditableRecord } from '../../domain/record.ts';
import { surveyAnswered } from '../../domain/survey.ts';
import * as v from 'valibot';
import type { Engine, Tx } from './dialects.ts';

/** A year, and time to report it. */
const surveyDays = 400;

/**
 * A loan of which the server has heard nothing for longer is no longer looked at: each day since then would have purged it. The day on which
 * it came back is a tablet's word, years off with its clock, or told years later.
 */
const loansLookedAt = 400;

interface Asking {
  readonly engine: Engine;
  readonly tx: Tx;
  readonly library: string;
  /** Nothing newer than this has been said of what is due. */
  readonly before: string;
}

/** A returned loan is in scope on its day and `daysKnown` more, and its file for the library system is written meanwhile: not before. */
export const sealedToPurge = {
  loans: { act: 'loans.purged', days: (keepDays: number) => Math.max(keepDays, daysKnown + 1), due: cardsDue },
  answers: { act: 'words.purged', days: (keepDays: number) => Math.max(keepDays, surveyDays), due: wordsDue },
} as const;

/** Ids of the facts with a card's number, of loans that ended, however that is known (`loansIn`), and of which nothing was said since. */
async function cardsDue({ engine, tx, library, before }: Asking): Promise<readonly string[]> {
  const oldest = new Date(Date.parse(before) - loansLookedAt * 86_400_000).toISOString();
  const heardOf = tx
    .selectFrom('fact')
    .select('subject')
    .where('library', '=', library)
    .where('kind', '=', 'loan.changed')
    .where('received_at', '>=', oldest);
  const rows = await tx
    .selectFrom('subject')
    .select('view')
    .where('library', '=', library)
    .where('type', '=', 'loan')
    .where((row) => row.or([row('date', 'is', null), row('key', 'in', heardOf)]))
    .execute();
  const loans = loansIn(rows.map(({ view }): EditableRecord => JSON.parse(view)));
  const ended = loans.filter(({ open, values, sealedIn }) => !open && values.sealed !== null && sealedIn !== null);
  const said = await newestWords(engine, tx, library, ended.flatMap(partsOf));
  return ended.flatMap((loan) =>
    partsOf(loan).every((id) => (said.get(id) ?? '') <= before) && loan.sealedIn !== null ? [loan.sealedIn] : [],
  );
}

/** The loan, the returns of some of it, and the return that nobody tied to it: each tells of its end. */
function partsOf({ id, parts, cameBackAs }: Loan): readonly string[] {
  return [id, ...parts, ...(cameBackAs === null ? [] : [cameBackAs])];
}

async function newestWords(engine: Engine, tx: Tx, library: string, loans: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('fact')
    .select(({ fn }) => ['subject', fn.max('received_at').as('at')])
    .where('library', '=', library)
    .where(
      engine.among(
        'subject',
        loans.map((id) => `loan/${id}`),
      ),
    )
    .groupBy('subject')
    .execute();
  return new Map(rows.map(({ subject, at }) => [subject.slice('loan/'.length), at]));
}

/** Ids of the answers with sealed words, received before an instant. */
async function wordsDue({ tx, library, before }: Asking): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('fact')
    .select(['id', 'text'])
    .where('library', '=', library)
    .where('kind', '=', 'survey.answered')
    .where('received_at', '<=', before)
    .where('text', 'like', '%"sealed":{%')
    .execute();
  return rows.flatMap(({ id, text }) => {
    const fact = readFact(text);
    const body = fact.ok ? v.safeParse(surveyAnswered, fact.value.body) : null;
    return body?.success === true && body.output.sealed !== null ? [id] : [];
  });
}
