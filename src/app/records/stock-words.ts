// How many of a thing are aboard, in a word or two; an old count with its day instead, '' where nobody counts. Where a library has several
// outlets, with the name of the one that is meant.

import { type Counted, type Movements, type Stock, stockNear } from '../../domain/stock.ts';
import type { Day } from '../../domain/shapes.ts';
import type { Text } from '../text/text.ts';
import type { Places } from './places.ts';

export interface Standing extends Pick<Places, 'outletById'> {
  /** The outlet one stands in; null where that is not known. */
  readonly outlet: string | null;
  readonly movements: Movements;
  /** In the library's time zone. */
  readonly today: Day;
}

export function stockShort(item: Counted, { outlet, outletById, movements, today }: Standing, text: Text): string {
  const near = stockNear(item, outlet, movements, today);
  if (near === null) return '';
  const said = short(near.stock, text);
  if (outletById.size < 2) return said;
  const words = text.resources;
  return words.inVehicle(near.of === null ? words.noVehicle : (outletById.get(near.of)?.name ?? near.of), said);
}

function short(stock: Stock, text: Text): string {
  const words = text.resources;
  if (stock.aboard !== null) return words.aboardShort(stock.aboard);
  return words.countedShort(stock.counted, text.formatting.dayWithYear(stock.since));
}
