// The state of the sealing key, and its two secrets: checked without opening anything, or used on the day the other is lost.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SealingScreen } from '../../../src/app/features/admin/sealing/SealingScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import type { Device } from '../../../src/device/device.ts';
import { alice } from '../../support/cast.ts';
import { anEnrolledDevice, aFramedScreen, done } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';

const words = text.sealing;
const holders = text.keyHolders;
const passphrase = 'river lantern orchard pencil';

/** Answers the recovery key. */
async function withKey(device: Device): Promise<string> {
  const made = await done(device.act.makeSealingKey(passphrase, alice.name));
  await done(made.rehearse({ passphrase, recoveryKey: made.recoveryKey }));
  await done(made.confirm());
  return made.recoveryKey;
}

test('says who keeps what, and checks a passphrase without leaving anything open', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  await withKey(device);
  aFramedScreen(device, <SealingScreen />);
  await expect.element(page.getByText(words.keyReady, { exact: true })).toBeVisible();
  await expect.element(page.getByText(new RegExp(words.keptBy(alice.name))).first()).toBeVisible();
  await expectAccessible();

  const field = page.getByLabelText(words.passphrase, { exact: true });
  await userEvent.click(page.getByRole('button', { name: words.checkButton, exact: true }));
  await expect.element(page.getByRole('link', { name: words.missing.passphrase })).toBeVisible();
  await userEvent.fill(field, 'something else altogether');
  await userEvent.click(page.getByRole('button', { name: words.checkButton, exact: true }));
  await expect.element(page.getByText(text.problems['passphrase-wrong'].happened)).toBeVisible();
  await userEvent.fill(field, passphrase);
  await userEvent.click(page.getByRole('button', { name: words.checkButton, exact: true }));
  await expect.element(page.getByText(words.checkRight)).toBeVisible();
  await expect.element(field).toHaveValue('');
  expect(device.seal.status()).toEqual({ state: 'locked' });
  await expectAccessible();
});

test('the recovery key opens the sign-ups of this device, and locks them again', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  const recoveryKey = await withKey(device);
  aFramedScreen(device, <SealingScreen />);
  await userEvent.click(page.getByRole('button', { name: words.useSheet }));
  await expect.element(page.getByRole('button', { name: text.scanning.scan, exact: true })).toBeVisible();
  await userEvent.fill(page.getByLabelText(words.recoveryKey, { exact: true }), recoveryKey.replace('-', ' ').slice(0, -1));
  await userEvent.click(page.getByRole('button', { name: words.openWithSheet }));
  await expect.element(page.getByText(text.problems['recovery-key-wrong'].happened)).toBeVisible();
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(words.recoveryKey, { exact: true }), recoveryKey.toLowerCase());
  await userEvent.click(page.getByRole('button', { name: words.openWithSheet }));
  await expect.element(page.getByText(words.openedWithSheet)).toBeVisible();
  expect(device.seal.status().state).toBe('unlocked');
  await userEvent.click(page.getByRole('button', { name: words.lockAgain }));
  await expect.element(page.getByRole('button', { name: words.useSheet })).toBeVisible();
  expect(device.seal.status()).toEqual({ state: 'locked' });
});

test('a second holder is asked for until there is one, has a passphrase of their own, and can be removed honestly', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  await withKey(device);
  aFramedScreen(device, <SealingScreen />);
  await expect.element(page.getByText(holders.two)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: holders.add }));
  await userEvent.click(page.getByRole('button', { name: holders.save }));
  await expect.element(page.getByRole('link', { name: holders.missingYours })).toBeVisible();
  await expectAccessible();
  const theirs = 'eleven pelicans under a copper moon';
  await userEvent.fill(page.getByLabelText(holders.yours), 'not the right one at all');
  await userEvent.fill(page.getByLabelText(holders.theirs), theirs);
  await userEvent.fill(page.getByLabelText(words.again), theirs);
  await userEvent.fill(page.getByLabelText(holders.theirHolder), 'Bob');
  await userEvent.click(page.getByRole('button', { name: holders.save }));
  await expect.element(page.getByText(text.problems['passphrase-wrong'].happened)).toBeVisible();
  await userEvent.fill(page.getByLabelText(holders.yours), passphrase);
  await userEvent.click(page.getByRole('button', { name: holders.save }));
  await expect.element(page.getByText(holders.saved(1))).toBeVisible();
  await expect.element(page.getByText(holders.two)).not.toBeInTheDocument();
  await expectAccessible();
  await done(device.seal.unlock({ passphrase: theirs }));
  device.seal.lock();

  await userEvent.click(page.getByRole('button', { name: holders.remove('Bob') }));
  await expect.element(page.getByRole('alertdialog').getByText(holders.removeText)).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('alertdialog').getByRole('button', { name: holders.removeIt }));
  await expect.element(page.getByText(holders.removed('Bob'))).toBeVisible();
  expect((await device.seal.unlock({ passphrase: theirs })).ok).toBe(false);
});

test('the recovery sheet sets a new passphrase', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  const recoveryKey = await withKey(device);
  aFramedScreen(device, <SealingScreen />);
  await userEvent.click(page.getByRole('button', { name: words.useSheet }));
  await userEvent.fill(page.getByLabelText(words.recoveryKey, { exact: true }), recoveryKey);
  await userEvent.click(page.getByRole('button', { name: words.openWithSheet }));
  await expect.element(page.getByRole('heading', { name: holders.fresh })).toBeVisible();
  const fresh = 'forty mangoes behind the yellow door';
  await userEvent.fill(page.getByLabelText(holders.theirs), fresh);
  await userEvent.fill(page.getByLabelText(words.again), fresh);
  await userEvent.fill(page.getByLabelText(holders.freshHolder, { exact: true }), 'Alice');
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: holders.save }));
  await expect.element(page.getByText(holders.saved(1))).toBeVisible();
  device.seal.lock();
  await done(device.seal.unlock({ passphrase: fresh }));
});

test('a new key is made as the first one was, and the screen then shows the new one', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  await withKey(device);
  aFramedScreen(device, <SealingScreen />);
  await userEvent.click(page.getByRole('button', { name: holders.rotateBegin }));
  await expect.element(page.getByRole('heading', { level: 1, name: text.access.setup.steps.passphrase })).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: holders.rotateStop }));
  await expect.element(page.getByText(words.keyReady, { exact: true })).toBeVisible();
  await withKey(device);
  await expect.element(page.getByRole('heading', { name: holders.old(1) })).toBeVisible();
  await expectAccessible();
});

test('a coordinator makes the key of a library that has none', async () => {
  const coordinator = await anEnrolledDevice('coordinator');
  aFramedScreen(coordinator.device, <SealingScreen />);
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.begin }));
  await expect.element(page.getByRole('heading', { level: 1, name: text.access.setup.steps.passphrase })).toBeVisible();
  await expectAccessible();
});

test('staff without a key are told whom to ask', async () => {
  const { device } = await anEnrolledDevice('staff');
  aFramedScreen(device, <SealingScreen />);
  await expect.element(page.getByText(words.noKeyForStaff)).toBeVisible();
  expect(page.getByRole('button', { name: words.begin }).query()).toBeNull();
  await expectAccessible();
});
