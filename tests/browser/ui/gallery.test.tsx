// All parts together, in each theme and on each size of screen: accessible, and never wider than the screen.
import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible } from '../accessibility.ts';
import { aPage, wearTheme } from '../page.ts';
import { Gallery, pages } from './gallery.tsx';

const sizes = [
  [320, 640],
  [360, 740],
  [820, 1180],
  [1180, 820],
  [1440, 900],
] as const;

for (const theme of ['light', 'dark', 'sunlight'] as const)
  test(`every part is accessible (${theme})`, async () => {
    await page.viewport(820, 1180);
    wearTheme(theme);
    const { draw } = aPage(null);
    for (const each of pages) {
      draw(<Gallery page={each} />);
      await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible();
    }
  });

test('no screen is wider than the device, down to 320 px', async () => {
  const { draw } = aPage(null);
  const tooWide: string[] = [];
  for (const [width, height] of sizes) {
    await page.viewport(width, height);
    for (const each of pages) {
      draw(<Gallery page={each} />);
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth > clientWidth) tooWide.push(`${each} at ${width}: ${scrollWidth}`);
    }
  }
  expect(tooWide).toEqual([]);
});

test('letters at twice their size are nowhere wider than a phone', async () => {
  await page.viewport(360, 740);
  document.documentElement.style.fontSize = '212.5%';
  onTestFinished(() => {
    document.documentElement.style.removeProperty('font-size');
  });
  const { draw } = aPage(null);
  const tooWide: string[] = [];
  for (const each of pages) {
    draw(<Gallery page={each} />);
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) tooWide.push(`${each}: ${scrollWidth}`);
  }
  expect(tooWide).toEqual([]);
});

test('what can be tapped is at least 48 px in each direction', async () => {
  await page.viewport(360, 740);
  const { root, draw } = aPage(null);
  const small: string[] = [];
  for (const each of pages) {
    draw(<Gallery page={each} />);
    for (const target of root.querySelectorAll('button, a[href], select, label:has(input), input:not([type="radio"], [type="checkbox"])')) {
      const { width, height } = target.getBoundingClientRect();
      const isSeen = target.checkVisibility() && target.getAttribute('href') !== '#main';
      if (isSeen && (height < 48 || width < 48)) small.push(`${each}: ${target.textContent || target.id} ${width} x ${height}`);
    }
  }
  expect(small).toEqual([]);
});
