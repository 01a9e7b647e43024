// Ready to leave as it is seen: the answer, lines that say what to do, and the coordinator's word about each device. Also on a kiosk.

import { sha256 } from '@noble/hashes/sha2.js';
import pdfReader from 'pdfjs-dist/legacy/build/pdf.min.mjs?url';
import pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LocationProvider } from 'preact-iso';
import { App } from '../../../src/app/App.tsx';
import { AppProvider } from '../../../src/app/context.ts';
import { Frame } from '../../../src/app/Frame.tsx';
import { ReadinessScreen } from '../../../src/app/features/readiness/ReadinessScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { lastReady } from '../../../src/device/actions/ready.ts';
import type { Device } from '../../../src/device/device.ts';
import { devices } from '../../../src/device/store/records.ts';
import { base64url } from '../../../src/protocol/hash.ts';
import { pdfText } from '../../support/pdf-text.ts';
import { aContext, done, now } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import { aDevice, aPlannedSession, breakStorage, onPhone, refuseToKeep, shown } from '../app/a-field-day.tsx';
import { aPage } from '../page.ts';

const words = text.readiness;

beforeEach(onPhone);

test('with no worker, no network and no key each line says so; the finding is kept, and can be asked for again', async () => {
  const device = await aDevice();
  shown(device, <ReadinessScreen />);
  await expect.element(page.getByText(words.lines.app.say.unsupported())).toBeVisible();
  await expect.element(page.getByText(words.lines.sealing.say.missing())).toBeVisible();
  await expect.element(page.getByText(words.lines.saving.say.saved())).toBeVisible();
  await expect.element(page.getByText(words.lines.storage.say.notKept())).toBeVisible();
  await expect.element(page.getByRole('button', { name: words.again })).not.toHaveAttribute('aria-disabled');
  await expectAccessible();
  const found = await lastReady(device.store);
  expect(found?.open).toEqual(expect.arrayContaining(['app', 'delivery', 'sealing', 'storage', 'parcels']));
  expect(found?.until).toBe('2026-11-03T05:00:00.000Z');
  await expect.element(page.getByText(words.notReady(found?.open.length ?? 0))).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: words.again }));
  await expect.element(page.getByRole('button', { name: words.again })).toHaveFocus();
});

test('left open overnight it looks again by itself, and says nothing of yesterday meanwhile', async () => {
  const device = await aDevice();
  const clock = { now };
  const day = { ...aContext(device), text, now: () => clock.now };
  aPage(
    <AppProvider value={day}>
      <LocationProvider>
        <Frame>
          <ReadinessScreen />
        </Frame>
      </LocationProvider>
    </AppProvider>,
  );
  await expect.element(page.getByRole('button', { name: words.again })).not.toHaveAttribute('aria-disabled');
  const yesterdays = words.until(text.formatting.moment('2026-11-02T14:00:00.000Z', 'America/New_York'));
  await expect.element(page.getByText(yesterdays)).toBeVisible();
  const asked = Promise.withResolvers<boolean>();
  Object.assign(device.store.ports.storage ?? {}, { persisted: () => asked.promise });
  clock.now = Date.parse('2026-11-03T05:00:30.000Z'); // half a minute past midnight in New York
  document.dispatchEvent(new Event('visibilitychange'));
  await expect.element(page.getByText(words.lookingAt(8, 16))).toBeVisible();
  await expect.element(page.getByText(yesterdays)).not.toBeInTheDocument();
  asked.resolve(false);
  await expect.element(page.getByText(words.until(text.formatting.moment('2026-11-03T05:00:30.000Z', 'America/New_York')))).toBeVisible();
  expect((await lastReady(device.store))?.until).toBe('2026-11-04T05:00:00.000Z');
});

test('storage that takes nothing is something to do, though all is read', async () => {
  const device = await aDevice();
  refuseToKeep('"canary"');
  shown(device, <ReadinessScreen />);
  await expect
    .element(page.getByText(words.lines.saving.say.refused({ names: 'storage-unavailable', count: 0, other: 0, seconds: 0, bytes: 0 })))
    .toBeVisible();
  await expect.element(page.getByRole('button', { name: words.again })).not.toHaveAttribute('aria-disabled');
  expect((await lastReady(device.store))?.open).toContain('saving');
});

test('protection is asked for where it is missing, and what the browser says is looked at', async () => {
  const device = await aDevice();
  shown(device, <ReadinessScreen />);
  await expect.element(page.getByRole('button', { name: words.again })).toBeVisible();
  Object.assign(device.store.ports.storage ?? {}, { persisted: async () => true });
  await userEvent.click(page.getByRole('button', { name: words.askToKeep }));
  await expect.element(page.getByText(words.lines.storage.say.notKept())).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: words.again })).toHaveFocus();
});

test('a vehicle in two places at once today is told, with the way to the schedule', async () => {
  const device = await aDevice();
  const { id: outlet } = await done(device.act.changeOutlet(null, { name: 'Bookmobile 1', kind: 'bookmobile' }));
  await aPlannedSession(device, { title: 'Storytime', outlet });
  await aPlannedSession(device, { title: 'Market', outlet, place: 'Market Square' });
  await aPlannedSession(device, { title: 'Class visit', outlet, startsAt: '13:00', endsAt: '14:00' });
  shown(device, <ReadinessScreen />);
  await expect.element(page.getByText(/two places at once: (Market, Storytime|Storytime, Market)\./)).toBeVisible();
  await expect.element(page.getByRole('link', { name: words.toSchedule })).toHaveAttribute('href', '/sessions/by/week');
  await expect.element(page.getByRole('button', { name: words.again })).not.toHaveAttribute('aria-disabled');
  await expectAccessible();
  expect((await lastReady(device.store))?.open).not.toContain('sessions');
});

