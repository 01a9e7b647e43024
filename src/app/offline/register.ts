// The page's side of the service worker: registers it, watches it become complete, offers its updates, and reloads once when a
// new version takes over. It never throws and nothing waits for it: without a service worker the app works while it is open.

import { signal } from '@preact/signals';
import type { AppOffline } from './app-offline.ts';
import { createHolds } from './holds.ts';
import { workerScriptUrl } from './script-url.ts';

export interface AppOfflinePorts {
  /** navigator.serviceWorker, where there is one; undefined while developing, where every file changes all the time. */
  readonly workers: ServiceWorkerContainer | undefined;
  readonly locks: LockManager | undefined;
  readonly caches: CacheStorage | undefined;
  readonly reload: () => void;
}

const browserPorts: AppOfflinePorts = {
  workers: 'serviceWorker' in navigator && import.meta.env.PROD ? navigator.serviceWorker : undefined,
  locks: 'locks' in navigator ? navigator.locks : undefined,
  caches: 'caches' in window ? window.caches : undefined,
  reload: () => window.location.reload(),
};

const longestTakeOver = 8_000;

export interface BeginningOffline extends AppOffline {
  /** Registers the worker. Called once the first screen is drawn, which would else share the processor with it. */
  readonly begin: () => void;
}

export function createAppOffline(ports: AppOfflinePorts = browserPorts): BeginningOffline {
  const readiness = signal<'preparing' | 'ready' | 'unsupported'>(ports.workers === undefined ? 'unsupported' : 'preparing');
  const optionalParts = signal<'waiting' | 'fetching' | 'ready' | 'failed'>('waiting');
  const updateWaiting = signal(false);
  const holds = createHolds(ports.locks);
  const waking: { activate: () => void } = { activate: () => undefined };

  async function register(workers: ServiceWorkerContainer): Promise<void> {
    const wasControlled = workers.controller !== null;
    const { Workbox } = await import('workbox-window');
    const workbox = new Workbox(workerScriptUrl());
    waking.activate = () => workbox.messageSkipWaiting();
    workbox.addEventListener('waiting', () => {
      updateWaiting.value = true;
    });
    workers.addEventListener('controllerchange', () => {
      // The first worker taking over a page that had none is no update: nothing to load again.
      if (wasControlled || updateWaiting.value) reloadWhenFree();
    });
    const registration = await workbox.register();
    if (registration !== undefined) watchRegistration(workers, registration);
  }

  function watchRegistration(workers: ServiceWorkerContainer, registration: ServiceWorkerRegistration): void {
    whenComplete(workers).catch(() => {
      // Caches can be refused although a worker runs (cookies blocked): then nothing of the app is kept.
      readiness.value = 'unsupported';
    });
    checkForUpdate(registration);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') checkForUpdate(registration);
      else askForDelivery(registration);
    });
  }

  async function whenComplete(workers: ServiceWorkerContainer): Promise<void> {
    await workers.ready;
    const shell = await ports.caches?.match('/index.html', { ignoreSearch: true });
    if (ports.caches === undefined || shell === undefined) return;
    readiness.value = 'ready';
    optionalParts.value = 'fetching';
    optionalParts.value = await keepParts(ports.caches);
  }

  function reloadWhenFree(): void {
    if (!holds.held.value) {
      ports.reload();
      return;
    }
    const stop = holds.held.subscribe((held) => {
      if (held) return;
      stop();
      ports.reload();
    });
  }

  async function applyUpdate(): Promise<'applied' | 'held'> {
    return await holds.unlessHeld(async () => {
      waking.activate();
      // The new version takes over once the old worker has ended what it does; one that does not end is left by loading the page again.
      setTimeout(reloadWhenFree, longestTakeOver);
    });
  }

  function begin(): void {
    if (ports.workers === undefined) return;
    register(ports.workers).catch(() => {
      // Refused by the browser (private window, policy, plain http), or the server is gone at the very first visit.
      readiness.value = 'unsupported';
    });
  }

  return { begin, readiness, optionalParts, updateWaiting, updatesHeld: holds.held, holdUpdates: holds.hold, applyUpdate };
}

/** Loaded only now: Today does not wait for the list of what comes after it. */
async function keepParts(caches: CacheStorage): Promise<'ready' | 'failed'> {
  const { keepNamedParts } = await import('./second-stage.ts');
  return keepNamedParts(caches);
}

function checkForUpdate(registration: ServiceWorkerRegistration): void {
  registration.update().catch(() => {
    // No network, or none that leads to the server: asked again when the page is next looked at.
  });
}

/** Background Sync as a bonus, where the browser has it: what is still unsent when the page is left is tried once the network is back. */
function askForDelivery(registration: ServiceWorkerRegistration): void {
  if (!('sync' in registration)) return;
  const sync = registration.sync;
  if (typeof sync !== 'object' || sync === null || !('register' in sync) || typeof sync.register !== 'function') return;
  Promise.resolve(sync.register('deliver')).catch(() => {
    // Switched off by the reader or not allowed here: the page delivers by itself when it is opened.
  });
}
