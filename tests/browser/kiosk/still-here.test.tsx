// The question at an idle kiosk: readable in every theme, and each of its two answers does what it says.

import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { StillHere } from '../../../src/app/features/kiosk/StillHere.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { aScreen } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import { wearTheme } from '../page.ts';
import { anArmedKiosk } from './a-kiosk.tsx';

const words = text.kiosk.idle;

test.each(['light', 'dark', 'sunlight'] as const)('asks who stands there, with the seconds that are left (%s)', async (theme) => {
  wearTheme(theme);
  const { device } = await anArmedKiosk();
  const [stay, wipe] = [vi.fn(), vi.fn()];
  aScreen(device, <StillHere left={14} onStay={stay} onWipe={wipe} />, '/kiosk');
  await expect.element(page.getByRole('alertdialog', { name: words.title })).toBeVisible();
  await expect.element(page.getByText(words.text(14))).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.wipe }));
  expect([stay.mock.calls.length, wipe.mock.calls.length]).toEqual([0, 1]);
  await userEvent.click(page.getByRole('button', { name: words.stay }).last());
  expect([stay.mock.calls.length, wipe.mock.calls.length]).toEqual([1, 1]);
});
