// The shell: installed once it starts cold without any network, a newer release is offered and never forced, an old part that has gone is mended.

import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { enUS as text } from '../../src/app/text/en-US.ts';
import { allDelivered, countTo, savedAs } from './support/a-field.ts';
import { aNextRelease, nextRelease } from './support/release.ts';
import { aServer } from './support/server.ts';
import { enroll, inviteDevice, setUpLibrary } from './support/steps.ts';
import { aTablet } from './support/tablet.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

// One after another in one process: a release is built once for all.
test.describe.configure({ mode: 'default' });

test('an installed tablet starts cold with the server gone, and a deep link opens', async () => {
  const server = await aServer();
  const desktop = await aTablet('desktop');
  const tablet = await aTablet('phone');
  try {
    await setUpLibrary(await desktop.open(server.url), server.url);
    const code = await inviteDevice(desktop.page(), server.url);
    await enroll(await tablet.open(server.url), server.url, code, 'Tablet 2');
    // The worker's own list, from which Ready to leave knows the app complete: each file that was built for it, and each in the cache.
    const parts = await tablet.page().evaluate(partsNamedByWorker);
    expect([...new Set(parts.map(({ path }) => path))].toSorted()).toEqual(builtForOffline());
    expect(parts.filter(({ isKept }) => !isKept)).toEqual([]);
    expect(await whatHindersInstalling(tablet.page())).toEqual([]);
    await tablet.close();
    await server.stop('kill');

    const page = await tablet.open(server.url);
    await expect(page.getByRole('heading', { level: 1, name: text.today.title })).toBeVisible();
    await expect(page.getByRole('link', { name: text.today.newSession })).toBeVisible();
    await page.goto(`${server.url}/delivery`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.goto(`${server.url}/no/such/page`);
    await expect(page.getByRole('heading', { name: text.shell.notFoundTitle })).toBeVisible();
  } finally {
    await Promise.all([desktop.close(), tablet.close(), server.stop()]);
  }
});

test('a new release is offered, held back while a session is open, and applied when asked for, with what is unsent intact', async () => {
  const server = await aServer();
  const desktop = await aTablet('desktop');
  try {
    const page = await desktop.open(server.url);
    await setUpLibrary(page, server.url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

    server.serveApp(aNextRelease());
    await server.stop();
    await server.start();
    await page.goto(`${server.url}/`);
    const offer = page.getByRole('status').getByRole('button', { name: text.shell.updateNow });
    await expect(offer).toBeVisible();

    await page.getByRole('link', { name: text.today.newSession }).click();
    await page.getByLabel(text.sessionSteps.fresh.placeName).fill('Market Square');
    await page.getByRole('button', { name: text.sessionSteps.fresh.startAt('Market Square') }).click();
    await expect(page.getByRole('button', { name: text.attendance.addMany })).toBeVisible();
    await expect(offer).toBeHidden();
    const session = page.url();
    // Nothing of it arrives: it is unsent while the app above it is replaced.
    await page.route('**/api/sync/push', (route) => route.abort());
    await countTo(page, 3);

    await page.goto(`${server.url}/settings/about`);
    await expect(page.getByText(/^\d+\.\d+\.\d+\+/)).not.toContainText(nextRelease);
    await expect(offer).toBeVisible();
    await Promise.all([page.waitForEvent('load'), offer.click()]);
    await expect(page.locator('main')).toContainText(nextRelease);
    await expect(offer).toBeHidden();
    await page.goto(session);
    await savedAs(page, 3);
    await page.unrouteAll();
    await allDelivered(page, server.url);
  } finally {
    await Promise.all([desktop.close(), server.stop()]);
  }
});

test('a tab from before a release, whose parts have gone from the server, loads itself again and goes on', async ({ browser }) => {
  const server = await aServer();
  const desktop = await aTablet('desktop');
  const plain = await browser.newContext({ serviceWorkers: 'block' });
  try {
    await setUpLibrary(await desktop.open(server.url), server.url);
    const code = await inviteDevice(desktop.page(), server.url);
    const page = await plain.newPage();
    await page.goto(`${server.url}/enroll`);
    await page.getByLabel(text.access.enroll.code, { exact: true }).fill(code);
    await page.getByLabel(text.access.enroll.deviceName, { exact: true }).fill('A tab without a worker');
    await page.getByRole('button', { name: text.access.enroll.button, exact: true }).click();
    await page.getByRole('link', { name: text.access.enroll.goToToday }).click();
    await expect(page.getByRole('heading', { level: 1, name: text.today.title })).toBeVisible();

    server.serveApp(aNextRelease());
    await server.stop();
    rmSync(join(server.dataDir, 'assets'), { recursive: true, force: true });
    await server.start();
    // A part that was wanted while the server was away may have the page load itself again just under the tap.
    await expect(async () => {
      await page.getByRole('navigation').getByRole('link', { name: text.shell.settings }).click();
      await expect(page.getByRole('heading', { level: 1, name: text.settings.title })).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 120_000 });
    await page.goto(`${server.url}/settings/about`);
    await expect(page.locator('main')).toContainText(nextRelease);
  } finally {
    await Promise.all([desktop.close(), plain.close(), server.stop()]);
  }
});

async function partsNamedByWorker(): Promise<readonly { readonly path: string; readonly isKept: boolean }[]> {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  const named = await new Promise<readonly { readonly url: string; readonly key: string }[]>((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    active?.postMessage({ type: 'NAME_PARTS' }, [port2]);
  });
  return Promise.all(
    named.map(async ({ url, key }) => ({
      path: new URL(url, location.href).pathname,
      isKept: ((await (await caches.match(key))?.arrayBuffer())?.byteLength ?? 0) > 0,
    })),
  );
}

/** The browser fetches the manifest and its icons for it, which are not kept for offline. */
async function whatHindersInstalling(page: Page): Promise<readonly unknown[]> {
  const browser = await page.context().newCDPSession(page);
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
  return installabilityErrors;
}

function builtForOffline(): readonly string[] {
  const files = globSync('**/*.{js,css,html,svg,woff2,webmanifest,png}', { cwd: dist }).map((file) => `/${file.replaceAll('\\', '/')}`);
  return files.filter(isForOffline).toSorted();
}

/** All that a stop needs of what was built: not the second stage, the worker itself, and what is for the operating system alone. */
function isForOffline(path: string): boolean {
  return !/\/optional-|\/icon-[^/]*\.png$|latin-ext|^\/service-worker\.js$/.test(path);
}
