// Every pair of ink and surface that the parts use, in each theme: 7:1 for text, 3:1 for edges and marks.
import { expect, test } from 'vitest';
import { aPage, wearTheme } from '../page.ts';

const surfaces = ['--paper', '--card', '--sand'];
const text = [
  ...surfaces.flatMap((surface) => ['--ink', '--ink-soft', '--accent-text', '--tray', '--server', '--flag'].map((ink) => [ink, surface])),
  ['--on-accent', '--accent'],
  ['--on-danger', '--danger'],
  ['--danger', '--card'],
  ['--ink', '--accent-tint'],
  ['--ink-soft', '--accent-tint'],
  ['--accent-text', '--accent-tint'],
  ['--tray', '--tray-tint'],
  ['--server', '--server-tint'],
  ['--flag', '--flag-tint'],
  ['--ink', '--tray-tint'],
  ['--ink', '--server-tint'],
  ['--ink', '--flag-tint'],
];
const shapes = [
  ...surfaces.map((surface) => ['--edge', surface]),
  ...surfaces.map((surface) => ['--focus', surface]),
  ['--on-tray-mark', '--tray-mark'],
  ['--on-server-mark', '--server-mark'],
  ['--on-flag-mark', '--flag-mark'],
];

for (const theme of ['light', 'dark', 'sunlight'] as const) {
  test(`text stands out 7:1 and shapes 3:1 (${theme})`, () => {
    wearTheme(theme);
    const { root } = aPage(null);
    const tooFaint = [...text.map((pair) => [...pair, 7] as const), ...shapes.map((pair) => [...pair, 3] as const)]
      .map(([front, back, least]) => ({
        front,
        back,
        least,
        ratio: contrast(luminance(root, String(front)), luminance(root, String(back))),
      }))
      .filter(({ ratio, least }) => ratio < Number(least));
    expect(tooFaint).toEqual([]);
  });
}

/** Relative luminance as WCAG 2.2 defines it, of the color a token has in the page. */
function luminance(root: HTMLElement, token: string): number {
  root.style.color = `var(${token})`;
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(root).color.match(/[\d.]+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
