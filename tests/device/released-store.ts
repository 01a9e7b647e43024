// A device's store as a released version wrote it, in a file: dumped from IndexedDB and put into IndexedDB without any of the app's code,
// so that what is opened afterwards is what a tablet in the field has. Works on fake-indexeddb and in a browser.

import * as v from 'valibot';
import type { FactKind } from '../../src/domain/fact.ts';

export const released = ['version-1', 'version-2', 'version-3', 'version-4'] as const;
export type Released = (typeof released)[number];

const withFollowUp = [
  'card-range.changed',
  'check-in.marked',
  'sign-up.counted',
  'sign-up.followed',
  'sign-up.kept-apart',
  'sign-up.merged',
] as const satisfies readonly FactKind[];

const withSeries = ['series.changed', 'session.planned'] as const satisfies readonly FactKind[];

const withWorkshops = [
  'calendar-feed.changed',
  'checklist.ticked',
  'loan.changed',
  'survey.answered',
  'template.changed',
] as const satisfies readonly FactKind[];

const withUnmerging = ['sign-up.unmerged'] as const satisfies readonly FactKind[];

/** Kinds that came after a version, or that its day has no fact of. */
export const kindsNotIn: Readonly<Record<Released, readonly FactKind[]>> = {
  'version-1': [...withFollowUp, ...withSeries, ...withWorkshops, ...withUnmerging],
  'version-2': [...withFollowUp, ...withSeries, ...withWorkshops, ...withUnmerging],
  'version-3': [...withFollowUp, ...withWorkshops, ...withUnmerging],
  'version-4': [...withFollowUp, ...withWorkshops, ...withUnmerging],
};

const keyPath = v.union([v.string(), v.array(v.string())]);

const table = v.object({
  keyPath,
  autoIncrement: v.boolean(),
  indexes: v.array(v.object({ name: v.string(), keyPath, unique: v.boolean(), multiEntry: v.boolean() })),
  rows: v.array(v.record(v.string(), v.unknown())),
});

export const releasedStore = v.object({
  /** IndexedDB's own number, ten times Dexie's. */
  nativeVersion: v.number(),
  tables: v.record(v.string(), table),
  /** What the browser had besides. */
  cookies: v.record(v.string(), v.string()),
});
export type ReleasedStore = v.InferOutput<typeof releasedStore>;

export interface Where {
  readonly indexedDB: IDBFactory;
  readonly databaseName: string;
}

export async function dumpStore({ indexedDB, databaseName }: Where): Promise<Pick<ReleasedStore, 'nativeVersion' | 'tables'>> {
  const database = await answerTo(indexedDB.open(databaseName));
  const names = [...database.objectStoreNames].sort();
  const transaction = database.transaction(names, 'readonly');
  const tables = await Promise.all(
    names.map(async (name) => {
      const store = transaction.objectStore(name);
      const indexes = [...store.indexNames].sort().map((index) => {
        const { unique, multiEntry, keyPath: path } = store.index(index);
        return { name: index, keyPath: path, unique, multiEntry };
      });
      const rows: unknown = JSON.parse(JSON.stringify(await answerTo(store.getAll())));
      return [name, v.parse(table, { keyPath: store.keyPath, autoIncrement: store.autoIncrement, indexes, rows })] as const;
    }),
  );
  database.close();
  return { nativeVersion: database.version, tables: Object.fromEntries(tables) };
}

export async function putStore({ indexedDB, databaseName }: Where, { nativeVersion, tables }: ReleasedStore): Promise<void> {
  const request = indexedDB.open(databaseName, nativeVersion);
  request.onupgradeneeded = () => {
    for (const [name, { keyPath: path, autoIncrement, indexes, rows }] of Object.entries(tables)) {
      const store = request.result.createObjectStore(name, { keyPath: path, autoIncrement });
      for (const index of indexes) {
        store.createIndex(index.name, index.keyPath, { unique: index.unique, multiEntry: index.multiEntry });
      }
      for (const row of rows) store.add(row);
    }
  };
  (await answerTo(request)).close();
}

/** What a row, a fact or a message is made of, whatever it says: 'path type', sorted. Keys that are ids are one and the same. */
export function shapeOf(value: unknown): readonly string[] {
  const parts = new Set<string>();
  const walk = (part: unknown, path: string) => {
    if (Array.isArray(part)) for (const one of part) walk(one, `${path}[]`);
    else if (typeof part === 'object' && part !== null)
      for (const [key, inner] of Object.entries(part)) walk(inner, `${path}.${isId(key) ? '*' : key}`);
    else parts.add(`${path} ${part === null ? 'null' : typeof part}`);
  };
  walk(value, '');
  return [...parts].sort();
}

function isId(key: string): boolean {
  return /^[A-Za-z0-9_-]{12,}$/.test(key) && /[A-Z]/.test(key) && !/^[a-z]+([A-Z][a-z]+)+$/.test(key);
}

function answerTo<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
