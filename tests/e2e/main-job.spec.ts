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
  await addMany(two, '12-18', 24);
  await accessible(two);

  await one.goto(`${server.url}/sessions/new`);
  await one.getByRole('button', { name: text.sessions.fresh.change }).click();
  await one.getByLabel(text.sessions.fresh.search).fill('Corner of 5th');
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
  await page
    .getByRole('listitem')
    .filter({ hasText: site })
    .getByRole('button', { name: new RegExp(text.today.start) })
    .first()
    .click();
  await expect(page.getByRole('button', { name: text.attendance.addMany })).toBeVisible();
}

async function openSession(page: Page, url: string, site: string): Promise<void> {
  await page.goto(`${url}/`);
  await page
    .getByRole('link', { name: new RegExp(site) })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(site) })).toBeVisible();
}

/** 3 taps, one undone, and a class of 18: 20 heads. */
async function countSome(page: Page): Promise<void> {
  const lead = page.getByRole('button', { name: /add one$/ }).first();
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
  await dialog.getByRole('radio', { name: text.words.band[band], exact: true }).check();
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
    await dialog.getByRole('radio', { name: text.handOuts.wayChoice[way], exact: true }).check();
    await dialog.getByLabel(text.handOuts.form.name).fill(title);
    await dialog.getByRole('button', { name: text.handOuts.form.save }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(title).first()).toBeVisible();
  }
  await accessible(page);
}

async function signUpSomebody(page: Page): Promise<void> {
  const words = text.signUps.form;
  await page.getByRole('link', { name: text.sessions.tabs.signUps }).click();
  await accessible(page);
  await page.getByRole('link', { name: text.signUps.add }).click();
  await page.getByRole('button', { name: words.save, exact: true }).click();
  await expect(page.getByRole('alert')).toContainText(text.shell.errorSummaryTitle);
  await accessible(page);
  for (const kind of ['card', 'reading_challenge', 'newsletter', 'program'] as const)
    await page.getByRole('checkbox', { name: text.words.signUpKind[kind], exact: true }).check();
  await page.getByLabel(words.program).fill('Summer book club');
  await page.getByLabel(words.name, { exact: true }).fill(canary.name);
  await page.getByLabel(words.phone, { exact: true }).fill(canary.phone);
  await page.getByLabel(words.address, { exact: true }).fill('12 Maple Court');
  await page.getByLabel(words.birthDate, { exact: true }).fill('3/14/1985');
  await page.getByRole('checkbox', { name: text.signUps.consent.person }).check();
  await page.getByRole('button', { name: words.save, exact: true }).click();
  await expect(page.getByRole('main').getByRole('link', { name: new RegExp(text.words.signUpKind.newsletter) })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(canary.name);
}

/** Delivery says n of n with receipts, by itself: nothing is pressed. */
async function allDelivered(tablet: Tablet, url: string): Promise<void> {
  const page = tablet.page();
  await page.goto(`${url}/delivery`);
  await expect(page.getByRole('region', { name: text.delivery.answer.all })).toBeVisible({ timeout: 90_000 });
  await accessible(page);
}

async function sameEverywhere(server: TestServer, desktop: Tablet, first: Tablet, second: Tablet): Promise<void> {
  for (const tablet of [desktop, first, second]) {
    await openSession(tablet.page(), server.url, 'Maple Court');
    await expect(
      tablet
        .page()
        .getByText(text.attendance.totalFor(2 + 18 + 24))
        .first(),
    ).toBeAttached({ timeout: 60_000 });
    await openSession(tablet.page(), server.url, 'Corner of 5th');
    await expect(tablet.page().getByText(text.attendance.totalFor(5)).first()).toBeAttached({ timeout: 60_000 });
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
  await expect(dialog.getByText(text.problems['passphrase-wrong'].happened).first()).toBeVisible({ timeout: 30_000 });
  await dialog.getByLabel(text.signUps.lock.passphrase, { exact: true }).fill(passphrase);
  await dialog.getByRole('button', { name: text.signUps.lock.unlock }).click();
  await expect(page.getByText(canary.name).first()).toBeVisible({ timeout: 30_000 });
  await accessible(page);

  for (const tablet of [desktop, first]) expect(await storedText(tablet.page())).not.toMatch(/Quillfeather|555 0147/);
  const files = readdirSync(server.dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const bytes = readFileSync(join(file.parentPath, file.name));
    for (const clear of ['Quillfeather', '555 0147']) expect(bytes.includes(clear), `${file.name} holds ${clear}`).toBe(false);
  }
  expect(server.output()).not.toContain('Quillfeather');
}

/** Everything a browser holds of this origin: every database, cache, and storage, as text. */
async function storedText(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const parts: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), location.href];
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const table of db.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve, reject) => {
          const request = db.transaction(table).objectStore(table).getAll();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        parts.push(JSON.stringify(rows));
      }
      db.close();
    }
    for (const key of await caches.keys()) {
      const cache = await caches.open(key);
      for (const request of await cache.keys()) parts.push(request.url, (await (await cache.match(request))?.text()) ?? '');
    }
    return parts.join('\n');
  });
}
