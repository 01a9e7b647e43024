// The catalogue of resources: listed, found, added, put away.

import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ResourceScreen } from '../../../src/app/features/resources/ResourceScreen.tsx';
import { ResourcesScreen } from '../../../src/app/features/resources/ResourcesScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import type { Device } from '../../../src/device/device.ts';
import { resources, resourceWith } from '../../../src/device/store/records.ts';
import { countChange } from '../../../src/domain/stock.ts';
import { done } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import { aDevice, anOpenSession, breakStorage, onPhone, shown, today } from './a-field-day.tsx';

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

test('the catalogue is narrowed to an age once something says for which it is', async () => {
  const device = await aDevice();
  await done(device.act.changeResource(null, { title: 'Hotspot', type: 'device' }));
  shown(device, <ResourcesScreen />);
  await expect.element(page.getByRole('link', { name: /Hotspot/ })).toBeVisible();
  expect(page.getByLabelText(words.bands).query()).toBeNull();
  await done(device.act.changeResource(null, { title: 'Board books', type: 'book', bands: ['0-5'] }));
  await done(device.act.changeResource(null, { title: 'Seed packets', type: 'handout', bands: ['general'] }));
  await userEvent.selectOptions(page.getByLabelText(words.bands), text.words.band['0-5']);
  await expect.element(page.getByText('Hotspot')).not.toBeInTheDocument();
  await expect.element(page.getByRole('link', { name: /Board books/ })).toBeVisible();
  await expect.element(page.getByRole('link', { name: /Seed packets/ })).toBeVisible();
  await userEvent.selectOptions(page.getByLabelText(words.bands), text.words.band['12-18']);
  await expect.element(page.getByText('Board books')).not.toBeInTheDocument();
  await expectAccessible();
  await userEvent.selectOptions(page.getByLabelText(words.bands), words.anyBand);
  await expect.element(page.getByText('Hotspot')).toBeVisible();
});

test('an age that was chosen narrows nothing once no resource says for which it is', async () => {
  const device = await aDevice();
  await done(device.act.changeResource(null, { title: 'Hotspot', type: 'device' }));
  const { id } = await done(device.act.changeResource(null, { title: 'Board books', type: 'book', bands: ['0-5'] }));
  shown(device, <ResourcesScreen />);
  await userEvent.selectOptions(page.getByLabelText(words.bands), text.words.band['0-5']);
  await expect.element(page.getByText('Hotspot')).not.toBeInTheDocument();
  await done(device.act.changeResource(id, { bands: [] }));
  await expect.element(page.getByText('Hotspot')).toBeVisible();
  expect(page.getByLabelText(words.bands).query()).toBeNull();
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
  await expect.poll(screen.path).toBe('/resources/new');
  await userEvent.click(page.getByRole('button', { name: text.unsaved.stay }).last());
  await expect.element(page.getByLabelText(words.name)).toHaveValue('Seed packets');
  await expect.poll(screen.path).toBe('/resources/new');
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

async function anOutlet(device: Device, name: string): Promise<string> {
  return (await done(device.act.changeOutlet(null, { name, kind: 'bookmobile' }))).id;
}

test('with one vehicle nobody is asked which, and the count is the one that earlier apps read', async () => {
  const device = await aDevice();
  await anOutlet(device, 'North Bus');
  const { id } = await done(device.act.changeResource(null, { title: 'Giveaway books', type: 'book' }));
  shown(device, <ResourceScreen id={id} />);
  await expect.element(page.getByText(words.stock.none)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: words.stock.count }));
  await expect.element(page.getByLabelText(words.vehicle)).not.toBeInTheDocument();
  await userEvent.fill(page.getByLabelText(words.stock.number), '12');
  await userEvent.click(page.getByRole('button', { name: words.stock.save }));
  await expect.element(page.getByText(words.stock.aboard, { exact: true })).toBeVisible();
  expect((await resourceWith(device.store, id))?.values.stock).toEqual({ copies: 12, day: today });
  await expect.element(page.getByText('North Bus')).not.toBeInTheDocument();
});

