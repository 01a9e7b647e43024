// A resource's file where something is wrong with it or with the device: what is said, and the way on.

import { sha256 } from '@noble/hashes/sha2.js';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ResourceScreen } from '../../../src/app/features/resources/ResourceScreen.tsx';
import { ViewerScreen } from '../../../src/app/features/resources/files/ViewerScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import type { Device } from '../../../src/device/device.ts';
import { pieceBytes } from '../../../src/domain/file-pieces.ts';
import { base64url } from '../../../src/protocol/hash.ts';
import { pdfText } from '../../support/pdf-text.ts';
import { done } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import { aDevice, onPhone, shown } from './a-field-day.tsx';

const words = text.files;

beforeEach(onPhone);

/** A resource whose PDF, as a text of which each letter is a byte, is on this device. */
async function aKeptPdf(device: Device, content: string): Promise<string> {
  const bytes = Uint8Array.from([...content].map((letter) => letter.charCodeAt(0)));
  const file = { hash: base64url(sha256(bytes)), bytes: bytes.length, mime: 'application/pdf', name: 'fingerplays.pdf' };
  const { id } = await done(device.act.changeResource(null, { title: 'Fingerplays', type: 'digital_resource', file }));
  await device.store.files.put({ ...file, have: 1, state: 'complete', upload: null, sent: 1, problem: null, at: 1 });
  await device.store.pieces.put({ hash: file.hash, at: 0, bytes, sum: file.hash });
  await device.store.pinned.put({ resource: id, at: 1 });
  return id;
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
