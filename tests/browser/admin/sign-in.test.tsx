// A coordinator signs in; on a browser that is no device it can become one at once.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SignInScreen } from '../../../src/app/features/admin/sign-in/SignInScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { identity } from '../../../src/device/store/identity.ts';
import { alice } from '../../support/cast.ts';
import { aDevice, anEnrolledDevice, aScreen, enrolledAs, refused } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';

const words = text.access.signIn;
const me = { device: null, account: { name: alice.name, library: 'LIBRARY00001', level: 'coordinator' } };

async function signIn(): Promise<void> {
  await userEvent.fill(page.getByLabelText(words.email, { exact: true }), ` ${alice.email} `);
  await userEvent.fill(page.getByLabelText(words.password, { exact: true }), alice.password);
  await userEvent.click(page.getByRole('button', { name: words.button, exact: true }));
}

test('on a browser that is no device it offers to become one', async () => {
  const { device, asked } = aDevice({ '/api/sign-in': me, '/api/enroll-here': enrolledAs('coordinator') });
  const screen = aScreen(device, <SignInScreen />, '/sign-in');
  await expectAccessible();
  await signIn();
  await expect.element(page.getByRole('heading', { level: 1, name: words.enrollHereTitle })).toHaveFocus();
  expect(asked[0]?.body).toEqual({ email: alice.email, password: alice.password });
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.enrollHere }));
  await expect.poll(screen.path).toBe('/enroll');
  expect(await identity(device.store)).toMatchObject({ level: 'coordinator', name: text.access.setup.deviceNamePreset });
});

test('on an enrolled device it goes to the devices', async () => {
  const { device } = await anEnrolledDevice('coordinator', { '/api/sign-in': me });
  const screen = aScreen(device, <SignInScreen />, '/sign-in');
  await signIn();
  await expect.poll(screen.path).toBe('/settings/devices');
});

test('a wrong password says so and keeps what was typed', async () => {
  const { device } = aDevice({ '/api/sign-in': refused('sign-in-failed') });
  aScreen(device, <SignInScreen />, '/sign-in');
  await signIn();
  await expect.element(page.getByText(text.problems['sign-in-failed'].happened)).toBeVisible();
  await expect.element(page.getByLabelText(words.password, { exact: true })).toHaveValue(alice.password);
  await expectAccessible();
});

test('empty fields are named, and nothing is sent', async () => {
  const { device, asked } = aDevice();
  aScreen(device, <SignInScreen />, '/sign-in');
  await userEvent.click(page.getByRole('button', { name: words.button, exact: true }));
  await expect.element(page.getByRole('alert')).toHaveFocus();
  expect(asked).toEqual([]);
  await expectAccessible();
});
