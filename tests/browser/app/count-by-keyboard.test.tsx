// Counting with a keyboard alone: no click and no focus that the test sets. The focus stays where the next tap is wanted.

import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SessionAt } from '../../../src/app/SessionAt.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { session as readSession } from '../../../src/device/store/sessions.ts';
import { expectSeen, tabTo } from '../keyboard.ts';
import { aDevice, anOpenSession, onPhone, shown } from './a-field-day.tsx';

const words = text.attendance;
const band = text.words.bandName;

beforeEach(onPhone);

const key = (name: string) => page.getByRole('button', { name: new RegExp(` ${words.addOne(name).replace('+', '[+]')}$`) });
const press = (keys: string) => userEvent.keyboard(keys);

test('one by one, one back, a class at once, the exact number, and the last undone', async () => {
  const device = await aDevice();
  const id = await anOpenSession(device);
  const heads = async () => (await readSession(device.store, id))?.totals.heads['6-11'];
  shown(device, <SessionAt id={id} />);

  await tabTo(key(band['6-11']));
  await press('{Enter} {Enter}');
  await expect.poll(heads).toBe(3);
  await expect.element(key(band['6-11'])).toHaveFocus();

  await press('{Tab}');
  await expect.element(page.getByRole('button', { name: words.takeBackOne(band['6-11']) })).toHaveFocus();
  await expectSeen();
  await press(' ');
  await expect.poll(heads).toBe(2);
  await expectSeen();
  await press('{Shift>}{Tab}{/Shift}');
  await expect.element(key(band['6-11'])).toHaveFocus();

  const many = page.getByRole('button', { name: words.addMany, exact: true });
  await tabTo(many);
  await press('{Enter}');
  const count = page.getByLabelText(words.manyCount);
  await expect.element(count).toHaveFocus();
  await expectSeen();
  await press('24');
  await tabTo(page.getByRole('button', { name: words.manyAdd(24, band['6-11']) }));
  await press('{Enter}');
  await expect.poll(heads).toBe(26);
  await expect.element(many).toHaveFocus();
  await expectSeen();

  const exact = page.getByRole('button', { name: words.exactOpen, exact: true });
  await tabTo(exact);
  await press('{Enter}');
  await expect.element(page.getByLabelText(words.exactCount)).toHaveFocus();
  await press('30{Enter}');
  await expect.poll(heads).toBe(30);
  await expect.element(exact).toHaveFocus();
  await press('{Enter}{Escape}'); // looked at, and left
  await expect.element(exact).toHaveFocus();

  await tabTo(page.getByRole('button', { name: words.undo(4, band['6-11'], '9:00 AM') }));
  await press('{Enter}');
  await expect.poll(heads).toBe(26);
  await expectSeen();
  await expect.element(page.getByRole('button', { name: words.undo(24, band['6-11'], '9:00 AM') })).toHaveFocus();
});
