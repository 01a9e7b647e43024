// Dexie tells live queries, in this page and in others, of what went through it. Of what quick-save.ts wrote beside it they are told here,
// in Dexie's own terms: which keys of which tables and indexes.

import { Dexie, RangeSet } from 'dexie';
import type { Store } from './db.ts';
import { subjectId } from './fold.ts';
import type { Made } from './make-fact.ts';

export function tellWatchers(store: Store, { rows, touched }: Pick<Made, 'rows' | 'touched'>): void {
  const part = (table: string, index: string) => `idb://${store.dexie.name}/${table}/${index}`;
  const everything = () => new RangeSet(Dexie.minKey, Dexie.maxKey);
  const keys = (list: readonly (string | number)[]) => new RangeSet().addKeys([...list]);
  Dexie.on.storagemutated.fire({
    [part('self', '')]: keys(['self']),
    [part('facts', '')]: keys(rows.map((row) => row.order)),
    [part('facts', 'id')]: keys(rows.map((row) => row.id)),
    [part('facts', 'subject')]: keys([...touched]),
    [part('sessions', '')]: keys([...touched].map(subjectId)),
    [part('sessions', 'values.date')]: everything(),
    [part('sessions', 'values.status')]: everything(),
    [part('sessions', '[values.site+values.date]')]: everything(),
  });
}
