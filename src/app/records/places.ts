// The records that sessions refer to, by id, as one live value a screen reads once and hands down.

import type { OutletFields, PartnerFields, SiteFields } from '../../domain/places.ts';
import { identity } from '../../device/store/identity.ts';
import type { Reads } from '../../device/store/first-reading.ts';
import { allRecords } from '../../device/store/records.ts';
import { type Live, useShared } from '../live.ts';
import { knownZone } from './library-day.ts';

export interface Places {
  /** IANA zone of the library. */
  readonly zone: string;
  readonly siteById: ReadonlyMap<string, SiteFields>;
  readonly outletById: ReadonlyMap<string, OutletFields>;
  readonly partnerById: ReadonlyMap<string, PartnerFields>;
  readonly deviceNameById: ReadonlyMap<string, string>;
}

export function usePlaces(): Live<Places> {
  return useShared(placesOf);
}

/** One reading of the records, however many of their kinds it takes: Today waits for it at each start. */
export async function placesOf(store: Pick<Reads, 'records'>): Promise<Places> {
  const shown = await allRecords(store);
  return {
    zone: knownZone(shown.libraries[0]?.values.timeZone),
    siteById: byId(shown.sites),
    outletById: byId(shown.outlets),
    partnerById: byId(shown.partners),
    deviceNameById: new Map(shown.devices.map((one) => [one.id, one.values.name])),
  };
}

function byId<Values>(records: readonly { readonly id: string; readonly values: Values }[]): ReadonlyMap<string, Values> {
  return new Map(records.map((one) => [one.id, one.values]));
}

/** IANA zone of the library; the browser's own while that is read. */
export function useZone(): string {
  const places = usePlaces();
  return places.state === 'ready' ? places.value.zone : knownZone(undefined);
}

/** This device's id; undefined while it is read. */
export function useOwnDevice(): string | undefined {
  const who = useShared(identity);
  return who.state === 'ready' ? who.value?.device : undefined;
}
