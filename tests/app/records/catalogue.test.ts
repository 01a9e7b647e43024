// Finding things in a catalogue: as people type it, by any spelling of a code, among 20,000.

import { expect, test } from 'vitest';
import { catalogueOf, findItems, itemOf, itemsWith } from '../../../src/app/records/catalogue.ts';
import type { ResourceFields } from '../../../src/domain/places.ts';

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
