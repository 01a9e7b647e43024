// A tablet in the hands of the public, in the words that visitors read: handing it over, and a family that asks for library cards.

import { expect, type Page } from '@playwright/test';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import type { Text } from '../../../src/app/text/text.ts';
import { type Field, openSession } from './a-field.ts';
import { accessible } from './steps.ts';

type KioskWords = Text['kiosk'];

export const pin = '483926';

/** In every language. */
export async function handOver(field: Field, page: Page): Promise<void> {
  const words = text.handOver;
  await openSession(page, field.network.url, field.session);
  await page.getByRole('button', { name: text.sessions.more }).click();
  await page.getByRole('link', { name: words.menu }).click();
  await expect(page.getByText(words.hindrance.storage.title)).toBeVisible();
  await expect(page.getByRole('button', { name: words.hand })).toBeDisabled();
  await accessible(page);
  await keepStorage(field, page);
  await page.getByRole('button', { name: words.askAgain }).click();
  await expect(page.getByText(words.hindrance.storage.title)).toBeHidden();
  for (const language of Object.values(text.words.language)) await page.getByRole('checkbox', { name: language, exact: true }).check();
  await page.getByLabel(words.pinChoose).fill(pin);
  await page.getByRole('button', { name: words.hand }).click();
  await firstScreen(page);
}

/** As an installed app's browser answers; a fresh profile's would refuse. */
async function keepStorage(field: Field, page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Browser.grantPermissions', { permissions: ['durableStorage'], origin: field.network.url });
}

export async function firstScreen(page: Page, timeout = 60_000): Promise<void> {
  await expect(page.getByRole('button', { name: new RegExp(text.kiosk.start) })).toBeVisible({ timeout });
}

/** In English, for a newsletter, up to the name. */
export async function typeName(page: Page, name: string): Promise<void> {
  const words = text.kiosk;
  await page.getByRole('button', { name: new RegExp(words.start) }).click();
  await page.getByRole('checkbox', { name: words.kinds.label.newsletter }).check();
  await next(page, words);
  await page.getByRole('radio', { name: words.who.myself }).check();
  await next(page, words);
  await page.getByLabel(words.name.first).pressSequentially(name);
}

/** Up to the button that sends it. */
export async function askForNewsletter(page: Page, { name, phone }: { readonly name: string; readonly phone: string }): Promise<void> {
  const words = text.kiosk;
  await typeName(page, name);
  await next(page, words);
  await page.getByRole('radio', { name: words.no, exact: true }).check();
  await next(page, words);
  await page.getByLabel(words.reach.phone).pressSequentially(phone);
  await next(page, words);
  await page.getByRole('button', { name: words.check.right }).click();
  await expect(page.getByRole('button', { name: words.consent.agree })).toBeVisible();
}

export interface Family {
  readonly children: readonly (readonly [first: string, last: string])[];
  readonly born: { readonly month: string; readonly day: string; readonly year: string };
  readonly school: string;
  readonly guardian: string;
  readonly relation: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
}

/** A card for each child, up to the last look at all that was typed; answers the path of the guardian's signature. */
export async function askForCards(page: Page, words: KioskWords, family: Family): Promise<string> {
  const go = () => next(page, words);
  const field = (label: string) => page.getByLabel(label, { exact: true });
  const second = page.locator('[name=two]');
  await page.getByRole('button', { name: new RegExp(words.start) }).click();
  await page.getByRole('checkbox', { name: words.kinds.label.card }).check();
  await go();
  await page.getByRole('radio', { name: words.who.children }).check();
  await go();
  for (const [at, [first, last]] of family.children.entries()) {
    if (at > 0) await page.getByRole('button', { name: words.more.add, exact: true }).click();
    await field(words.name.first).pressSequentially(first);
    await second.fill(last);
    await go();
    await page.locator('select[name=one]').selectOption(family.born.month);
    await field(words.born.day).fill(family.born.day);
    await field(words.born.year).fill(family.born.year);
    await go();
    await page.getByLabel(words.school.label).fill(family.school);
    await go();
  }
  await page.getByRole('button', { name: words.more.done, exact: true }).click();
  await field(words.guardian.name).fill(family.guardian);
  await page.getByRole('radio', { name: words.guardian.relations.other, exact: true }).check();
  await page.locator('[name=three]').fill(family.relation);
  await go();
  await field(words.reach.phone).pressSequentially(family.phone);
  await field(words.reach.email).pressSequentially(family.email);
  await go();
  await field(words.address.label).fill(family.address);
  await go();
  const path = await sign(page);
  await go();
  await expect(page.getByRole('button', { name: words.check.right, exact: true })).toBeVisible();
  return path;
}

async function sign(page: Page): Promise<string> {
  const pad = page.locator('svg[role=img]');
  await pad.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await pad.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width * 0.1, y + height * 0.7);
  await page.mouse.down();
  for (let at = 1; at <= 8; at += 1) await page.mouse.move(x + width * (0.1 + at * 0.09), y + height * (at % 2 === 0 ? 0.7 : 0.23));
  await page.mouse.up();
  return (await pad.locator('path').getAttribute('d')) ?? '';
}

async function next(page: Page, words: KioskWords): Promise<void> {
  await page.getByRole('button', { name: words.next, exact: true }).click();
}
