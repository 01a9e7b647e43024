// The service worker. Four listeners: workbox precaches the app, complete or nothing, and answers from there; below are what
// happens at activation, on a message, and when the browser says that a network is back. /api is never cached or answered here.

import { addPlugins, cleanupOutdatedCaches, createHandlerBoundToURL, getCacheKeyForURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import type { Ports } from '../device/ports.ts';
import { isWhatItShouldBe } from './app-file.ts';

/** Background Sync's event; TypeScript's library does not know it. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}
declare global {
  interface ServiceWorkerGlobalScopeEventMap {
    sync: SyncEvent;
  }
}
declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: { readonly url: string; readonly revision: string | null }[] };

declare const __APP_VERSION__: string;

const ports: Ports = {
  databaseName: 'wayside',
  now: () => Date.now(),
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  timer: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  http: (path, init) => fetch(path, init),
  appVersion: __APP_VERSION__,
  locks: self.navigator.locks,
};

const parts = self.__WB_MANIFEST;

serveTheApp();
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => {
  if (isOfType(event.data, 'SKIP_WAITING')) event.waitUntil(self.skipWaiting());
  if (isOfType(event.data, 'NAME_PARTS')) event.ports[0]?.postMessage(partsOfTheApp());
});
self.addEventListener('sync', (event) => {
  if (event.tag === 'deliver') event.waitUntil(deliverLazily());
});

/** Imported only here: what delivers is many times what serves, and a cold start waits for all that is evaluated above. */
async function deliverLazily(): Promise<void> {
  const { deliverInBackground } = await import('./deliver.ts');
  await deliverInBackground(ports);
}

function serveTheApp(): void {
  addPlugins([{ cacheWillUpdate: async ({ request, response }) => (isWhatItShouldBe(request.url, response) ? response : null) }]);
  precacheAndRoute(parts);
  cleanupOutdatedCaches();
  registerRoute(isKeptPage, answerKeptPage);
  registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api\//] }));
  registerRoute(isOptionalPart, answerFromAnyCache);
}

/** Parts that the page fetches in the background after the app itself is complete. */
function isOptionalPart({ url, sameOrigin }: { readonly url: URL; readonly sameOrigin: boolean }): boolean {
  return sameOrigin && /\.(wasm|mjs)$/.test(url.pathname);
}

/** A saved web page among the files kept here, as the viewer's frame asks for it. */
function isKeptPage({ url, sameOrigin }: { readonly url: URL; readonly sameOrigin: boolean }): boolean {
  return sameOrigin && url.pathname.startsWith('/kept/');
}

async function answerKeptPage({ url }: { readonly url: URL }): Promise<Response> {
  const { keptPage } = await import('./kept-page.ts');
  return keptPage(ports, url.pathname.slice('/kept/'.length));
}

async function answerFromAnyCache({ request }: { readonly request: Request }): Promise<Response> {
  return (await caches.match(request)) ?? (await fetch(request));
}

/** For Ready to leave, which opens each: where it comes from, and under which key it is cached. */
function partsOfTheApp(): readonly { readonly url: string; readonly key: string }[] {
  const urls = parts.map((part) => (typeof part === 'string' ? part : part.url));
  return urls.map((url) => ({ url, key: getCacheKeyForURL(url) ?? url }));
}

function isOfType(message: unknown, type: string): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === type;
}
