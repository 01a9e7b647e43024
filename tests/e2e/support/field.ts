// What staff do in the field, in the words they see: counting, signing up, handing out, finishing, and looking whether all was delivered.

import { expect, type Page } from '@playwright/test';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { accessible } from './steps.ts';

/** Must never be anywhere in clear. */
export const canary = { name: 'Zéphyrine Quillfeather-Baptiste', phone: '305 555 0147', card: '29082005550147' } as const;

export async function startPlanned(page: Page, site: string): Promise<void> {
  await page
    .getByRole('listitem')
    .filter({ hasText: site })
    .getByRole('button', { name: new RegExp(text.today.start) })
    .first()
    .click();
  await expect(page.getByRole('button', { name: text.attendance.addMany })).toBeVisible();
}

export async function openSession(page: Page, url: string, site: string): Promise<void> {
  await page.goto(`${url}/`);
  await page
    .getByRole('link', { name: new RegExp(site) })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(site) })).toBeVisible();
}

/** 3 taps, one undone, and a class of 18: 20 heads. */
export async function countSome(page: Page): Promise<void> {
  const lead = page.getByRole('button', { name: /add one$/ }).first();
  for (const expected of [1, 2, 3]) {
    await lead.click();
    await expect(page.getByText(text.attendance.totalFor(expected)).first()).toBeAttached();
    // Taps that come while one is being saved are one act, and would be undone together.
    await expect(page.getByText(text.attendance.saved, { exact: true }).first()).toBeVisible();
  }
  await page.getByRole('button', { name: /^Undo: \+1/ }).click();
  await expect(page.getByText(text.attendance.totalFor(2)).first()).toBeAttached();
  await addMany(page, '6-11', 18);
  await accessible(page);
}

export async function addMany(page: Page, band: '6-11' | '12-18', heads: number): Promise<void> {
  await page.getByRole('button', { name: text.attendance.addMany }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: text.words.band[band], exact: true }).check();
  await dialog.getByLabel(text.attendance.manyCount).fill(String(heads));
  await dialog.getByRole('button', { name: text.attendance.manyAdd(heads, text.words.bandName[band]) }).click();
  await expect(dialog).toBeHidden();
}

export async function handOutSome(page: Page): Promise<void> {
  await page.getByRole('link', { name: text.sessions.tabs.handOuts }).click();
  for (const [way, title] of [
    ['given', 'Dinosaur bookmarks'],
    ['lent', 'The Snowy Day'],
    ['returned', 'Frog and Toad'],
    ['shown', 'Telescope kit'],
  ] as const) {
    await handOut(page, way, title, 1);
  }
  await accessible(page);
}

/** On the session's Resources. */
export async function handOut(page: Page, way: 'given' | 'lent' | 'returned' | 'shown', title: string, count: number): Promise<void> {
  const words = text.handOuts;
  await page.getByRole('button', { name: words.other }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: words.wayChoice[way], exact: true }).check();
  await dialog.getByLabel(words.form.name).fill(title);
  await dialog.getByLabel(words.form.count, { exact: true }).fill(String(count));
  await dialog.getByRole('button', { name: words.form.save }).click();
  if (way === 'lent') {
    // To whom: a card, whose number is sealed with the save.
    await dialog.getByLabel(words.lend.cardNumber, { exact: true }).fill(canary.card);
    await dialog.getByRole('button', { name: words.lend.save, exact: true }).click();
  }
  await expect(dialog).toBeHidden();
  await expect(page.getByText(title).first()).toBeVisible();
}

export async function signUpSomebody(page: Page): Promise<void> {
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

export async function finish(page: Page): Promise<void> {
  await page.getByRole('link', { name: text.sessions.finish }).click();
  await page
    .getByRole('button', { name: new RegExp(`${text.sessionSteps.finish.confirm}|${text.sessionSteps.finish.confirmOdd}`) })
    .click();
  await expect(page.getByRole('button', { name: text.sessions.reopen })).toBeVisible();
}

/** Delivery says n of n with receipts, by itself: nothing is pressed. */
export async function allDelivered(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/delivery`);
  await expect(page.getByRole('region', { name: text.delivery.answer.all })).toBeVisible({ timeout: 90_000 });
  await accessible(page);
}
