// What people do, in the words they see: stories are told with these. Sentences come from the English catalogue, so that a better
// wording breaks no story.

import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { alice } from '../../support/cast.ts';

export const passphrase = 'river lantern orchard pencil';

/** First visit to an empty server: coordinator, library, languages, outlet, sealing key with its rehearsal; ends on Devices. */
export async function setUpLibrary(page: Page, url: string): Promise<{ readonly recoveryKey: string }> {
  const words = text.access.setup;
  const next = () => page.getByRole('button', { name: text.shell.continue }).click();
  await page.goto(url);
  await page.getByRole('link', { name: text.access.beginSetUp }).click();
  await seen(page, words.steps.coordinator);
  await page.getByLabel(words.name, { exact: true }).fill(alice.name);
  await page.getByLabel(words.email, { exact: true }).fill(alice.email);
  await page.getByLabel(words.password, { exact: true }).fill(alice.password);
  await next();
  await seen(page, words.steps.library);
  await page.getByLabel(words.libraryName, { exact: true }).fill('North Miami Public Library');
  await next();
  await seen(page, words.steps.languages);
  await next();
  await seen(page, words.steps.outlet);
  await page.getByLabel(words.outletName, { exact: true }).fill('Bookmobile 1');
  await next();
  await seen(page, words.steps.passphrase);
  const recoveryKey = await makeSealingKey(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(text.access.devices.title);
  return { recoveryKey };
}

/** From the passphrase to the stored key; answers the recovery key as printed on the sheet. */
async function makeSealingKey(page: Page): Promise<string> {
  const words = text.sealing;
  await page.getByLabel(words.passphrase, { exact: true }).fill(passphrase);
  await page.getByLabel(words.again, { exact: true }).fill(passphrase);
  await page.getByLabel(words.holder, { exact: true }).fill(alice.name);
  await page.getByRole('button', { name: words.makeKey }).click();
  await page.getByLabel(words.kept).check();
  const sheet = await page.locator('main').innerText();
  const recoveryKey = /\b(?:[0-9A-Z]{4}[-\s]+){8}[0-9A-Z]{4}\b/.exec(sheet)?.[0].replace(/\s+/g, '-').replace(/-+/g, '-') ?? '';
  expect(recoveryKey).not.toBe('');
  const groups = recoveryKey.split('-');
  for (const [place, group] of groups.entries()) {
    const field = page.getByLabel(words.group(place + 1), { exact: true });
    if (await field.isVisible()) await field.fill(group);
  }
  await page.getByRole('button', { name: words.continueToTrial }).click();
  await page.getByLabel(words.passphrase, { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: words.openSample }).click();
  await page.getByRole('button', { name: words.store }).click();
  return recoveryKey;
}

/** The coordinator's code for one more device, as typed on it. */
export async function inviteDevice(page: Page, url: string): Promise<string> {
  await page.goto(`${url}/settings/devices/enroll`);
  const code = page.getByText(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
  await expect(code).toBeVisible();
  return code.innerText();
}

/** Types the code on the tablet and waits until it says that it can go offline. */
export async function enroll(page: Page, url: string, code: string, name: string): Promise<void> {
  const words = text.access.enroll;
  await page.goto(`${url}/enroll`);
  await page.getByLabel(words.code, { exact: true }).fill(code.toLowerCase());
  await page.getByLabel(words.deviceName, { exact: true }).fill(name);
  await page.getByRole('button', { name: words.button, exact: true }).click();
  await seen(page, words.readyTitle);
}

export async function seen(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible();
}

/**
 * [WCAG 2.2 AA] No finding on the page as it stands. Looked at in a window as tall as the page: a link that is half scrolled under the bar
 * at the bottom is no small target. Only in Chromium: findings are of markup and colors, which are the same in every engine.
 */
export async function accessible(page: Page): Promise<void> {
  if (page.context().browser()?.browserType().name() === 'firefox') return;
  const size = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (size !== null && height > size.height) await page.setViewportSize({ width: size.width, height: Math.min(height + 200, 6_000) });
  // What passed is not told of and no style sheet is fetched a second time: half the time, the same findings.
  const found = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], preload: false })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
  const { violations } = await found.setLegacyMode().analyze(); // without a second page for frames of other origins: we have none
  if (size !== null) await page.setViewportSize(size);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
}
