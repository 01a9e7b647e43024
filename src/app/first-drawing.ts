// What may wait until the first screen is drawn. On a slow tablet everything shares one processor with it.

import type { Timer } from '../device/ports.ts';

/** The browser paints what was just drawn before this is over. */
const painting = 100;
/** A screen that waits for something, or a problem: then nobody says that it is drawn. */
const longestWait = 3_000;

/** Answers what to call when the screen has drawn what the person came for; `afterwards` then runs, once, whoever calls and how often. */
export function afterFirstDrawing(timer: Timer, afterwards: () => void): () => void {
  const state = { drawn: false };
  const drawn = () => {
    if (state.drawn) return;
    state.drawn = true;
    timer(painting, afterwards);
  };
  timer(longestWait, drawn);
  return drawn;
}
