// [I20] All that a newer app has left on a disk, to be held against what is there after an older one has run on it.

import type { Disk } from '../disk.ts';

/** Rows of every table. A stored row is never written into: what is changed is another row. */
export type Content = ReadonlyMap<string, readonly unknown[]>;

export function contentOf(disk: Pick<Disk, 'tables' | 'rows'>): Content {
  return new Map(disk.tables().map((table) => [table, disk.rows(table)]));
}

/** The first table that was made, taken away, or written into; undefined: none. */
export function differentTable(before: Content, after: Content): string | undefined {
  return [...new Set([...before.keys(), ...after.keys()])].find((table) => {
    const [old, now] = [before.get(table), after.get(table)];
    return old === undefined || old.length !== now?.length || old.some((row, at) => row !== now[at]);
  });
}
