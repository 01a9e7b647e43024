// Delivery: the answer in its three states, what waits and why, and the way out by file.

import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DeliveryScreen } from '../../../src/app/features/delivery/DeliveryScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import type { Device } from '../../../src/device/device.ts';
import { newSelf, self } from '../../../src/device/store/self.ts';
import { done } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import { aDevice, anOpenSession, breakStorage, hold, onLandscapeTablet, onPhone, shown } from './a-field-day.tsx';

const words = text.delivery;

beforeEach(onPhone);

/** As receipts leave the store: everything delivered, or one of it held aside. */
async function receipted(device: Device, held = 0): Promise<void> {
  const { store } = device;
  const facts = await store.facts.toArray();
  const aside = facts.slice(facts.length - held);
  for (const { id, subject, kind, text: sent, hash, order } of aside) {
    await store.attention.put({
      id,
      subject,
      kind,
      text: sent,
      hash,
      order,
      code: 'fact-invalid',
      field: 'body.heads',
      at: '2026-11-02T13:40:00.000Z',
      parked: false,
    });
  }
  const own = await self(store);
  await store.self.put({
    ...newSelf,
    ...own,
    delivered: facts.at(-1)?.order ?? 0,
    waiting: 0,
    attention: held,
    stored: facts.length - held,
    lastDeliveredAt: '2026-11-02T13:40:00.000Z',
  });
}

test('while it is read', async () => {
  const device = await aDevice();
  await hold(device);
  shown(device, <DeliveryScreen />);
  await expect.element(page.getByRole('status', { name: words.reading })).toBeInTheDocument();
  await expectAccessible();
});

test('nothing recorded yet', async () => {
  const device = await aDevice('staff');
  // Before enrollment has given it a name, which is a record like any other.
  await device.store.facts.clear();
  await device.store.self.put({ ...(await self(device.store)), waiting: 0 });
  shown(device, <DeliveryScreen />);
  await expect.element(page.getByRole('region', { name: words.answer.nothing })).toBeVisible();
  await expect.element(page.getByText(text.parcels.nothing)).toBeVisible();
  await expectAccessible();
});

test.each([
  ['a phone', onPhone],
  ['a tablet in landscape', onLandscapeTablet],
])('on %s: what waits, how old it is, and why the last try failed', async (_, view) => {
  await view();
  const device = await aDevice('staff');
  const id = await anOpenSession(device);
  await done(device.act.count(id, '6-11', 1, 'tap'));
  shown(device, <DeliveryScreen />);
  await expect.element(page.getByRole('region', { name: words.answer.some(0, 3) })).toBeVisible();
  await expect.element(page.getByText(words.noTryYet)).toBeInTheDocument();
  await userEvent.click(page.getByRole('button', { name: words.now }));
  await expect.element(page.getByText(new RegExp(text.problems['server-unreachable'].happened))).toBeInTheDocument();
  await expect.element(page.getByText(/Tries again by itself/)).toBeInTheDocument();
  await expectAccessible();
});

test('everything is on the server', async () => {
  const device = await aDevice('staff');
  await anOpenSession(device);
  await receipted(device);
  shown(device, <DeliveryScreen />);
  await expect.element(page.getByRole('region', { name: words.answer.all })).toBeVisible();
  await expectAccessible();
});

test('what needs attention says why, and can be sent again or put away', async () => {
  const device = await aDevice('staff');
  const id = await anOpenSession(device);
  await done(device.act.count(id, '6-11', 1, 'tap'));
  await done(device.act.count(id, '6-11', 2, 'many'));
  await receipted(device, 2);
  shown(device, <DeliveryScreen />);
  const cards = page.getByRole('article', { name: words.kind['attendance.counted'] });
  await expect.element(cards.first().getByText(text.problems['fact-invalid'].happened)).toBeVisible();
  await expect.element(cards.first().getByText(/body\.heads/)).toBeVisible();
  await expectAccessible();
  await userEvent.click(cards.first().getByRole('button', { name: words.attention.park }));
  await expect.element(page.getByRole('heading', { name: words.attention.parkedTitle })).toBeVisible();
  await userEvent.click(page.getByRole('region', { name: words.attention.title }).getByRole('button', { name: words.attention.sendAgain }));
  await expect.poll(async () => (await self(device.store)).again).toBe(1);
  await expectAccessible();
});

test('the rescue file that one device writes, another takes in, once', async () => {
  const device = await aDevice('staff');
  const id = await anOpenSession(device);
  await done(device.act.count(id, '6-11', 7, 'many'));
  const { text: rescue, name, count } = await done(device.act.exportRescue());
  const other = await aDevice('staff');
  const own = await self(other.store);
  if (own.identity === null) throw new Error('enrolled');
  await other.store.self.put({ ...own, identity: { ...own.identity, device: 'DEVICE000002', incarnation: 'INCARNATION2' } });
  shown(other, <DeliveryScreen />);
  await expect.element(page.getByRole('button', { name: text.parcels.takeFile })).toBeVisible();
  const choose = document.querySelector('input[type=file]');
  if (!(choose instanceof HTMLInputElement)) throw new Error('a file field');
  await userEvent.upload(choose, new File([rescue], name, { type: 'application/json' }));
  await expect.element(page.getByText(text.parcels.taken(count, 0))).toBeVisible();
  await userEvent.upload(choose, new File(['{"half":'], name, { type: 'application/json' }));
  await expect.element(page.getByText(text.problems['rescue-file-unreadable'].happened)).toBeVisible();
  await expectAccessible();
});

test('a device whose access was ended is told what is safe', async () => {
  const device = await aDevice('staff');
  await device.store.self.update('self', { revoked: true });
  shown(device, <DeliveryScreen />);
  await expect.element(page.getByText(words.revoked)).toBeVisible();
  await expectAccessible();
});

test('a store that cannot be read', async () => {
  const device = await aDevice('staff');
  breakStorage();
  shown(device, <DeliveryScreen />);
  await expect.element(page.getByText(text.problems['storage-unavailable'].happened)).toBeVisible();
  await expectAccessible();
});

test('protection of storage is asked for by a tap, and a no is said plainly', async () => {
  const device = await aDevice('staff');
  shown(device, <DeliveryScreen />);
  await userEvent.click(page.getByRole('button', { name: words.storage.ask }));
  await expect.element(page.getByText(words.storage.refused)).toBeVisible();
  await expectAccessible();
});
