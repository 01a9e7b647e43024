// The catalogue in memory: read when somebody first opens it, in parts between which the page answers, then kept in step. 20,000 items
// are found in a few milliseconds by walking through their folded texts; nothing cleverer is needed.

import { useEffect, useState } from 'preact/hooks';
import { resourcesAfter, resourcesAmong, watchResources } from '../../device/store/catalogue.ts';
import type { Store } from '../../device/store/db.ts';
import { read } from '../../device/store/read.ts';
import type { Shown } from '../../device/store/records.ts';
import { turn } from '../../device/turn.ts';
import type { Band } from '../../domain/attendance.ts';
import { isLabel, readItemCode } from '../../domain/item-code.ts';
import type { ResourceFields, ResourceTopic, ResourceType } from '../../domain/places.ts';
import type { Problem } from '../../domain/problem.ts';
import { useApp } from '../context.ts';
import type { Live } from '../live.ts';
import { folded } from './search.ts';

export interface Item {
  readonly id: string;
  readonly values: ResourceFields;
  /** Folded: the title, by which items are sorted … */
  readonly title: string;
  /** … and all that is looked through: title, creator, codes. */
  readonly text: string;
}

export interface Catalogue {
  /** By title; put-away ones too. */
  readonly items: readonly Item[];
  readonly byId: ReadonlyMap<string, Item>;
  /** A code may be on several: an ISBN is. */
  readonly byCode: ReadonlyMap<string, readonly Item[]>;
}

export interface Wanted {
  readonly typed: string;
  readonly type?: ResourceType | '';
  readonly topic?: ResourceTopic | '';
  readonly language?: string;
  readonly band?: Band | '';
  readonly archived?: boolean;
}

/** What a folded text is asked: every word typed, in any order, begun or within; or a code in any spelling. */
export function searchFor(typed: string): (text: string) => boolean {
  const words = folded(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  const code = /\d{3}/.test(typed) ? folded(readItemCode(typed).code) : '';
  return (text) => words.every((word) => text.includes(word)) || (code !== '' && text.includes(code));
}

export function findItems({ items }: Pick<Catalogue, 'items'>, wanted: Wanted): readonly Item[] {
  const { typed, type = '', topic = '', language = '', band = '', archived = false } = wanted;
  const isFound = searchFor(typed);
  return items.filter(
    ({ text, values }) =>
      (archived || !values.archived) &&
      (type === '' || values.type === type) &&
      (topic === '' || values.topic === topic) &&
      (language === '' || values.language === language) &&
      (band === '' || isFor(values, band)) &&
      isFound(text),
  );
}

/** A thing for any age is for each; one that says nothing of ages is for none in particular. */
function isFor({ bands = [] }: ResourceFields, band: Band): boolean {
  return bands.includes(band) || bands.includes('general');
}

/** What a scanned code is; put-away things are not offered. */
export function itemsWith({ byCode }: Catalogue, code: string): readonly Item[] {
  return (byCode.get(readItemCode(code).code) ?? []).filter(({ values }) => !values.archived);
}

/** What the library put on the copies of a title, one a copy. */
export function labelsOf(values: ResourceFields): readonly string[] {
  return [...new Set(codesOf(values).filter(isLabel))];
}

export function useCatalogue(): Live<Catalogue> {
  const { store } = useApp().device;
  const kept = catalogueIn(store);
  const [live, setLive] = useState(kept.last);
  useEffect(() => kept.join(setLive), [kept]);
  return live;
}

export function itemOf({ id, values }: Pick<Shown<ResourceFields>, 'id' | 'values'>): Item {
  const text = folded([values.title, values.creator ?? '', ...codesOf(values)].join('\n'));
  return { id, values, text, title: text.slice(0, Math.max(0, text.indexOf('\n'))) };
}

export function catalogueOf(items: Iterable<Item>): Catalogue {
  const sorted = [...items].sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : a.id < b.id ? -1 : 1));
  const byCode = new Map<string, Item[]>();
  for (const item of sorted) {
    for (const code of codesOf(item.values)) {
      const same = byCode.get(code);
      if (same === undefined) byCode.set(code, [item]);
      else if (!same.includes(item)) same.push(item);
    }
  }
  return { items: sorted, byId: new Map(sorted.map((item) => [item.id, item])), byCode };
}

/** All it is found by, each as `readItemCode` leaves it. */
export function codesOf({ barcode, codes = [] }: ResourceFields): readonly string[] {
  return [...(barcode === null ? [] : [readItemCode(barcode).code]), ...codes];
}

/** Read at once between two turns of the page: about 20 ms on a slow tablet. */
const atOnce = 500;
/** Changes are gathered that long: a filling brings thousands. */
const settling = 150;

interface Kept {
  readonly last: () => Live<Catalogue>;
  readonly join: (hear: (live: Live<Catalogue>) => void) => () => void;
}

const keptByStore = new WeakMap<Store, Kept>();

/** Read when first joined, and kept in step while the page lives. */
export function catalogueIn(store: Store): Kept {
  const kept = keptByStore.get(store) ?? keep(store);
  keptByStore.set(store, kept);
  return kept;
}

function keep(store: Store): Kept {
  const listeners = new Set<(live: Live<Catalogue>) => void>();
  const state = {
    live: { state: 'loading' } as Live<Catalogue>,
    items: new Map<string, Item>(),
    changed: new Set<string>(),
    whole: false,
    working: false,
    begun: false,
  };
  const tell = (live: Live<Catalogue>) => {
    state.live = live;
    for (const hear of listeners) hear(live);
  };

  async function work(): Promise<void> {
    if (state.working) return;
    state.working = true;
    try {
      if (state.whole && state.changed.size === 0) return;
      while (!state.whole || state.changed.size > 0) {
        const problem = state.whole ? await refresh() : await readWhole();
        if (problem !== null) return tell({ state: 'problem', problem });
      }
      tell({ state: 'ready', value: catalogueOf(state.items.values()) });
    } finally {
      state.working = false;
    }
  }

  async function readWhole(): Promise<Problem | null> {
    state.changed.clear();
    const items = new Map<string, Item>();
    for (let last = '', more = true; more; ) {
      const page = await read(store, () => resourcesAfter(store, last, atOnce));
      if (!page.ok) return page.problem;
      for (const one of page.value) items.set(one.id, itemOf(one));
      last = page.value.at(-1)?.id ?? last;
      more = page.value.length === atOnce;
      await turn();
    }
    state.items = items;
    state.whole = true;
    return null;
  }

  async function refresh(): Promise<Problem | null> {
    const ids = [...state.changed].slice(0, atOnce);
    for (const id of ids) state.changed.delete(id);
    const found = await read(store, () => resourcesAmong(store, ids));
    if (!found.ok) return found.problem;
    for (const id of ids) state.items.delete(id);
    for (const one of found.value) state.items.set(one.id, itemOf(one));
    return null;
  }

  function begin(): void {
    if (!state.begun) {
      state.begun = true;
      watchResources(store, (ids) => {
        if (ids === null) state.whole = false;
        else for (const id of ids) state.changed.add(id);
        store.ports.timer(settling, () => void work());
      });
    }
    void work();
  }

  return {
    last: () => state.live,
    join: (hear) => {
      listeners.add(hear);
      hear(state.live);
      if (!state.whole) begin();
      return () => void listeners.delete(hear);
    },
  };
}
