// What screens may know and ask of the offline shell: is the app complete on this device, is a new version waiting.

import type { ReadonlySignal } from '@preact/signals';

export interface AppOffline {
  /** 'preparing' until every file of the app is on the device; 'unsupported' where there is no service worker (private windows, plain http). */
  readonly readiness: ReadonlySignal<'preparing' | 'ready' | 'unsupported'>;
  /** The large parts that follow once the app is complete, such as the scanner's decoder. 'failed' is tried again at the next start. */
  readonly optionalParts: ReadonlySignal<'waiting' | 'fetching' | 'ready' | 'failed'>;
  readonly updateWaiting: ReadonlySignal<boolean>;
  /** Screens with an open session, a kiosk or a dirty form hold updates back; the returned function lets go. */
  readonly holdUpdates: () => () => void;
  readonly updatesHeld: ReadonlySignal<boolean>;
  /** Activates the waiting version and loads it. 'held': not applied, because a screen of this tab or another one holds updates back. */
  readonly applyUpdate: () => Promise<'applied' | 'held'>;
}
