// The records that sessions refer to, by id, as one live value a screen reads once and hands down.

import type { OutletFields, PartnerFields, ResourceFields, SiteFields } from '../../domain/places.ts';
import { identity } from '../../device/store/identity.ts';
import { devices, libraryRecord, outlets, partners, resources, sites } from '../../device/store/records.ts';
import { useApp } from '../context.ts';
import { type Live, useLive } from '../live.ts';
import { knownZone } from './library-day.ts';

export interface Places {
  /** IANA zone of the library. */
  readonly zone: string;
  readonly siteById: ReadonlyMap<string, SiteFields>;
  readonly outletById: ReadonlyMap<string, OutletFields>;
  readonly partnerById: ReadonlyMap<string, PartnerFields>;
  readonly resourceById: ReadonlyMap<string, ResourceFields>;
  readonly deviceNameById: ReadonlyMap<string, string>;
}

export function usePlaces(): Live<Places> {
  const { device } = useApp();
  return useLive(async () => {
    const { store } = device;
    const [library, siteRecords, outletRecords, partnerRecords, resourceRecords, deviceRecords] = await Promise.all([
      libraryRecord(store),
      sites(store),
      outlets(store),
      partners(store),
      resources(store),
      devices(store),
    ]);
    return {
      zone: knownZone(library?.values.timeZone),
      siteById: byId(siteRecords),
      outletById: byId(outletRecords),
      partnerById: byId(partnerRecords),
      resourceById: byId(resourceRecords),
      deviceNameById: new Map(deviceRecords.map((one) => [one.id, one.values.name])),
    };
  }, [device]);
}

function byId<Values>(records: readonly { readonly id: string; readonly values: Values }[]): ReadonlyMap<string, Values> {
  return new Map(records.map((one) => [one.id, one.values]));
}

/** IANA zone of the library alone, for parts that need nothing else. */
export function useZone(): string {
  const { device } = useApp();
  const library = useLive(async () => (await libraryRecord(device.store))?.values.timeZone, [device]);
  return knownZone(library.state === 'ready' ? library.value : undefined);
}

/** This device's id; undefined while it is read. */
export function useOwnDevice(): string | undefined {
  const { device } = useApp();
  const who = useLive(() => identity(device.store), [device]);
  return who.state === 'ready' ? who.value?.device : undefined;
}
