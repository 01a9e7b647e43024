// A part of the app that has gone: the page is loaded again once for each release, never under a person's hands, never into nothing.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchForMissingChunks } from '../../../src/app/offline/missing-chunk.ts';

const guardKey = 'wayside-reloaded-for-missing-part';
const leave: (() => void)[] = [];
beforeEach(() => {
  sessionStorage.removeItem(guardKey);
  // The test's own server has no app at '/': this one serves it.
  vi.stubGlobal('fetch', async () => new Response('<!doctype html>'));
});
afterEach(() => {
  for (const stop of leave.splice(0)) stop();
  vi.unstubAllGlobals();
});

function watching({ mayReload = true, version = 'first' } = {}) {
  const state = { reloads: 0, now: 1_000_000 };
  const reload = () => {
    state.reloads += 1;
  };
  leave.push(watchForMissingChunks({ appVersion: version, mayReload: () => mayReload, reload, now: () => state.now }));
  return state;
}

/** What vite says when a lazily loaded part cannot be fetched; false: somebody takes care of it. */
const partIsMissing = () => window.dispatchEvent(new Event('vite:preloadError', { cancelable: true }));

test('loads the page again, once', async () => {
  const state = watching();
  expect(partIsMissing()).toBe(false);
  await expect.poll(() => state.reloads).toBe(1);
  expect(partIsMissing()).toBe(true);
  expect(state.reloads).toBe(1);
});

test('another release may load again once', async () => {
  const first = watching();
  partIsMissing();
  await expect.poll(() => first.reloads).toBe(1);
  leave.pop()?.();
  const second = watching({ version: 'second' });
  expect(partIsMissing()).toBe(false);
  await expect.poll(() => second.reloads).toBe(1);
});

test('a dirty form or an open session is left alone: the screen says what is missing', () => {
  const state = watching({ mayReload: false });
  expect(partIsMissing()).toBe(true);
  expect(state.reloads).toBe(0);
  expect(sessionStorage.getItem(guardKey)).toBeNull();
});

test('what fails because the page is being left is not missing: the way out is not broken off, and the one time is kept', async () => {
  const state = watching();
  window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  state.now += 3_000;
  expect(partIsMissing()).toBe(true);
  expect(sessionStorage.getItem(guardKey)).toBeNull();
  // The person has stayed after all.
  state.now += 60_000;
  expect(partIsMissing()).toBe(false);
  await expect.poll(() => state.reloads).toBe(1);
});

test('nothing is loaded again where nobody would serve the page', async () => {
  const asked = vi.fn(() => Promise.reject(new TypeError('network')));
  vi.stubGlobal('fetch', asked);
  const state = watching();
  expect(partIsMissing()).toBe(false);
  await expect.poll(() => asked.mock.calls.length).toBe(1);
  expect(state.reloads).toBe(0);
});

test('where session storage is refused nothing could guard against a loop, so nothing is loaded again', () => {
  vi.stubGlobal('sessionStorage', {
    getItem: () => {
      throw new DOMException('refused', 'SecurityError');
    },
  });
  const state = watching();
  expect(partIsMissing()).toBe(true);
  expect(state.reloads).toBe(0);
});
