// [I7] What people are doing on each page, and what it has made meanwhile. Every fact that a page makes belongs to an action that says saved
// and names it, or the page said that nobody knows (a write that took too long); whatever else was refused has left nothing behind.

import type { Fact } from '../../../src/domain/fact.ts';
import type { Result } from '../../../src/domain/problem.ts';
import type { Ghost } from '../ghost.ts';

export interface Saving {
  /** Actions that have not answered yet. */
  open: number;
  /** Facts made here that no answer has named yet. */
  readonly unnamed: Map<string, Fact>;
  /** What was said by those of them that were refused. */
  readonly refused: string[];
  /** One took too long, and may be saved at any time from then on. */
  unsure: boolean;
}

export type SavingByPage = Map<string, Saving>;

export function savingOn(pages: SavingByPage, page: string): Saving {
  const known = pages.get(page);
  if (known !== undefined) return known;
  const saving: Saving = { open: 0, unnamed: new Map(), refused: [], unsure: false };
  pages.set(page, saving);
  return saving;
}

/** Committed by this page, and by nobody before. */
export function wasMade(ghost: Ghost, pages: SavingByPage, page: string, fact: Fact): undefined {
  const saving = savingOn(pages, page);
  if (saving.open > 0) saving.unnamed.set(fact.id, fact);
  else if (!saving.unsure) ghost.violate('I7', `${page} saved ${fact.id} (${fact.kind}) when nobody was saving anything any more`);
}

/** [I7] Several actions may be under way: when the last has answered, each fact must have been named by one. */
export function hasEnded(ghost: Ghost, pages: SavingByPage, page: string, result: Result<unknown>): undefined {
  const saving = savingOn(pages, page);
  saving.open -= 1;
  if (result.ok) {
    for (const fact of saving.unnamed.values()) if (names(result.value, fact)) saving.unnamed.delete(fact.id);
  } else {
    const { code } = result.problem;
    saving.refused.push(code);
    saving.unsure ||= code === 'storage-timeout' || code === 'storage-blocked';
  }
  if (saving.open > 0) return;
  const [left] = saving.unnamed.values();
  const refused = saving.refused.splice(0);
  saving.unnamed.clear();
  if (left !== undefined && !saving.unsure)
    ghost.violate('I7', `${page} said ${refused.join(', ') || 'nothing of it'}, and yet ${left.id} (${left.kind}) is on the disk`);
}

/** Whether what an action answers is about this fact: the fact, several, or the record, loan or device they made. */
function names(value: unknown, { id, kind, subject, body }: Pick<Fact, 'id' | 'kind' | 'subject' | 'body'>): boolean {
  // Taking in, settling and marking say only that it is done.
  const quiet = kind === 'loan.changed' || kind === 'hand-out.returned';
  if (value === null || typeof value !== 'object') return quiet;
  if (Array.isArray(value)) return value.some((one) => names(one, { id, kind, subject, body }));
  if ('already' in value) return quiet;
  if ('fact' in value) return names(value.fact, { id, kind, subject, body });
  if ('loan' in value) return value.loan === subject.id || value.loan === body['loan'];
  if ('device' in value && 'incarnation' in value && !('kind' in value)) return value.device === subject.id;
  return 'id' in value && (value.id === id || value.id === subject.id);
}

/** [I7] What one save makes is whole: a hand-out that begins or ends a loan, and the loan. `made` are the facts of one commit. */
export function halfIn(made: readonly Fact[]): Fact | undefined {
  const loans = new Set(made.filter(({ kind }) => kind === 'loan.changed').map(({ subject }) => subject.id));
  const handOuts = new Set(made.map(({ body }) => body['loan']));
  return made.find(({ kind, subject, body }) => {
    if (kind === 'hand-out.lent' || kind === 'hand-out.returned') return typeof body['loan'] === 'string' && !loans.has(body['loan']);
    const { lentAt = null } = kind === 'loan.changed' ? Object(body['set']) : {};
    return lentAt !== null && !handOuts.has(subject.id);
  });
}
