// What the importing commands share: the records a library has, and the facts of a plan.

import type { KnownRecord, RecordChange, SessionChange } from '../../domain/import/collect-records.ts';
import type { NamedOutlet } from '../../domain/import/mobiles.ts';
import * as v from 'valibot';
import { basesOf, type EditableRecord, plainValues } from '../../domain/record.ts';
import type { Arguments, CommandContext } from './command.ts';
import type { NewFact } from './server-device.ts';

/** --weeks, 8 when it is not said. */
export function weeksMeant({ values }: Arguments): number {
  const read = v.safeParse(
    v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number), v.minValue(1), v.maxValue(53)),
    values['weeks'] ?? '8',
  );
  if (!read.success) throw new Error('--weeks is a number from 1 to 53.');
  return read.output;
}

export async function records({ engine }: CommandContext, library: string, type: string): Promise<ReadonlyMap<string, EditableRecord>> {
  const rows = await engine.db.selectFrom('subject').select('view').where('library', '=', library).where('type', '=', type).execute();
  return new Map(
    rows.map(({ view }) => {
      const record: EditableRecord = JSON.parse(view);
      return [record.id, record];
    }),
  );
}

export function bySource(all: ReadonlyMap<string, EditableRecord>): ReadonlyMap<string, KnownRecord> {
  const known = new Map<string, KnownRecord>();
  for (const record of all.values()) {
    const values = plainValues(record);
    if (typeof values['source'] === 'string') known.set(values['source'], { id: record.id, values });
  }
  return known;
}

export function namedOutlets(outlets: ReadonlyMap<string, EditableRecord>): readonly NamedOutlet[] {
  return [...outlets.values()].map((record) => ({ id: record.id, name: String(plainValues(record)['name']) }));
}

export function outletMeant(outlets: ReadonlyMap<string, EditableRecord>, name: string | undefined): string | null {
  if (name === undefined) return null;
  const names = namedOutlets(outlets);
  const found = names.find((one) => one.name === name || one.id === name);
  if (found === undefined) throw new Error(`There is no outlet ${name}. There are: ${names.map((one) => one.name).join(', ') || 'none'}.`);
  return found.id;
}

export function factsOf<Kind extends 'site.changed' | 'session.changed'>(
  kind: Kind,
  {
    added,
    changed,
  }: {
    readonly added: readonly RecordChange<NewFact<Kind>['body']['set']>[];
    readonly changed: readonly RecordChange<NewFact<Kind>['body']['set']>[];
  },
  known: ReadonlyMap<string, EditableRecord>,
): NewFact[] {
  return [...added, ...changed].map(({ id, set }) => ({
    kind,
    subject: id,
    body: { set, base: basesOf(known.get(id), Object.keys(set)) },
  }));
}

/** New sessions, as plans: what staff have said of one on a device that has not delivered yet stands (S45). */
export function plannedFactsOf(added: readonly SessionChange[]): NewFact[] {
  return added.map(({ id, set }) => ({ kind: 'session.planned', subject: id, body: { set } }));
}
