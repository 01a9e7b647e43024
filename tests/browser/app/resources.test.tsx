// The catalogue of resources: listed, found, added, put away.

import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ResourceScreen } from '../../../src/app/features/resources/ResourceScreen.tsx';
import { ResourcesScreen } from '../../../src/app/features/resources/ResourcesScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { resources } from '../../../src/device/store/records.ts';
import { done } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import { aDevice, breakStorage, onPhone, shown } from './a-field-day.tsx';

const words = text.resources;

beforeEach(onPhone);

test('an empty catalogue says what it is for', async () => {
  const device = await aDevice();
  shown(device, <ResourcesScreen />);
  await expect.element(page.getByText(words.emptyTitle)).toBeVisible();
  await expectAccessible();
});

test('a title is needed; a barcode that another resource has is named; what is saved is in the list', async () => {
  const device = await aDevice();
  await done(device.act.changeResource(null, { title: 'Storytime kit', type: 'kit', barcode: '39000012345678', archived: false }));
  const screen = shown(device, <ResourceScreen id={null} />);
  await userEvent.fill(page.getByLabelText(new RegExp(`^${words.barcode}`)), '39000012345678');
  await userEvent.click(page.getByRole('button', { name: words.save }));
  await expect.element(page.getByRole('link', { name: words.nameMissing })).toBeVisible();
  await expect.element(page.getByRole('link', { name: words.sameBarcode('Storytime kit') })).toBeVisible();
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(words.name), 'Seed packets');
  await userEvent.fill(page.getByLabelText(new RegExp(`^${words.barcode}`)), '');
  await userEvent.click(page.getByRole('button', { name: words.save }));
  await expect.poll(screen.path).toBe('/resources');
  expect((await resources(device.store)).map((one) => one.values.title)).toEqual(['Seed packets', 'Storytime kit']);
});

test('what is put away leaves the list, and is found again when asked for', async () => {
  const device = await aDevice();
  const { id } = await done(device.act.changeResource(null, { title: 'Piñata', type: 'kit', barcode: null, archived: false }));
  await done(device.act.changeResource(null, { title: 'Hotspot', type: 'device', barcode: null, archived: true }));
  shown(device, <ResourcesScreen />);
  await expect.element(page.getByRole('link', { name: /Piñata/ })).toHaveAttribute('href', `/resources/${id}`);
  await expect.element(page.getByText('Hotspot')).not.toBeInTheDocument();
  await userEvent.click(page.getByLabelText(words.showArchived));
  await expect.element(page.getByText('Hotspot')).toBeVisible();
  await userEvent.fill(page.getByLabelText(words.search), 'PINATA');
  await expect.element(page.getByText('Hotspot')).not.toBeInTheDocument();
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(words.search), 'zebra');
  await expect.element(page.getByText(words.noneFoundTitle)).toBeVisible();
  await expectAccessible();
});

test('a resource that is not here says so', async () => {
  const device = await aDevice();
  shown(device, <ResourceScreen id="NOTHERE00001" />);
  await expect.element(page.getByText(text.problems['not-found'].happened)).toBeVisible();
  await expectAccessible();
});

test('a store that cannot be read is said in words', async () => {
  const device = await aDevice();
  breakStorage();
  shown(device, <ResourcesScreen />);
  await expect.element(page.getByText(text.problems['storage-unavailable'].happened)).toBeVisible();
  await expectAccessible();
});

test('a tap on a link asks before what was typed is thrown away', async () => {
  const device = await aDevice();
  const screen = shown(device, <ResourceScreen id={null} />);
  await userEvent.fill(page.getByLabelText(words.name), 'Seed packets');
  const away = page.getByRole('navigation').getByRole('link', { name: text.shell.delivery });
  await userEvent.click(away);
  await expect.element(page.getByRole('alertdialog')).toHaveAccessibleName(text.unsaved.title);
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: text.unsaved.stay }).last());
  await expect.element(page.getByLabelText(words.name)).toHaveValue('Seed packets');
  const before = screen.path();
  await userEvent.click(away);
  await userEvent.click(page.getByRole('button', { name: text.unsaved.leave }));
  await expect.poll(screen.path).toBe('/delivery');
  expect(before).not.toBe('/delivery');
});

test('so does the browser’s back, and goes there when the answer is to leave', async () => {
  const device = await aDevice();
  const screen = shown(device, <ResourceScreen id={null} />, '/resources');
  history.pushState(null, '', '/resources/new');
  dispatchEvent(new PopStateEvent('popstate')); // the router learns of it as of any step through the history
  await userEvent.fill(page.getByLabelText(words.name), 'Seed packets');
  history.back();
  await expect.element(page.getByRole('alertdialog')).toHaveAccessibleName(text.unsaved.title);
  expect(screen.path()).toBe('/resources/new');
  await userEvent.click(page.getByRole('button', { name: text.unsaved.stay }).last());
  await expect.element(page.getByLabelText(words.name)).toHaveValue('Seed packets');
  expect(screen.path()).toBe('/resources/new');
  history.back();
  await expect.element(page.getByRole('alertdialog')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: text.unsaved.leave }));
  await expect.poll(screen.path).toBe('/resources');
});

test('a text that is typed stays when a file arrives, and one that is not typed follows', async () => {
  const device = await aDevice();
  const { id } = await done(
    device.act.changeResource(null, { title: 'Rhymes', type: 'digital_resource', barcode: null, archived: false, note: 'One' }),
  );
  shown(device, <ResourceScreen id={id} />);
  const note = page.getByLabelText(text.files.note);
  await expect.element(note).toHaveValue('One');
  await done(device.act.changeResource(id, { note: 'One, two' }));
  await expect.element(note).toHaveValue('One, two');
  await userEvent.fill(note, 'One, two, buckle');
  await done(device.act.changeResource(id, { file: { hash: 'A'.repeat(43), bytes: 5, mime: 'application/pdf', name: 'rhymes.pdf' } }));
  await expect.element(page.getByText('rhymes.pdf')).toBeVisible();
  await expect.element(note).toHaveValue('One, two, buckle');
});

async function countedLongAgo() {
  const device = await aDevice();
  const stock = { copies: 40, day: '2026-09-01' };
  const { id } = await done(device.act.changeResource(null, { title: 'Giveaway books', type: 'book', stock }));
  return { device, id };
}

test('a count older than what the device holds is listed with its day, never as what is aboard', async () => {
  const { device } = await countedLongAgo();
  shown(device, <ResourcesScreen />);
  await expect.element(page.getByRole('link', { name: /Giveaway books.*40 counted Sep 1/ })).toBeVisible();
});

test('it is called old on its own page, of a book as well', async () => {
  const { device, id } = await countedLongAgo();
  shown(device, <ResourceScreen id={id} />);
  await expect.element(page.getByText(words.stock.old)).toBeVisible();
  await expect.element(page.getByText(words.stock.countedOn('Sep 1, 2026'), { exact: true })).toBeVisible();
  expect(page.getByText(words.stock.aboard, { exact: true }).elements()).toHaveLength(0);
  await expectAccessible();
});
