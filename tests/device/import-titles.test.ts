// A list of titles imported on a device and taken back: what nobody has touched since goes, what was changed or used stays.

import { IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { handOutActions } from '../../src/device/actions/hand-outs.ts';
import { placeActions } from '../../src/device/actions/places.ts';
import { sessionActions } from '../../src/device/actions/sessions.ts';
import { titleActions } from '../../src/device/actions/titles.ts';
import { workshopActions } from '../../src/device/actions/workshops.ts';
import type { Ports } from '../../src/device/ports.ts';
import { factsIn, keptImports } from '../../src/device/store/imports.ts';
import { resources } from '../../src/device/store/records.ts';
import { anEnrolledStore, okOf, problemOf } from './a-device.ts';

const csv = (...rows: readonly string[]) => new TextEncoder().encode(['title,author,isbn,barcode', ...rows].join('\n'));
const krik = '"Krik? Krak!","Danticat, Edwidge",9781569470251,30234000517861';
const mora = 'Tomás,"Mora, Pat",9780679804017,30234000517879';
const kit = 'Storytime kit,,,30234000517887';

async function aDesk(seed: number, given: Partial<Ports> = {}) {
  const { store } = await anEnrolledStore(seed, given);
  const context = { store, saved: () => {} };
  const act = {
    ...handOutActions(context),
    ...placeActions(context),
    ...sessionActions(context),
    ...titleActions(context),
    ...workshopActions(context),
  };
  const shown = async () => (await resources(store)).map(({ values }) => `${values.title}${values.archived ? ', put away' : ''}`);
  const idOf = async (title: string) => (await resources(store)).find(({ values }) => values.title === title)?.id ?? '';
  return { store, act, shown, idOf };
}

test('an import is taken back, once, and the same file brings its titles back', async () => {
  const { act, shown } = await aDesk(81);
  const first = okOf(await act.importTitles(csv(krik, mora)));
  okOf(await first.apply());
  expect(okOf(await first.undo())).toEqual({ putAway: 2, asBefore: 0, kept: 0 });
  expect(await shown()).toEqual(['Krik? Krak!, put away', 'Tomás, put away']);
  expect(okOf(await first.undo())).toEqual({ putAway: 2, asBefore: 0, kept: 0 });
  const second = okOf(await act.importTitles(csv(krik, mora)));
  expect(second.plan).toMatchObject({ added: [], changed: [{}, {}], unchanged: 0 });
  okOf(await second.apply());
  expect(await shown()).toEqual(['Krik? Krak!', 'Tomás']);
  expect(okOf(await act.importTitles(csv(krik, mora))).plan).toMatchObject({ added: [], changed: [], unchanged: 2 });
  expect(okOf(await second.undo())).toEqual({ putAway: 0, asBefore: 2, kept: 0 });
  expect(await shown()).toEqual(['Krik? Krak!, put away', 'Tomás, put away']);
});

test('a long list gives the page its turns while it is read and planned, and ends when nobody wants it any more', async () => {
  const { act } = await aDesk(80);
  const rows = csv(...Array.from({ length: 1_000 }, (_, at) => `Title ${at},,,${30234000000000 + at}`));
  const told: number[] = [];
  const long = okOf(await act.importTitles(rows, { onProgress: (part) => void told.push(part) }));
  expect(long.plan.added).toHaveLength(1_000);
  expect(told.filter((part) => part < 0.6).length).toBeGreaterThanOrEqual(5);
  expect(told.filter((part) => part >= 0.6).length).toBeGreaterThanOrEqual(5);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  const leaving = new AbortController();
  const left = act.importTitles(rows, { signal: leaving.signal, onProgress: () => leaving.abort() });
  await expect(left).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
});

test('what it changed becomes what it was, but for what staff have changed since', async () => {
  const { act, shown, idOf } = await aDesk(82);
  okOf(await okOf(await act.importTitles(csv(krik, mora))).apply());
  const later = okOf(await act.importTitles(csv(krik.replace('Krik? Krak!', 'Krik'), mora.replace('Tomás', 'Tomás y la señora'))));
  okOf(await later.apply());
  okOf(await act.changeResource(await idOf('Krik'), { title: 'Krik (torn cover)' }));
  expect(okOf(await later.undo())).toEqual({ putAway: 0, asBefore: 1, kept: 1 });
  expect(await shown()).toEqual(['Krik (torn cover)', 'Tomás']);
});

test('a title that staff put away stays away, whatever is imported and taken back', async () => {
  const { act, shown, idOf } = await aDesk(83);
  okOf(await okOf(await act.importTitles(csv(krik))).apply());
  okOf(await act.changeResource(await idOf('Krik? Krak!'), { archived: true }));
  expect(okOf(await act.importTitles(csv(krik))).plan).toMatchObject({ added: [], changed: [], unchanged: 1 });
  const later = okOf(await act.importTitles(csv(krik.replace('Krik? Krak!', 'Krik'))));
  okOf(await later.apply());
  expect(await shown()).toEqual(['Krik, put away']);
  expect(okOf(await later.undo())).toEqual({ putAway: 0, asBefore: 1, kept: 0 });
  expect(await shown()).toEqual(['Krik? Krak!, put away']);
});

type Desk = Awaited<ReturnType<typeof aDesk>>;
test.each<[string, (desk: Desk, id: string) => Promise<unknown>]>([
  ['marked as a favorite', async ({ act }, id) => okOf(await act.changeResource(id, { favorite: true }))],
  ['counted', async ({ act }, id) => okOf(await act.changeResource(id, { stock: { copies: 3, day: '2026-11-02' } }))],
  ['put away', async ({ act }, id) => okOf(await act.changeResource(id, { archived: true }))],
  ['chosen for a kind of session', async ({ act }, id) => okOf(await act.changeTemplate('storytime', { resources: [id] }))],
  [
    'shown in a session',
    async ({ act }, id) => {
      const session = okOf(await act.startNewSession({ date: '2026-11-02', place: 'Maple Court' })).id;
      okOf(await act.handOut(session, 'shown', { resource: id, title: 'Storytime kit', count: 1, barcode: null }));
    },
  ],
])('a title that was %s since stays, and the others go', async (_, touch) => {
  const desk = await aDesk(84);
  const imported = okOf(await desk.act.importTitles(csv(kit, mora)));
  okOf(await imported.apply());
  await touch(desk, await desk.idOf('Storytime kit'));
  const before = await desk.shown();
  expect(okOf(await imported.undo())).toEqual({ putAway: 1, asBefore: 0, kept: 1 });
  expect(await desk.shown()).toEqual(before.map((title) => (title === 'Tomás' ? 'Tomás, put away' : title)));
});

describe('a list too long to be one save', () => {
  const most = 2_000;
  const aList = (titles: number) => csv(...Array.from({ length: titles }, (_, at) => `Title ${at + 1},,,`));
  const withRoom = (quota: number) => ({ storage: { estimate: () => Promise.resolve({ usage: 20_000_000, quota }) } });

  test('is refused before anything of it is written where the browser has no room for it', async () => {
    const { store, act, shown } = await aDesk(91, withRoom(21_000_000));
    const refused = problemOf(await okOf(await act.importTitles(aList(most + 1))).apply('titles.csv'));
    expect(refused).toEqual({ code: 'storage-full' });
    expect([await shown(), await keptImports(store)]).toEqual([[], []]);
    okOf(await okOf(await act.importTitles(aList(most))).apply());
    expect(await shown()).toHaveLength(most);
  });

  test('is written where there is room once kept files make way, and where the browser does not say', async () => {
    const { store, act, shown } = await aDesk(92, withRoom(21_000_000));
    const kept = { hash: 'a film', bytes: 40_000_000, mime: 'video/mp4', name: 'film.mp4', have: 77, state: 'complete' } as const;
    await store.files.put({ ...kept, upload: null, sent: 77, problem: null, at: 0 });
    okOf(await okOf(await act.importTitles(aList(most + 1))).apply());
    expect(await shown()).toHaveLength(most + 1);
    const silent = await aDesk(93, { storage: { estimate: () => Promise.reject(new TypeError('a private window')) } });
    okOf(await okOf(await silent.act.importTitles(aList(most + 1))).apply());
    expect(await silent.shown()).toHaveLength(most + 1);
  });

  test('asks for no more room to finish it, or to take it back, once some of it is there', async () => {
    const room = { free: 1e9 };
    const storage = { estimate: () => Promise.resolve({ usage: 0, quota: room.free }) };
    for (const [seed, ends] of [
      [95, 'finished'],
      [96, 'taken back'],
    ] as const) {
      room.free = 1e9;
      const { act, shown } = await aDesk(seed, { storage });
      const { apply, undo } = okOf(await act.importTitles(aList(most + 1)));
      problemOf(await failingFrom('Title 201', apply));
      room.free = 1e6;
      if (ends === 'finished') okOf(await apply());
      else okOf(await undo());
      const standing = (await shown()).filter((one) => !one.endsWith('put away'));
      expect(standing).toHaveLength(ends === 'finished' ? most + 1 : 0);
    }
  });

  test('says at each try that some of it may be there, until it is finished', async () => {
    const { store, act, shown } = await aDesk(94);
    const { apply } = okOf(await act.importTitles(aList(most + 1)));
    expect(problemOf(await failingFrom(`Title ${most + 1}`, apply))).toMatchObject({ detail: { part: true } });
    expect(await shown()).toHaveLength(most);
    expect(problemOf(await failingFrom('', apply))).toMatchObject({ detail: { part: true } });
    okOf(await apply());
    expect(await shown()).toHaveLength(most + 1);
    expect((await keptImports(store)).map(factsIn)).toEqual([most + 1]);
  });
});

test('a list that takes too long as one save is written in parts, and what may have been written is not denied', async () => {
  const waits = { left: 0 };
  const given: Partial<Ports> = {
    // A write that is waited for no longer is over at once; none of another length is.
    timer: (ms, run) => {
      const isOver = ms === 20_000 && waits.left > 0;
      if (isOver) waits.left -= 1;
      const timer = setTimeout(run, isOver ? 0 : ms);
      return () => clearTimeout(timer);
    },
  };
  const { act, shown } = await aDesk(97, given);
  const { apply } = okOf(await act.importTitles(csv(...Array.from({ length: 300 }, (_, at) => `Title ${at},,,`))));
  waits.left = 2;
  expect(problemOf(await apply())).toMatchObject({ code: 'storage-timeout', detail: { part: true } });
  waits.left = 1;
  okOf(await apply());
  expect(await shown()).toHaveLength(300);
});

/** No row that has these words in it is kept. */
async function failingFrom<Done>(words: string, run: () => Promise<Done>): Promise<Done> {
  const { add, put } = IDBObjectStore.prototype;
  const refusing = (keep: typeof add) =>
    function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
      if (JSON.stringify(value).includes(words)) throw new DOMException('full', 'QuotaExceededError');
      return keep.call(this, value, key);
    };
  Object.assign(IDBObjectStore.prototype, { add: refusing(add), put: refusing(put) });
  try {
    return await run();
  } finally {
    Object.assign(IDBObjectStore.prototype, { add, put });
  }
}
