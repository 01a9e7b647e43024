// The things that can be handed out: favorites and those of this session first, most used before others, then those of the last days,
// then the catalogue by title.

import type { ResourceFields } from '../../../domain/places.ts';
import type { HandOutWay } from '../../../domain/hand-out.ts';
import type { Loan } from '../../../domain/loans.ts';
import { addDays, type Day } from '../../../domain/shapes.ts';
import type { Store } from '../../../device/store/db.ts';
import { type HandOut, handOutsOf } from '../../../device/store/hand-outs.ts';
import { sessionsBetween } from '../../../device/store/sessions.ts';
import type { Catalogue, Item } from '../../records/catalogue.ts';
import { folded } from '../../records/search.ts';

export interface Thing {
  /** The resource's id, or its title folded when it is not in the catalogue. */
  readonly key: string;
  readonly resource: string | null;
  readonly title: string;
  readonly type: ResourceFields['type'] | null;
  readonly favorite: boolean;
  /** It has a file or a text to show full screen. */
  readonly shows: boolean;
}

/** How far back "most used" looks: days, and sessions with hand-outs among them. */
const lookBack = 30;
const mostSessions = 10;

export async function recentHandOuts(store: Store, today: Day): Promise<readonly HandOut[]> {
  const sessions = await sessionsBetween(store, addDays(today, -lookBack), today);
  const withSome = sessions.filter(({ totals }) => Object.values(totals.handOuts).some((count) => count > 0)).slice(-mostSessions);
  return (await Promise.all(withSome.map(({ id }) => handOutsOf(store, id)))).flat();
}

type Known = Pick<Catalogue, 'items' | 'byId'>;

export function thingsInOrder(used: readonly HandOut[], catalogue: Known): readonly Thing[] {
  const things = new Map<string, Thing>();
  const uses = new Map<string, number>();
  for (const { body, voided } of used) {
    if (voided) continue;
    const thing = thingUsed(body.resource, body.title, catalogue);
    if (thing === null) continue;
    things.set(thing.key, thing);
    uses.set(thing.key, (uses.get(thing.key) ?? 0) + 1);
  }
  for (const item of catalogue.items) if (item.values.favorite === true && !item.values.archived) things.set(item.id, thingOf(item));
  const first = [...things.values()].sort(
    (a, b) => Number(b.favorite) - Number(a.favorite) || (uses.get(b.key) ?? 0) - (uses.get(a.key) ?? 0) || a.title.localeCompare(b.title),
  );
  const rest = catalogue.items.filter(({ id, values }) => !values.archived && !things.has(id));
  return [...first, ...rest.map(thingOf)];
}

/** How many of a thing went one way in a session. */
export function countOf(thing: Thing, way: HandOutWay, handOuts: readonly HandOut[]): number {
  return handOuts.filter((one) => isOf(one, thing, way)).reduce((sum, one) => sum + one.body.count, 0);
}

export function isOf(one: HandOut, thing: Thing, way: HandOutWay): boolean {
  return !one.voided && one.way === way && (one.body.resource ?? folded(one.body.title)) === thing.key;
}

export function thingOf({ id, values }: Pick<Item, 'id' | 'values'>): Thing {
  const { title, type, favorite = false, file = null, note = '' } = values;
  return { key: id, resource: id, title, type, favorite, shows: file !== null || note.trim() !== '' };
}

/** Of a loan whose title is in no catalogue here. */
export function thingLent({ values }: Pick<Loan, 'values'>): Thing {
  const { resource, title } = values;
  return { key: resource ?? folded(title), resource, title, type: null, favorite: false, shows: false };
}

/** null: put away, so no longer offered. */
function thingUsed(id: string | null, title: string, { byId }: Known): Thing | null {
  const unknown = { title, type: null, favorite: false, shows: false };
  if (id === null) return { key: folded(title), resource: null, ...unknown };
  const item = byId.get(id);
  if (item === undefined) return { key: id, resource: id, ...unknown };
  return item.values.archived ? null : thingOf(item);
}