test('a finding that could not be kept is not called kept', async () => {
  const device = await aDevice();
  shown(device, <ReadinessScreen />);
  await expect.element(page.getByRole('button', { name: words.again })).toBeVisible();
  breakStorage();
  await userEvent.click(page.getByRole('button', { name: words.again }));
  await expect.element(page.getByText(text.sessions.notSaved)).toBeVisible();
});

async function aResource(
  device: Device,
  title: string,
  text: string,
): Promise<{ readonly id: string; readonly keep: () => Promise<void> }> {
  const bytes = Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));
  const file = { hash: base64url(sha256(bytes)), bytes: bytes.length, mime: 'application/pdf', name: `${title}.pdf` };
  const { id } = await done(device.act.changeResource(null, { title, type: 'digital_resource', file }));
  return {
    id,
    keep: async () => {
      await device.store.files.put({ ...file, have: 1, state: 'complete', upload: null, sent: 1, problem: null, at: 1 });
      await device.store.pieces.put({ hash: file.hash, at: 0, bytes, sum: file.hash });
      await device.store.pinned.put({ resource: id, at: 1 });
    },
  };
}

/** The second stage as it lies in a device's cache once it is complete. */
async function withPdfReader(): Promise<void> {
  const cache = await caches.open('wayside-optional');
  onTestFinished(async () => void (await caches.delete('wayside-optional')));
  for (const address of [pdfReader, pdfWorker]) await cache.put(address, new Response('a part'));
}

test.each([
  ['opens', pdfText('Itsy bitsy spider'), words.lines.files.say.opened],
  ['does not open', '%PDF-1.4 and nothing of one', words.lines.files.say.notOpened],
])('a kept PDF that %s is said to', async (_, text, sentence) => {
  await withPdfReader();
  const device = await aDevice();
  await (await aResource(device, 'Fingerplays', text)).keep();
  shown(device, <ReadinessScreen />);
  await expect.element(page.getByText(sentence({ count: 1, other: 0, names: 'Fingerplays', seconds: 0, bytes: 0 }))).toBeVisible();
  await expect.element(page.getByRole('button', { name: words.again })).not.toHaveAttribute('aria-disabled');
  await expectAccessible();
});

test('what tomorrow’s session is to show and is not kept here is named, and kept by one tap', async () => {
  const device = await aDevice();
  const { id } = await aResource(device, 'Fingerplays', pdfText('Itsy bitsy spider'));
  await done(device.act.changeTemplate('storytime', { resources: [id] }));
  await aPlannedSession(device, { date: '2026-11-03', template: 'storytime' });
  shown(device, <ReadinessScreen />);
  const said = { count: 0, other: 0, names: 'Fingerplays', seconds: 0, bytes: 0 };
  await expect.element(page.getByText(words.lines.sessionFiles.say.missing(said))).toBeVisible();
  await expect.element(page.getByRole('button', { name: words.again })).not.toHaveAttribute('aria-disabled');
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.keepThem }));
  // There is no network here: it is wanted, and has not come.
  await expect.element(page.getByText(words.lines.sessionFiles.say.coming(said))).toBeVisible();
  expect((await device.store.pinned.toArray()).map(({ resource }) => resource)).toEqual([id]);
});

test('a kiosk is asked for what it is used for; the finding goes into its own record, and no other screen of staff is offered', async () => {
  const device = await aDevice('kiosk');
  history.replaceState(null, '', '/');
  onTestFinished(() => history.replaceState(null, '', '/'));
  aPage(<App context={aContext(device)} />);
  await userEvent.fill(page.getByLabelText(text.sessionSteps.join.code), '7K4QXW2M9P3R');
  await userEvent.click(page.getByRole('button', { name: text.sessionSteps.join.join, exact: true }));
  const pin = page.getByLabelText(text.handOver.pinChoose);
  await userEvent.fill(pin, '4711');
  await userEvent.click(page.getByRole('link', { name: words.title }));
  await expect.element(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible();
  await expect.element(page.getByRole('main')).toHaveFocus();
  await expect.element(pin).not.toBeVisible();
  await expect.element(page.getByText(words.lines.pin.say.chosen())).toBeVisible();
  await expect.element(page.getByText(words.lines.sealing.say.missing())).toBeVisible();
  await expect.element(page.getByRole('button', { name: words.again })).not.toHaveAttribute('aria-disabled');
  for (const line of ['sessions', 'sessionFiles', 'files', 'cards', 'camera', 'parcels'] as const)
    expect(page.getByText(words.lines[line].title, { exact: true }).elements()).toEqual([]);
  expect(page.getByRole('link', { name: words.toDelivery }).elements()).toEqual([]);
  await expectAccessible();
  const found = await lastReady(device.store);
  expect(found?.open).toEqual(expect.arrayContaining(['app', 'delivery', 'sealing', 'storage']));
  expect((await devices(device.store)).map(({ values }) => values.ready?.open)).toEqual([found?.open]);

  await userEvent.click(page.getByRole('link', { name: text.handOver.start.title }));
  await expect.element(page.getByRole('heading', { level: 1, name: text.handOver.start.title })).toBeVisible();
  await expect.element(page.getByRole('main')).toHaveFocus();
  await expect.element(pin).toHaveValue('4711'); // what was typed before is still there
  await expectAccessible();
});
