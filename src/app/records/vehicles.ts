// The outlets as a choice, bookmobiles first; and the one this device goes with, as far as its sessions tell.

import type { Store } from '../../device/store/db.ts';
import { identity } from '../../device/store/identity.ts';
import { sessionsBetween } from '../../device/store/sessions.ts';
import type { OutletFields } from '../../domain/places.ts';
import type { Session } from '../../domain/session.ts';
import { addDays, type Day } from '../../domain/shapes.ts';
import { useApp } from '../context.ts';
import { useLive } from '../live.ts';
import type { Places } from './places.ts';

export interface Vehicle {
  readonly id: string;
  readonly name: string;
}

/** Days: a device that was in no session for so long may be on another vehicle by now. */
const lookBack = 14;

const kinds: readonly OutletFields['kind'][] = ['bookmobile', 'branch', 'other'];

export function vehiclesOf({ outletById }: Pick<Places, 'outletById'>): readonly Vehicle[] {
  return [...outletById]
    .toSorted(([, a], [, b]) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.name.localeCompare(b.name))
    .map(([id, { name }]) => ({ id, name }));
}

/** null: it was in no session lately that says with what it went; undefined while that is read. */
export function useOwnVehicle(today: Day): string | null | undefined {
  const { device } = useApp();
  const live = useLive(() => ownVehicle(device.store, today), [today]);
  if (live.state === 'problem') return null;
  return live.state === 'ready' ? live.value : undefined;
}

/** Of the session it counts in now, or else of the newest it counted in or was chosen for, or else of the one that is open. */
async function ownVehicle(store: Store, today: Day): Promise<string | null> {
  const [who, sessions] = await Promise.all([identity(store), sessionsBetween(store, addDays(today, -lookBack), today)]);
  if (who === null) return null;
  const said = sessions.filter(({ values }) => values.outlet !== null && values.status !== 'canceled');
  const mine = said.filter(({ values, totals }) => Object.hasOwn(totals.byDevice, who.device) || values.devices?.includes(who.device));
  return (mine.findLast(isOpen) ?? mine.at(-1) ?? said.findLast(isOpen))?.values.outlet ?? null;
}

function isOpen({ values }: Session): boolean {
  return values.status === 'open';
}
