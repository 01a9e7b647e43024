// Counting a thing where it stands: in the session, on the vehicle that came to it.

import type { Session } from '../../../domain/session.ts';
import type { Day } from '../../../domain/shapes.ts';
import { type Movements, stockNear } from '../../../domain/stock.ts';
import type { Item } from '../../records/catalogue.ts';
import { CountStock } from '../../records/CountStock.tsx';
import type { Places } from '../../records/places.ts';
import { vehiclesOf } from '../../records/vehicles.ts';

export interface CountThingProps {
  readonly item: Item;
  readonly session: Session;
  readonly places: Places;
  readonly movements: Movements;
  readonly today: Day;
  readonly onClose: () => void;
}

export function CountThing({ item, session, places, movements, today, onClose }: CountThingProps) {
  const all = vehiclesOf(places);
  const isOne = all.length < 2;
  // With one vehicle the count that stands is the one that is changed.
  const outlet = isOne
    ? (stockNear(item, all[0]?.id ?? null, movements, today)?.of ?? null)
    : all.find(({ id }) => id === session.values.outlet)?.id;
  return <CountStock resource={item} vehicles={isOne ? [] : all} outlet={outlet} movements={movements} today={today} onClose={onClose} />;
}
