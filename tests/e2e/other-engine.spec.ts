// The main job in another engine: what is missing or different there (no Background Sync, its own IndexedDB and service worker) costs nothing
// that was promised. The coordinator sits at a Chromium, so that what one engine sealed and wrote is read by the other.

import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, type Page, test } from '@playwright/test';
import { enUS as text } from '../../src/app/text/en-US.ts';
import { allDelivered, canary, countSome, finish, handOutSome, openSession, signUpSomebody } from './support/field.ts';
import { aServer, type TestServer } from './support/server.ts';
import { enroll, inviteDevice, passphrase, setUpLibrary } from './support/steps.ts';
import { storedText } from './support/stored-text.ts';
import { aTablet } from './support/tablet.ts';

const place = 'Maple Court';

test('in Firefox a day without a network is logged, survives, and is delivered by itself, once', async () => {
  test.setTimeout(240_000);
  const server = await aServer();
  const desktop = await aTablet('desktop');
  const tablet = await aTablet('phone', 'firefox');
  try {
    const office = await desktop.open(server.url);
    await setUpLibrary(office, server.url);
    const code = await inviteDevice(office, server.url);
    await enroll(await tablet.open(server.url), server.url, code, 'A Firefox tablet');
    await server.stop('kill');

    await logTheDay(await tablet.restart(server.url), server);
    await allThere(await tablet.restart(server.url), server);

    await server.start();
    await allDelivered(tablet.page(), server.url);
    expect(totalsOf(server)).toEqual([{ place, status: 'closed', attendance: 20, sign_ups: 4, hand_outs: 4 }]);
    expect(await storedText(tablet.page())).not.toMatch(/Quillfeather|555 0147/);
    await opensWithThePassphrase(office, server);
  } finally {
    await Promise.all([desktop.close(), tablet.close(), server.stop()]);
  }
});

/** Cold, with the server gone. */
async function logTheDay(page: Page, { url }: TestServer): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: text.today.title })).toBeVisible();
  await page.goto(`${url}/sessions/new`);
  await page.getByLabel(text.sessionSteps.fresh.placeName).fill(place);
  await page.getByRole('button', { name: text.sessionSteps.fresh.startAt(place) }).click();
  await expect(page.getByRole('button', { name: text.attendance.addMany })).toBeVisible();
  await countSome(page);
  await handOutSome(page);
  await signUpSomebody(page);
  await openSession(page, url, place);
  await finish(page);
}

/** Started cold once more, with the server still gone: the counts, the sign-up, the hand-outs, and how much waits. */
async function allThere(page: Page, { url }: TestServer): Promise<void> {
  await openSession(page, url, place);
  await expect(page.getByRole('button', { name: text.sessions.reopen })).toBeVisible();
  await expect(page.getByText(text.attendance.totalFor(20)).first()).toBeAttached();
  await page.getByRole('link', { name: text.sessions.tabs.handOuts }).click();
  await expect(page.getByText('Telescope kit').first()).toBeVisible();
  await page.getByRole('link', { name: text.sessions.tabs.signUps }).click();
  await expect(page.getByRole('main').getByRole('link', { name: new RegExp(text.words.signUpKind.newsletter) })).toBeVisible();
  await page.goto(`${url}/delivery`);
  await expect(page.getByRole('region', { name: /^\d+ of \d+ on the server$/ })).toBeVisible();
}

/** As a library's own reporting tools read them. */
function totalsOf({ dataDir }: TestServer): readonly unknown[] {
  const database = new Database(join(dataDir, 'wayside.db'), { readonly: true });
  const rows = database.prepare('select place, status, attendance, sign_ups, hand_outs from outreach_sessions').all();
  database.close();
  return rows;
}

/** What one engine has sealed the other opens. */
async function opensWithThePassphrase(page: Page, { url }: TestServer): Promise<void> {
  await openSession(page, url, place);
  await page.getByRole('link', { name: text.sessions.tabs.signUps }).click();
  await page.getByRole('button', { name: text.signUps.lock.open }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(text.signUps.lock.passphrase, { exact: true }).fill(passphrase);
  await dialog.getByRole('button', { name: text.signUps.lock.unlock }).click();
  await expect(page.getByText(canary.name).first()).toBeVisible({ timeout: 30_000 });
}
