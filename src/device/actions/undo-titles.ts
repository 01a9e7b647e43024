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
import type { ActionContext } from './capture.ts';
import { captureAll } from './capture-all.ts';
import type { Changes } from './undo-import.ts';

/** How many titles became what. */
export interface TitlesUndone {
  readonly putAway: number;
  readonly asBefore: number;
  /** Changed or used since: they stay as they are. */
  readonly kept: number;
}

/** Done again after a failure it goes on where it stopped. `before`: the titles that the plan changes, as they were when it was made. */
export async function undoTitles(
  context: ActionContext,
  plan: Changes,
  before: ReadonlyMap<string, Values>,
): Promise<Result<TitlesUndone>> {
  const used = await read(context.store, () => usedResources(context.store));
  if (!used.ok) return used;
  const became = new Map<string, keyof TitlesUndone>();
  const saved = await captureAll(context, {
    changes: [...plan.added, ...plan.changed],
    // The note of the import goes with the last of it only.
    goesOn: true,
    captureOf: (part) => ({
      subjects: part.map(subjectOf),
      plan: (seen) =>
        ok(
          part.flatMap((change) => {
            const { id } = change;
            const now = seen.record('resource', id);
            // Writing stopped before it.
            if (now === undefined) return [];
            const back = titleTakenBack(change, now, { before: before.get(id), isUsed: used.value.has(id) });
            became.set(id, back === null ? 'kept' : before.has(id) ? 'asBefore' : 'putAway');
            return back === null ? [] : editOf(now, subjectOf(change), back);
          }),
        ),
    }),
  });
  if (!saved.ok) return saved;
  const sum = { putAway: 0, asBefore: 0, kept: 0 };
  for (const one of became.values()) sum[one] += 1;
  return ok(sum);
}

function subjectOf({ id }: RecordChange<Values>): Subject {
  return { type: 'resource', id };
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
