// Files in and out: a stop timetable into sites and sessions, a session as CSV. The readers and writers are the domain's, loaded when asked for.

import { kindOfStops } from '../../domain/given-kind.ts';
import { bySource } from '../../domain/import/collect-records.ts';
import type { TimetablePlan } from '../../domain/import/plan-timetable.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import { addDays, type Day } from '../../domain/shapes.ts';
import { pickedUpIn } from '../../domain/stock.ts';
import { importedId } from '../../protocol/planned-id.ts';
import { laterPart } from '../later-part.ts';
import { resourcesAmong } from '../store/catalogue.ts';
import type { Store } from '../store/db.ts';
import { handOutsOf } from '../store/hand-outs.ts';
import { identity } from '../store/identity.ts';
import { read } from '../store/read.ts';
import { devices, outlets, partners, type Shown, sites } from '../store/records.ts';
import { session, sessionsBetween } from '../store/sessions.ts';
import { templates } from '../store/templates.ts';
import { applyImport } from './apply-import.ts';
import type { ActionContext } from './capture.ts';
import { notedImport } from './noted-import.ts';

export interface StopsImport {
  /** To be shown before anything is written. */
  readonly plan: TimetablePlan;
  /** Writes the plan, and remembers it under this name; done again after a failure it goes on where it stopped. */
  readonly apply: (name?: string) => Promise<Result<{ readonly facts: number }>>;
  /** Takes back what `apply` wrote, as far as nobody has changed it since. */
  readonly undo: () => Promise<Result<{ readonly facts: number }>>;
}

export interface StopsOptions {
  /** The day in the library's time zone. */
  readonly today: Day;
  readonly weeks: number;
  readonly outlet: string | null;
}

export interface SessionFile {
  readonly text: string;
  readonly name: string;
}

export function fileActions(context: ActionContext) {
  const { store } = context;
  return {
    /** Problems: part-missing, csv-unreadable, csv-columns-missing, input-invalid (`weeks`). Bad rows are in the plan, by line and reason. */
    importStops: async (csv: string, options: StopsOptions): Promise<Result<StopsImport>> => {
      const parts = await laterPart(() =>
        Promise.all([
          import('../../domain/import/stop-timetable.ts'),
          import('../../domain/import/plan-timetable.ts'),
          import('../../domain/import/collect-records.ts'),
          import('./undo-import.ts'),
        ]),
      );
      if (!parts.ok) return parts;
      const [{ readStopTimetable }, { planTimetableImport }, { mostWeeksOnDevice }, { undoImport }] = parts.value;
      if (options.weeks > mostWeeksOnDevice) return failed('input-invalid', { field: 'weeks', most: mostWeeksOnDevice });
      const timetable = readStopTimetable(csv);
      if (!timetable.ok) return timetable;
      const found = await read(store, () =>
        Promise.all([
          identity(store),
          sites(store),
          sessionsBetween(store, options.today, addDays(options.today, 7 * options.weeks)),
          templates(store),
          outlets(store),
        ]),
      );
      if (!found.ok) return found;
      const [who, allSites, sessions, kinds, allOutlets] = found.value;
      if (who === null) return failed('not-enrolled');
      const known = { sites: bySource(allSites), sessions: bySource(sessions) };
      const plan = planTimetableImport(timetable.value, known, {
        ...options,
        outlets: allOutlets.map(({ id, values }) => ({ id, name: values.name })),
        kind: kindOfStops(kinds),
        idOf: importedId(who.library),
      });
      if (!plan.ok) return plan;
      const before = new Map([...allSites, ...sessions].map(({ id, values }) => [id, values]));
      const { writing, undoing } = notedImport(context, 'stops');
      return ok({
        plan: plan.value,
        apply: (name = '') => writing(name, (how) => applyImport(context, plan.value, how)),
        undo: () => undoing(undoImport(context, plan.value, before)),
      });
    },

    /** The session as a CSV file. Problem: not-found. */
    exportSessionCsv: async (id: string): Promise<Result<SessionFile>> => {
      const found = await read(store, () => sessionFile(store, id));
      return found.ok ? found.value : found;
    },
  };
}

async function sessionFile(store: Store, id: string): Promise<Result<SessionFile>> {
  const found = await session(store, id);
  if (found === undefined) return failed('not-found');
  const [{ sessionCsv, sessionCsvName }, allSites, allOutlets, allPartners, allDevices, handOuts, moved] = await Promise.all([
    import('../../domain/export/session-csv.ts'),
    sites(store),
    outlets(store),
    partners(store),
    devices(store),
    handOutsOf(store, id),
    resourcesAmong(store, Object.keys(found.totals.moved ?? {})),
  ]);
  const kitTitles = new Map(moved.flatMap(({ id, values }) => (values.type === 'kit' ? [[id, values.title]] : [])));
  const siteName = nameOf(allSites, found.values.site) ?? '';
  const text = sessionCsv(found, {
    siteName,
    outletName: nameOf(allOutlets, found.values.outlet) ?? '',
    partnerNames: found.values.partners.map((partner) => nameOf(allPartners, partner) ?? partner),
    deviceNames: Object.fromEntries(allDevices.map((one) => [one.id, one.values.name])),
    handOuts: handOuts.map(({ way, body, voided }) => ({ way, title: body.title, count: body.count, voided })),
    kitsPickedUp: [...pickedUpIn(found, (kit) => kitTitles.has(kit))].map(([kit, count]) => ({ title: kitTitles.get(kit) ?? kit, count })),
  });
  return ok({ text, name: sessionCsvName(found, siteName) });
}

function nameOf(records: readonly Shown<{ readonly name: string }>[], id: string | null): string | undefined {
  return records.find((one) => one.id === id)?.values.name;
}
