// What any import shares: it compares what a file wants with what is known, one source at a time, and plans only the difference.
// What staff edited stays theirs: every record remembers in `imported` what the import wrote, and a field is changed only while it
// still holds that.

import * as v from 'valibot';
import { siteFields } from '../places.ts';
import { sessionFields } from '../session.ts';

export type Values = Readonly<Record<string, unknown>>;

/** A record already there. `values` as folded, unknown fields and all. */
export interface KnownRecord {
  readonly id: string;
  readonly values: Values;
}

/** One `site.changed` or `session.changed` to be written. */
export interface RecordChange<Set> {
  readonly id: string;
  readonly set: Set;
}

const siteSet = v.partial(siteFields);
const sessionSet = v.partial(sessionFields);
export type SiteChange = RecordChange<v.InferOutput<typeof siteSet>>;
export type SessionChange = RecordChange<v.InferOutput<typeof sessionSet>>;

/** What an import would do, of whatever file. */
export interface ImportPlan {
  readonly sites: { readonly added: readonly SiteChange[]; readonly changed: readonly SiteChange[] };
  readonly sessions: { readonly added: readonly SessionChange[]; readonly changed: readonly SessionChange[] };
  /** Sites and sessions that are there already, as they are. */
  readonly unchanged: number;
  /** Planned sessions of the same origin and weeks that the file no longer has. To be shown; nothing happens to them. */
  readonly gone: readonly string[];
}

/**
 * The most weeks a device may ask for: it knows the sessions of the next 120 days (SPEC.md, S15), and would plan again what it does not
 * know. The server knows all, and may ask for a year.
 */
export const mostWeeksOnDevice = 17;

/** More sessions than that at once would keep a tablet busy for minutes. */
export const mostSessionsPlanned = 20_000;

/** The id of a record that a source does not have yet: the same on whatever device, so that who imports the same file apart has each once. */
export type IdOf = (source: string) => string;

export function collectSites(known: ReadonlyMap<string, KnownRecord>, idOf: IdOf) {
  return collector(
    known,
    (source) => idOf(`site/${source}`),
    (set) => v.parse(siteSet, set),
  );
}

export function collectSessions(known: ReadonlyMap<string, KnownRecord>, idOf: IdOf) {
  return collector(
    known,
    (source) => idOf(`session/${source}`),
    (set) => v.parse(sessionSet, set),
  );
}

/** A source wanted twice is wanted once, as it was first. */
function collector<Set>(known: ReadonlyMap<string, KnownRecord>, idOf: IdOf, checked: (set: Values) => Set) {
  const added: RecordChange<Set>[] = [];
  const changed: RecordChange<Set>[] = [];
  const wanted = new Map<string, string>();
  return {
    added,
    changed,
    wanted,
    known: (source: string) => known.get(source),
    unchanged: () => wanted.size - added.length - changed.length,
    /** `fields` are kept up to date by later imports, `besides` are said once. Returns the record's id. */
    want(source: string, fields: Values, besides: Values, mayChange: (values: Values) => boolean): string {
      const before = wanted.get(source);
      if (before !== undefined) return before;
      const record = known.get(source);
      const id = record?.id ?? idOf(source);
      wanted.set(source, id);
      if (record === undefined) added.push({ id, set: checked({ ...besides, ...fields, source, imported: fields }) });
      else if (mayChange(record.values)) {
        const set = stillImported(record.values, fields);
        if (set !== null) changed.push({ id, set: checked(set) });
      }
      return id;
    },
  };
}

/** What an import wrote into a record, as far as it says. */
export function importedValues(values: Values): Values {
  return v.parse(v.fallback(v.record(v.string(), v.unknown()), {}), values['imported']);
}

/** A session that is planned, or was canceled by an import (one taken back too): what has begun, happened or was canceled by staff is history. */
export function isImports(values: Values): boolean {
  return values['status'] === 'planned' || (values['status'] === 'canceled' && importedValues(values)['status'] === 'canceled');
}

/** The fields that differ and still hold what an import wrote; null when there are none. */
export function stillImported(values: Values, fields: Values): Values | null {
  const imported = importedValues(values);
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const set = Object.fromEntries(
    Object.entries(fields).filter(
      ([field, value]) => !same(values[field], value) && Object.hasOwn(imported, field) && same(imported[field], values[field]),
    ),
  );
  return Object.keys(set).length === 0 ? null : { ...set, imported: { ...imported, ...set } };
}

/** Records that an import made, by where it found them. */
export function bySource(records: readonly KnownRecord[]): ReadonlyMap<string, KnownRecord> {
  return new Map(records.flatMap((record) => (typeof record.values['source'] === 'string' ? [[record.values['source'], record]] : [])));
}
