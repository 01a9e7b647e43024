// The second stage of the shell: large parts that follow once the app is complete, in the browser's real cache.
import { afterEach, expect, test, vi } from 'vitest';
import { keepNamedParts, keepOptionalParts, namedParts } from '../../../src/app/offline/second-stage.ts';

const cacheName = 'wayside-optional';
/** Something the test's own server has: this file. */
const there = new URL(import.meta.url).pathname;
afterEach(async () => {
  vi.restoreAllMocks();
  await caches.delete(cacheName);
});

const kept = async () => (await (await caches.open(cacheName)).keys()).map((request) => request.url);

test('fetches what is missing and drops what no release needs any more', async () => {
  const cache = await caches.open(cacheName);
  await cache.put('/assets/old.wasm', new Response('old'));
  expect(await keepOptionalParts(caches, [there])).toBe('ready');
  expect(await kept()).toEqual([new URL(there, location.origin).href]);
});

test('fetches nothing that is here already', async () => {
  const cache = await caches.open(cacheName);
  await cache.put('/assets/decoder.wasm', new Response('here'));
  expect(await keepOptionalParts(caches, ['/assets/decoder.wasm'])).toBe('ready');
  expect(await (await cache.match('/assets/decoder.wasm'))?.text()).toBe('here');
});

test('says that it failed when a part cannot be fetched, and keeps what it had', async () => {
  const cache = await caches.open(cacheName);
  await cache.put('/assets/decoder.wasm', new Response('here'));
  const nowhere = 'http://localhost:1/assets/other.wasm';
  expect(await keepOptionalParts(caches, ['/assets/decoder.wasm', nowhere])).toBe('failed');
  expect(await (await cache.match('/assets/decoder.wasm'))?.text()).toBe('here');
});

test('without a network it still knows that everything is here, from the list of the same release', async () => {
  const network = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('network'));
  expect(await keepNamedParts(caches)).toBe('failed');
  const chunk = '/assets/optional-recurrence.js';
  network.mockResolvedValueOnce(Response.json([chunk]));
  const urls = await namedParts(caches);
  expect(urls).toContain(chunk);
  const cache = await caches.open(cacheName);
  for (const url of urls ?? []) await cache.put(url, new Response('here'));
  expect(await keepNamedParts(caches)).toBe('ready');
  expect(await namedParts(caches)).toEqual(urls);
  network.mockResolvedValueOnce(new Response('<html>Welcome to Cafe Wi-Fi</html>'));
  expect(await namedParts(caches)).toEqual(urls);

  const script = document.createElement('script');
  script.type = 'text/plain';
  script.src = '/assets/today-of-the-next-release.js';
  document.head.append(script);
  expect(await namedParts(caches)).toBe(null);
  script.remove();
  expect(await namedParts(caches)).toEqual(urls);
});
