// Sites, outlets, partners, resources, staff, devices and the library itself, with the defaults of fields nobody has given yet.

import * as v from 'valibot';
import {
  type DeviceFields,
  deviceFields,
  type KeyWrapFields,
  keyWrapFields,
  type LibraryFields,
  libraryFields,
  type OutletFields,
  outletFields,
  type PartnerFields,
  partnerFields,
  type ResourceFields,
  resourceFields,
  sealingKeyFields,
  type SiteFields,
  type StaffFields,
  siteFields,
  staffFields,
} from '../../domain/places.ts';
import { type EditableRecord, plainValues, valuesOf } from '../../domain/record.ts';
import { type KeyRecord, keyInUse, type SealTo } from '../../domain/sealing-key.ts';
import type { RecordRow, Store } from './db.ts';
import type { Reads } from './first-reading.ts';

export interface Shown<Fields> extends EditableRecord {
  readonly values: Fields;
}

const site: SiteFields = {
  name: '?',
  type: 'other',
  address: '',
  notes: '',
  latitude: null,
  longitude: null,
  source: null,
  archived: false,
};
const outlet: OutletFields = { name: '?', kind: 'other' };
const partner: PartnerFields = { name: '?', contactName: '', contactRole: '', contact: '', notes: '' };
const resource: ResourceFields = { title: '?', type: 'book', barcode: null, archived: false };
const person: StaffFields = { name: '?', active: true };
const device: DeviceFields = { name: '?', role: 'staff' };
const library: LibraryFields = { name: '?', timeZone: 'UTC', languages: ['en-US'] };

/** Archived ones too: old sessions refer to them. Screens that offer a choice leave them out. */
export async function sites(store: Store): Promise<Shown<SiteFields>[]> {
  return byName(await shownOf(store, 'site', siteFields, site));
}

export async function outlets(store: Store): Promise<Shown<OutletFields>[]> {
  return byName(await shownOf(store, 'outlet', outletFields, outlet));
}

export async function partners(store: Store): Promise<Shown<PartnerFields>[]> {
  return byName(await shownOf(store, 'partner', partnerFields, partner));
}

export async function resources(store: Store): Promise<Shown<ResourceFields>[]> {
  const found = await shownOf(store, 'resource', resourceFields, resource);
  return found.sort((a, b) => a.values.title.localeCompare(b.values.title));
}

/** undefined: not here. */
export async function resourceWith(store: Store, id: string): Promise<Shown<ResourceFields> | undefined> {
  const row = await store.records.get(`resource/${id}`);
  return row === undefined ? undefined : shownResource(row);
}

export function shownResource(row: RecordRow): Shown<ResourceFields> {
  return shown(row, resourceFields, resource);
}

export async function staff(store: Store): Promise<Shown<StaffFields>[]> {
  return byName(await shownOf(store, 'staff', staffFields, person));
}

export async function devices(store: Store): Promise<Shown<DeviceFields>[]> {
  return byName(await shownOf(store, 'device', deviceFields, device));
}

/** undefined before the library's first page has arrived. */
export async function libraryRecord(store: Store): Promise<Shown<LibraryFields> | undefined> {
  return (await shownOf(store, 'library', libraryFields, library))[0];
}

/** What the first screens refer to, read at once; in no order. Without the catalogue, which may be thousands (catalogue.ts), and loans. */
export async function allRecords(store: Pick<Reads, 'records'>) {
  const rows = await store.records.where('type').anyOf(['library', 'site', 'outlet', 'partner', 'device']).toArray();
  const of = <Schema extends Fields>(type: string, schema: Schema, defaults: v.InferOutput<Schema>) =>
    rows.filter((row) => row.type === type).map((row) => shown(row, schema, defaults));
  return {
    libraries: of('library', libraryFields, library),
    sites: of('site', siteFields, site),
    outlets: of('outlet', outletFields, outlet),
    partners: of('partner', partnerFields, partner),
    devices: of('device', deviceFields, device),
  };
}

/** Complete ones only: half a key seals nothing. */
export async function sealingKeys(store: Store): Promise<KeyRecord[]> {
  return complete(store, 'sealing-key', sealingKeyFields);
}

/** The key new sign-ups are sealed to; null while the library has none. */
export async function sealingKey(store: Store): Promise<SealTo | null> {
  return keyInUse(await sealingKeys(store));
}

/** Removed ones left out. */
export async function keyWraps(store: Store): Promise<KeyWrapFields[]> {
  return (await shownWraps(store)).map((wrap) => wrap.values);
}

export interface ShownWrap extends EditableRecord {
  readonly values: KeyWrapFields;
}

/** With the ids by which they are removed. */
export async function shownWraps(store: Store): Promise<ShownWrap[]> {
  const found = await complete(store, 'key-wrap', keyWrapFields);
  return found.filter((wrap) => wrap.values.removed !== true);
}

type Fields = v.LooseObjectSchema<v.ObjectEntries, undefined>;

export async function shownOf<Schema extends Fields>(store: Store, type: string, schema: Schema, defaults: v.InferOutput<Schema>) {
  const rows = await rowsOf(store, type);
  return rows.map((row) => shown(row, schema, defaults));
}

function shown<Schema extends Fields>(
  { record }: RecordRow,
  schema: Schema,
  defaults: v.InferOutput<Schema>,
): Shown<v.InferOutput<Schema>> {
  return { ...record, values: valuesOf(record, schema, defaults) };
}

async function complete<Schema extends Fields>(store: Store, type: string, schema: Schema) {
  const rows = await rowsOf(store, type);
  return rows.flatMap(({ record }) => {
    const read = v.safeParse(schema, plainValues(record));
    return read.success ? [{ ...record, values: read.output }] : [];
  });
}

export function rowsOf(store: Store, type: string): PromiseLike<RecordRow[]> {
  return store.records.where('type').equals(type).toArray();
}

function byName<Row extends { readonly values: { readonly name: string } }>(rows: Row[]): Row[] {
  return rows.sort((a, b) => a.values.name.localeCompare(b.values.name));
}
