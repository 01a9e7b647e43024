// The screen kept on and filled at the kiosk, with doubles of what a browser may have, refuse, take away again, or lack.

import { expect, test, vi } from 'vitest';
import { fillScreen, keepAwake, leaveFullScreen } from '../../../src/app/ui/keep-awake.ts';

/** A page that can be hidden, and a lock that the system takes away with it. */
function aPage(request: () => Promise<{ release: () => Promise<void> }>) {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const turn = (to: 'visible' | 'hidden') => {
    page.visibilityState = to;
    page.dispatchEvent(new Event('visibilitychange'));
  };
  return { page: page as unknown as Document, lock: { request } as unknown as WakeLock, turn };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test('the screen is kept on at once, asked for again whenever the page comes back, and let go at the end', async () => {
  const release = vi.fn(async () => {});
  const request = vi.fn(async () => ({ release }));
  const { page, lock, turn } = aPage(request);
  const letGo = keepAwake(page, lock);
  expect(request.mock.calls).toEqual([['screen']]);
  await settled();
  turn('hidden');
  expect(request).toHaveBeenCalledTimes(1);
  turn('visible');
  expect(request).toHaveBeenCalledTimes(2);
  await settled();
  letGo();
  expect(release).toHaveBeenCalledTimes(1);
  turn('visible');
  expect(request).toHaveBeenCalledTimes(2);
});

test('a lock that comes after the kiosk was left is let go as well', async () => {
  const release = vi.fn(async () => {});
  const { page, lock } = aPage(async () => ({ release }));
  keepAwake(page, lock)();
  expect(release).not.toHaveBeenCalled();
  await settled();
  expect(release).toHaveBeenCalledTimes(1);
});

test('a browser that refuses, or has no such thing, changes nothing', async () => {
  const refusing = aPage(() => Promise.reject(new DOMException('low battery', 'NotAllowedError')));
  const letGo = keepAwake(refusing.page, refusing.lock);
  await settled();
  refusing.turn('visible');
  await settled();
  letGo();
  const without = aPage(() => Promise.reject(new Error('never asked')));
  const stop = keepAwake(without.page, undefined);
  without.turn('visible');
  stop();
});

function aScreen(parts: object): { readonly page: Document; readonly asked: ReturnType<typeof vi.fn> } {
  const asked = vi.fn(() => Promise.reject(new TypeError('refused')));
  const page = { fullscreenElement: null, documentElement: { requestFullscreen: asked }, exitFullscreen: asked, ...parts };
  return { page: page as unknown as Document, asked };
}

test('the screen is filled without the browser’s bars, once, and left again; refusals are borne', async () => {
  const small = aScreen({});
  fillScreen(small.page);
  expect(small.asked.mock.calls).toEqual([[{ navigationUI: 'hide' }]]);
  leaveFullScreen(small.page);
  expect(small.asked).toHaveBeenCalledTimes(1);
  const full = aScreen({ fullscreenElement: {} });
  fillScreen(full.page);
  expect(full.asked).not.toHaveBeenCalled();
  leaveFullScreen(full.page);
  expect(full.asked).toHaveBeenCalledTimes(1);
  await settled();
});

test('a browser that cannot fill the screen, as on iPhones, is left as it is', () => {
  const { page } = aScreen({ documentElement: {}, fullscreenElement: undefined, exitFullscreen: undefined });
  expect(() => fillScreen(page)).not.toThrow();
  expect(() => leaveFullScreen(page)).not.toThrow();
});