async function onTwoVehicles() {
  const device = await aDevice();
  const [north, south] = [await anOutlet(device, 'North Bus'), await anOutlet(device, 'South Bus')];
  const counted = { ...countChange(north, { copies: 7, day: today }), stock: { copies: 40, day: today } };
  const { id } = await done(device.act.changeResource(null, { title: 'Seed kit', type: 'kit', ...counted }));
  return { device, north, south, id };
}

test('with several a resource lists what is aboard each; counting asks which, and has chosen the one of the open session', async () => {
  const { device, south, id } = await onTwoVehicles();
  const session = await anOpenSession(device, { outlet: south });
  await done(device.act.handOut(session, 'given', { resource: id, title: 'Seed kit', count: 2, barcode: null }));
  shown(device, <ResourceScreen id={id} />);
  await expect.element(page.getByRole('heading', { name: 'North Bus' })).toBeVisible();
  await expect.element(page.getByText(words.stock.notHere)).toBeVisible();
  await expect.element(page.getByRole('heading', { name: words.noVehicle })).toBeVisible();
  await expect.element(page.getByText(/^38 aboard$/)).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.stock.countPrepared }));
  const which = page.getByLabelText(words.vehicle);
  const number = page.getByLabelText(words.stock.number);
  await expect.element(which).toHaveValue(south);
  await expect.element(number).toHaveValue('');
  await expect.element(page.getByRole('button', { name: words.stock.stop })).not.toBeInTheDocument();
  await userEvent.selectOptions(which, 'North Bus');
  await expect.element(number).toHaveValue('7');
  await userEvent.selectOptions(which, words.stock.chooseVehicle);
  await userEvent.click(page.getByRole('button', { name: words.stock.save }));
  await expect.element(page.getByRole('link', { name: words.stock.vehicleMissing })).toBeVisible();
  await expectAccessible();
  await userEvent.selectOptions(which, 'South Bus');
  await userEvent.fill(number, '10');
  await userEvent.click(page.getByRole('button', { name: words.stock.save }));
  await expect.element(page.getByText(words.stock.notHere)).not.toBeInTheDocument();
  await expect.element(page.getByText(/^10 aboard$/)).toBeVisible();
  // Two were picked up there earlier today: so many were prepared.
  await expect.element(page.getByText(/^12 prepared$/)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: words.stock.countPrepared }));
  await userEvent.click(page.getByRole('button', { name: words.stock.stop }));
  await expect.element(page.getByText(words.stock.notHere)).toBeVisible();
  await expect.element(page.getByText(/^7 aboard$/)).toBeVisible();
});

test('who counts for a vehicle is told of the count that names none, and may end it with the same tap', async () => {
  const { device, id } = await onTwoVehicles();
  shown(device, <ResourceScreen id={id} />);
  await userEvent.click(page.getByRole('button', { name: words.stock.countPrepared }));
  const ends = page.getByRole('checkbox', { name: /names no vehicle \(40\)/ });
  const which = page.getByLabelText(words.vehicle);
  await expect.element(ends).not.toBeInTheDocument();
  await userEvent.selectOptions(which, words.noVehicle);
  await expect.element(ends).not.toBeInTheDocument();
  await userEvent.selectOptions(which, 'South Bus');
  await userEvent.fill(page.getByLabelText(words.stock.number), '10');
  await expect.element(ends).not.toBeChecked();
  await expectAccessible();
  await userEvent.click(ends);
  await userEvent.click(page.getByRole('button', { name: words.stock.save }));
  await expect.element(page.getByRole('heading', { name: words.noVehicle })).not.toBeInTheDocument();
  await expect.element(page.getByText(/^10 aboard$/)).toBeVisible();
  expect((await resourceWith(device.store, id))?.values.stock).toBeNull();
});

test('the catalogue says what is aboard the vehicle one asks for, and says so where nobody said which', async () => {
  const { device } = await onTwoVehicles();
  shown(device, <ResourcesScreen />);
  const row = (aboard: string) => page.getByRole('link', { name: new RegExp(`Seed kit.*${aboard}`) });
  await expect.element(row('North Bus: 7 aboard')).toBeVisible();
  await userEvent.selectOptions(page.getByLabelText(words.vehicle), 'South Bus');
  await expect.element(row(`${words.noVehicle}: 40 aboard`)).toBeVisible();
  await expectAccessible();
});
