// A resource's file where something is wrong with it or with the device: what is said, and the way on.

import { sha256 } from '@noble/hashes/sha2.js';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ResourceScreen } from '../../../src/app/features/resources/ResourceScreen.tsx';
import { PinnedFilesScreen } from '../../../src/app/features/resources/files/PinnedFilesScreen.tsx';
import { ViewerScreen } from '../../../src/app/features/resources/files/ViewerScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import type { Device } from '../../../src/device/device.ts';
import { fileBudget } from '../../../src/device/store/pinned-files.ts';
import { pieceBytes } from '../../../src/domain/file-pieces.ts';
import { base64url } from '../../../src/protocol/hash.ts';
import { aFilm } from '../../support/a-film.ts';
import { pdfText } from '../../support/pdf-text.ts';
import { done } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import { seenAt } from '../page.ts';
import { aDevice, onPhone, shown } from './a-field-day.tsx';

const words = text.files;

beforeEach(onPhone);

/** A resource whose file is on this device. */
async function aKeptFile(device: Device, title: string, name: string, mime: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const file = { hash: base64url(sha256(bytes)), bytes: bytes.length, mime, name };
  const { id } = await done(device.act.changeResource(null, { title, type: 'digital_resource', file }));
  await device.store.files.put({ ...file, have: 1, state: 'complete', upload: null, sent: 1, problem: null, at: 1 });
  await device.store.pieces.put({ hash: file.hash, at: 0, bytes, sum: file.hash });
  await device.store.pinned.put({ resource: id, at: 1 });
  return id;
}

/** The same with a PDF, as a text of which each letter is a byte. */
function aKeptPdf(device: Device, content: string): Promise<string> {
  const bytes = Uint8Array.from([...content].map((letter) => letter.charCodeAt(0)));
  return aKeptFile(device, 'Fingerplays', 'fingerplays.pdf', 'application/pdf', bytes);
}

/** As wide as it is said, and half as high. */
async function aPicture(width: number): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(width, width / 2);
  canvas.getContext('2d')?.fillRect(0, 0, width, width / 2);
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
}

/** From now on the browser takes no piece of a file, for want of room, until there is some. */
function fillDisk(): () => void {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
    if (this.name === 'pieces') throw new DOMException('refused by the test', 'QuotaExceededError');
    return put.call(this, value, key);
  };
  const makeRoom = () => {
    IDBObjectStore.prototype.put = put;
  };
  onTestFinished(makeRoom);
  return makeRoom;
}

test('a PDF that cannot be read says so in its place and what to do, and can be left', async () => {
  const device = await aDevice();
  const id = await aKeptPdf(device, '%PDF-1.4 and nothing of one');
  const screen = shown(device, <ViewerScreen id={id} />, `/resources/${id}`);
  history.pushState(null, '', `/resources/${id}/show`);
  await expect.element(page.getByRole('alert').getByText(words.cannotShow)).toBeVisible();
  await expect.element(page.getByText(words.cannotShowText)).toBeVisible();
  expect(document.querySelector('canvas')).toBeNull();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.back }));
  await expect.poll(screen.path).toBe(`/resources/${id}`);
});

test('a PDF of which a later page is broken is shown up to there', async () => {
  const device = await aDevice();
  const id = await aKeptPdf(device, pdfText('Itsy bitsy spider', 'Ten in the bed').replace('/Kids [4 0 R 6 0 R]', '/Kids [4 0 R 9 0 R]'));
  shown(device, <ViewerScreen id={id} />);
  await expect.element(page.getByText('Itsy bitsy spider')).toBeInTheDocument();
  expect(page.getByText(words.cannotShow).elements()).toEqual([]);
  // What the reader measures letters on stays in the page, and is not to be seen in it.
  expect([...document.querySelectorAll('body > canvas')].map((canvas) => getComputedStyle(canvas).display)).toEqual(['none']);
  await userEvent.click(page.getByRole('button', { name: words.nextPage }));
  await expect.element(page.getByRole('alert').getByText(words.cannotShow)).toBeVisible();
});

test('a file given on a device that is full is refused in words and leaves nothing; with room again the same one is taken', async () => {
  const device = await aDevice();
  const { id } = await done(device.act.changeResource(null, { title: 'Fingerplays', type: 'digital_resource' }));
  shown(device, <ResourceScreen id={id} />);
  await expect.element(page.getByText(words.none)).toBeVisible();
  const file = new File([pdfText('Itsy bitsy spider')], 'fingerplays.pdf', { type: 'application/pdf' });
  const makeRoom = fillDisk();
  await userEvent.upload(page.getByLabelText(words.choose), file);
  await expect.element(page.getByText(words.notTaken)).toBeVisible();
  await expect.element(page.getByText(new RegExp(text.problems['storage-full'].next))).toBeVisible();
  expect([await device.store.files.count(), await device.store.pieces.count()]).toEqual([0, 0]);
  await expectAccessible();
  makeRoom();
  await userEvent.upload(page.getByLabelText(words.choose), file);
  await expect.element(page.getByText(words.goesLater)).toBeVisible();
  await expect.element(page.getByText(words.notTaken)).not.toBeInTheDocument();
});

