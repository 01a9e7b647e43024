// Settings: what this role may do is offered, what belongs to this device can be seen and changed, and nothing unsent can be lost by accident.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AboutScreen } from '../../../src/app/features/settings/AboutScreen.tsx';
import { SettingsScreen } from '../../../src/app/features/settings/SettingsScreen.tsx';
import { ThisDeviceScreen } from '../../../src/app/features/settings/ThisDeviceScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { identity } from '../../../src/device/store/identity.ts';
import { devices } from '../../../src/device/store/records.ts';
import { self } from '../../../src/device/store/self.ts';
import { alice, bob } from '../../support/cast.ts';
import { anEnrolledDevice, aFramedScreen, done } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';

const words = text.settings;
const me = { device: null, account: { name: alice.name, library: 'LIBRARY00001', level: 'coordinator' } };
const noAccount = { device: null, account: null };

test('a coordinator sees everything, with the missing sealing key standing out', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  aFramedScreen(device, <SettingsScreen />);
  for (const [name, href] of [
    [words.library, '/settings/library'],
    [words.devices, '/settings/devices'],
    [words.heldAside, '/settings/held-aside'],
    [words.importStops, '/settings/import-stops'],
    [words.thisDevice, '/settings/this-device'],
  ] as const) {
    await expect.element(page.getByRole('link', { name: new RegExp(`^${name}`) })).toHaveAttribute('href', href);
  }
  await expect.element(page.getByText(text.words.state.attention)).toBeVisible();
  await expectAccessible();
});

test('staff are not offered what would be refused', async () => {
  const { device } = await anEnrolledDevice('staff');
  aFramedScreen(device, <SettingsScreen />);
  await expect.element(page.getByRole('link', { name: new RegExp(`^${words.sites}`) })).toBeVisible();
  expect(page.getByRole('link', { name: new RegExp(`^${words.devices}`) }).query()).toBeNull();
  expect(page.getByRole('link', { name: new RegExp(`^${words.heldAside}`) }).query()).toBeNull();
  await expectAccessible();
});

test('who is using the device is chosen with one tap and goes into what is recorded', async () => {
  const { device } = await anEnrolledDevice('staff', { '/api/me': noAccount });
  const { id } = await done(device.act.changeStaff(null, { name: bob.name, active: true }));
  aFramedScreen(device, <ThisDeviceScreen />);
  await expectAccessible();
  await userEvent.click(page.getByText(bob.name));
  await expect.poll(async () => (await self(device.store)).staff).toBe(id);
  await userEvent.click(page.getByText(words.person.nobody));
  await expect.poll(async () => (await self(device.store)).staff).toBeNull();
});

test('the device can be renamed, not to nothing', async () => {
  const { device } = await anEnrolledDevice('staff', { '/api/me': noAccount });
  aFramedScreen(device, <ThisDeviceScreen />);
  const field = page.getByLabelText(words.device.name, { exact: true });
  await expect.element(field).toHaveValue('Tablet 1');
  await userEvent.fill(field, '');
  await userEvent.click(page.getByRole('button', { name: text.shell.save, exact: true }));
  await expect.element(page.getByRole('link', { name: words.device.nameMissing })).toBeVisible();
  await expectAccessible();
  await userEvent.fill(field, 'Bookmobile tablet');
  await userEvent.click(page.getByRole('button', { name: text.shell.save, exact: true }));
  await expect.element(page.getByText(text.shell.saved)).toBeVisible();
  expect((await devices(device.store)).map((one) => one.values.name)).toEqual(['Bookmobile tablet']);
});

test('signing out takes the account and nothing else', async () => {
  const { device, answers } = await anEnrolledDevice('coordinator', { '/api/me': me, '/api/sign-out': {} });
  const before = await self(device.store);
  aFramedScreen(device, <ThisDeviceScreen />);
  await expect.element(page.getByText(words.device.signedInAs(alice.name))).toBeVisible();
  answers['/api/me'] = noAccount;
  await userEvent.click(page.getByRole('button', { name: words.device.signOut }));
  await expect.element(page.getByText(words.device.signedOut)).toBeVisible();
  await expect.element(page.getByText(words.device.notSignedIn)).toBeVisible();
  expect(await self(device.store)).toEqual(before);
  await expectAccessible();
});

test('with unsent records, removing the data tries to deliver, offers a rescue file, and asks twice naming their number', async () => {
  const { device } = await anEnrolledDevice('staff', { '/api/me': noAccount });
  await done(device.act.changeSite(null, { name: 'Maple Court' }));
  aFramedScreen(device, <ThisDeviceScreen />);
  await userEvent.click(page.getByRole('button', { name: words.device.removeButton }));
  const dialog = page.getByRole('alertdialog');
  await expect.element(dialog.getByText(words.device.removeUnsent(2))).toBeVisible();
  await expectAccessible();
  await userEvent.click(dialog.getByRole('button', { name: words.device.removeAnyway(2) }));
  await expect.element(dialog.getByRole('heading', { name: words.device.removeAgainTitle(2) })).toBeVisible();
  expect(await identity(device.store)).not.toBeNull();
  await expectAccessible();
  await userEvent.click(dialog.getByRole('button', { name: words.device.removeKeep }));
  await expect.element(dialog).not.toBeInTheDocument();
  expect((await self(device.store)).waiting).toBe(2);
});

test('nothing is deleted when more has been saved than the person was told of', async () => {
  const { device } = await anEnrolledDevice('staff');
  await done(device.act.changeSite(null, { name: 'Maple Court' }));
  expect(await device.act.removeData(1)).toMatchObject({ ok: false, problem: { code: 'input-invalid', detail: { undelivered: 2 } } });
  expect(await identity(device.store)).not.toBeNull();
  expect(await device.act.removeData(2)).toEqual({ ok: true, value: null });
  expect(await identity(device.store)).toBeNull();
});

test('about says whether the app is complete and offers a waiting version, unless a screen holds it back', async () => {
  const { device } = await anEnrolledDevice('staff');
  const { offline } = aFramedScreen(device, <AboutScreen />);
  await expect.element(page.getByText(words.aboutPage.appReady)).toBeVisible();
  await expectAccessible();
  offline.updateWaiting.value = true;
  await expect.element(page.getByRole('button', { name: text.shell.updateNow })).toBeVisible();
  await expectAccessible();
  const release = offline.holdUpdates();
  await expect.element(page.getByRole('button', { name: text.shell.updateNow })).not.toBeInTheDocument();
  release();
});
