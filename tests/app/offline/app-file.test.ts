// What may be kept as a file of the app: a sign-in page of some network must never become one.
import { expect, test } from 'vitest';
import { isWhatItShouldBe } from '../../../src/worker/app-file.ts';

const answer = (type: string, status = 200) => new Response('x', { status, headers: { 'Content-Type': type } });
const url = (path: string) => `https://wayside.example${path}`;

test.each([
  ['/assets/index-1a2b3c.js', 'text/javascript; charset=utf-8'],
  ['/assets/index-1a2b3c.css', 'text/css'],
  ['/index.html?__WB_REVISION__=1', 'text/html; charset=utf-8'],
  ['/icon.svg', 'image/svg+xml'],
  ['/icon-192.png', 'image/png'],
  ['/assets/font.woff2', 'font/woff2'],
  ['/manifest.webmanifest', 'application/manifest+json'],
])('%s as %s is kept', (path, type) => {
  expect(isWhatItShouldBe(url(path), answer(type))).toBe(true);
});

test.each([
  ['/assets/index-1a2b3c.js', 'text/html'],
  ['/assets/index-1a2b3c.css', 'text/html'],
  ['/assets/font.woff2', 'text/html'],
  ['/manifest.webmanifest', ''],
])('%s as “%s” fails the installation', (path, type) => {
  expect(isWhatItShouldBe(url(path), answer(type))).toBe(false);
});

test('an error, however typed, is no file', () => {
  expect(isWhatItShouldBe(url('/assets/index-1a2b3c.js'), answer('text/javascript', 503))).toBe(false);
});
