// A saved page leaves the store only whole, only as a page, and under a policy that lets it do nothing but be looked at.

import { sha256 } from '@noble/hashes/sha2.js';
import { expect, test } from 'vitest';
import { pieceBytes } from '../../src/domain/file-pieces.ts';
import { base64url } from '../../src/protocol/hash.ts';
import { keptPage } from '../../src/worker/kept-page.ts';
import { anEnrolledStore } from '../device/a-device.ts';

const html = '<!doctype html><title>Rain walk</title><p>Drops</p><script>alert(1)</script>';

/** A device that keeps a file, which is the page unless said otherwise. */
async function aKeeper({ mime = 'text/html', text = html, whole = true } = {}) {
  const { store, ports } = await anEnrolledStore(31);
  const bytes = new TextEncoder().encode(text);
  const hash = base64url(sha256(bytes));
  const state = whole ? ('complete' as const) : ('coming' as const);
  await store.files.put({ hash, bytes: bytes.length, mime, name: 'rain', have: 1, state, upload: null, sent: 1, problem: null, at: 1 });
  await store.pieces.put({ hash, at: 0, bytes, sum: hash });
  return { store, ports, hash };
}

test('it is answered with its own text, sandboxed: no script, no request, no form, in no other site’s frame, kept nowhere', async () => {
  const { ports, hash } = await aKeeper();
  const answer = await keptPage(ports, hash);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe(html);
  const policy = (answer.headers.get('Content-Security-Policy') ?? '').split(';').map((directive) => directive.trim());
  expect(policy.toSorted()).toEqual([
    "base-uri 'none'",
    "default-src 'none'",
    'font-src data:',
    "form-action 'none'",
    "frame-ancestors 'self'",
    'img-src data:',
    'media-src data:',
    'sandbox',
    "style-src 'unsafe-inline'",
  ]);
  const { headers } = answer;
  expect(['Content-Type', 'X-Content-Type-Options', 'Referrer-Policy', 'Cache-Control'].map((name) => headers.get(name))).toEqual([
    'text/html',
    'nosniff',
    'no-referrer',
    'no-store',
  ]);
});

test.each([
  ['still on its way', { whole: false }],
  ['no page', { mime: 'image/svg+xml' }],
])('what is %s is not there', async (_, given) => {
  const { ports, hash } = await aKeeper(given);
  const answer = await keptPage(ports, hash);
  expect([answer.status, await answer.text()]).toEqual([404, '']);
});

test('nor is one that nobody keeps, nor one of which a piece is lost, which then is fetched again', async () => {
  const { ports, store, hash } = await aKeeper({ text: html.padEnd(pieceBytes + 1, ' ') });
  expect((await keptPage(ports, 'A'.repeat(43))).status).toBe(404);
  await store.pieces.delete([hash, 0]);
  expect((await keptPage(ports, hash)).status).toBe(404);
  expect(await store.files.get(hash)).toMatchObject({ state: 'coming', have: 0 });
});
