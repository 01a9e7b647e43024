// Taking an import back: what it changed becomes what it was, what it added is canceled or archived, and `imported` says so, so that
// importing the same file once more plans it again.

import { type ImportPlan, importedValues, type RecordChange, type Values } from '../../domain/import/collect-records.ts';

/** `before`: the values of the records as they were when the plan was made; `now`: as they are. What somebody has changed since stays. */
export function undoOf(
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
