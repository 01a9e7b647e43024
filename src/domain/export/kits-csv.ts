// Kits as a CSV file, one row for each outlet that counts a kit: how many were prepared, and how many of these were picked up, over all its
// counts. For who knows every session: no count is too old to say what was picked up since.

import { type Counted, type Movements, outletsCounted, stockOf } from '../stock.ts';
import type { Day } from '../shapes.ts';
import { type Cell, csvText } from './csv-text.ts';

export interface KitsCsvParts {
  readonly kits: readonly (Counted & { readonly title: string })[];
  readonly outletNames: ReadonlyMap<string, string>;
  readonly movements: Movements;
  /** In the library's time zone. */
  readonly today: Day;
}

/**
 * `outlet` is empty where the kit was counted without naming one; then it follows all outlets. `aboard` is empty where one outlet was counted
 * so long ago that a loan which came back elsewhere since may be known no more (S55).
 */
export function kitsCsv({ kits: all, outletNames, movements, today }: KitsCsvParts): string {
  const rows = all.flatMap((kit) =>
    outletsCounted(kit.values).flatMap((outlet): Cell[][] => {
      const stock = stockOf(kit, outlet, movements, today);
      if (stock === null) return [];
      const { counted, moved, carried, out, since, old, kits } = stock;
      const name = outlet === null ? '' : (outletNames.get(outlet) ?? outlet);
      const aboard = old && outlet !== null ? '' : counted + moved + carried - out;
      return [[kit.id, kit.title, name, since, kits.prepared, kits.pickedUp, aboard, kits.since]];
    }),
  );
  const byTitle = rows.toSorted((a, b) => key(a).localeCompare(key(b), 'en'));
  return csvText(['kit_id', 'title', 'outlet', 'counted_on', 'prepared', 'picked_up', 'aboard', 'prepared_since'], byTitle);
}

function key([id, title, outlet]: readonly Cell[]): string {
  return JSON.stringify([title, id, outlet]);
}
