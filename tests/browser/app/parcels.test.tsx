// Sending without a network: the codes on one screen, the parcel another device carries, and the file that is honest about being open.

import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DeliveryScreen } from '../../../src/app/features/delivery/DeliveryScreen.tsx';
import { ScanCodesScreen } from '../../../src/app/features/parcels/ScanCodesScreen.tsx';
import { ShowCodesScreen } from '../../../src/app/features/parcels/ShowCodesScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { createWatcher, framesOf } from '../../../src/device/codes/frames.ts';
import type { Device } from '../../../src/device/device.ts';
import { makeSigningPair, publicKeyOf } from '../../../src/device/seal/parcel.ts';
import { keepParcels } from '../../../src/device/store/parcels.ts';
import { self } from '../../../src/device/store/self.ts';
import { parcelActions } from '../../../src/device/actions/parcels.ts';
import { transportKeyId, readParcels } from '../../../src/protocol/parcel.ts';
import { createReader } from '../../../src/app/ui/scanner/decoder.ts';
import { aCamera } from '../a-camera.ts';
import { done } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import { aDevice, anOpenSession, onPhone, shown } from './a-field-day.tsx';

const words = text.parcels;

beforeEach(onPhone);

/** As after its first contact with the server. */
async function withKeys(device: Device): Promise<Device> {
  const pair = await makeSigningPair();
  const publicKey = await publicKeyOf(pair);
  const { identity } = await self(device.store);
  await device.store.meta.put({
    key: 'parcel-keys',
    device: identity?.device ?? '',
    epoch: 'EPOCH0000001',
    pair,
    publicKey,
    transport: { id: transportKeyId(publicKey), key: publicKey },
    level: 'staff',
    proof: 'p'.repeat(43),
  });
  return device;
}

test('the codes begin with a tap, and the reader the app ships reads them whole', async () => {
  const device = await withKeys(await aDevice('staff'));
  const id = await anOpenSession(device);
  await done(device.act.count(id, '6-11', 7, 'many'));
  shown(device, <ShowCodesScreen />);
  await expect.element(page.getByRole('button', { name: words.show.start })).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByText(words.show.sizes.coarse));
  await userEvent.click(page.getByRole('button', { name: words.show.start }));
  await expect.poll(() => document.querySelector('main canvas')).not.toBeNull();
  const canvas = document.querySelector<HTMLCanvasElement>('main canvas');
  if (canvas === null) throw new Error('the codes are drawn');
  const large = document.createElement('canvas');
  const reader = await createReader(['qr_code']);
  const watcher = createWatcher();
  await expect
    .poll(
      async () => {
        [large.width, large.height] = [canvas.width * 6, canvas.height * 6];
        const context = large.getContext('2d');
        if (context !== null) context.imageSmoothingEnabled = false;
        context?.drawImage(canvas, 0, 0, large.width, large.height);
        const found = await reader.read(large);
        if (found !== null) watcher.see(found.text);
        return watcher.progress();
      },
      { interval: 50 },
    )
    .toBe(1);
  reader.close();
  const { parcels, damaged } = readParcels(watcher.bytes() ?? new Uint8Array());
  expect({ damaged, counts: parcels.map(({ head }) => head.count) }).toEqual({ damaged: false, counts: [3] });
  await userEvent.click(page.getByRole('button', { name: words.show.pause }));
  await expect.element(page.getByRole('button', { name: words.show.goOn })).toBeVisible();
});

test('without keys the codes say what is missing', async () => {
  shown(await aDevice('staff'), <ShowCodesScreen />);
  await expect.element(page.getByText(text.problems['parcel-keys-missing'].happened)).toBeVisible();
  await expectAccessible();
});

test('without keys a file can be saved all the same, and says that it is not sealed', async () => {
  shown(await aDevice('staff'), <DeliveryScreen />);
  await userEvent.click(page.getByRole('button', { name: words.saveFile }));
  await expect.element(page.getByText(words.savedOpenText)).toBeVisible();
});

/** Instead of the system's share sheet: what it was handed. `answer` is what the sheet says; null takes the sheet away. */
function aShareSheet(answer: (() => Promise<void>) | null = () => Promise.resolve()): readonly File[] {
  const handed: File[] = [];
  const share = async ({ files = [] }: ShareData) => {
    handed.push(...files);
    await answer?.();
  };
  const isPlain = ({ files = [] }: ShareData = {}) => files.length === 1 && files.every((file) => file.type === 'text/plain');
  Object.defineProperties(navigator, {
    canShare: { configurable: true, value: (data: ShareData) => answer !== null && isPlain(data) },
    share: { configurable: true, value: share },
  });
  onTestFinished(() => {
    for (const name of ['canShare', 'share']) Reflect.deleteProperty(navigator, name);
  });
  return handed;
}

const sheetSays = (name: string) => () => Promise.reject(new DOMException('said by the test', name));
const handedOver = /^Handed over with .* sealed\./;
const savedSealed = /^Saved with .* sealed\./;

async function readyToShare(): Promise<void> {
  const device = await withKeys(await aDevice('staff'));
  await anOpenSession(device, { place: 'Maple Court' });
  shown(device, <DeliveryScreen />);
}

