// What a browser does by itself when a new page comes, and a single page must do: go to the top and put the
// focus where reading starts. A screen that loads late takes away what had the focus only then, which no
// event tells; so until the reader does something else, the screen is watched for that.
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Moves the focus to the screen when `place` changes, unless what has it, such as a tab, is still there. */
export function useArrival(place: string, screen: RefObject<HTMLElement | null>): void {
  const lastPlace = useRef(place);
  useLayoutEffect(() => {
    const element = screen.current;
    if (lastPlace.current === place || !element) return undefined;
    lastPlace.current = place;
    window.scrollTo(0, 0);
    if (!element.contains(document.activeElement)) {
      element.focus({ preventScroll: true });
      return undefined;
    }
    const observer = new MutationObserver(() => {
      if (document.activeElement !== document.body) return;
      observer.disconnect();
      element.focus({ preventScroll: true });
    });
    const stop = () => observer.disconnect();
    observer.observe(element, { childList: true, subtree: true });
    // By a pointer or a key: a field that is left with Tab has lost the focus for a moment, and saves in it.
    document.addEventListener('pointerdown', stop);
    document.addEventListener('keydown', stop);
    return () => {
      stop();
      document.removeEventListener('pointerdown', stop);
      document.removeEventListener('keydown', stop);
    };
  }, [place, screen]);
}
