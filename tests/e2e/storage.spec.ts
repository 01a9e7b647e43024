// Storage that is full, and storage that is taken away: what is not saved is said not to be, forms keep what was typed, nothing is there by
// half, and a browser that has lost its store begins again without counting anything twice.

import { type CDPSession, expect, type Locator, type Page, test } from '@playwright/test';
import { enUS as text } from '../../src/app/text/en-US.ts';
import { aField, allDelivered, countTo, openSession, savedAs } from './support/a-field.ts';
import { enroll } from './support/steps.ts';

test('with no space left each form says that it is not saved and keeps what was typed; with space again each is saved, once', async () => {
  const field = await aField();
  const { network, session } = field;
  try {
    await openSession(field.page(), network.url, session);
    await countTo(field.page(), 3);
    await allDelivered(field.page(), network.url);
    await field.server.stop('kill');
    await openSession(field.page(), network.url, session);
    await countTo(field.page(), 4);

    const page = field.page();
    const space = await spaceOf(page, network.url);
    await space.full();
    const before = await storedFacts(page, network.url);
    await field.server.start();

    await openSession(page, network.url, session);
    await page
      .getByRole('button', { name: /add one$/ })
      .first()
      .click();
    const failed = page.getByRole('alert').filter({ hasText: text.attendance.notSavedTitle(1) });
    await expect(failed).toContainText(text.shell.codeIs('storage-full'));
    await savedAs(page, 4);

    const notes = page.getByLabel(text.sessionSteps.notes.label);
    await page.getByRole('link', { name: text.sessions.tabs.notes }).click();
    await notes.fill('Ask about the stroller ramp.');
    await page.getByRole('button', { name: text.sessionSteps.notes.save }).click();
    await notSaved(page);
    await expect(notes).toHaveValue('Ask about the stroller ramp.');

    await page.getByRole('link', { name: text.sessions.tabs.handOuts }).click();
    const handOut = await fillHandOut(page);
    await notSaved(page);
    await expect(handOut.getByLabel(text.handOuts.form.name)).toHaveValue('Dinosaur bookmarks');
    await page.keyboard.press('Escape');

    await page.getByRole('link', { name: text.sessions.tabs.signUps }).click();
    await page.getByRole('link', { name: text.signUps.add }).click();
    await fillSignUp(page);
    await page.getByRole('button', { name: text.signUps.form.save, exact: true }).click();
    await notSaved(page);
    await expect(page.getByLabel(text.signUps.form.name, { exact: true })).toHaveValue('A made-up grown-up');

    await page.getByRole('navigation').getByRole('link', { name: text.shell.today }).click();
    await page.getByRole('link', { name: text.today.newSession }).first().click();
    await page.getByLabel(text.sessionSteps.fresh.placeName).fill('Night Market');
    const start = page.getByRole('button', { name: text.sessionSteps.fresh.startAt('Night Market') });
    await start.click();
    await notSaved(page);
    await expect(page.getByLabel(text.sessionSteps.fresh.placeName)).toHaveValue('Night Market');

    // The server has the fourth head by now; that it has is not written down here, so it still waits.
    await expect.poll(() => field.onServer().heads).toBe(4);
    expect(await storedFacts(page, network.url)).toEqual(before);

    await space.free();
    await start.click();
    await expect(page.getByRole('button', { name: text.attendance.addMany })).toBeVisible();
    await page.getByRole('navigation').getByRole('link', { name: text.shell.today }).click();
    await page
      .getByRole('link', { name: /Maple Court/ })
      .first()
      .click();
    await page.getByRole('button', { name: text.attendance.saveAgain }).click();
    await savedAs(page, 5);
    await page.getByRole('link', { name: text.sessions.tabs.notes }).click();
    await expect(notes).toHaveValue('Ask about the stroller ramp.');
    await page.getByRole('button', { name: text.sessionSteps.notes.save }).click();
    await expect(page.getByText(text.sessionSteps.notes.saved).first()).toBeVisible();
    await page.getByRole('link', { name: text.sessions.tabs.handOuts }).click();
    await expect(await fillHandOut(page)).toBeHidden();
    await page.getByRole('link', { name: text.sessions.tabs.signUps }).click();
    await page.getByRole('link', { name: text.signUps.add }).click();
    await expect(page.getByLabel(text.signUps.form.name, { exact: true })).toHaveValue('A made-up grown-up');
    await page.getByRole('button', { name: text.signUps.form.save, exact: true }).click();
    await expect(page.getByRole('main').getByRole('link', { name: new RegExp(text.words.signUpKind.newsletter) })).toBeVisible();

    await allDelivered(page, network.url);
    const notesNow = 'Ask about the stroller ramp.';
    expect(field.onServer()).toMatchObject({ heads: 5, handOuts: 1, signUps: 1, notes: notesNow, held: 0 });
  } finally {
    await field.close();
  }
});

