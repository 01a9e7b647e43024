// With a keyboard alone, as people use it who cannot tap: no click and no focus that the test sets. At each step the focus is where it is
// expected, can be seen, and lies on the screen.

import { beforeEach, expect, test } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { signUpsOf } from '../../../src/device/store/sign-ups.ts';
import { onPhone } from '../app/a-field-day.tsx';
import { expectSeen, tabTo } from '../keyboard.ts';
import { anArmedKiosk, shownKiosk } from './a-kiosk.tsx';

const words = text.kiosk;

beforeEach(onPhone);

const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const at = async (there: Locator) => {
  await expect.element(there).toHaveFocus();
};
const press = (keys: string) => userEvent.keyboard(keys);

test('the newsletter, from the first screen to the thanks', async () => {
  const kiosk = await anArmedKiosk();
  await shownKiosk(kiosk);
  await tabTo(page.getByRole('button', { name: /English/ }));
  await press('{Enter}');

  await at(heading(words.kinds.title));
  await tabTo(page.getByRole('checkbox', { name: words.kinds.label.newsletter }));
  await press(' ');
  await tabTo(button(words.next));
  await press('{Enter}');

  await at(heading(words.who.title));
  await press('{Tab}');
  await at(page.getByRole('radio', { name: words.who.myself }));
  await press('{ArrowDown}');
  await at(page.getByRole('radio', { name: words.who.child, exact: true }));
  await press('{ArrowUp}');
  await at(page.getByRole('radio', { name: words.who.myself }));
  await expectSeen();
  await press('{Tab}');
  await at(button(words.next));
  await press('{Enter}');

  await at(heading(words.name.mine));
  await press('{Enter}'); // on the heading nothing happens
  await press('{Tab}');
  await at(page.getByLabelText(words.name.first));
  await expectSeen();
  await press('{Enter}'); // empty: said beside the field, which keeps the focus
  await expect.element(page.getByLabelText(words.name.first)).toHaveAccessibleDescription(new RegExp(words.problems.firstName));
  await at(page.getByLabelText(words.name.first));
  await press('Ana{Enter}');

  await at(heading(words.under.mine(13)));
  await press('{Tab}');
  await at(page.getByRole('radio', { name: words.yes, exact: true }));
  await press('{ArrowDown}');
  await at(page.getByRole('radio', { name: words.no, exact: true }));
  await press('{Shift>}{Tab}{/Shift}');
  await at(button(words.startOver));
  await expectSeen();
  await press('{Enter}');
  await expect.element(page.getByRole('alertdialog')).toBeVisible();
  await expectSeen();
  await press('{Escape}');
  await at(button(words.startOver));
  await press('{Tab}');
  await at(page.getByRole('radio', { name: words.no, exact: true }));
  await tabTo(button(words.next));
  await press('{Enter}');

  await at(heading(words.reach.title));
  await press('{Tab}');
  await at(page.getByLabelText(words.reach.phone));
  await press('305 555 0147{Enter}');

  await at(heading(words.check.title));
  await tabTo(button(words.check.right));
  await press('{Enter}');

  await at(heading(words.consent.title));
  await press('{Tab}');
  await at(button(words.consent.disagree));
  await expectSeen();
  await press('{Tab}');
  await at(button(words.consent.agree));
  await expectSeen();
  await press('{Enter}');

  await at(heading(words.thanks.title));
  await tabTo(button(words.thanks.done));
  expect(await signUpsOf(kiosk.device.store, kiosk.session)).toHaveLength(1);
});
