// Finding things in a catalogue: as people type it, by any spelling of a code, among 20,000.

import { expect, onTestFinished, test, vi } from 'vitest';
import { catalogueIn, catalogueOf, findItems, itemOf, itemsWith } from '../../../src/app/records/catalogue.ts';
import { placeActions } from '../../../src/device/actions/places.ts';
import type { RecordRow } from '../../../src/device/store/db.ts';
import type { ResourceFields } from '../../../src/domain/places.ts';
import { anEnrolledStore, okOf } from '../../device/a-device.ts';

const aBook = (id: string, values: Partial<ResourceFields>) =>
  itemOf({ id, values: { title: 'A book', type: 'book', barcode: null, archived: false, ...values } });

const catalogue = catalogueOf([
  aBook('A', {
    title: 'Krik? Krak!',
    creator: 'Danticat, Edwidge',
    codes: ['9780306406157'],
    language: 'en',
    topic: 'reading',
    bands: ['12-18', '19+'],
  }),
  aBook('B', {
    title: 'La casa de los espíritus',
    creator: 'Allende, Isabel',
    language: 'es',
    barcode: '30234000517861',
    bands: ['general'],
  }),
  aBook('C', { title: 'Storytime kit', type: 'kit', codes: ['036000291452'] }),
  aBook('D', { title: 'Old atlas', archived: true, codes: ['9780306406157'] }),
]);
const found = (wanted: Parameters<typeof findItems>[1]) => findItems(catalogue, wanted).map(({ id }) => id);

test('words in any order, without accents and capitals, of title and creator', () => {
  expect(found({ typed: 'ISABEL espiritus' })).toEqual(['B']);
  expect(found({ typed: 'krak edwidge' })).toEqual(['A']);
  expect(found({ typed: 'allende kit' })).toEqual([]);
});

test('a code in any spelling, typed in part or scanned', () => {
  expect(found({ typed: '0-306-40615-2' })).toEqual(['A']);
  expect(found({ typed: '00517861' })).toEqual(['B']);
  expect(itemsWith(catalogue, '0306406152').map(({ id }) => id)).toEqual(['A']);
  expect(itemsWith(catalogue, 'A30234000517861B').map(({ id }) => id)).toEqual(['B']);
  expect(itemsWith(catalogue, '0036000291452').map(({ id }) => id)).toEqual(['C']);
  expect(itemsWith(catalogue, '999')).toEqual([]);
});

test('only for an age: what is for any age is for each, what says nothing is for none', () => {
  expect(found({ typed: '', band: '12-18' })).toEqual(['A', 'B']);
  expect(found({ typed: '', band: '0-5' })).toEqual(['B']);
  expect(found({ typed: '', band: 'general' })).toEqual(['B']);
  expect(found({ typed: 'krak', band: '0-5' })).toEqual([]);
});

test('only of a type, a topic, a language; put-away things when asked for', () => {
  expect(found({ typed: '' })).toEqual(['A', 'B', 'C']);
  expect(found({ typed: '', type: 'kit' })).toEqual(['C']);
  expect(found({ typed: '', topic: 'reading' })).toEqual(['A']);
  expect(found({ typed: '', language: 'es' })).toEqual(['B']);
  expect(found({ typed: 'atlas', archived: true })).toEqual(['D']);
});

test('among 20,000 a search folds what is typed and no title, looks at each once, and a code is looked up', () => {
  const looks = { at: 0 };
  const titles = Array.from({ length: 20_000 }, (_, at) => {
    const item = aBook(`T${at}`, { title: `Café ${at}`, barcode: `3${String(at).padStart(13, '0')}` });
    const look = () => {
      looks.at += 1;
      return item.text;
    };
    return Object.defineProperty({ ...item }, 'text', { get: look });
  });
  const large = catalogueOf(titles);
  const folding = vi.spyOn(String.prototype, 'normalize');
  onTestFinished(() => folding.mockRestore());
  looks.at = 0;
  expect(findItems(large, { typed: 'CAFE 19999' }).map(({ id }) => id)).toEqual(['T19999']);
  expect(looks.at).toBe(20_000);
  expect(folding.mock.calls.length).toBeLessThanOrEqual(4);
  looks.at = 0;
  expect(itemsWith(large, '30000000019999').map(({ id }) => id)).toEqual(['T19999']);
  expect(looks.at).toBe(0);
});

test('the store is read once for all who ask, and for a change only what changed', async () => {
  const { store } = await anEnrolledStore(1);
  const { changeResource } = placeActions({ store, saved: () => {} });
  const { id } = okOf(await changeResource(null, { title: 'Krik? Krak!', type: 'book', barcode: null, archived: false }));
  const made = await store.records.get(`resource/${id}`);
  if (made === undefined) throw new Error('it was saved');
  const others = Array.from({ length: 1_499 }, (_, at) => {
    const other = `OTHER${String(at).padStart(7, '0')}`;
    return { ...made, key: `resource/${other}`, record: { ...made.record, id: other } };
  });
  await store.records.bulkPut(others);
  const rows = { read: 0 };
  store.records.hook('reading', (row: RecordRow) => {
    if (row.type === 'resource') rows.read += 1;
    return row;
  });
  const live = catalogueIn(store);
  const titles = () => {
    const now = live.last();
    return now.state === 'ready' ? findItems(now.value, { typed: 'krik' }).length : null;
  };
  live.join(() => {});
  await expect.poll(titles).toBe(1_500);
  expect(rows.read).toBe(1_500);

  catalogueIn(store).join(() => {});
  expect([titles(), rows.read]).toEqual([1_500, 1_500]);

  okOf(await changeResource(id, { title: 'Claire of the Sea Light' }));
  await expect.poll(titles).toBe(1_499);
  // The saving of the change reads the record, and so does whoever keeps the catalogue in step.
  expect(rows.read - 1_500).toBeLessThanOrEqual(3);
});
