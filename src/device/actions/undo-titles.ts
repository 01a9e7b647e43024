// Takes an import of titles back. Each title is looked at in the transaction that writes it: what somebody changed a moment ago stays.

import type { RecordChange, Values } from '../../domain/import/collect-records.ts';
import { titleTakenBack } from '../../domain/import/undo-titles.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Store } from '../store/db.ts';
import { editOf, type Subject } from '../store/draft.ts';
import { handOutsOf } from '../store/hand-outs.ts';
import { loans } from '../store/loans.ts';
import { read } from '../store/read.ts';
import { templates } from '../store/templates.ts';
import { turn } from '../turn.ts';
import { type ActionContext, capture } from './capture.ts';
import type { Changes } from './undo-import.ts';

/** How many titles became what. */
export interface TitlesUndone {
  readonly putAway: number;
  readonly asBefore: number;
  /** Changed or used since: they stay as they are. */
  readonly kept: number;
}

/** Facts written by one transaction: none holds up a tap on this tablet for long. */
const changesAtOnce = 200;

/** Done again after a failure it goes on where it stopped. `before`: the titles that the plan changes, as they were when it was made. */
export async function undoTitles(
  context: ActionContext,
  plan: Changes,
  before: ReadonlyMap<string, Values>,
): Promise<Result<TitlesUndone>> {
  const used = await read(context.store, () => usedResources(context.store));
  if (!used.ok) return used;
  const sum = { putAway: 0, asBefore: 0, kept: 0 };
  const all = [...plan.added, ...plan.changed];
  for (let at = 0; at < all.length; at += changesAtOnce) {
    const part = await undoPart(context, all.slice(at, at + changesAtOnce), { before, used: used.value });
    if (!part.ok) return part;
    for (const became of part.value) sum[became] += 1;
    await turn();
  }
  return ok(sum);
}

async function undoPart(
  context: ActionContext,
  changes: readonly RecordChange<Values>[],
  { before, used }: { readonly before: ReadonlyMap<string, Values>; readonly used: ReadonlySet<string> },
): Promise<Result<readonly (keyof TitlesUndone)[]>> {
  const subject = ({ id }: RecordChange<Values>): Subject => ({ type: 'resource', id });
  const became = new Map<string, keyof TitlesUndone>();
  const saved = await capture(context, {
    subjects: changes.map(subject),
    plan: (seen) =>
      ok(
        changes.flatMap((change) => {
          const { id } = change;
          const now = seen.record('resource', id);
          // Writing stopped before it.
          if (now === undefined) return [];
          const back = titleTakenBack(change, now, { before: before.get(id), isUsed: used.has(id) });
          became.set(id, back === null ? 'kept' : before.has(id) ? 'asBefore' : 'putAway');
          return back === null ? [] : editOf(now, subject(change), back);
        }),
      ),
  });
  return saved.ok ? ok([...became.values()]) : saved;
}

async function usedResources(store: Store): Promise<ReadonlySet<string>> {
  const [lent, kinds, sessions] = await Promise.all([
    loans(store),
    templates(store),
    store.sessions.filter(({ totals }) => Object.keys(totals.handOuts).length > 0).toArray(),
  ]);
  const handedOut = await Promise.all(sessions.map(({ id }) => handOutsOf(store, id)));
  return new Set([
    ...lent.flatMap(({ values }) => (values.canceled ? [] : (values.resource ?? []))),
    ...kinds.flatMap(({ values }) => values.resources),
    ...handedOut.flat().flatMap(({ body, voided }) => (voided ? [] : (body.resource ?? []))),
  ]);
}
