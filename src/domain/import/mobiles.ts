// Which vehicle a timetable means by its column `mobile`: the library's outlet of that name, whatever its capitals, accents and blanks.

import { folded } from './folded.ts';
import type { TimetableStop } from './stop-timetable.ts';

export interface Mobile {
  /** As the file writes it first. */
  readonly name: string;
  /** null: no outlet has this name, or several have. */
  readonly outlet: string | null;
}

export interface NamedOutlet {
  readonly id: string;
  readonly name: string;
}

/** In the order of the file, by their folded names. */
export function mobilesOf(stops: readonly TimetableStop[], outlets: readonly NamedOutlet[]): ReadonlyMap<string, Mobile> {
  const mobiles = new Map<string, Mobile>();
  for (const { mobile: name } of stops) {
    const key = folded(name);
    if (key === '' || mobiles.has(key)) continue;
    const [found, another] = outlets.filter((outlet) => folded(outlet.name) === key);
    mobiles.set(key, { name, outlet: found === undefined || another !== undefined ? null : found.id });
  }
  return mobiles;
}
