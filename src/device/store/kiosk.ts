// Whether this device is in the hands of the public, and whose PIN lets staff back in.

import type { PinHash } from '../../domain/places.ts';
import type { Store } from './db.ts';
import type { Reads } from './first-reading.ts';
import type { KioskRow } from './meta.ts';
import { staff } from './records.ts';

/** null: it is not. */
export async function armedKiosk(store: Pick<Reads, 'meta'>): Promise<KioskRow | null> {
  const row = await store.meta.get('kiosk');
  return row?.key === 'kiosk' ? row : null;
}

export interface StaffPin {
  readonly staff: string;
  readonly name: string;
  readonly pin: PinHash;
}

/** Of people who can be picked. */
export async function staffPins(store: Store): Promise<StaffPin[]> {
  const people = await staff(store);
  return people.flatMap(({ id, values }) => {
    const pin = values.pin ?? null;
    return values.active && pin !== null ? [{ staff: id, name: values.name, pin }] : [];
  });
}
