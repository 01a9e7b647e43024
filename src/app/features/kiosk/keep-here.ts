// The kiosk is one address. Its history entry says nothing, and going back in the browser stays: it is told, and takes the visitor one
// question back at most. What the browser would keep of the page when it is left is wiped before.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { routes } from '../../routes.ts';

export interface KeepHere {
  readonly onBack: () => void;
  /** The page is left, or comes back from where browsers keep left pages whole. */
  readonly onLeft: () => void;
}

export function useKeepHere(told: KeepHere): void {
  const latest = useRef(told);
  latest.current = told;
  useLayoutEffect(() => {
    const guard = () => history.pushState(null, '', routes.kiosk);
    history.replaceState(null, '', routes.kiosk);
    guard();
    const onPop = () => {
      guard();
      latest.current.onBack();
    };
    const onLeft = () => latest.current.onLeft();
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) onLeft();
    };
    addEventListener('popstate', onPop);
    addEventListener('pagehide', onLeft);
    addEventListener('pageshow', onShow);
    return () => {
      removeEventListener('popstate', onPop);
      removeEventListener('pagehide', onLeft);
      removeEventListener('pageshow', onShow);
    };
  }, []);
}
