// Going through a screen with the keyboard alone.

import { expect } from 'vitest';
import { type Locator, userEvent } from 'vitest/browser';

/** Tab, or back, until it has the focus; every stop on the way can be seen. */
export async function tabTo(there: Locator, keys: '{Tab}' | '{Shift>}{Tab}{/Shift}' = '{Tab}'): Promise<void> {
  await there.findElement();
  for (let stops = 0; stops < 60 && document.activeElement !== there.query(); stops += 1) {
    await userEvent.keyboard(keys);
    if (document.activeElement !== document.body) await expectSeen(); // past the last stop it is the browser's turn
  }
  await expect.element(there).toHaveFocus();
}

/** What has the focus lies on the screen, with nothing over it, and it or its label has an outline. */
export async function expectSeen(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve)); // the browser scrolls to it with the next drawing
  const focused = document.activeElement;
  if (focused === null) throw new Error('nothing has the focus');
  const name = focused.outerHTML.slice(0, 120);
  // Of a time and a date the parts have the focus one after the other, and the browser shows which.
  if (!focused.matches('input[type=time], input[type=date]')) {
    expect(focused.matches(':focus-visible'), `${name} shows that it has the focus`).toBe(true);
    expect(outlined(focused), `${name} has an outline`).toBe(true);
  }
  const { x, y, width, height } = focused.getBoundingClientRect();
  const onTop = document.elementFromPoint(x + width / 2, y + height / 2);
  expect(onTop !== null && (focused.closest('label') ?? focused).contains(onTop), `${name} is on the screen, and nothing over it`).toBe(
    true,
  );
}

function outlined(focused: Element): boolean {
  return [focused, focused.closest('label')].some((one) => {
    if (one === null) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && outlineWidth !== '0px';
  });
}
