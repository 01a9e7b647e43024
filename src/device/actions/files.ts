// Files in and out: a stop timetable into sites and sessions, a session as CSV. The readers and writers are the domain's, loaded when asked for.

import type { KnownRecord, TimetablePlan } from '../../domain/import/plan-timetable.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import { addDays, type Day } from '../../domain/shapes.ts';
import type { Store } from '../store/db.ts';
import { handOutsOf } from '../store/hand-outs.ts';
import { read } from '../store/read.ts';
import { devices, outlets, partners, type Shown, sites } from '../store/records.ts';
import { editOf, type Subject } from '../store/draft.ts';
import { session, sessionsBetween } from '../store/sessions.ts';
import { type ActionContext, capture, newRecordId } from './capture.ts';

export interface StopsImport {
  /** To be shown before anything is written. */
  readonly plan: TimetablePlan;
  /** Writes the plan; done again after a failure it goes on where it stopped. */
  readonly apply: () => Promise<Result<{ readonly facts: number }>>;
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

/** Facts written by one transaction: none holds up a tap on this tablet for long. */
const changesAtOnce = 200;

export function fileActions(context: ActionContext) {
  const { store } = context;
  return {
    /** Problems: csv-unreadable, csv-columns-missing, input-invalid (`weeks`). Bad rows are in the plan, by line and reason. */
    importStops: async (csv: string, options: StopsOptions): Promise<Result<StopsImport>> => {
      const [{ readStopTimetable }, { mostWeeksOnDevice, planTimetableImport }] = await Promise.all([
        import('../../domain/import/stop-timetable.ts'),
        import('../../domain/import/plan-timetable.ts'),
      ]);
      if (options.weeks > mostWeeksOnDevice) return failed('input-invalid', { field: 'weeks', most: mostWeeksOnDevice });
      const timetable = readStopTimetable(csv);
      if (!timetable.ok) return timetable;
      const found = await read(store, () =>
        Promise.all([sites(store), sessionsBetween(store, options.today, addDays(options.today, 7 * options.weeks))]),
      );
      if (!found.ok) return found;
      const known = { sites: bySource(found.value[0]), sessions: bySource(found.value[1]) };
      const plan = planTimetableImport(timetable.value, known, { ...options, newId: () => newRecordId(context) });
      return plan.ok ? ok({ plan: plan.value, apply: () => applyPlan(context, plan.value) }) : plan;
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
  const [{ sessionCsv, sessionCsvName }, allSites, allOutlets, allPartners, allDevices, handOuts] = await Promise.all([
    import('../../domain/export/session-csv.ts'),
    sites(store),
    outlets(store),
    partners(store),
    devices(store),
    handOutsOf(store, id),
  ]);
  const siteName = nameOf(allSites, found.values.site) ?? '';
  const text = sessionCsv(found, {
    siteName,
    outletName: nameOf(allOutlets, found.values.outlet) ?? '',
    partnerNames: found.values.partners.map((partner) => nameOf(allPartners, partner) ?? partner),
    deviceNames: Object.fromEntries(allDevices.map((one) => [one.id, one.values.name])),
    handOuts: handOuts.map(({ way, body, voided }) => ({ way, title: body.title, count: body.count, voided })),
  });
  return ok({ text, name: sessionCsvName(found, siteName) });
}

function nameOf(records: readonly Shown<{ readonly name: string }>[], id: string | null): string | undefined {
  return records.find((one) => one.id === id)?.values.name;
}

async function applyPlan(context: ActionContext, { sites: ofSites, sessions }: TimetablePlan): Promise<Result<{ readonly facts: number }>> {
  const changes = [
    ...[...ofSites.added, ...ofSites.changed].map(({ id, set }) => ({ subject: { type: 'site', id } satisfies Subject, set })),
    ...[...sessions.added, ...sessions.changed].map(({ id, set }) => ({ subject: { type: 'session', id } satisfies Subject, set })),
  ];
  const sum = { facts: 0 };
  for (let at = 0; at < changes.length; at += changesAtOnce) {
    const part = changes.slice(at, at + changesAtOnce);
    const saved = await capture(context, {
      subjects: part.map(({ subject }) => subject),
      plan: (seen) =>
        ok(
          part.flatMap(({ subject, set }) => {
            const shown = subject.type === 'session' ? seen.session(subject.id) : seen.record('site', subject.id);
            return editOf(shown, subject, set);
          }),
        ),
    });
    if (!saved.ok) return saved;
    sum.facts += saved.value.length;
  }
  return ok(sum);
}

function bySource(records: readonly KnownRecord[]): ReadonlyMap<string, KnownRecord> {
  return new Map(records.flatMap((record) => (typeof record.values['source'] === 'string' ? [[record.values['source'], record]] : [])));
}
