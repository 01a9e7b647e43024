// All sign-ups of one person, to be erased together: those that are alike, and those that staff have made one with it. Taken back ones
// are opened for this too: their details are kept until they are purged. What somebody called another person is left out.

import { turn } from '../../../device/turn.ts';
import type { Result } from '../../../domain/problem.ts';
import { type SamePersonReason, searchSamePerson } from '../../../domain/same-person.ts';
import type { ContactDetails } from '../../../domain/sign-up.ts';
import type { SignUp } from '../../../device/store/sign-ups.ts';
import { type Entry, entryOf } from './book.ts';

export interface Other {
  readonly entry: Entry;
  readonly reasons: readonly (SamePersonReason | 'merged')[];
  readonly isCertain: boolean;
}

export interface Others {
  readonly found: readonly Other[];
  /** So many could not be compared: no key that is open opens them. */
  readonly notOpened: number;
}

type OpenMany = (signUps: readonly SignUp[]) => Promise<readonly Result<ContactDetails>[] | null>;

/** null when it was stopped, or when nothing opens any more. */
export async function othersOf(one: Entry, entries: readonly Entry[], openMany: OpenMany, stopped: AbortSignal): Promise<Others | null> {
  const isApart = ({ id, signUp }: Entry) => signUp.keptApartFrom.includes(one.id) || one.signUp.keptApartFrom.includes(id);
  const closed = entries.filter(({ signUp, contact }) => signUp.voided && contact === null).map(({ signUp }) => signUp);
  const answers = await openMany(closed);
  if (answers === null || stopped.aborted) return null;
  const opened = new Map(closed.map((signUp, at) => [signUp.fact.id, entryOf(signUp, answers[at])]));
  const others = entries.filter(({ id }) => id !== one.id).map((entry) => opened.get(entry.id) ?? entry);
  const merged = mergedInto(one.id, others);
  const byId = new Map(others.map((entry) => [entry.id, entry]));
  const compared = others.filter((entry) => !merged.includes(entry) && !isApart(entry));
  const alike = one.contact === null ? [] : await alikeOf(one, one.contact, compared, stopped);
  if (alike === null) return null;
  return {
    found: [
      ...merged.map((entry): Other => ({ entry, reasons: ['merged'], isCertain: true })),
      ...alike.flatMap(({ id, reasons, isCertain }): readonly Other[] => {
        const entry = byId.get(id);
        return entry === undefined ? [] : [{ entry, reasons, isCertain }];
      }),
    ],
    notOpened: compared.filter(({ contact }) => contact === null).length,
  };
}

async function alikeOf({ id, session, signUp }: Entry, contact: ContactDetails, others: readonly Entry[], stopped: AbortSignal) {
  const candidates = others.flatMap((other) =>
    other.contact === null ? [] : [{ id: other.id, session: other.session, body: other.signUp.body, contact: other.contact }],
  );
  const search = searchSamePerson({ id, session, body: signUp.body, contact }, candidates);
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
    await turn();
    if (stopped.aborted) return null;
  }
}

/** Those that were made one with it, and those made one with these. */
function mergedInto(id: string, entries: readonly Entry[]): readonly Entry[] {
  const found: Entry[] = [];
  const looked = [id];
  for (const into of looked) {
    for (const entry of entries) {
      if (entry.signUp.mergedInto !== into || looked.includes(entry.id)) continue;
      found.push(entry);
      looked.push(entry.id);
    }
  }
  return found;
}
