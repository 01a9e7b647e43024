// A PIN is set beside a name, in honest words, and asked for when the name is picked.

import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { StaffScreen } from '../../../src/app/features/admin/staff/StaffScreen.tsx';
import { ThisDeviceScreen } from '../../../src/app/features/settings/ThisDeviceScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { self } from '../../../src/device/store/self.ts';
import { staffPins } from '../../../src/device/store/kiosk.ts';
import { done } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import { aDevice, shown } from '../app/a-field-day.tsx';

const words = text.handOver;

beforeEach(() => page.viewport(820, 2_000));

test('a name gets a PIN, and a PIN of other than 4 to 6 digits is refused in words', async () => {
  const device = await aDevice();
  await done(device.act.changeStaff(null, { name: 'Bob Weaver', active: true }));
  shown(device, <StaffScreen />);
  await userEvent.click(page.getByRole('button', { name: 'Bob Weaver' }));
  const pin = page.getByLabelText(new RegExp(`^${words.pin.label}`));
  await userEvent.fill(pin, '12');
  await userEvent.click(page.getByRole('button', { name: text.shell.save }));
  await expect.element(pin).toHaveAccessibleDescription(new RegExp(words.pin.wrong));
  await expectAccessible();
  await userEvent.fill(pin, '8315');
  await userEvent.click(page.getByRole('button', { name: text.shell.save }));
  await expect.poll(async () => (await staffPins(device.store)).map((one) => one.name)).toEqual(['Bob Weaver']);
  await userEvent.click(page.getByRole('button', { name: 'Bob Weaver' }));
  await userEvent.click(page.getByRole('checkbox', { name: words.pin.remove }));
  await userEvent.click(page.getByRole('button', { name: text.shell.save }));
  await expect.poll(() => staffPins(device.store)).toEqual([]);
});

test('who picks a name with a PIN is asked for it, and stays who they were until it is right', async () => {
  const device = await aDevice();
  const bob = await done(device.act.changeStaff(null, { name: 'Bob Weaver', active: true }));
  await done(device.act.setPin(bob.id, '8315'));
  shown(device, <ThisDeviceScreen />);
  await userEvent.click(page.getByRole('radio', { name: 'Bob Weaver' }));
  await expect.element(page.getByRole('dialog')).toBeVisible();
  await expectAccessible();
  const pin = page.getByLabelText(words.leave.pin, { exact: true });
  await userEvent.fill(pin, '0000');
  await userEvent.keyboard('{Enter}');
  await expect.element(pin).toHaveAccessibleDescription(new RegExp(words.leave.wrong));
  expect((await self(device.store)).staff).toBe(null);
  await userEvent.fill(pin, '8315');
  await userEvent.keyboard('{Enter}');
  await expect.poll(async () => (await self(device.store)).staff).toBe(bob.id);
});
