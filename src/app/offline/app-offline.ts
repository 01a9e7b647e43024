// What screens may know and ask of the offline shell: is the app complete on this device, is a new version waiting.

import type { ReadonlySignal } from '@preact/signals';

export interface AppOffline {
  /** 'preparing' until every file of the app is on the device; 'unsupported' where there is no service worker (private windows, plain http). */
  readonly readiness: ReadonlySignal<'preparing' | 'ready' | 'unsupported'>;
  readonly updateWaiting: ReadonlySignal<boolean>;
  /** Screens with an open session, a kiosk or a dirty form hold updates back; the returned function lets go. */
  readonly holdUpdates: () => () => void;
  readonly updatesHeld: ReadonlySignal<boolean>;
  /** Activates the waiting version and loads it. Does nothing while updates are held. */
  readonly applyUpdate: () => Promise<void>;
}
