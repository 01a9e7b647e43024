// A kept PDF is worth nothing at a stop without what shows it: its reader and the reader's worker, which come after the app.

import { sha256 } from '@noble/hashes/sha2.js';
import pdfReader from 'pdfjs-dist/legacy/build/pdf.min.mjs?url';
import pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { afterEach, expect, test, vi } from 'vitest';
import { lookAtFiles } from '../../../src/app/features/readiness/lines/files.ts';
import { base64url } from '../../../src/protocol/hash.ts';
import { okOf } from '../../device/a-device.ts';
import { aDesktop } from '../../device/a-tablet.ts';
import { aServer } from '../../support/server.ts';

afterEach(() => vi.unstubAllGlobals());

/** The second stage as far as it has come. */
function holds(...addresses: readonly string[]): void {
  const parts = new Map(addresses.map((address) => [`https://library.example${address}`, 'part']));
  const cache = {
    keys: async () => [...parts.keys()].map((url) => ({ url })),
    match: async ({ url }: Request) => new Response(parts.get(url)),
  };
  vi.stubGlobal('caches', { open: async () => cache });
}

async function withKept(mime: string) {
  const { device } = await aDesktop(await aServer());
  const bytes = new Uint8Array([37, 80, 68, 70]);
  const hash = base64url(sha256(bytes));
  const file = { hash, bytes: bytes.length, mime, name: 'moon' };
  const { id } = okOf(await device.act.changeResource(null, { title: 'Moon book', type: 'digital_resource', file }));
  await device.store.pinned.put({ resource: id, at: 1 });
  await device.store.files.put({ ...file, have: 1, state: 'complete', upload: null, sent: 1, problem: null, at: 1 });
  await device.store.pieces.put({ hash, at: 0, bytes, sum: hash });
  return () => lookAtFiles({ device, now: 1, today: '2026-11-02' });
}

test('a kept PDF is ready only with its reader and the worker; what to do is said by its name', async () => {
  const look = await withKept('application/pdf');
  holds(pdfReader);
  expect(await look()).toEqual({ state: 'todo', word: 'noReader', said: { names: 'Moon book' } });
  holds(pdfReader, pdfWorker);
  expect(await look()).toEqual({ state: 'good', word: 'read', said: { count: 1 } });
});

test('a kept picture needs neither', async () => {
  const look = await withKept('image/png');
  holds();
  expect(await look()).toEqual({ state: 'good', word: 'read', said: { count: 1 } });
});
