// Nobody reads back: a tablet is handed to one visitor after the other, in three languages, who finish, give up, walk away, or whose tablet
// goes dark; and after each of them nothing they typed or drew is anywhere in the browser. Staff come back with their PIN, and nobody else does.

import { expect, type Page, test } from '@playwright/test';
import * as v from 'valibot';
import { defaultRules } from '../../src/domain/sign-up-rules.ts';
import { enUS as text } from '../../src/app/text/en-US.ts';
import { first as firstSpanish } from '../../src/app/text/es-US/first.ts';
import { rest as restSpanish } from '../../src/app/text/es-US/rest.ts';
import { first as firstCreole } from '../../src/app/text/ht/first.ts';
import { rest as restCreole } from '../../src/app/text/ht/rest.ts';
import { aField, type Field } from './support/a-field.ts';
import { askForCards, type Family, firstScreen, handOver, pin, typeName } from './support/at-kiosk.ts';
import { type Canary, canaryAs, canaryOf, foundIn, foundOnDisk } from './support/canaries.ts';
import { storedText } from './support/stored-text.ts';

const english = text.kiosk;
const spanish = restSpanish.kiosk;
const creole = restCreole.kiosk;

/** Each in parts that no other text has. */
const family: Family = {
  children: [
    ['Zéquillfeather', 'Õumbrathorny'],
    ['Ñvexwillowby', 'Õumbrathorny'],
  ],
  born: { month: '9', day: '23', year: '2017' },
  school: 'École Thistlewickham',
  guardian: 'Ôbrackenfolder',
  relation: 'grannywhistler',
  phone: '305 555 0147',
  email: 'yarrowmerely@example.org',
  address: '12 Ézinnaforthe Lane\nSmall Town',
};
/** The same, every accent a sign of its own. */
const familyApart: Family = {
  ...family,
  children: family.children.map(([first, last]) => [first.normalize('NFD'), last.normalize('NFD')] as const),
  guardian: family.guardian.normalize('NFD'),
  address: family.address.normalize('NFD'),
};
const name = family.children[0]?.[0] ?? '';

const born = '2017-09-23';
const canaries: readonly Canary[] = [
  ...[...family.children.flat(), family.school, family.guardian, family.relation, family.email, family.address].map(canaryOf),
  canaryAs(family.phone, '3055550147', '(305) 555-0147', '305-555-0147'),
  canaryAs(born, '20170923', '9/23/2017', '09/23/2017', '23/9/2017', '23/09/2017'),
  canaryAs(...[text.formatting, firstSpanish.formatting, firstCreole.formatting].map((formatting) => formatting.dayWithYear(born))),
];

test('after each visitor nothing they typed is left, whichever way they went; only the PIN leads out', async () => {
  test.setTimeout(600_000); // five looks at the whole memory
  const field = await aField();
  try {
    const page = field.page();
    const signUpRules = { ...defaultRules, kioskIdleSeconds: 20 };
    await field.library.deliver([field.library.maker.make('library.changed', field.library.id, { set: { signUpRules }, base: {} })]);
    await handOver(field, page);

    // Sent, in Haitian Creole.
    const signed = [await askForCards(page, creole, family)];
    await page.getByRole('button', { name: creole.check.right, exact: true }).click();
    await page.getByRole('button', { name: creole.consent.agreeForChild, exact: true }).dblclick();
    await expect(page.getByRole('heading', { name: creole.thanks.title })).toBeVisible();
    // A tap in the first second is taken for the second half of a double tap.
    await expect(async () => {
      await page.getByRole('button', { name: creole.thanks.done }).click({ timeout: 500 });
      await firstScreen(page, 500);
    }).toPass({ timeout: 30_000 });
    await nothingLeft(page, signed);
    expect(await storedText(page)).toContain('"initials-key"'); // their initials are kept for the roster, and name nobody

    // Given up at the last look, in Spanish.
    signed.push(await askForCards(page, spanish, familyApart));
    await page.getByRole('button', { name: spanish.startOver, exact: true }).click();
    await page.locator('dialog').getByRole('button', { name: spanish.startOver, exact: true }).click();
    await firstScreen(page);
    await nothingLeft(page, signed);

    await typeName(page, name);
    await page.reload();
    await firstScreen(page);
    await nothingLeft(page, signed);
    await typeName(page, '');
    await expect(page.getByLabel(english.name.first)).toHaveValue('');
    await page.reload();

    // Left alone, in English: the countdown ends it.
    signed.push(await askForCards(page, english, family));
    // No look at its accessibility here (tests/browser/kiosk has it): what looks keeps the texts it saw in the page's memory.
    await expect(page.getByRole('alertdialog')).toBeVisible({ timeout: 60_000 });
    await firstScreen(page, 30_000);
    await nothingLeft(page, signed);

    await typeName(page, name);
    await field.tablet.close();
    expect(foundOnDisk(field.tablet.profile, [...canaries, ...signed.map(strokesOf)])).toEqual([]);
    const again = await field.tablet.open(`${field.network.url}/settings`);
    await firstScreen(again);
    expect(new URL(again.url()).pathname).toBe('/kiosk');
    await nothingLeft(again, signed);
    await cannotLeave(field, again);
    await takeBack(field, again);
    await expect.poll(() => field.onServer().signUps, { timeout: 60_000 }).toBe(family.children.length);
  } finally {
    await field.close();
  }
});

