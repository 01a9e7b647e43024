// Nobody reads back: a tablet is handed to one visitor after the other, who finish, give up, walk away, or whose tablet goes dark; and after
// each of them nothing they typed is anywhere in the browser. Staff come back with their PIN, and nobody else does.

import { expect, type Page, test } from '@playwright/test';
import { defaultRules } from '../../src/domain/sign-up-rules.ts';
import { enUS as text } from '../../src/app/text/en-US.ts';
import { aField, type Field, openSession } from './support/a-field.ts';
import { accessible } from './support/steps.ts';
import { storedText } from './support/stored-text.ts';

const words = text.kiosk;
const pin = '483926';

/** One for each visitor, in parts that no other text has. */
const canaries = ['Quillfeather', 'Umbrathorn', 'Vexwillow', 'Yarrowmere', 'Zinnaforth'] as const;
const phone = '305 555 0147';

test('after each visitor nothing they typed is left, whichever way they went; only the PIN leads out', async () => {
  test.setTimeout(600_000); // five looks at the whole memory
  const field = await aField();
  try {
    const page = field.page();
    const signUpRules = { ...defaultRules, kioskIdleSeconds: 20 };
    await field.library.deliver([field.library.maker.make('library.changed', field.library.id, { set: { signUpRules }, base: {} })]);
    await handOver(field, page);

    await askForNewsletter(page, canaries[0]);
    await page.getByRole('button', { name: words.check.right }).click();
    await page.getByRole('button', { name: words.consent.agree }).dblclick();
    await expect(page.getByRole('heading', { name: words.thanks.title })).toBeVisible();
    // A tap in the first second is taken for the second half of a double tap.
    await expect(async () => {
      await page.getByRole('button', { name: words.thanks.done }).click({ timeout: 500 });
      await firstScreen(page, 500);
    }).toPass({ timeout: 30_000 });
    await nothingLeft(page);
    expect(await storedText(page)).toContain('"initials-key"'); // their initials are kept for the roster, and name nobody

    await askForNewsletter(page, canaries[1]);
    await page.getByRole('button', { name: words.startOver }).click();
    await page.locator('dialog').getByRole('button', { name: words.startOver }).click();
    await firstScreen(page);
    await nothingLeft(page);

    await typeName(page, canaries[2]);
    await page.reload();
    await firstScreen(page);
    await nothingLeft(page);
    await typeName(page, '');
    await expect(page.getByLabel(words.name.first)).toHaveValue('');
    await page.reload();

    await typeName(page, canaries[3]);
    // No look at its accessibility here (tests/browser/kiosk has it): what looks keeps the texts it saw in the page's memory.
    await expect(page.getByRole('alertdialog')).toBeVisible({ timeout: 60_000 });
    await firstScreen(page, 30_000);
    await nothingLeft(page);

    await typeName(page, canaries[4]);
    const again = await field.tablet.restart(`${field.network.url}/settings`);
    await firstScreen(again);
    expect(new URL(again.url()).pathname).toBe('/kiosk');
    await nothingLeft(again);
    await cannotLeave(field, again);
    await takeBack(field, again);
    await expect.poll(() => field.onServer().signUps, { timeout: 60_000 }).toBe(1);
  } finally {
    await field.close();
  }
});

/** As an installed app's browser answers; a fresh profile's would refuse. */
async function keepStorage(field: Field, page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Browser.grantPermissions', { permissions: ['durableStorage'], origin: field.network.url });
}

async function handOver(field: Field, page: Page): Promise<void> {
  const handing = text.handOver;
  await openSession(page, field.network.url, field.session);
  await page.getByRole('button', { name: text.sessions.more }).click();
  await page.getByRole('link', { name: handing.menu }).click();
  await expect(page.getByText(handing.hindrance.storage.title)).toBeVisible();
  await expect(page.getByRole('button', { name: handing.hand })).toBeDisabled();
  await accessible(page);
  await keepStorage(field, page);
  await page.getByRole('button', { name: handing.askAgain }).click();
  await expect(page.getByText(handing.hindrance.storage.title)).toBeHidden();
  await page.getByLabel(handing.pinChoose).fill(pin);
  await page.getByRole('button', { name: handing.hand }).click();
  await firstScreen(page);
}