test('what is not sealed is handed to no messenger: it is saved as a file instead, which says that it is open', async () => {
  const handed = aShareSheet();
  const device = await aDevice('staff');
  await anOpenSession(device);
  shown(device, <DeliveryScreen />);
  await userEvent.click(page.getByRole('button', { name: words.shareFile }));
  await expect.element(page.getByText(words.savedOpenText)).toBeVisible();
  expect(handed).toEqual([]);
  await expectAccessible();
});

test('what is sealed is handed over as a file of plain text that another device takes in, and nobody on the way can read it', async () => {
  const handed = aShareSheet();
  await readyToShare();
  await userEvent.click(page.getByRole('button', { name: words.shareFile }));
  await expect.element(page.getByText(handedOver)).toBeVisible();
  expect(handed.map(({ name, type }) => [name, type])).toEqual([[expect.stringMatching(/\.txt$/), 'text/plain']]);
  const rescue = (await handed[0]?.text()) ?? '';
  expect(rescue).not.toContain('Maple');
  expect(page.getByText(words.savedOpenText).query()).toBeNull();
  const other = await aDevice('staff');
  const taken = await done(parcelActions({ store: other.store, saved: () => {} }).takeFile(rescue));
  expect(taken).toMatchObject({ added: 2, sealed: true });
});

test('a share sheet that is closed has done nothing and says nothing; one that refuses leaves the file saved on this device', async () => {
  aShareSheet(sheetSays('AbortError'));
  await readyToShare();
  const share = page.getByRole('button', { name: words.shareFile });
  await userEvent.click(share);
  await expect.element(share).not.toHaveAttribute('aria-disabled');
  expect([handedOver, savedSealed].flatMap((said) => page.getByText(said).elements())).toEqual([]);
  aShareSheet(sheetSays('NotAllowedError'));
  await userEvent.click(share);
  await expect.element(page.getByText(savedSealed)).toBeVisible();
  expect(page.getByText(handedOver).elements()).toEqual([]);
  await expectAccessible();
});

test('where no share sheet takes a file, none is offered', async () => {
  aShareSheet(null);
  await readyToShare();
  await expect.element(page.getByRole('button', { name: words.saveFile })).toBeVisible();
  expect(page.getByRole('button', { name: words.shareFile }).elements()).toEqual([]);
});

test('what is carried for others is named, with the server’s reason when it is refused; it can be removed after a question', async () => {
  const maker = await withKeys(await aDevice('staff'));
  const packed = await done(parcelActions({ store: maker.store, saved: () => {} }).pack());
  const device = await aDevice('staff');
  await done(keepParcels(device.store, readParcels(packed.bytes).parcels));
  const [row] = await device.store.parcels.toArray();
  if (row === undefined) throw new Error('one is carried');
  await device.store.parcels.put({ ...row, problem: 'parcel-maker-unknown' });
  shown(device, <DeliveryScreen />);
  await expect.element(page.getByRole('heading', { name: words.carriedTitle })).toBeVisible();
  await expect.element(page.getByText(new RegExp(text.problems['parcel-maker-unknown'].happened))).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.giveUp }));
  await expect.element(page.getByText(words.giveUpText(1))).toBeVisible();
  await userEvent.click(page.getByRole('alertdialog').getByRole('button', { name: words.giveUp }));
  await expect.poll(() => device.store.parcels.count()).toBe(0);
  await expect.element(page.getByRole('main')).toHaveFocus();
});

test('where there is no camera, scanning says what to do instead', async () => {
  shown(await aDevice('staff'), <ScanCodesScreen />);
  await expect.element(page.getByRole('heading', { name: words.scan.title })).toBeVisible();
  await expect
    .poll(() => [words.scan.noCamera, words.scan.refused, words.scan.inUse].some((said) => document.body.textContent.includes(said)))
    .toBe(true);
  await expectAccessible();
});

test('the other tablet’s codes are counted as they are read, whatever else the camera sees, until all is taken in', async () => {
  const maker = await withKeys(await aDevice('staff'));
  await anOpenSession(maker, { place: 'Maple Court' });
  const { bytes, count } = await done(parcelActions({ store: maker.store, saved: () => {} }).pack());
  const { frame } = framesOf(bytes, 'plain');
  const camera = aCamera();
  const device = await aDevice('staff');
  shown(device, <ScanCodesScreen />);
  await expect.element(page.getByText(words.scan.aim)).toBeVisible();
  camera.hold('https://example.org/a-poster-on-the-wall');
  const alongside = createWatcher();
  for (let number = 0; alongside.bytes() === null; number++) {
    camera.hold(frame(number));
    alongside.see(frame(number));
    if (alongside.bytes() !== null) break;
    await expect.element(page.getByText(words.scan.percent(alongside.progress()), { exact: true })).toBeVisible();
    if (number === 0) await expectAccessible();
  }
  await expect.element(page.getByText(words.scan.doneTitle)).toBeVisible();
  await expect.element(page.getByText(words.taken(count, 0))).toBeVisible();
  expect(await device.store.parcels.count()).toBe(1);
  await expect.poll(camera.stopped).toBe(true);
});
