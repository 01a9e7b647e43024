// Nobody has touched the kiosk for a while: first it is asked whether somebody is still there, then everything is wiped. Timers of a page
// that slept say nothing, so the clock decides whenever anything wakes it; and a clock that was set back counts as input.

import type { Timer } from '../../../device/ports.ts';

/** Seconds from the question to the wipe. */
export const lastSeconds = 20;

export interface IdlePorts {
  readonly now: () => number;
  readonly timer: Timer;
  /** Seconds without input until it is asked. */
  readonly seconds: number;
  /** Seconds that are left; null: nobody needs to be asked. */
  readonly onAsk: (left: number | null) => void;
  readonly onWipe: () => void;
}

export interface Idle {
  /** Real input of any kind. While it is being asked, only `stay` counts: a sleeve that brushes the glass does not answer. */
  readonly touch: () => void;
  readonly stay: () => void;
  /** The page woke up: looks at the clock at once. */
  readonly look: () => void;
  readonly stop: () => void;
}

export function createIdle({ now, timer, seconds, onAsk, onWipe }: IdlePorts): Idle {
  const state = { last: now(), asking: false, over: false, cancel: () => {} };

  function look(): void {
    state.cancel();
    if (state.over) return;
    const at = now();
    if (at < state.last) state.last = at;
    const quiet = at - state.last;
    const left = Math.ceil(seconds + lastSeconds - quiet / 1_000);
    if (left <= 0) {
      state.over = true;
      onWipe();
      return;
    }
    if (quiet < seconds * 1_000) {
      state.cancel = timer(seconds * 1_000 - quiet, look);
      return;
    }
    state.asking = true;
    onAsk(left);
    state.cancel = timer(1_000, look);
  }

  function stay(): void {
    if (state.over) return;
    // After a sleep this is the first input of somebody else.
    if (now() - state.last >= (seconds + (state.asking ? lastSeconds : 0)) * 1_000) {
      look();
      return;
    }
    state.last = now();
    if (state.asking) onAsk(null);
    state.asking = false;
    look();
  }

  look();
  return {
    touch: () => {
      if (!state.asking) stay();
    },
    stay,
    look,
    stop: () => {
      state.over = true;
      state.cancel();
    },
  };
}
