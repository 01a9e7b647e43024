// Networks that lie: answers that never come back, a café's sign-in page that says 200 to everything, two tabs and the worker at once.

import { expect, type Page, test } from '@playwright/test';
import { enUS as text } from '../../src/app/text/en-US.ts';
import { aField, allDelivered, countTo, openSession, savedAs } from './support/a-field.ts';

test('an answer lost after the commit and a captive portal are no receipts: everything stays, and is there once when the network heals', async () => {
  const field = await aField();
  const { network } = field;
  try {
    const page = field.page();
    await openSession(page, network.url, field.session);
    network.behave('lose answers');
    await countTo(page, 3);
    await expect.poll(() => network.pushes().lost).toBeGreaterThan(1);
    await expect.poll(() => field.onServer().heads).toBe(3);
    await someWaits(page, network.url);

    network.behave('captive portal');
    await openSession(page, network.url, field.session);
    await countTo(page, 5);
    await expect.poll(() => network.pushes().portal).toBeGreaterThan(0);
    await page.goto(`${network.url}/delivery`);
    await page.getByRole('button', { name: text.delivery.now }).click();
    await expect(page.getByText(text.shell.codeIs('server-answer-unreadable'))).toBeVisible();
    await someWaits(page, network.url);
    // Neither the page nor the worker took the portal's page for the app.
    const again = await field.tablet.restart(`${network.url}/sessions/${field.session}`);
    await savedAs(again, 5);
    expect(field.onServer().heads).toBe(3);

    network.behave('carry');
    await allDelivered(again, network.url);
    expect(field.onServer()).toMatchObject({ heads: 5, held: 0 });
    await openSession(again, network.url, field.session);
    await savedAs(again, 5);
  } finally {
    await field.close();
  }
});

test('two tabs and the service worker deliver the same records at once, and each is on the server once', async () => {
  const field = await aField();
  const { network, server } = field;
  try {
    const first = field.page();
    const second = await first.context().newPage();
    await server.stop('kill');
    await openSession(first, network.url, field.session);
    await openSession(second, network.url, field.session);
    // In turns, so that each tab's numbers lie between the other's.
    for (const total of [3, 6, 9, 12]) {
      const page = total % 2 === 1 ? first : second;
      await page.bringToFront();
      await savedAs(page, total - 3);
      await countTo(page, total);
    }
    network.holdPushesUntil(3);
    await server.start();
    await Promise.all([first, second].map((page) => page.evaluate(() => window.dispatchEvent(new Event('online')))));
    await deliverInWorker(first);
    await expect.poll(() => network.pushes().together).toBeGreaterThan(1);
    network.holdPushesUntil(1);
    await allDelivered(first, network.url);
    await allDelivered(second, network.url);
    expect(field.onServer()).toMatchObject({ heads: 12, held: 0 });
    for (const page of [first, second]) {
      await openSession(page, network.url, field.session);
      await savedAs(page, 12);
    }
  } finally {
    await field.close();
  }
});

/** Delivery says that something is on this device only. */
async function someWaits(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/delivery`);
  const figure = page.locator('div').filter({ has: page.getByRole('term').filter({ hasText: text.delivery.figures.waiting }) });
  await expect(figure.last().getByRole('definition')).toHaveText(/^[1-9]\d*$/);
}

/** As the browser does by itself once it believes in a network again (Background Sync). */
async function deliverInWorker(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      for (const { registrationId } of registrations) resolve(registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  const { origin } = new URL(page.url());
  await session.send('ServiceWorker.dispatchSyncEvent', { origin, registrationId: await registered, tag: 'deliver', lastChance: false });
}
