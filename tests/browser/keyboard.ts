// Going through a screen with the keyboard alone.

import { expect } from 'vitest';
import { type Locator, userEvent } from 'vitest/browser';

/** Tab until it has the focus; every stop on the way can be seen. */
export async function tabTo(there: Locator, most = 30): Promise<void> {
  await there.findElement();
  for (let stops = 0; stops < most && document.activeElement !== there.query(); stops += 1) {
    await userEvent.keyboard('{Tab}');
    await expectSeen();
  }
  await expect.element(there).toHaveFocus();
}

/** What has the focus lies on the screen, and it or what is drawn for it has an outline. */
export async function expectSeen(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve)); // the browser scrolls to it with the next drawing
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return;
  const name = focused.outerHTML.slice(0, 120);
  expect(focused.matches(':focus-visible'), `${name} shows that it has the focus`).toBe(true);
  expect(outlined(focused), `${name} has an outline`).toBe(true);
  const { top, bottom, left, right } = focused.getBoundingClientRect();
  expect(bottom > 0 && top < innerHeight && right > 0 && left < innerWidth, `${name} is on the screen`).toBe(true);
}

function outlined(focused: Element): boolean {
  return [focused, focused.closest('label')].some((one) => {
    if (one === null) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && outlineWidth !== '0px';
  });
}
