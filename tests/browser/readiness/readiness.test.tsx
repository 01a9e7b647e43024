// Ready to leave as it is seen: the answer, lines that say what to do, and the coordinator's word about each device.

import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ReadinessScreen } from '../../../src/app/features/readiness/ReadinessScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { lastReady } from '../../../src/device/actions/ready.ts';
import { aDevice, breakStorage, onPhone, shown } from '../app/a-field-day.tsx';
import { expectAccessible } from '../accessibility.ts';

const words = text.readiness;

beforeEach(onPhone);

test('with no worker, no network and no key each line says so; the finding is kept, and can be asked for again', async () => {
  const device = await aDevice();
  shown(device, <ReadinessScreen />);
  await expect.element(page.getByText(words.lines.app.say.unsupported())).toBeVisible();
  await expect.element(page.getByText(words.lines.sealing.say.missing())).toBeVisible();
  await expect.element(page.getByText(words.lines.saving.say.saved())).toBeVisible();
  await expect.element(page.getByText(words.lines.storage.say.notKept())).toBeVisible();
  await expect.element(page.getByRole('button', { name: words.again })).toBeEnabled();
  await expectAccessible();
  const found = await lastReady(device.store);
  expect(found?.open).toEqual(expect.arrayContaining(['app', 'delivery', 'sealing', 'storage', 'parcels']));
  expect(found?.until).toBe('2026-11-03T05:00:00.000Z');
  await expect.element(page.getByText(words.notReady(found?.open.length ?? 0))).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: words.again }));
  await expect.element(page.getByRole('button', { name: words.again })).toHaveFocus();
});

test('protection is asked for where it is missing, and what the browser says is looked at', async () => {
  const device = await aDevice();
  shown(device, <ReadinessScreen />);
  await expect.element(page.getByRole('button', { name: words.again })).toBeVisible();
  Object.assign(device.store.ports.storage ?? {}, { persisted: async () => true });
  await userEvent.click(page.getByRole('button', { name: words.askToKeep }));
  await expect.element(page.getByText(words.lines.storage.say.notKept())).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: words.again })).toHaveFocus();
});

test('a finding that could not be kept is not called kept', async () => {
  const device = await aDevice();
  shown(device, <ReadinessScreen />);
  await expect.element(page.getByRole('button', { name: words.again })).toBeVisible();
  breakStorage();
  await userEvent.click(page.getByRole('button', { name: words.again }));
  await expect.element(page.getByText(text.sessions.notSaved)).toBeVisible();
});
