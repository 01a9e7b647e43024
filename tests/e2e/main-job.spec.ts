// The main job, end to end: a library is set up, two tablets are enrolled, a day is logged with the server gone, both restart cold, the
// server comes back, and every count, receipt and sealed name is where it should be, once.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { enUS as text } from '../../src/app/text/en-US.ts';
import { aServer, type TestServer } from './support/server.ts';
import { accessible, enroll, inviteDevice, passphrase, setUpLibrary } from './support/steps.ts';
import { aTablet, type Tablet } from './support/tablet.ts';

/** Must never be anywhere in clear. */
const canary = { name: 'Zéphyrine Quillfeather-Baptiste', phone: '305 555 0147' } as const;

test('a day without a network: two tablets, one session, delivered exactly once', async () => {
  test.setTimeout(300_000);
  const server = await aServer();
  const [desktop, first, second] = await Promise.all([aTablet('desktop'), aTablet('phone'), aTablet('landscape')]);
  try {
    await prepare(server, desktop, first, second);
    await server.stop('kill');
    await logTheDay(server, first, second);
    await server.start();
    await allDelivered(first, server.url);
    await allDelivered(second, server.url);
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
  await expect(page.getByRole('heading', { name: text.importing.doneTitle })).toBeVisible({ timeout: 60_000 });
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
  await one.getByLabel(text.sessions.notes.label).fill('Bring more dinosaur books.');
  await one.getByRole('button', { name: text.sessions.notes.save }).click();
  await expect(one.getByText(text.sessions.notes.saved).first()).toBeVisible();
  await accessible(one);

  const two = await second.restart(server.url);
  await startPlanned(two, 'Maple Court');
  await two.getByRole('button', { name: new RegExp(`^${text.words.bandName['12-18']}`) }).or(two.getByRole('button', { name: text.attendance.moreBands })).first().click();
  await addMany(two, '12-18', 24);
  await accessible(two);

  await one.goto(`${server.url}/sessions/new`);
  await one.getByLabel(text.sessions.fresh.search).or(one.getByLabel(text.sessions.fresh.placeName)).first().fill('Corner of 5th');
  await one.getByRole('button', { name: text.sessions.fresh.useTyped('Corner of 5th') }).click();
  await one.getByRole('button', { name: text.sessions.fresh.startAt('Corner of 5th') }).click();
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
  await one.getByRole('link', { name: text.sessions.finish }).click();
  await one.getByRole('button', { name: new RegExp(`${text.sessionSteps.finish.confirm}|${text.sessionSteps.finish.confirmOdd}`) }).click();
  await expect(one.getByRole('button', { name: text.sessions.reopen })).toBeVisible();
}

async function startPlanned(page: Page, site: string): Promise<void> {
  await page.getByRole('listitem').filter({ hasText: site }).getByRole('button', { name: new RegExp(text.today.start) }).first().click();
  await expect(page.getByRole('button', { name: text.attendance.addMany })).toBeVisible();
}

async function openSession(page: Page, url: string, site: string): Promise<void> {
  await page.goto(`${url}/`);
  await page.getByRole('link', { name: new RegExp(site) }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(site) })).toBeVisible();
}

/** 3 taps, one undone, and a class of 18: 20 heads. */
async function countSome(page: Page): Promise<void> {
  const lead = page.getByRole('button', { name: new RegExp(text.attendance.addOne) }).first();
  for (const expected of [1, 2, 3]) {
    await lead.click();
    await expect(page.getByText(text.attendance.totalFor(expected)).first()).toBeAttached();
  }
  await page.getByRole('button', { name: /^Undo: \+1/ }).click();
  await expect(page.getByText(text.attendance.totalFor(2)).first()).toBeAttached();
  await addMany(page, '6-11', 18);
  await accessible(page);
}

async function addMany(page: Page, band: '6-11' | '12-18', heads: number): Promise<void> {
  await page.getByRole('button', { name: text.attendance.addMany }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(text.words.bandName[band], { exact: true }).click();
  await dialog.getByLabel(text.attendance.manyCount).fill(String(heads));
  await dialog.getByRole('button', { name: text.attendance.manyAdd(heads, text.words.bandName[band]) }).click();
  await expect(dialog).toBeHidden();
}

async function handOutSome(page: Page): Promise<void> {
  await page.getByRole('link', { name: text.sessions.tabs.handOuts }).click();
  for (const [way, title] of [
    ['given', 'Dinosaur bookmarks'],
    ['lent', 'The Snowy Day'],
    ['returned', 'Frog and Toad'],
    ['shown', 'Telescope kit'],
  ] as const) {
    await page.getByRole('button', { name: text.handOuts.other }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(text.handOuts.wayChoice[way], { exact: true }).click();
    await dialog.getByLabel(text.handOuts.form.name).fill(title);
    await dialog.getByRole('button', { name: text.handOuts.form.save }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(title).first()).toBeVisible();
  }
  await accessible(page);
}
