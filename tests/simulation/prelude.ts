// Imported before anything else by programs of the simulation: takes Node's own channels and timers out of the simulated world's reach.
// Globals lead to the run that is under way; outside of a run they are Node's own.

import type { Loop } from './loop.ts';

// Dexie would tell other processes' pages of changes, at a time of its own.
Reflect.deleteProperty(globalThis, 'BroadcastChannel');

// It says on the console what a test of lost connections and blocked upgrades does to it on purpose.
Object.assign(console, { warn: () => {}, debug: () => {} });

const real = { setTimeout, clearTimeout, setImmediate, clearImmediate };
const running: { loop: Loop | null } = { loop: null };
/** Milliseconds of virtual time. A frozen tab may keep the others waiting for hours. */
const letGoAskedEvery = 2_000;

interface VirtualTimeout {
  readonly cancel: () => void;
  readonly unref: () => VirtualTimeout;
  readonly ref: () => VirtualTimeout;
}

function virtualTimeout(loop: Loop, run: () => void, ms: number): VirtualTimeout {
  const timeout: VirtualTimeout = { cancel: loop.after(loop.current(), ms, run), unref: () => timeout, ref: () => timeout };
  return timeout;
}

Object.assign(globalThis, {
  setImmediate: (run: (...args: unknown[]) => void, ...args: unknown[]) => {
    const { loop } = running;
    if (loop === null) return real.setImmediate(run, ...args);
    // fake-indexeddb asks without a pause whether the other tabs have let go; in no time at all it would ask for ever.
    if (run.name === 'waitForOthersClosed') return loop.after(loop.current(), letGoAskedEvery, run);
    return loop.post(loop.current(), () => run(...args));
  },
  setTimeout: (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
    const { loop } = running;
    return loop === null ? real.setTimeout(run, ms, ...args) : virtualTimeout(loop, () => run(...args), ms);
  },
  clearTimeout: (timeout: unknown) => {
    if (typeof timeout === 'object' && timeout !== null && 'cancel' in timeout && typeof timeout.cancel === 'function') timeout.cancel();
    else if (typeof timeout === 'object' && timeout !== null) real.clearTimeout(Number(timeout));
  },
});

// WebCrypto answers from other threads: one call at a time, in the order asked, and the loop waits.
const order: { last: Promise<unknown> } = { last: Promise.resolve() };
const subtle = Object.getPrototypeOf(crypto.subtle);
for (const name of ['deriveBits', 'deriveKey', 'encrypt', 'decrypt', 'exportKey', 'generateKey', 'importKey', 'sign', 'digest']) {
  const original = subtle[name];
  subtle[name] = function (...args: unknown[]) {
    const { loop } = running;
    if (loop === null) return original.apply(this, args);
    const asked = order.last.then(() => original.apply(this, args));
    order.last = asked.catch(() => undefined);
    return loop.blocking(asked);
  };
}

/** From now on globals lead to this loop; the answer gives them back to Node. */
export function enter(loop: Loop): () => void {
  running.loop = loop;
  return () => {
    running.loop = null;
  };
}
