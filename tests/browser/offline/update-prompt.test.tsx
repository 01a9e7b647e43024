// The offer of a new version: calm, put off with one tap, never over an open session.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { UpdatePrompt } from '../../../src/app/offline/UpdatePrompt.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { aDevice, aFramedScreen } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';

const offer = () => page.getByRole('button', { name: text.shell.updateNow });
const shown = () => {
  const screen = aFramedScreen(aDevice().device, [<h1 key="title">Today</h1>, <UpdatePrompt key="prompt" />]);
  screen.offline.updateWaiting.value = true;
  return screen;
};

test('offers a waiting version, and can be put off', async () => {
  shown();
  await expect.element(offer()).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: text.shell.updateLater }));
  await expect.element(offer()).not.toBeInTheDocument();
});

test('is out of the way while a screen holds updates back, and comes back after', async () => {
  const { offline } = shown();
  const release = offline.holdUpdates();
  await expect.element(offer()).not.toBeInTheDocument();
  release();
  await expect.element(offer()).toBeVisible();
});

test('says so when another tab holds updates back', async () => {
  const { offline } = shown();
  Object.assign(offline, { applyUpdate: async () => 'held' });
  await userEvent.click(offer());
  await expect.element(page.getByText(text.shell.updateHeldElsewhere)).toBeVisible();
  await expectAccessible();
});