test('storage taken away while the app is open, and while it is closed: nothing more is called saved, and the tablet begins again', async () => {
  const field = await aField();
  const { network, session, library } = field;
  try {
    const page = field.page();
    await openSession(page, network.url, session);
    await countTo(page, 3);
    await allDelivered(page, network.url);
    await openSession(page, network.url, session);
    await wipe(page, network.url);
    // The next tap, if the button is still there, must not be called saved.
    await page
      .getByRole('button', { name: /add one$/ })
      .first()
      .click({ timeout: 2_000 })
      .catch(() => undefined);
    await expect(page.getByText(text.attendance.totalFor(4))).toBeHidden();
    await page.goto(network.url);
    await expect(page.getByText(text.access.evictedTitle)).toBeVisible();
    await enroll(page, network.url, await library.invite(), 'Tablet 1 again');
    await openSession(page, network.url, session);
    await savedAs(page, 3);
    await countTo(page, 5);
    await allDelivered(page, network.url);
    await field.tablet.close();

    const blank = await field.tablet.open('about:blank');
    await wipe(blank, network.url);
    await blank.goto(`${network.url}/sessions/${session}`);
    await expect(blank.getByText(text.access.evictedTitle)).toBeVisible();
    await enroll(blank, network.url, await library.invite(), 'Tablet 1 once more');
    await openSession(blank, network.url, session);
    await savedAs(blank, 5);
    await countTo(blank, 6);
    await allDelivered(blank, network.url);
    expect(field.onServer()).toMatchObject({ heads: 6, held: 0 });
  } finally {
    await field.close();
  }
});

async function notSaved(page: Page): Promise<void> {
  const problem = page.getByRole('alert').filter({ hasText: text.sessions.notSaved });
  await expect(problem).toContainText(text.shell.codeIs('storage-full'));
}

/** Filled and sent; answers the form, which is still there when it could not be saved. */
async function fillHandOut(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: text.handOuts.other }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel(text.handOuts.form.name).fill('Dinosaur bookmarks');
  await form.getByRole('button', { name: text.handOuts.form.save }).click();
  return form;
}

async function fillSignUp(page: Page): Promise<void> {
  const words = text.signUps.form;
  await page.getByRole('checkbox', { name: text.words.signUpKind.newsletter, exact: true }).check();
  await page.getByLabel(words.name, { exact: true }).fill('A made-up grown-up');
  await page.getByLabel(words.phone, { exact: true }).fill('305 555 0147');
  await page.getByRole('checkbox', { name: text.signUps.consent.person }).check();
}

async function wipe(page: Page, url: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes: 'indexeddb' });
}

/** Runs in the page: the name of the error that a small write ends with, or nothing. */
function writeSomething(): Promise<string> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('probe');
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
    opening.onerror = () => resolve(opening.error?.name ?? 'unknown');
    opening.onsuccess = () => {
      const writing = opening.result.transaction('rows', 'readwrite', { durability: 'strict' });
      writing.objectStore('rows').put('x'.repeat(1_000), 'row');
      writing.oncomplete = () => resolve('');
      writing.onabort = () => resolve(writing.error?.name ?? 'unknown');
      const close = () => opening.result.close();
      writing.addEventListener('complete', close);
      writing.addEventListener('abort', close);
    };
  });
}

/** The browser's own limit for this origin. */
async function spaceOf(page: Page, url: string) {
  const session: CDPSession = await page.context().newCDPSession(page);
  const { origin } = new URL(url);
  return {
    full: async () => {
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
      // The browser goes on for some seconds with the space it had allotted before.
      await expect.poll(() => page.evaluate(writeSomething), { timeout: 60_000, intervals: [1_000] }).toBe('QuotaExceededError');
    },
    free: () => session.send('Storage.overrideQuotaForOrigin', { origin }),
  };
}

/** Ids of the facts that lie in the store, and what it counts as waiting; read past the app, from a page of the server that is not the app. */
async function storedFacts(page: Page, url: string): Promise<unknown> {
  const other = await page.context().newPage();
  await other.goto(`${url}/robots.txt`);
  const found = await other.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('wayside');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const transaction = db.transaction(['facts', 'self']);
    const read = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const [facts, self] = await Promise.all([
      read(transaction.objectStore('facts').getAllKeys()),
      read(transaction.objectStore('self').getAll()),
    ]);
    db.close();
    return { facts, self };
  });
  await other.close();
  return found;
}
