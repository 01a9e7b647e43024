// The main job, end to end: a library is set up, two tablets are enrolled, a day is logged with the server gone, both restart cold, the
// server comes back, and every count, receipt and sealed name is where it should be, once.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { enUS as text } from '../../src/app/text/en-US.ts';
import {
  addMany,
  allDelivered,
  canary,
  countSome,
  finish,
  handOutSome,
  openSession,
  signUpSomebody,
  startPlanned,
} from './support/field.ts';
import { aServer, type TestServer } from './support/server.ts';
import { accessible, enroll, inviteDevice, passphrase, setUpLibrary } from './support/steps.ts';
import { storedText } from './support/stored-text.ts';
import { aTablet, type Tablet } from './support/tablet.ts';

test('a day without a network: two tablets, one session, delivered exactly once', async () => {
  const server = await aServer();
  const [desktop, first, second] = await Promise.all([aTablet('desktop'), aTablet('phone'), aTablet('landscape')]);
  try {
    await prepare(server, desktop, first, second);
    await server.stop('kill');
    await logTheDay(server, first, second);
    await server.start();
    await allDelivered(first.page(), server.url);
    await allDelivered(second.page(), server.url);
    await sameEverywhere(server, desktop, first, second);
    await sealedForEveryoneElse(server, desktop, first);
  } finally {
    await Promise.all([desktop.close(), first.close(), second.close(), server.stop()]);
  }
});

async function prepare(server: TestServer, desktop: Tablet, first: Tablet, second: Tablet): Promise<void> {
  const page = await desktop.open(server.url);
  await setUpLibrary(page, server.url);
  await accessible(page);
  await page.goto(`${server.url}/settings/import-stops`);
  await page.locator('input[type=file]').setInputFiles(fileURLToPath(new URL('./fixtures/stops.csv', import.meta.url)));
  await expect(page.getByText(text.importing.badRows(1)).first()).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: /^Import 3 sites/ }).click();
  await expect(page.getByRole('heading', { name: text.importing.doneTitle })).toBeVisible();
  for (const [tablet, name] of [
    [first, 'Tablet 2'],
    [second, 'Tablet 3'],
  ] as const) {
    const code = await inviteDevice(page, server.url);
    await enroll(await tablet.open(server.url), server.url, code, name);
    await accessible(tablet.page());
  }
}

/** With no server: the first tablet starts the planned stop, the second helps in it; then a new one in two taps, joined by its code. */
async function logTheDay(server: TestServer, first: Tablet, second: Tablet): Promise<void> {
  const one = await first.restart(server.url);
  await expect(one.getByRole('heading', { level: 1, name: text.today.title })).toBeVisible();
  await accessible(one);
  await startPlanned(one, 'Maple Court');
  await countSome(one);
  await handOutSome(one);
  await signUpSomebody(one);
  await one.getByRole('link', { name: text.sessions.tabs.notes }).click();
  await one.getByLabel(text.sessionSteps.notes.label).fill('Bring more dinosaur books.');
  await one.getByRole('button', { name: text.sessionSteps.notes.save }).click();
  await expect(one.getByText(text.sessionSteps.notes.saved).first()).toBeVisible();
  await accessible(one);

  const two = await second.restart(server.url);
  await startPlanned(two, 'Maple Court');
  await addMany(two, '12-18', 24);
  await accessible(two);

  await one.goto(`${server.url}/sessions/new`);
  await one.getByRole('button', { name: text.sessionSteps.fresh.change }).click();
  await one.getByLabel(text.sessionSteps.fresh.search).fill('Corner of 5th');
  await one.getByRole('button', { name: text.sessionSteps.fresh.useTyped('Corner of 5th') }).click();
  await one.getByRole('button', { name: text.sessionSteps.fresh.startAt('Corner of 5th') }).click();
  await expect(one.getByRole('button', { name: text.attendance.addMany })).toBeVisible();
  await one.getByRole('link', { name: text.sessions.share }).click();
  const code = await one.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).innerText();
  await accessible(one);
  await two.goto(`${server.url}/sessions/join`);
  await two.getByLabel(text.sessionSteps.join.code).fill(code.toLowerCase());
  await two.getByRole('button', { name: text.sessionSteps.join.join, exact: true }).click();
  await expect(two.getByRole('button', { name: text.attendance.addMany })).toBeVisible();
  await addMany(two, '6-11', 5);

  await openSession(one, server.url, 'Maple Court');
  await finish(one);
}

async function sameEverywhere(server: TestServer, desktop: Tablet, first: Tablet, second: Tablet): Promise<void> {
  for (const tablet of [desktop, first, second]) {
    await openSession(tablet.page(), server.url, 'Maple Court');
    await expect(
      tablet
        .page()
        .getByText(text.attendance.totalFor(2 + 18 + 24))
        .first(),
    ).toBeAttached();
    await openSession(tablet.page(), server.url, 'Corner of 5th');
    await expect(tablet.page().getByText(text.attendance.totalFor(5)).first()).toBeAttached();
  }
  const page = desktop.page();
  await openSession(page, server.url, 'Maple Court');
  await page.getByRole('button', { name: text.sessions.more }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: text.sessions.download }).click()]);
  const csv = readFileSync(await download.path(), 'utf8');
  for (const said of ['44', 'Dinosaur bookmarks', 'The Snowy Day', 'Bring more dinosaur books.', 'Maple Court'])
    expect(csv).toContain(said);
  expect(csv).not.toContain(canary.name);
}

/** The name opens with the passphrase on the desktop, and is nowhere in clear: not in any store of a browser, not in the server's folder. */
async function sealedForEveryoneElse(server: TestServer, desktop: Tablet, first: Tablet): Promise<void> {
  const page = desktop.page();
  await page.goto(page.url().replace(/\/?$/, '/sign-ups'));
  await expect(page.getByRole('main')).not.toContainText(canary.name);
  await page.getByRole('button', { name: text.signUps.lock.open }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(text.signUps.lock.passphrase, { exact: true }).fill('not the passphrase at all');
  await dialog.getByRole('button', { name: text.signUps.lock.unlock }).click();
  await expect(dialog.getByText(text.problems['passphrase-wrong'].happened).first()).toBeVisible();
  await dialog.getByLabel(text.signUps.lock.passphrase, { exact: true }).fill(passphrase);
  await dialog.getByRole('button', { name: text.signUps.lock.unlock }).click();
  await expect(page.getByText(canary.name).first()).toBeVisible();
  await accessible(page);

  for (const tablet of [desktop, first]) expect(await storedText(tablet.page())).not.toMatch(/Quillfeather|555 0147|29082005550147/);
  const files = readdirSync(server.dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const bytes = readFileSync(join(file.parentPath, file.name));
    for (const clear of ['Quillfeather', '555 0147', canary.card]) expect(bytes.includes(clear), `${file.name} holds ${clear}`).toBe(false);
  }
  expect(server.output()).not.toContain('Quillfeather');
}
