// The things that can be handed out, most used first: those of this session, of sessions of the last days, then the catalogue.

import type { ResourceFields } from '../../../domain/places.ts';
import type { HandOutWay } from '../../../domain/hand-out.ts';
import { addDays, type Day } from '../../../domain/shapes.ts';
import type { Store } from '../../../device/store/db.ts';
import { type HandOut, handOutsOf } from '../../../device/store/hand-outs.ts';
import { sessionsBetween } from '../../../device/store/sessions.ts';
import { folded } from '../../records/search.ts';

export interface Thing {
  /** The resource's id, or its title folded when it is not in the catalogue. */
  readonly key: string;
  readonly resource: string | null;
  readonly title: string;
  readonly type: ResourceFields['type'] | null;
  readonly barcode: string | null;
}

/** How far back "most used" looks: days, and sessions with hand-outs among them. */
const lookBack = 30;
const mostSessions = 10;

export async function recentHandOuts(store: Store, today: Day): Promise<readonly HandOut[]> {
  const sessions = await sessionsBetween(store, addDays(today, -lookBack), today);
  const withSome = sessions.filter(({ totals }) => Object.values(totals.handOuts).some((count) => count > 0)).slice(-mostSessions);
  return (await Promise.all(withSome.map(({ id }) => handOutsOf(store, id)))).flat();
}

export function thingsInOrder(used: readonly HandOut[], resourceById: ReadonlyMap<string, ResourceFields>): readonly Thing[] {
  const things = new Map<string, Thing>();
  const uses = new Map<string, number>();
  for (const { body, voided } of used) {
    if (voided) continue;
    const thing = thingOf(body.resource, body.title, resourceById);
    if (thing === null) continue;
    things.set(thing.key, thing);
    uses.set(thing.key, (uses.get(thing.key) ?? 0) + 1);
  }
  for (const [id, resource] of resourceById) {
    if (!resource.archived && !things.has(id)) things.set(id, { key: id, resource: id, ...pick(resource) });
  }
  return [...things.values()].sort((a, b) => (uses.get(b.key) ?? 0) - (uses.get(a.key) ?? 0) || a.title.localeCompare(b.title));
}

/** How many of a thing went one way in a session. */
export function countOf(thing: Thing, way: HandOutWay, handOuts: readonly HandOut[]): number {
  return handOuts.filter((one) => isOf(one, thing, way)).reduce((sum, one) => sum + one.body.count, 0);
}

export function isOf(one: HandOut, thing: Thing, way: HandOutWay): boolean {
  return !one.voided && one.way === way && (one.body.resource ?? folded(one.body.title)) === thing.key;
}

/** null: put away, so no longer offered. */
function thingOf(id: string | null, title: string, resourceById: ReadonlyMap<string, ResourceFields>): Thing | null {
  if (id === null) return { key: folded(title), resource: null, title, type: null, barcode: null };
  const resource = resourceById.get(id);
  if (resource === undefined) return { key: id, resource: id, title, type: null, barcode: null };
  return resource.archived ? null : { key: id, resource: id, ...pick(resource) };
}

function pick({ title, type, barcode }: ResourceFields): Pick<Thing, 'title' | 'type' | 'barcode'> {
  return { title, type, barcode };
}