async function firstScreen(page: Page, timeout = 15_000): Promise<void> {
  await expect(page.getByRole('button', { name: new RegExp(words.start) })).toBeVisible({ timeout });
}

async function typeName(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(words.start) }).click();
  await page.getByRole('checkbox', { name: words.kinds.label.newsletter }).check();
  await next(page);
  await page.getByRole('radio', { name: words.who.myself }).check();
  await next(page);
  await page.getByLabel(words.name.first).pressSequentially(name);
}

async function askForNewsletter(page: Page, name: string): Promise<void> {
  await typeName(page, name);
  await next(page);
  await page.getByRole('radio', { name: words.no, exact: true }).check();
  await next(page);
  await page.getByLabel(words.reach.phone).pressSequentially(phone);
  await next(page);
  await expect(page.getByText(name)).toBeVisible();
}

async function next(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.next, exact: true }).click();
}

/** In no store, address, history entry, title, notification, element, field, or object of the page. */
async function nothingLeft(page: Page): Promise<void> {
  const shown = await page.evaluate(async () => {
    const fields = [...document.querySelectorAll('input, textarea, select')].map((one) => ('value' in one ? String(one.value) : ''));
    const notices = await navigator.serviceWorker.getRegistration().then((worker) => worker?.getNotifications() ?? []);
    return JSON.stringify([
      document.documentElement.outerHTML,
      document.title,
      history.state,
      location.href,
      window.name,
      fields,
      notices.map((one) => [one.title, one.body]),
      document.getSelection()?.toString(),
    ]);
  });
  const seen = `${shown}\n${await storedText(page)}`;
  expect(seen).toContain('Maple Court'); // what is looked through is really there
  expect(found(seen)).toEqual([]);
  // The page lets go at once; the browser's own housekeeping takes a moment, so memory is looked at again; a busy machine takes long for one look.
  await expect.poll(async () => found(await memory(page)), { timeout: 90_000, intervals: [500, 2_000, 4_000] }).toEqual([]);
}

function found(text: string): readonly string[] {
  return [...canaries, phone].filter((typed) => text.includes(typed));
}

/** Every string of the page's memory after what nobody holds has been let go. */
async function memory(page: Page): Promise<string> {
  const browser = await page.context().newCDPSession(page);
  const parts: string[] = [];
  browser.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => parts.push(chunk));
  await browser.send('HeapProfiler.enable');
  await browser.send('HeapProfiler.collectGarbage');
  await browser.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await browser.detach();
  return parts.join('');
}

/** No address and no way back leads to a screen of staff. */
async function cannotLeave(field: Field, page: Page): Promise<void> {
  for (const path of ['/', `/sessions/${field.session}`, '/settings/this-device', '/sign-in', '/enroll', '/set-up']) {
    await page.goto(`${field.network.url}${path}`);
    await firstScreen(page);
    expect(new URL(page.url()).pathname).toBe('/kiosk');
  }
  await page.evaluate(() => history.back());
  await firstScreen(page);
  await expect(page.getByRole('navigation')).toHaveCount(0);
}

async function takeBack(field: Field, page: Page): Promise<void> {
  const leave = text.handOver.leave;
  await page.getByRole('button', { name: words.staff }).click();
  await page.getByLabel(leave.pin, { exact: true }).fill('0000');
  await page.getByRole('button', { name: leave.button }).click();
  await expect(page.getByText(leave.wrong).first()).toBeVisible();
  await page.getByLabel(leave.pin, { exact: true }).fill(pin);
  await page.getByRole('button', { name: leave.button }).click();
  await expect(page.getByRole('button', { name: text.attendance.addMany })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(`/sessions/${field.session}`);
}
