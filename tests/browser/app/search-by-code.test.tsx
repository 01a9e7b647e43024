// Lists that are searched by a code as well as by words: what is held before the camera, or read by a hand scanner wherever the focus is.

import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FollowUpScreen } from '../../../src/app/features/follow-up/FollowUpScreen.tsx';
import { LoansScreen } from '../../../src/app/features/loans/LoansScreen.tsx';
import { ResourcesScreen } from '../../../src/app/features/resources/ResourcesScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import type { Device } from '../../../src/device/device.ts';
import { aCamera } from '../a-camera.ts';
import { scan } from '../a-hand-scanner.ts';
import { done } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import { misfits } from '../looks.ts';
import { aDevice, anOpenSession, aSealingKey, onPhone, passphrase, shown } from './a-field-day.tsx';

beforeEach(onPhone);

const label = '30234000517861';
const isbn = '9780306406157';
const camera = () => page.getByRole('button', { name: text.scanning.scan, exact: true });

async function theBook(device: Device): Promise<string> {
  const book = { title: 'Krik? Krak!', type: 'book', barcode: label, archived: false } as const;
  return (await done(device.act.changeResource(null, { ...book, codes: [isbn] }))).id;
}

/** Beside the field, on one line with it, and nothing is wider than the phone. */
function expectCalm(searchLabel: string): void {
  const field = page.getByLabelText(searchLabel).element().getBoundingClientRect();
  const button = camera().element().getBoundingClientRect();
  expect([Math.round(button.top), button.width >= 48, button.height >= 48]).toEqual([Math.round(field.top), true, true]);
  expect(misfits(document.body)).toEqual([]);
}

test('a thing is found in the catalogue by what the camera reads and by any spelling of its number', async () => {
  const words = text.resources;
  const device = await aDevice();
  await theBook(device);
  await done(device.act.changeResource(null, { title: 'Hotspot', type: 'device', barcode: null, archived: false }));
  shown(device, <ResourcesScreen />);
  await expect.element(page.getByRole('link', { name: /Hotspot/ })).toBeVisible();
  expectCalm(words.search);
  const held = aCamera();
  await userEvent.click(camera());
  await expect.element(page.getByText(text.scanner.aim)).toBeVisible();
  await expectAccessible();
  held.hold(`A${label}B`);
  await expect.element(page.getByLabelText(words.search)).toHaveValue(label);
  await expect.element(page.getByRole('link', { name: /Krik/ })).toBeVisible();
  await expect.element(page.getByRole('link', { name: /Hotspot/ })).not.toBeInTheDocument();
  await expect.element(page.getByText(text.scanning.read(label))).toBeInTheDocument();
  await expect.poll(held.stopped).toBe(true);
  expectCalm(words.search);

  await userEvent.click(page.getByRole('button', { name: words.clear }));
  await expect.element(page.getByRole('link', { name: /Hotspot/ })).toBeVisible();
  camera().element().focus();
  scan('0306406152');
  await expect.element(page.getByRole('link', { name: /Hotspot/ })).not.toBeInTheDocument();
  await expect.element(page.getByRole('link', { name: /Krik/ })).toBeVisible();
});

test('a loan is found by the label it was lent by, and by its title’s number', async () => {
  const words = text.loans;
  const device = await aDevice();
  const session = await anOpenSession(device);
  const what = { count: 1, site: null, due: '2026-11-05', card: '', token: device.act.newToken(), to: 'person' } as const;
  await done(device.act.lend(session, { ...what, resource: await theBook(device), title: 'Krik? Krak!', barcode: label }));
  await done(device.act.lend(session, { ...what, token: device.act.newToken(), resource: null, title: 'Hotspot', barcode: '' }));
  shown(device, <LoansScreen />);
  const hotspot = page.getByRole('button', { name: words.cameBackOf('Hotspot') });
  await expect.element(hotspot).toBeVisible();
  expectCalm(words.search);
  for (const code of [`A${label}B`, isbn, '0306406152']) {
    scan(code);
    await expect.element(hotspot).not.toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: words.cameBackOf('Krik? Krak!') })).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: words.clear }));
    await expect.element(hotspot).toBeVisible();
  }
  await userEvent.fill(page.getByLabelText(words.search), `a${label}b`);
  await expect.element(hotspot).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: words.cameBackOf('Krik? Krak!') })).toBeVisible();
});

test('a person is found by the card, with the letters around its number or without', async () => {
  const words = text.followUp;
  const device = await aDevice();
  await aSealingKey(device);
  const session = await anOpenSession(device);
  const consent = { given: true, wording: 'en-US/2026-11', by: 'caregiver' } as const;
  const nothingElse = { email: '', address: '', birthDate: null, guardian: null, note: '' };
  for (const [name, phone, cardNumber] of [
    ['Wideline Jean-Baptiste', '305 555 0142', '21234000000018'],
    ['Ana Pierre', '305 555 0199', ''],
  ] as const) {
    const contact = { ...nothingElse, name, phone, cardNumber };
    await done(device.act.takeSignUp(session, { for: 'card', program: null, language: 'ht', ageBand: '6-11', consent, contact }));
  }
  await done(device.seal.unlock({ passphrase }));
  shown(device, <FollowUpScreen />, '/follow-up');
  const ana = page.getByRole('link', { name: /Ana Pierre/ });
  await expect.element(ana).toBeVisible();
  expectCalm(words.search);
  const held = aCamera();
  held.hold('A21234000000018B');
  await userEvent.click(camera());
  await expect.element(ana).not.toBeInTheDocument();
  await expect.element(page.getByRole('link', { name: /Wideline/ })).toBeVisible();
  await expect.poll(held.stopped).toBe(true);
  await userEvent.fill(page.getByLabelText(words.search), 'pierre');
  await expect.element(ana).toBeVisible();
  scan('A21234000000018B');
  await expect.element(ana).not.toBeInTheDocument();
  await expect.element(page.getByRole('link', { name: /Wideline/ })).toBeVisible();
  await expectAccessible();
});
