// Taking an import back: what it changed becomes what it was, what it added is canceled or archived, and `imported` says so, so that
// importing the same file once more plans it again. What somebody has worked on since stays: a session that was given people or prepared
// sign-ups, and a site with a session that stands.

import { type ImportPlan, importedValues, isImports, type RecordChange, type Values } from '../../domain/import/collect-records.ts';
import type { Result } from '../../domain/problem.ts';
import type { EditableRecord } from '../../domain/record.ts';
import type { Session, SessionTotals } from '../../domain/session.ts';
import { read } from '../store/read.ts';
import { sites } from '../store/records.ts';
import { applyImport } from './apply-import.ts';
import type { ActionContext } from './capture.ts';

export interface Changes {
  readonly added: readonly RecordChange<Values>[];
  readonly changed: readonly RecordChange<Values>[];
}

/** What an import would write, or has written. */
export interface SitesAndSessions {
  readonly sites: Changes;
  readonly sessions: Changes;
}

/** Done again after a failure it goes on where it stopped. `before`: the values of the records as they were when the plan was made. */
export async function undoImport(
  context: ActionContext,
  plan: SitesAndSessions,
  before: ReadonlyMap<string, Values>,
): Promise<Result<{ readonly facts: number }>> {
  const { store } = context;
  const ids = [...plan.sessions.added, ...plan.sessions.changed].map(({ id }) => id);
  const standingNow = () => store.sessions.where('values.status').anyOf('planned', 'open', 'closed').toArray();
  const now = await read(store, () => Promise.all([sites(store), store.sessions.bulkGet(ids), standingNow()]));
  if (!now.ok) return now;
  const [allSites, sessions, standing] = now.value;
  const found = [...allSites, ...sessions.filter((one) => one !== undefined)];
  return applyImport(context, undoOf(plan, before, { byId: new Map(found.map((one) => [one.id, one])), standing }), { goesOn: true });
}

interface Now {
  readonly byId: ReadonlyMap<string, Known>;
  readonly standing: readonly Session[];
}

type Known = EditableRecord & { readonly values: Values; readonly totals?: SessionTotals };

/** `before`: the values of the records as they were when the plan was made; `now`: as they are. */
function undoOf(
  { sites, sessions }: SitesAndSessions,
  before: ReadonlyMap<string, Values>,
  now: Now,
): Pick<ImportPlan, 'sites' | 'sessions'> {
  const isAsImported = ({ id, set }: RecordChange<Values>) =>
    Object.entries(set).every(([field, value]) => isSame(now.byId.get(id)?.values[field], value));
  const earlier = ({ id, set }: RecordChange<Values>) => {
    const values = before.get(id) ?? {};
    return { id, set: Object.fromEntries(Object.keys(set).map((field) => [field, values[field]])) };
  };
  const isUntouched = ({ id, set }: RecordChange<Values>) => {
    const { fields = {}, values = {}, totals = {} } = now.byId.get(id) ?? {};
    const others = Object.keys(fields).filter((field) => !Object.hasOwn(set, field));
    return others.every((field) => isSame(values[field], before.get(id)?.[field])) && isEmpty(totals);
  };
  /** What was counted or signed up stays where and when it was. */
  const hasNotBegun = ({ id }: RecordChange<Values>) => {
    const { values = {}, totals = {} } = now.byId.get(id) ?? {};
    return isImports(values) && isEmpty(totals);
  };
  const sessionsBack = [
    ...sessions.changed
      .filter(isAsImported)
      .filter(hasNotBegun)
      .filter((change) => before.get(change.id)?.['status'] !== 'canceled' || isUntouched(change))
      .map(earlier),
    ...sessions.added
      .filter(isAsImported)
      .filter(isUntouched)
      .map(({ id, set }) => ({
        id,
        set: { status: 'canceled' as const, imported: { ...importedValues(set), status: 'canceled' } },
      })),
  ];
  const gone = new Set(sessionsBack.filter(({ set }) => set['status'] === 'canceled').map(({ id }) => id));
  const used = new Set(now.standing.filter(({ id }) => !gone.has(id)).map(({ values }) => values.site));
  const isFree = (change: RecordChange<Values>) => isUntouched(change) && !used.has(change.id);
  return {
    sites: {
      added: [],
      changed: [
        ...sites.changed
          .filter(isAsImported)
          .filter((change) => before.get(change.id)?.['archived'] !== true || isFree(change))
          .map(earlier),
        ...sites.added
          .filter(isAsImported)
          .filter(isFree)
          .map(({ id, set }) => ({ id, set: { archived: true, imported: { ...importedValues(set), archived: true } } })),
      ],
    },
    sessions: { added: [], changed: sessionsBack },
  };
}

function isEmpty(totals: Partial<SessionTotals>): boolean {
  return Object.values(totals).every((sums) => Object.keys(sums ?? {}).length === 0);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
