// The accessibility check that every test of a part or screen ends with: WCAG 2.2 A and AA and best practices.
import axe from 'axe-core';
import { expect } from 'vitest';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails with one line for each element that is wrong. */
export async function expectAccessible(root: Element = document.documentElement): Promise<void> {
  expect(await accessibilityFaults(root)).toEqual([]);
}

export async function accessibilityFaults(root: Element = document.documentElement): Promise<readonly string[]> {
  // What follows from the layout, such as that a table can be reached by keyboard because it scrolls, comes a frame after it.
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  // What is still fading in would be called too faint; what turns without end is not waited for.
  const ending = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
  await Promise.allSettled(ending.map((animation) => animation.finished));
  // What passed is not told of, no style sheet is fetched a second time, and the one frame we have (a saved page, closed to scripts) is not
  // asked: half the time, the same faults.
  const found = await axe.run(root, { runOnly: tags, resultTypes: ['violations'], preload: false, iframes: false });
  return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
}
