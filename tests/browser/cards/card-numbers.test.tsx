// Ranges of card numbers: made, given to a device, taken from it only by its name, printed, put away.

import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CardNumbersScreen } from '../../../src/app/features/cards/CardNumbersScreen.tsx';
import { CardRangeScreen } from '../../../src/app/features/cards/CardRangeScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import type { Device } from '../../../src/device/device.ts';
import { cardRanges } from '../../../src/device/store/cards.ts';
import { saveOurs } from '../../../src/device/store/save-ours.ts';
import type { CardRangeFields } from '../../../src/domain/places.ts';
import { ok } from '../../../src/domain/problem.ts';
import { done } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import { aDevice, breakStorage, hold, onPhone, shown } from '../app/a-field-day.tsx';

const words = text.cards.ranges;

beforeEach(onPhone);

async function aRange(device: Device, set: Partial<CardRangeFields> = {}): Promise<string> {
  return (await done(device.act.changeCardRange(null, { from: '00120', to: '00129', ...set }))).id;
}

test('no ranges yet: what they are for, and the first step; staff are told who makes them', async () => {
  const device = await aDevice();
  shown(device, <CardNumbersScreen />);
  await expect.element(page.getByText(words.emptyTitle)).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.add }));
  await expect.element(page.getByRole('dialog')).toBeVisible();
  await expectAccessible();
});

test('staff see the ranges and change none', async () => {
  const device = await aDevice('staff');
  shown(device, <CardNumbersScreen />);
  await expect.element(page.getByText(text.settings.forCoordinators)).toBeVisible();
  await expect.element(page.getByRole('button', { name: words.add })).not.toBeInTheDocument();
  await expectAccessible();
});

test('while the ranges are read, the screen says so', async () => {
  const device = await aDevice();
  await hold(device);
  shown(device, <CardNumbersScreen />);
  await expect.element(page.getByRole('status', { name: words.reading })).toBeInTheDocument();
  await expectAccessible();
});

test('a store that gives nothing is said in words', async () => {
  const device = await aDevice();
  breakStorage();
  shown(device, <CardNumbersScreen />);
  await expect.element(page.getByText(text.problems['storage-unavailable'].happened)).toBeVisible();
  await expectAccessible();
});

test('what is wrong with a range is said in words; check digits are noted; a good one is made once', async () => {
  const device = await aDevice();
  await aRange(device, { from: '21234000000505', to: '21234000000992' });
  shown(device, <CardNumbersScreen />);
  await userEvent.click(page.getByRole('button', { name: words.add }));
  const save = page.getByRole('button', { name: words.save });
  await userEvent.fill(page.getByLabelText(words.from), '21234000000018');
  await userEvent.fill(page.getByLabelText(words.to), '2123400000050');
  await userEvent.click(save);
  await expect.element(page.getByRole('link', { name: words.problems['not-equally-long'] })).toBeVisible();
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(words.to), '21234000000505');
  const other = words.overlaps(words.range('21234000000505', '21234000000992'));
  await expect.element(page.getByRole('link', { name: other })).toBeVisible();
  await userEvent.fill(page.getByLabelText(words.to), '21234000000216');
  await expect.element(page.getByText(words.digits.fit)).toBeVisible();
  await userEvent.selectOptions(page.getByLabelText(words.device), 'Office desktop');
  await userEvent.dblClick(save);
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(page.getByRole('link', { name: /21234000000018 to 21234000000216/ })).toBeVisible();
  await expectAccessible();
  expect((await cardRanges(device.store)).map(({ values }) => [values.from, values.device])).toEqual([
    ['21234000000018', 'DEVICE000001'],
    ['21234000000505', null],
  ]);
});

test('a range is taken from its device only when that device is named', async () => {
  const device = await aDevice();
  const subject = { type: 'device', id: 'DEVICE000002' } as const;
  const body = { set: { name: 'Tablet 2', role: 'staff' }, base: {} };
  await done(saveOurs(device.store, { subjects: [subject], plan: () => ok([{ kind: 'device.changed', subject, body }]) }));
  const id = await aRange(device, { device: 'DEVICE000001', next: 4, spoiled: [1] });
  shown(device, <CardRangeScreen id={id} />);
  await expect.element(page.getByText('Office desktop').first()).toBeVisible();
  await expect.element(page.getByLabelText(words.giveTo)).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('button', { name: words.changeDevice }));
  await expect.element(page.getByRole('alertdialog').getByText(words.changeText('Office desktop', '00124'))).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.changeConfirm('Office desktop') }));
  await userEvent.selectOptions(page.getByLabelText(words.giveTo), 'Tablet 2');
  await userEvent.click(page.getByRole('button', { name: words.giveSave, exact: true }));
  await expect.poll(async () => (await cardRanges(device.store))[0]?.values).toMatchObject({ device: 'DEVICE000002', next: 4 });
  await expectAccessible();
});

test('the stock adds up, every number says what became of it, and the range can be put away', async () => {
  const device = await aDevice();
  const id = await aRange(device, { device: 'DEVICE000001', next: 4, spoiled: [1], given: [5] });
  const screen = shown(device, <CardRangeScreen id={id} />);
  await userEvent.click(page.getByRole('button', { name: words.showNumbers }));
  const rows = () => [...document.querySelectorAll('tbody tr')].map((row) => row.textContent);
  await expect
    .poll(() => rows().slice(0, 7))
    .toEqual(['00120Used', '00121Spoiled', '00122Used', '00123Used', '00124Left', '00125Used', '00126Left']);
  expect(rows()).toHaveLength(10);
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.putAway }));
  await expectAccessible();
  await userEvent.click(page.getByRole('alertdialog').getByRole('button', { name: words.putAway }));
  await expect.poll(screen.path).toBe('/settings/cards');
  expect(await cardRanges(device.store)).toEqual([]);
});

test('a range that is not here says so', async () => {
  const device = await aDevice();
  shown(device, <CardRangeScreen id="NOTHERE00001" />);
  await expect.element(page.getByText(words.gone)).toBeVisible();
  await expectAccessible();
});
