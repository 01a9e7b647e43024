// The control that acted often goes with what it acted on. Browsers then put the focus nowhere, and who works by keyboard or hears the
// screen begins again at its top. With this it goes on: to the row that took the place, else to what the ref names, else to the screen.

import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** For the component that draws the list, since it is drawn anew when a row goes. What the ref names needs `tabIndex` -1 or is a control. */
export function useFocusGoesOn<Stand extends HTMLElement>(): RefObject<Stand | null> {
  const stand = useRef<Stand>(null);
  const held = document.activeElement;
  const row = held?.closest('li');
  const neighbor = row?.nextElementSibling ?? row?.previousElementSibling;
  const isLost = () => held !== null && !held.isConnected && document.activeElement === document.body;
  useLayoutEffect(() => {
    if (!isLost()) return;
    const control = neighbor?.isConnected && !row?.isConnected ? neighbor.querySelector<HTMLElement>('a[href], button') : null;
    (control ?? stand.current)?.focus();
  });
  // Last of all: another part of the same screen may know better where to go on.
  useEffect(() => {
    if (isLost()) document.getElementById('main')?.focus();
  });
  return stand;
}
