// Everything a device takes from the world around it. Nothing under src/device reads a global: the page, the worker, a test and the
// simulation each hand in their own. `locks` and `storage` may be missing: browsers miss them.

import type { RandomBytes } from '../protocol/ids.ts';

/** Calls `run` once after `ms`; the answer takes it back. */
export type Timer = (ms: number, run: () => void) => () => void;

export type Http = (path: string, init: HttpInit) => Promise<Response>;

export interface HttpInit {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or a piece of a file. */
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly signal: AbortSignal;
  readonly cache: 'no-store';
  readonly credentials: 'same-origin';
  readonly redirect: 'error';
  readonly keepalive?: boolean;
}

/** As much of the browser's LockManager as is used. */
export interface Locks {
  request(name: string, options: { readonly signal: AbortSignal }, run: () => Promise<unknown>): Promise<unknown>;
}

/** What happens to the page: reasons to look at the network again, or to leave it alone. None of them proves anything. */
export type Signal = 'visible' | 'hidden' | 'online' | 'offline';

/** The part of StorageManager used here; workers have no `persist`, some browsers have nothing of it. */
export interface StorageAnswers {
  readonly persist?: () => Promise<boolean>;
  readonly persisted?: () => Promise<boolean>;
  readonly estimate?: () => Promise<{ readonly usage?: number; readonly quota?: number }>;
}

export interface Ports {
  readonly databaseName: string;
  readonly indexedDB?: IDBFactory | undefined;
  readonly keyRange?: typeof IDBKeyRange | undefined;
  /** Milliseconds since 1970 by the device's clock, which may lie. */
  readonly now: () => number;
  readonly random: RandomBytes;
  readonly timer: Timer;
  readonly http: Http;
  readonly appVersion: string;
  /** [S38] The key this device signs its parcels with. Who brings none makes none, and no other key of its own (actions/initials.ts). */
  readonly signingPair?: (() => Promise<CryptoKeyPair>) | undefined;
  readonly locks?: Locks | undefined;
  readonly storage?: StorageAnswers | undefined;
  /** Calls back for each signal until the answer is called. */
  readonly signals?: ((onSignal: (signal: Signal) => void) => () => void) | undefined;
}
