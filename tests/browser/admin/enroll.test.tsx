// A tablet joins: code and name, what it needs, and the answer whether it can go offline.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EnrollScreen } from '../../../src/app/features/admin/enroll/EnrollScreen.tsx';
import { WelcomeScreen } from '../../../src/app/features/admin/welcome/WelcomeScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { identity } from '../../../src/device/store/identity.ts';
import { aDevice, anEnrolledDevice, aScreen, enrolledAs, refused, server } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';

const words = text.access.enroll;
const button = () => page.getByRole('button', { name: words.button, exact: true });
const hello = { server, protocol: { oldest: 1, newest: 1 }, now: '2026-11-02T14:00:00.000Z', setupCodeNeeded: false };

test('a scanned link brings the code and a name, and leaves nothing in the address', async () => {
  const { device, asked } = aDevice({ '/api/enroll': enrolledAs('staff') });
  aScreen(device, <EnrollScreen />, '/enroll#K7QZX98ABC.2');
  await expect.element(page.getByLabelText(words.code, { exact: true })).toHaveValue('K7QZX-98ABC');
  await expect.element(page.getByLabelText(words.deviceName, { exact: true })).toHaveValue('Tablet 2');
  await expect.poll(() => location.hash).toBe('');
  await expectAccessible();
  await userEvent.click(button());
  await expect.element(page.getByRole('heading', { level: 1, name: words.notReadyTitle })).toBeVisible();
  await expect.element(page.getByRole('progressbar')).toBeVisible();
  expect(asked.find((one) => one.path === '/api/enroll')?.body).toMatchObject({ code: 'K7QZX98ABC', deviceName: 'Tablet 2' });
  expect(await identity(device.store)).toMatchObject({ level: 'staff', name: 'Tablet 2' });
  await expectAccessible();
});

test('a typed code is meant, not spelled; without one nothing is sent', async () => {
  const { device, asked } = aDevice({ '/api/enroll': enrolledAs('staff') });
  aScreen(device, <EnrollScreen />, '/enroll');
  await expect.element(button()).toBeVisible();
  await userEvent.click(button());
  await expect.element(page.getByRole('link', { name: text.access.missing.code })).toBeVisible();
  await expect.element(page.getByRole('link', { name: text.access.missing.deviceName })).toBeVisible();
  await expectAccessible();
  expect(asked).toEqual([]);
  await userEvent.fill(page.getByLabelText(words.code, { exact: true }), ' k7qzx 98abo ');
  await userEvent.fill(page.getByLabelText(words.deviceName, { exact: true }), 'Tablet 2');
  await userEvent.click(button());
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  expect(asked[0]?.body).toMatchObject({ code: 'K7QZX98AB0' });
});

test.each(['code-expired', 'code-used', 'code-unknown', 'rate-limited'] as const)(
  '%s is said in words, and what was typed stays',
  async (code) => {
    const { device } = aDevice({ '/api/enroll': refused(code) });
    aScreen(device, <EnrollScreen />, '/enroll#K7QZX98ABC.2');
    await userEvent.click(button());
    await expect.element(page.getByText(text.problems[code].happened)).toBeVisible();
    await expect.element(page.getByLabelText(words.deviceName, { exact: true })).toHaveValue('Tablet 2');
    await expectAccessible();
  },
);

test('a device that has a library refuses a code of another, with words', async () => {
  const { device, asked } = await anEnrolledDevice('staff');
  const before = asked.length;
  aScreen(device, <EnrollScreen />, '/enroll#K7QZX98ABC.2');
  await expect.element(page.getByRole('heading', { level: 1, name: text.access.alreadyEnrolledTitle })).toBeVisible();
  await expect.element(page.getByText(text.access.alreadyEnrolledMove)).toBeVisible();
  expect(asked).toHaveLength(before);
  await expectAccessible();
});

test('a browser that keeps no app is told so, and what to do', async () => {
  const { device } = await anEnrolledDevice('staff');
  const { offline } = aScreen(device, <EnrollScreen />, '/enroll');
  offline.readiness.value = 'unsupported';
  await expect.element(page.getByText(words.lines.appUnsupported)).toBeVisible();
  await expect.element(page.getByText(words.lines.storageUnknown).or(page.getByText(words.lines.storageRefused))).toBeVisible();
  await expectAccessible();
});

test('the first screen offers what the server is ready for', async () => {
  const { device, answers } = aDevice();
  aScreen(device, <WelcomeScreen />, '/');
  await expect.element(page.getByText(text.problems['server-unreachable'].happened)).toBeVisible();
  await expectAccessible();
  answers['/api/hello'] = { ...hello, setUp: true };
  await userEvent.click(page.getByRole('button', { name: text.shell.tryAgain }));
  await expect.element(page.getByRole('link', { name: text.access.enrollWithCode })).toHaveAttribute('href', '/enroll');
  await expect.element(page.getByRole('link', { name: text.access.signInAsCoordinator })).toHaveAttribute('href', '/sign-in');
  await expectAccessible();
});

test('a browser that has lost what it kept is told so, and the way back in', async () => {
  const me = { device: { id: 'DEVICE000001', library: 'LIBRARY00001', name: 'Tablet 1', level: 'staff', revoked: false }, account: null };
  const { device } = aDevice({ '/api/hello': { ...hello, setUp: true }, '/api/me': me });
  aScreen(device, <WelcomeScreen />, '/');
  await expect.element(page.getByText(text.access.evictedTitle)).toBeVisible();
  await expect.element(page.getByRole('link', { name: text.access.enrollWithCode })).toBeVisible();
  await expectAccessible();
});

test('an empty server offers set-up', async () => {
  const { device } = aDevice({ '/api/hello': { ...hello, setUp: false } });
  aScreen(device, <WelcomeScreen />, '/');
  await expect.element(page.getByRole('link', { name: text.access.beginSetUp })).toHaveAttribute('href', '/set-up');
  await expectAccessible();
});
