// A PDF and a sound on a tablet with no network: given at the desk, kept on the tablet, and after a cold start without the server shown full
// screen, read, and played from the middle. Ready to leave has read them from storage before.

import { expect, type Page, test } from '@playwright/test';
import { enUS as text } from '../../src/app/text/en-US.ts';
import { aPdf, aSound, type MadeFile } from '../support/files.ts';
import { aServer } from './support/server.ts';
import { accessible, enroll, inviteDevice, setUpLibrary } from './support/steps.ts';
import { aTablet } from './support/tablet.ts';

const words = text.files;

test('files kept on a tablet are shown and played with no network', async () => {
  const server = await aServer();
  const [desktop, tablet] = await Promise.all([aTablet('desktop'), aTablet('tablet')]);
  try {
    const desk = await desktop.open(server.url);
    await setUpLibrary(desk, server.url);
    await giveFile(
      desk,
      server.url,
      'Fingerplays',
      { name: 'fingerplays.pdf', mimeType: 'application/pdf' },
      aPdf('Itsy bitsy spider', 'Ten in the bed'),
    );
    await giveFile(desk, server.url, 'Alphabet song', { name: 'alphabet.wav', mimeType: 'audio/wav' }, aSound(20));
    await enroll(await tablet.open(server.url), server.url, await inviteDevice(desk, server.url), 'Tablet 2');
    for (const title of ['Fingerplays', 'Alphabet song']) await keepFile(tablet.page(), server.url, title);
    const page = tablet.page();
    await expect.poll(() => page.evaluate(missingParts)).toEqual([]);

    await server.stop('kill');
    const cold = await tablet.restart(`${server.url}/ready`);
    await expect(
      cold.getByText(text.readiness.lines.files.say.opened({ count: 2, other: 0, names: '', seconds: 0, bytes: 0 })),
    ).toBeVisible({
      timeout: 60_000,
    });
    await accessible(cold);

    await show(cold, server.url, 'Fingerplays');
    await expect(cold.getByText('Itsy bitsy spider')).toBeAttached();
    await expect.poll(() => cold.evaluate(inkOnCanvas)).toBeGreaterThan(0); // the words and the picture come one after the other
    await accessible(cold);
    await cold.getByRole('button', { name: words.nextPage }).click();
    await expect(cold.getByText('Ten in the bed')).toBeAttached();
    await cold.keyboard.press('Escape');

    await show(cold, server.url, 'Alphabet song');
    const at = await cold.locator('audio').evaluate(playFromTheMiddle);
    expect(at).toBeGreaterThanOrEqual(12);
  } finally {
    await Promise.all([desktop.close(), tablet.close(), server.stop()]);
  }
});

async function giveFile(page: Page, url: string, title: string, as: { name: string; mimeType: string }, file: MadeFile): Promise<void> {
  await page.goto(`${url}/resources/new`);
  await page.getByLabel(text.resources.name, { exact: true }).fill(title);
  await page.getByRole('radio', { name: text.words.resourceType.digital_resource }).check();
  await page.getByRole('button', { name: text.resources.save, exact: true }).click();
  await openListed(page, title); // the catalogue, which comes once it is saved
  await page.locator('input[type=file]').setInputFiles({ ...as, buffer: Buffer.from(file.bytes) });
  await expect(page.getByRole('link', { name: words.show, exact: true })).toBeVisible();
}

async function openResource(page: Page, url: string, title: string): Promise<void> {
  await page.goto(`${url}/resources`);
  await openListed(page, title);
}

async function openListed(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(title) }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

async function keepFile(page: Page, url: string, title: string): Promise<void> {
  await openResource(page, url, title);
  await page.getByRole('button', { name: words.keep }).click();
  await expect(page.getByText(words.here, { exact: true }).first()).toBeVisible();
}

async function show(page: Page, url: string, title: string): Promise<void> {
  await openResource(page, url, title);
  await page.getByRole('link', { name: words.show, exact: true }).click();
  await expect(page.getByRole('dialog', { name: title })).toBeVisible();
}

/** Of the second stage, which comes file by file. */
async function missingParts(): Promise<readonly string[]> {
  const kept = (await (await caches.open('wayside-optional')).keys()).map(({ url }) => new URL(url).pathname);
  const named: unknown = await (await fetch('/optional-parts.json')).json();
  const chunks = Array.isArray(named) ? named.map(String) : ['a list'];
  const parts = ['zxing_reader', 'pdf.min', 'pdf.worker.min', 'jbig2', 'openjpeg'].map((part) => `/assets/${part}`);
  return [...parts, ...chunks].filter((part) => !kept.some((path) => path.startsWith(part)));
}

/** Points of the page's picture that are dark. */
function inkOnCanvas(): number {
  const canvas = document.querySelector('canvas');
  const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
  let ink = 0;
  for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 100 && (pixels[at + 3] ?? 0) > 100) ink += 1;
  return ink;
}

/** Jumps ahead and plays; answers where it is once it plays. */
async function playFromTheMiddle(audio: Element): Promise<number> {
  if (!(audio instanceof HTMLAudioElement)) throw new Error('this is no sound');
  audio.muted = true;
  await new Promise((resolve) => {
    if (audio.readyState >= 1) resolve(null);
    audio.addEventListener('loadedmetadata', resolve, { once: true });
  });
  audio.currentTime = 12;
  await new Promise((resolve) => audio.addEventListener('seeked', resolve, { once: true }));
  await audio.play();
  return audio.currentTime;
}
