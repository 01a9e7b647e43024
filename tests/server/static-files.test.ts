// The app as it is served: hashed assets for ever, pages asked about again, earlier releases' assets for a while, nothing else.

import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { aFolder } from '../support/process.ts';
import { aServer, origin } from '../support/server.ts';

const chunk = `export const text = '${'wayside '.repeat(400)}';`;

test('pages, assets and the rest of the app', async () => {
  const dist = aDist({ 'assets/app-1a2b.js': chunk, 'icon.svg': '<svg/>', '.vite/manifest.json': '{}' });
  const server = await aServer({ config: { dist } });
  const get = (path: string, headers: Record<string, string> = {}) => server.app.request(origin + path, { headers });
  const page = await get('/');
  expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control'), await page.text()]).toEqual([
    200,
    'text/html; charset=utf-8',
    'no-cache',
    '<!doctype html>one',
  ]);
  expect((await get('/', { 'if-none-match': page.headers.get('etag') ?? '' })).status).toBe(304);
  expect(await (await get('/session/4K7Q')).text()).toBe('<!doctype html>one');
  const asset = await get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip, deflate, br' });
  expect([asset.headers.get('content-type'), asset.headers.get('cache-control'), asset.headers.get('content-encoding')]).toEqual([
    'text/javascript; charset=utf-8',
    'public, max-age=31536000, immutable',
    'br',
  ]);
  expect(brotliDecompressSync(Buffer.from(await asset.arrayBuffer())).toString()).toBe(chunk);
  const refusing = await get('/assets/app-1a2b.js', { 'accept-encoding': 'br;q=0, gzip;q=0.0, *;q=1' });
  expect([refusing.headers.get('content-encoding'), await refusing.text()]).toEqual([null, chunk]);
  expect((await get('/icon.svg')).headers.get('content-type')).toBe('image/svg+xml');
  const missing = [
    '/assets/gone-9.js',
    '/assets/',
    '/nothing.js',
    '/.vite/manifest.json',
    '/%2e%2e/wayside.db',
    '/..%2fwayside.db',
    '/assets/..%2f..%2findex.html',
    '/%',
    '/a%00.js',
    '/assets/%5c..%5cx',
  ];
  for (const path of missing) expect([path, (await get(path)).status]).toEqual([path, 404]);
});

test('a new release is served while old chunks stay for 90 days', async () => {
  const dataDir = aFolder();
  const first = await aServer({ config: { dataDir, dist: aDist({ 'assets/app-old.js': 'old' }) } });
  await first.close();
  const dist = aDist({ 'assets/app-new.js': 'new' });
  const second = await aServer({ config: { dataDir, dist } });
  expect(await (await second.app.request(`${origin}/assets/app-old.js`)).text()).toBe('old');
  expect(await (await second.app.request(`${origin}/assets/app-new.js`)).text()).toBe('new');
  writeFileSync(join(dist, 'index.html'), '<!doctype html>two');
  expect(await (await second.app.request(`${origin}/`)).text()).toBe('<!doctype html>two');
  await second.close();
  const kept = join(dataDir, 'assets/app-old.js');
  expect(existsSync(kept)).toBe(true);
  const third = await aServer({ config: { dataDir, dist }, later: 91 * 86_400_000 });
  expect((await third.app.request(`${origin}/assets/app-old.js`)).status).toBe(404);
  expect(existsSync(kept)).toBe(false);
  rmSync(join(dist, 'assets'), { recursive: true });
  expect(await (await third.app.request(`${origin}/assets/app-new.js`)).text()).toBe('new');
});

test('without a built app it says what to do', async () => {
  const server = await aServer();
  const response = await server.app.request(`${origin}/`);
  expect([response.status, await response.text()]).toEqual([503, 'The app has not been built yet: npm start builds it.']);
});

function aDist(files: Readonly<Record<string, string>>): string {
  const dist = aFolder();
  for (const [path, text] of Object.entries({ 'index.html': '<!doctype html>one', ...files })) {
    mkdirSync(join(dist, path, '..'), { recursive: true });
    writeFileSync(join(dist, path), text);
  }
  return dist;
}
