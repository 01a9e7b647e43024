// Counting what was shown: in one of many open sessions, and taken back, without losing one's place.

import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ShownBar } from '../../../src/app/features/resources/files/ShownBar.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { session as readSession } from '../../../src/device/store/sessions.ts';
import { expectAccessible } from '../accessibility.ts';
import { aDevice, anOpenSession, onPhone, shown } from './a-field-day.tsx';

const words = text.files;

test('of four open sessions one is a tap further; what was counted is taken back where the focus is', async () => {
  await onPhone();
  const device = await aDevice();
  for (const place of ['Maple Court', 'Oak Park', 'Pine Square']) await anOpenSession(device, { place });
  const last = await anOpenSession(device, { place: 'Willow Lane' });
  shown(
    device,
    <>
      <h1>Rain walk</h1>
      <ShownBar resource="RESOURCE0001" title="Rain walk" />
    </>,
  );
  await userEvent.click(page.getByRole('button', { name: words.moreSessions(1) }));
  await expectAccessible();
  const button = page.getByRole('button', { name: words.countShownAt('Willow Lane') });
  button.element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: words.takeBack })).toHaveFocus();
  expect((await readSession(device.store, last))?.totals.handOuts).toEqual({ shown: 1 });
  await userEvent.keyboard('{Enter}');
  await expect.element(button).toBeVisible();
  await expect.poll(() => document.activeElement?.textContent).toContain(words.countShownAt('').trim());
});