/** Half of it is here; then the device was full. */
async function aHalfFetchedFile(device: Device): Promise<string> {
  const file = { hash: 'A'.repeat(43), bytes: 4 * pieceBytes, mime: 'application/pdf', name: 'fingerplays.pdf' };
  const { id } = await done(device.act.changeResource(null, { title: 'Fingerplays', type: 'digital_resource', file }));
  await device.store.pinned.put({ resource: id, at: 1 });
  await device.store.files.put({ ...file, have: 2, state: 'coming', upload: null, sent: 0, problem: 'storage-full', at: 1 });
  return id;
}

test('a file that a full device could not fetch to its end says so and is not shown', async () => {
  const device = await aDevice();
  shown(device, <ResourceScreen id={await aHalfFetchedFile(device)} />);
  await expect.element(page.getByText(words.noSpace)).toBeVisible();
  await expect.element(page.getByRole('button', { name: words.again })).toBeVisible();
  expect(page.getByRole('link', { name: words.show, exact: true }).elements()).toEqual([]);
  await expectAccessible();
});

test('so it does where it would be shown, and asked again it goes on from where it stood', async () => {
  // Waits between tries are passed over; what guards against hanging is not.
  const timer = (ms: number, run: () => void) => {
    const waiting = setTimeout(run, ms > 5_000 ? ms : 0);
    return () => clearTimeout(waiting);
  };
  const device = await aDevice('coordinator', {}, { timer });
  shown(device, <ViewerScreen id={await aHalfFetchedFile(device)} />);
  const viewer = page.getByRole('dialog');
  await expect.element(viewer.getByText(words.noSpace)).toBeVisible();
  await expectAccessible();
  await userEvent.click(viewer.getByRole('button', { name: words.again }));
  await expect.element(viewer.getByText(words.waits(50))).toBeVisible(); // there is no network in this test
});

test('a picture fills the screen, whole; larger it is moved about in, and fitted again by a button', async () => {
  await seenAt(360, 740);
  const device = await aDevice();
  const id = await aKeptFile(device, 'Rain walk', 'rain.png', 'image/png', await aPicture(2_000));
  shown(device, <ViewerScreen id={id} />);
  const viewer = page.getByRole('dialog', { name: 'Rain walk' });
  const picture = viewer.getByRole('img', { name: 'Rain walk' });
  await expect.element(picture).toBeVisible();
  const wide = () => Math.round(picture.element().getBoundingClientRect().width);
  await expect.poll(wide).toBeGreaterThan(300);
  expect(wide()).toBeLessThanOrEqual(360);
  const box = viewer.element().getBoundingClientRect();
  expect([box.width, box.height]).toEqual([360, 740]);
  await expectAccessible();
  const fitted = wide();
  await expect.element(viewer.getByRole('button', { name: words.fit })).toHaveAttribute('aria-disabled', 'true');
  await userEvent.click(viewer.getByRole('button', { name: words.larger }));
  await userEvent.click(viewer.getByRole('button', { name: words.larger }));
  await expect.poll(wide).toBeGreaterThan(fitted * 1.5);
  const around = picture.element().parentElement;
  expect(around?.scrollWidth).toBeGreaterThan(around?.clientWidth ?? 0);
  await userEvent.click(viewer.getByRole('button', { name: words.fit }));
  await expect.poll(wide).toBe(fitted);
});

test('a film is played from this device, with the browser’s own controls', async () => {
  const device = await aDevice();
  const id = await aKeptFile(device, 'Song of the week', 'song.webm', 'video/webm', aFilm());
  shown(device, <ViewerScreen id={id} />);
  await expect.element(page.getByRole('dialog', { name: 'Song of the week' })).toBeVisible();
  await expect.poll(() => document.querySelector('video')?.videoWidth).toBe(16);
  const film = document.querySelector('video');
  expect(film?.src).toMatch(/^blob:/);
  expect([film?.controls, film?.getAttribute('aria-label')]).toEqual([true, 'Song of the week']);
  await expectAccessible();
});

test.each([
  ['picture', 'image/png'],
  ['film', 'video/webm'],
])('a %s that is none says so in its place', async (_, mime) => {
  const device = await aDevice();
  const id = await aKeptFile(device, 'Rain walk', 'rain', mime, new TextEncoder().encode('nothing of the kind'));
  shown(device, <ViewerScreen id={id} />);
  await expect.element(page.getByRole('alert').getByText(words.cannotShow)).toBeVisible();
  expect(document.querySelectorAll('dialog img, dialog video')).toHaveLength(0);
});

test('what is kept here is listed, let go of, and given more or less room', async () => {
  const device = await aDevice();
  await aKeptPdf(device, pdfText('Itsy bitsy spider'));
  shown(device, <PinnedFilesScreen />);
  await expect.element(page.getByRole('link', { name: 'Fingerplays' })).toBeVisible();
  await userEvent.selectOptions(page.getByLabelText(words.budget), '250000000');
  await expect.poll(() => fileBudget(device.store)).toBe(250_000_000);
  await expect.element(page.getByLabelText(words.budget)).toHaveValue('250000000');
  await expect.element(page.getByText(/free on this device$/)).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.letGoOne('Fingerplays') }));
  await expect.element(page.getByText(words.pinnedEmptyTitle)).toBeVisible();
  expect(await device.store.pinned.count()).toBe(0);
});
