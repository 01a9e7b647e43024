// A list of titles imported on a device and taken back: what nobody has touched since goes, what was changed or used stays.

import { expect, test } from 'vitest';
import { handOutActions } from '../../src/device/actions/hand-outs.ts';
import { placeActions } from '../../src/device/actions/places.ts';
import { sessionActions } from '../../src/device/actions/sessions.ts';
import { titleActions } from '../../src/device/actions/titles.ts';
import { workshopActions } from '../../src/device/actions/workshops.ts';
import { resources } from '../../src/device/store/records.ts';
import { anEnrolledStore, okOf } from './a-device.ts';

const csv = (...rows: readonly string[]) => new TextEncoder().encode(['title,author,isbn,barcode', ...rows].join('\n'));
const krik = '"Krik? Krak!","Danticat, Edwidge",9781569470251,30234000517861';
const mora = 'Tomás,"Mora, Pat",9780679804017,30234000517879';
const kit = 'Storytime kit,,,30234000517887';

async function aDesk(seed: number) {
  const { store } = await anEnrolledStore(seed);
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
  return { act, shown, idOf };
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