test('the look finds what was typed in every form in which it could hide', () => {
  const forms = [
    name,
    name.normalize('NFD'),
    name.toUpperCase(),
    JSON.stringify({ name }),
    encodeURIComponent(name),
    ...['', 'x', 'xy'].flatMap((before) =>
      (['base64', 'base64url', 'hex'] as const).map((way) => Buffer.from(`${before}${name}`).toString(way)),
    ),
    'on Sep 23, 2017',
    '3055550147',
  ];
  for (const form of forms) expect(foundIn(`before ${form} after`, canaries), form).not.toEqual([]);
  expect(foundIn(JSON.stringify(text.kiosk), canaries)).toEqual([]);
});

/** The first strokes of a drawn signature: a part that no picture of the app has. */
function strokesOf(path: string): Canary {
  if (path.length < 40) throw new Error(`nobody signed: “${path}”`);
  return canaryAs(path.slice(0, 40));
}

/** In no store, address, history entry, title, notification, element, field, or object of the page. */
async function nothingLeft(page: Page, signed: readonly string[]): Promise<void> {
  const all = [...canaries, ...signed.map(strokesOf)];
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
  const seen = `${shown}\n${await visited(page)}\n${await storedText(page)}`;
  expect(seen).toContain('Maple Court'); // what is looked through is really there
  expect(foundIn(seen, all)).toEqual([]);
  // The page lets go at once; the browser's own housekeeping takes a moment, so memory is looked at again; a busy machine takes long for one look.
  await expect.poll(async () => foundIn(await memory(page), all), { timeout: 90_000, intervals: [500, 2_000, 4_000] }).toEqual([]);
}

/** What the browser's way back would lead to: addresses and titles. */
async function visited(page: Page): Promise<string> {
  const browser = await page.context().newCDPSession(page);
  const { entries } = await browser.send('Page.getNavigationHistory');
  await browser.detach();
  return JSON.stringify(entries);
}

const strings = v.array(v.string());

/** Every string of the page's memory after what nobody holds has been let go. */
async function memory(page: Page): Promise<string> {
  const browser = await page.context().newCDPSession(page);
  const parts: string[] = [];
  browser.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => parts.push(chunk));
  await browser.send('HeapProfiler.enable');
  await browser.send('HeapProfiler.collectGarbage');
  await browser.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await browser.detach();
  const snapshot = parts.join('');
  const key = '"strings":';
  const held = v.parse(strings, JSON.parse(snapshot.slice(snapshot.lastIndexOf(`${key}[`) + key.length, snapshot.lastIndexOf(']') + 1)));
  const all = held.join('\n');
  expect(all).toContain(english.startOver); // what is in the page's memory is among them
  return all;
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
  await page.getByRole('button', { name: english.staff }).click();
  await page.getByLabel(leave.pin, { exact: true }).fill('0000');
  await page.getByRole('button', { name: leave.button }).click();
  await expect(page.getByText(leave.wrong).first()).toBeVisible();
  await page.getByLabel(leave.pin, { exact: true }).fill(pin);
  await page.getByRole('button', { name: leave.button }).click();
  await expect(page.getByRole('button', { name: text.attendance.addMany })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(`/sessions/${field.session}`);
}
