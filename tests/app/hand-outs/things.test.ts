// What can be handed out, most used first.

import { expect, test } from 'vitest';
import { countOf, recentHandOuts, thingsInOrder } from '../../../src/app/features/hand-outs/things.ts';
import { catalogueOf, itemOf } from '../../../src/app/records/catalogue.ts';
import { handOutsOf } from '../../../src/device/store/hand-outs.ts';
import { resources } from '../../../src/device/store/records.ts';
import { okOf } from '../../device/a-device.ts';
import { aSessionHere } from '../a-session-here.ts';

const today = '2026-11-02';

test('used things come first, the catalogue follows by name, what is put away is left out', async () => {
  const { device, session } = await aSessionHere(40);
  const { act, store } = device;
  const resource = async (title: string, archived = false) =>
    okOf(await act.changeResource(null, { title, type: 'kit', barcode: null, archived })).id;
  const kit = await resource('Storytime kit');
  const away = await resource('Old kit', true);
  await resource('Astronomy kit');
  const give = async (id: string | null, title: string, count = 1) =>
    okOf(await act.handOut(session, 'given', { resource: id, title, count, barcode: null }));
  await give(null, 'Balloons', 30);
  await give(kit, 'Storytime kit');
  await give(kit, 'Storytime kit');
  await give(away, 'Old kit');
  okOf(await act.handOut(session, 'shown', { resource: kit, title: 'Storytime kit', count: 5, barcode: null }));

  const catalogue = catalogueOf((await resources(store)).map(itemOf));
  const things = thingsInOrder(await recentHandOuts(store, today), catalogue);
  expect(things.map((one) => one.title)).toEqual(['Storytime kit', 'Balloons', 'Astronomy kit']);

  const [first, second] = things;
  if (first === undefined || second === undefined) throw new Error('two things');
  const here = await handOutsOf(store, session);
  expect([countOf(first, 'given', here), countOf(first, 'shown', here), countOf(second, 'given', here)]).toEqual([2, 5, 30]);
});

test('a thing named on the spot in other capitals or accents is the same thing, and what is taken back no longer counts', async () => {
  const { device, session } = await aSessionHere(41);
  const { act, store } = device;
  okOf(await act.handOut(session, 'given', { resource: null, title: 'Piñata', count: 1, barcode: null }));
  const second = okOf(await act.handOut(session, 'given', { resource: null, title: 'PINATA', count: 2, barcode: null }));
  const things = thingsInOrder(await recentHandOuts(store, today), catalogueOf([]));
  expect(things).toHaveLength(1);
  const [thing] = things;
  if (thing === undefined || second.fact === null) throw new Error('one thing');
  expect(countOf(thing, 'given', await handOutsOf(store, session))).toBe(3);
  okOf(await act.voidFact(session, second.fact.id));
  expect(countOf(thing, 'given', await handOutsOf(store, session))).toBe(1);
});
