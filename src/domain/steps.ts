// A long calculation in steps: who runs it may let others have their turn in between, show how far it is, or end it. It knows no clock.

/** Yields how far it is, from 0 to 1, every few milliseconds of a desktop's work; returns what it found. */
export type Steps<Found> = Generator<number, Found, void>;

/** All of it, in one piece. */
export function atOnce<Found>(steps: Steps<Found>): Found {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** As a stretch of something longer. */
export function* stretch<Found>(steps: Steps<Found>, from: number, to: number): Steps<Found> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield from + (to - from) * step.value;
  }
}
