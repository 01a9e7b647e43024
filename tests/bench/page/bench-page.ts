// What a measurement can ask of the page. Times are taken in here, in milliseconds, so that driving the browser is in none of them.
// Ours and the floor run in the same page where they can; over HTTP the floor's page is this same page, served by the floor's server.

import * as catalogue from './catalogue.ts';
import * as ours from './ours.ts';
import * as sealed from './sealed.ts';
import { openRaw, putRows, type RawRow, rowsAfter, rowsBetween } from './raw.ts';

export interface Samples {
  readonly ours: number[];
  readonly floor: number[];
}

const page = {
  enroll: ours.enroll,
  importTitles: catalogue.importTitles,
  searchCatalogue: catalogue.searchCatalogue,
  fillOutbox: ours.fillOutbox,
  takeSignUps: sealed.takeSignUps,
  unseal: sealed.unseal,
  rawOpen: sealed.rawOpen,
  newestTexts: async (name: string, most: number) => (await ours.newestRows(name, most)).map(({ text }) => String(text)),

  deliver: async (name: string) => {
    const spent = await ours.timed(() => ours.deliver(name));
    await ours.checkDelivered(name);
    return spent;
  },
  countAndDeliver: async (name: string, session: string) => {
    const spent = await ours.timed(async () => {
      await ours.count(name, session);
      await ours.deliver(name);
    });
    await ours.checkDelivered(name);
    return spent;
  },

  /** Taps and raw puts of the same bytes in turns; the first twenty warm up and are left out. */
  saves: async (name: string, session: string, times: number): Promise<Samples> => {
    const raw = await openRaw(`floor of ${name}`);
    await ours.count(name, session);
    const [row] = await ours.newestRows(name, 1);
    const samples: Samples = { ours: [], floor: [] };
    for (let at = 0; at < times + 20; at++) {
      const tap = await ours.timed(() => ours.count(name, session));
      const put = await ours.timed(() => putRows(raw, [{ ...row, key: at }]));
      if (at < 20) continue;
      samples.ours.push(tap);
      samples.floor.push(put);
    }
    raw.close();
    return samples;
  },

  /** One round of delivery with a tap every quarter of a second, as by a person who goes on counting. */
  deliverWhileCounting: async (name: string, session: string): Promise<{ readonly spent: number; readonly taps: number[] }> => {
    const taps: number[] = [];
    const state = { delivering: true };
    const delivering = ours
      .timed(() => ours.deliver(name))
      .finally(() => {
        state.delivering = false;
      });
    while (state.delivering) {
      taps.push(await ours.timed(() => ours.count(name, session)));
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    return { spent: await delivering, taps };
  },

  /** A month of sessions, against the same rows by one getAll on an index of a store that holds as many. */
  lists: async (name: string, month: readonly [string, string], all: readonly [string, string], times: number) => {
    const raw = await openRaw(`sessions of ${name}`);
    const everything = await ours.list(name, all[0], all[1]);
    await putRows(
      raw,
      everything.map((row, key) => ({ ...row, key, date: dateOf(row) })),
    );
    const samples: Samples = { ours: [], floor: [] };
    let found = 0;
    for (let at = 0; at < times; at++) {
      samples.ours.push(
        await ours.timed(async () => {
          found = (await ours.list(name, month[0], month[1])).length;
        }),
      );
      samples.floor.push(await ours.timed(() => rowsBetween(raw, month[0], month[1])));
    }
    raw.close();
    return { ...samples, found, sessions: everything.length };
  },

  log: async (name: string, sessions: readonly string[]): Promise<number[]> => {
    const times: number[] = [];
    for (const session of sessions) times.push(await ours.timed(() => ours.log(name, session)));
    return times;
  },

  /** Floor: rows to read, put there untimed. */
  rawKeep: async (store: string, texts: readonly string[]): Promise<void> => {
    const raw = await openRaw(store);
    await putRows(
      raw,
      texts.map((text, key) => ({ key, text })),
    );
    raw.close();
  },

  /** Floor of a push: rows read by one getAll, one POST of their texts, and (`mark`) each row marked in one strict transaction. */
  rawPush: async (store: string, mark: 'each row' | 'one row'): Promise<number> => {
    const raw = await openRaw(store);
    const spent = await ours.timed(async () => {
      const rows = await rowsAfter(raw, -1);
      await post(rows);
      await putRows(raw, mark === 'each row' ? rows.map((row) => ({ ...row, delivered: 1 })) : [{ key: -1, delivered: rows.length }]);
    });
    raw.close();
    return spent;
  },

  /** Floor of one fact on its way: put, POST, mark. */
  rawCountAndDeliver: async (store: string, key: number, text: string): Promise<number> => {
    const raw = await openRaw(store);
    const spent = await ours.timed(async () => {
      await putRows(raw, [{ key, text }]);
      await post([{ key, text }]);
      await putRows(raw, [{ key, text, delivered: 1 }]);
    });
    raw.close();
    return spent;
  },

  /** Floor of filling and of pulling: one GET of what lies above `after`, one strict bulk put. */
  rawPull: async (store: string, after: number): Promise<number> => {
    const raw = await openRaw(store);
    const spent = await ours.timed(async () => {
      const texts: readonly string[] = await (await fetch(`/rows/${after}`, { cache: 'no-store' })).json();
      await putRows(
        raw,
        texts.map((text, at) => ({ key: after + at, text })),
      );
    });
    raw.close();
    return spent;
  },
};

async function post(rows: readonly RawRow[]): Promise<void> {
  const body = JSON.stringify(rows.map(({ text }) => text));
  const answer = await fetch('/rows', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  await answer.json();
}

function dateOf(row: Readonly<Record<string, unknown>>): string {
  const { values } = row;
  return typeof values === 'object' && values !== null && 'date' in values ? String(values.date) : '';
}

export type BenchPage = typeof page;

declare global {
  interface Window {
    readonly bench: BenchPage;
  }
}

Object.assign(window, { bench: page });
