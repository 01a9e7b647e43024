// What may wait until the first screen is drawn. On a slow tablet everything shares one processor with it.

import type { Timer } from '../device/ports.ts';

/** The browser paints what was just drawn before this is over. */
const painting = 100;
/** A screen that waits for something, or a problem: then nobody says that it is drawn. */
const longestWait = 3_000;

/**
 * Answers what to call when the screen has drawn what the person came for; `steps` then run, once, whoever calls and how often: one after
 * the other, each in a turn of its own, so that a tap in between is answered.
 */
export function afterFirstDrawing(timer: Timer, steps: readonly (() => void)[]): () => void {
  const goOn = (at: number) => {
    steps[at]?.();
    if (at + 1 < steps.length) timer(0, () => goOn(at + 1));
  };
  const state = { drawn: false };
  const drawn = () => {
    if (state.drawn) return;
    state.drawn = true;
    timer(painting, () => goOn(0));
  };
  timer(longestWait, drawn);
  return drawn;
}
