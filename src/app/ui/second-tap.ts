// Whoever taps twice meant the first: what comes in the place of a button, and under the same finger, was never read.

import { useRef } from 'preact/hooks';

/** Milliseconds, and pixels, between the two taps of a double tap. */
const together = { ms: 500, px: 40 };

/** For `onClickCapture` of what is around buttons that others take the place of. A mouse's clicks are counted by the browser; a finger's are
 * told by time and place. A keyboard's have neither. */
export function useFirstTapOnly(): (event: MouseEvent) => void {
  const last = useRef({ at: Number.NEGATIVE_INFINITY, x: 0, y: 0 });
  return (event) => {
    const { timeStamp: at, clientX: x, clientY: y, detail } = event;
    const before = last.current;
    const isFinger = event instanceof PointerEvent && event.pointerType === 'touch';
    const isSoon = at - before.at < together.ms && Math.abs(x - before.x) < together.px && Math.abs(y - before.y) < together.px;
    if (detail > 1 || (isFinger && isSoon)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (detail > 0) last.current = { at, x, y };
  };
}
