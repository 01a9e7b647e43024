// Watches for real input of every kind, on-screen keyboards included, while a visitor is at the kiosk. A focus is none: nothing tells one
// that a screen reader moved from one that the page moved by itself, and who is asked whether they are there is asked aloud.

import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../../context.ts';
import { createIdle, type Idle } from './idle.ts';

const kinds = [
  'pointerdown',
  'pointermove',
  'keydown',
  'beforeinput',
  'input',
  'change',
  'compositionstart',
  'compositionupdate',
  'wheel',
  'scroll',
  'touchmove',
  'click',
] as const;

export interface IdleState {
  /** Seconds until all is wiped; null while somebody is there. */
  readonly left: number | null;
  readonly stay: () => void;
}

export function useIdle({ seconds, onWipe }: { readonly seconds: number; readonly onWipe: () => void }): IdleState {
  const { device, now } = useApp();
  const [left, setLeft] = useState<number | null>(null);
  const idle = useRef<Idle | null>(null);
  const wipe = useRef(onWipe);
  wipe.current = onWipe;

  useEffect(() => {
    const watching = createIdle({ now, timer: device.store.ports.timer, seconds, onAsk: setLeft, onWipe: () => wipe.current() });
    idle.current = watching;
    // Made by the browser for somebody's hand; what a script makes is not trusted.
    const onInput = (event: Event) => {
      if (event.isTrusted) watching.touch();
    };
    const onWake = () => watching.look();
    for (const kind of kinds) document.addEventListener(kind, onInput, { capture: true, passive: true });
    document.addEventListener('visibilitychange', onWake);
    addEventListener('pageshow', onWake);
    return () => {
      watching.stop();
      for (const kind of kinds) document.removeEventListener(kind, onInput, { capture: true });
      document.removeEventListener('visibilitychange', onWake);
      removeEventListener('pageshow', onWake);
    };
  }, [seconds, now, device]);

  return { left, stay: () => idle.current?.stay() };
}
