// The catalogue as it lies in the store: read in parts, because it may be 20,000 records, and watched by key, because reading all of it
// again for each change would freeze a tablet while it fills or imports.

import { Dexie } from 'dexie';
import type { ResourceFields } from '../../domain/places.ts';
import type { Store } from './db.ts';
import { type Shown, shownResource } from './records.ts';

const from = 'resource/';
const to = 'resource/\uffff';

/** The next `limit` resources after an id ('' for the first), by id. */
export async function resourcesAfter(store: Store, id: string, limit: number): Promise<Shown<ResourceFields>[]> {
  const rows = await store.records
    .where('key')
    .between(from + id, to, id === '', false)
    .limit(limit)
    .toArray();
  return rows.map(shownResource);
}

/** Those of these that are here. */
export async function resourcesAmong(store: Store, ids: readonly string[]): Promise<Shown<ResourceFields>[]> {
  const rows = await store.records.bulkGet(ids.map((id) => from + id));
  return rows.flatMap((row) => (row === undefined ? [] : [shownResource(row)]));
}

/** Calls back with the ids that were written, by this page or another; null when nobody can say which. The answer ends it. */
export function watchResources(store: Store, changed: (ids: readonly string[] | null) => void): () => void {
  const part = `idb://${store.dexie.name}/records/`;
  const hear = (parts: Readonly<Record<string, unknown>>) => {
    if ('all' in parts) return changed(null);
    if (!(part in parts)) return;
    const ids = idsIn(parts[part]);
    if (ids === null || ids.length > 0) changed(ids);
  };
  Dexie.on.storagemutated.subscribe(hear);
  return () => Dexie.on.storagemutated.unsubscribe(hear);
}

/** Dexie tells of keys as a tree of ranges; one key is a range from itself to itself. */
function idsIn(tree: unknown): readonly string[] | null {
  const ids: string[] = [];
  const waiting = [tree];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (typeof node !== 'object' || node === null || !('from' in node) || !('to' in node)) continue;
    if (node.from !== node.to) return null;
    if (typeof node.from === 'string' && node.from.startsWith(from)) ids.push(node.from.slice(from.length));
    waiting.push('l' in node ? node.l : null, 'r' in node ? node.r : null);
  }
  return ids;
}
