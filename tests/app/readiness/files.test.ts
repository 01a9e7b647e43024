// A kept PDF is worth nothing at a stop without what shows it: its reader and the reader's worker, which come after the app; and not unless it
// opens. What the sessions to come are to show is compared with what is kept.

import { sha256 } from '@noble/hashes/sha2.js';
import pdfReader from 'pdfjs-dist/legacy/build/pdf.min.mjs?url';
import pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { afterEach, expect, test, vi } from 'vitest';
import { lookAtFiles } from '../../../src/app/features/readiness/lines/files.ts';
import { lookAtSessionFiles } from '../../../src/app/features/readiness/lines/session-files.ts';
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
  return (opens = true) => lookAtFiles({ device, now: 1, today: '2026-11-02' }, async () => opens);
}

test('a kept PDF is ready only with its reader and the worker; what to do is said by its name', async () => {
  const look = await withKept('application/pdf');
  holds(pdfReader);
  expect(await look()).toEqual({ state: 'todo', word: 'noReader', said: { names: 'Moon book' } });
  holds(pdfReader, pdfWorker);
  expect(await look()).toEqual({ state: 'good', word: 'opened', said: { count: 1 } });
});

test('a kept PDF that does not open with all of that is named', async () => {
  const look = await withKept('application/pdf');
  holds(pdfReader, pdfWorker);
  expect(await look(false)).toEqual({ state: 'todo', word: 'notOpened', said: { names: 'Moon book' } });
});

test('a kept picture needs neither', async () => {
  const look = await withKept('image/png');
  holds();
  expect(await look()).toEqual({ state: 'good', word: 'read', said: { count: 1 } });
});

test('a digital resource that the kind of a session of today or tomorrow brings is named until its file is wholly kept here', async () => {
  const { device } = await aDesktop(await aServer());
  const { act, store } = device;
  const today = '2026-11-02';
  const aFile = (letter: string) => ({ hash: letter.repeat(43), bytes: 5, mime: 'image/png', name: `${letter}.png` });
  const aThing = async (title: string, more: object) =>
    okOf(await act.changeResource(null, { title, type: 'digital_resource', ...more })).id;
  const shown = await aThing('Moon book', { file: aFile('M') });
  const typed = await aThing('Song text', { note: 'Twinkle, twinkle' });
  const away = await aThing('Old book', { file: aFile('O'), archived: true });
  const kit = okOf(await act.changeResource(null, { title: 'Storytime kit', type: 'kit' })).id;
  const other = await aThing('Robots', { file: aFile('R') });
  okOf(await act.changeTemplate('storytime', { resources: [shown, typed, away, kit, 'GONE00000001'] }));
  okOf(await act.changeTemplate('digital_literacy_workshop', { resources: [other] }));
  const look = () => lookAtSessionFiles({ device, now: 1, today });
  expect(await look()).toEqual({ state: 'good', word: 'none' });

  okOf(await act.planSession({ date: '2026-11-03', template: 'storytime' }));
  okOf(await act.planSession({ date: '2026-11-04', template: 'digital_literacy_workshop' }));
  const off = okOf(await act.planSession({ date: today, template: 'digital_literacy_workshop' }));
  okOf(await act.cancelSession(off.id, 'School is closed'));
  expect(await look()).toEqual({ state: 'todo', word: 'missing', said: { names: 'Moon book' }, keep: [shown] });
  await store.pinned.put({ resource: shown, at: 1 });
  await store.files.put({ ...aFile('M'), have: 0, state: 'coming', upload: null, sent: 1, problem: null, at: 1 });
  expect(await look()).toEqual({ state: 'todo', word: 'coming', said: { names: 'Moon book' } });
  await store.files.update(aFile('M').hash, { have: 1, state: 'complete' });
  expect(await look()).toEqual({ state: 'good', word: 'here', said: { count: 1 } });
  // Here, but by nobody's wish: it goes when room is short.
  await store.pinned.delete(shown);
  expect(await look()).toMatchObject({ word: 'missing', keep: [shown] });
});
