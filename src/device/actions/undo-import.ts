// Taking an import back: what it changed becomes what it was, what it added is canceled or archived, and `imported` says so, so that
// importing the same file once more plans it again.

import { type ImportPlan, importedValues, type RecordChange, type Values } from '../../domain/import/collect-records.ts';
import type { Result } from '../../domain/problem.ts';
import { read } from '../store/read.ts';
import { sites } from '../store/records.ts';
import { applyImport } from './apply-import.ts';
import type { ActionContext } from './capture.ts';

/** Done again after a failure it goes on where it stopped. `before`: the values of the records as they were when the plan was made. */
export async function undoImport(
  context: ActionContext,
  plan: ImportPlan,
  before: ReadonlyMap<string, Values>,
): Promise<Result<{ readonly facts: number }>> {
  const { store } = context;
  const ids = [...plan.sessions.added, ...plan.sessions.changed].map(({ id }) => id);
  const now = await read(store, () => Promise.all([sites(store), store.sessions.bulkGet(ids)]));
  if (!now.ok) return now;
  const [allSites, sessions] = now.value;
  const values = new Map([...allSites, ...sessions.filter((one) => one !== undefined)].map((one) => [one.id, one.values]));
  return applyImport(context, undoOf(plan, before, values));
}

/** `before`: the values of the records as they were when the plan was made; `now`: as they are. What somebody has changed since stays. */
function undoOf(
  { sites, sessions }: ImportPlan,
  before: ReadonlyMap<string, Values>,
  now: ReadonlyMap<string, Values>,
): Pick<ImportPlan, 'sites' | 'sessions'> {
  const isAsImported = <Set extends Values>({ id, set }: RecordChange<Set>) =>
    Object.entries(set).every(([field, value]) => JSON.stringify(now.get(id)?.[field]) === JSON.stringify(value));
  const earlier = <Set extends Values>({ id, set }: RecordChange<Set>) => {
    const values = before.get(id) ?? {};
    return { id, set: Object.fromEntries(Object.keys(set).map((field) => [field, values[field]])) };
  };
  return {
    sites: {
      added: [],
      changed: [
        ...sites.changed.filter(isAsImported).map(earlier),
        ...sites.added
          .filter(isAsImported)
          .map(({ id, set }) => ({ id, set: { archived: true, imported: { ...importedValues(set), archived: true } } })),
      ],
    },
    sessions: {
      added: [],
      changed: [
        ...sessions.changed.filter(isAsImported).map(earlier),
        ...sessions.added.filter(isAsImported).map(({ id, set }) => ({
          id,
          set: { status: 'canceled' as const, imported: { ...importedValues(set), status: 'canceled' } },
        })),
      ],
    },
  };
}
