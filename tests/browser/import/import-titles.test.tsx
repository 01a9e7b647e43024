// Importing titles: looked at first, saved, and taken back with what became of them in numbers.

import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ImportTitlesScreen } from '../../../src/app/features/import/ImportTitlesScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { resources } from '../../../src/device/store/records.ts';
import { anEnrolledDevice, aFramedScreen, done } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import { refuseToKeep } from '../app/a-field-day.tsx';
import { stored } from '../app/a-full-disk.ts';

const words = text.titles;
const csv = 'title,author,isbn\n"Krik? Krak!","Danticat, Edwidge",9781569470251\nTomás,"Mora, Pat",9780679804017\n';

async function choose(list: string): Promise<void> {
  await userEvent.upload(page.getByLabelText(words.choose, { exact: true }).last(), new File([list], 'titles.csv', { type: 'text/csv' }));
}

test('titles are imported and taken back; what was changed meanwhile stays and is counted', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  aFramedScreen(device, <ImportTitlesScreen />);
  await choose(csv);
  await userEvent.click(page.getByRole('button', { name: words.confirm(2) }));
  await expect.element(page.getByText(words.done(2))).toBeVisible();
  await expectAccessible();
  const krik = (await resources(device.store)).find(({ values }) => values.title === 'Krik? Krak!')?.id ?? '';
  await done(device.act.changeResource(krik, { favorite: true }));
  await userEvent.click(page.getByRole('button', { name: text.importing.undo }));
  await expect.element(page.getByText(words.putAway(1))).toBeVisible();
  await expect.element(page.getByText(words.kept(1))).toBeVisible();
  await expect.element(page.getByText(words.asBefore(0))).not.toBeInTheDocument();
  await expectAccessible();
  expect((await resources(device.store)).map(({ values }) => [values.title, values.archived])).toEqual([
    ['Krik? Krak!', false],
    ['Tomás', true],
  ]);
});

test('an import of another day is taken back, and what became of its titles is said in numbers', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  const looked = await done(device.act.importTitles(new TextEncoder().encode(csv)));
  await done(looked.apply('titles.csv'));
  const krik = (await resources(device.store)).find(({ values }) => values.title === 'Krik? Krak!')?.id ?? '';
  await done(device.act.changeResource(krik, { favorite: true }));
  aFramedScreen(device, <ImportTitlesScreen />);
  await userEvent.click(page.getByRole('button', { name: text.importing.last.takeBackOf('titles.csv') }));
  await userEvent.click(page.getByRole('button', { name: text.importing.undo }));
  await expect.element(page.getByText(words.putAway(1))).toBeVisible();
  await expect.element(page.getByText(words.kept(1))).toBeVisible();
  await expectAccessible();
});

test('a list that cannot be kept whole is not there at all, and says so', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  aFramedScreen(device, <ImportTitlesScreen />);
  const before = await stored(device);
  const mend = refuseToKeep('Title 205');
  await choose(aList(210));
  await userEvent.click(page.getByRole('button', { name: words.confirm(210) }));
  await expect.element(page.getByText(text.problems['storage-unavailable'].safe, { exact: false })).toBeVisible();
  await expect.element(page.getByRole('button', { name: text.importing.undo })).not.toBeInTheDocument();
  expect(await stored(device)).toEqual(before);
  mend();
  await userEvent.click(page.getByRole('button', { name: words.confirm(210) }));
  await expect.element(page.getByText(words.done(210))).toBeVisible();
  expect(await resources(device.store)).toHaveLength(210);
});

test('of a list too long to be whole, what was written before writing failed is taken back', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  aFramedScreen(device, <ImportTitlesScreen />);
  const mend = refuseToKeep('Title 2005');
  await choose(aList(2_010));
  await userEvent.click(page.getByRole('button', { name: words.confirm(2_010) }));
  await expect.element(page.getByRole('button', { name: text.importing.undo })).toBeVisible();
  await expectAccessible();
  mend();
  await userEvent.click(page.getByRole('button', { name: text.importing.undo }));
  await expect.element(page.getByText(words.undone)).toBeVisible();
  const archived = (await resources(device.store)).map(({ values }) => values.archived);
  expect(archived).toEqual(Array(2_000).fill(true));
});

function aList(titles: number): string {
  return ['title,author,isbn', ...Array.from({ length: titles }, (_, at) => `Title ${at + 1},,`)].join('\n');
}
