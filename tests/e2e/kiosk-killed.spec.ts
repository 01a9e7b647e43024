// Saved means saved, at the kiosk too: the browser is killed between a visitor's Send and the thank-you. Where the thank-you was seen there is
// one sign-up; where it was not there is one or none; and in no file of the browser is anything in clear.

import { expect, type Page, test } from '@playwright/test';
import * as v from 'valibot';
import { enUS as text } from '../../src/app/text/en-US.ts';
import { aField } from './support/a-field.ts';
import { askForNewsletter, firstScreen, handOver } from './support/at-kiosk.ts';
import { canaryAs, canaryOf, foundOnDisk } from './support/canaries.ts';

const visitor = { name: 'Zéquillfeather', phone: '305 555 0147' } as const;
const canaries = [canaryOf(visitor.name), canaryAs(visitor.phone, '3055550147')];

/** When the battery is pulled: as Send is pressed, as the store is first written to after it, or as the thank-you is drawn. */
const moments = ['pressed', 'writing', 'thanked'] as const;

test('a browser that is killed at Send has saved what it thanked for, once, and nothing in clear', async () => {
  test.setTimeout(120_000);
  const field = await aField();
  try {
    // A browser writes a new cookie down after half a minute, or when it is closed: that of enrolling is not what is killed here.
    const page = await field.tablet.restart(field.network.url);
    await handOver(field, page);
    const saved = { ids: await signUpsIn(page) };
    for (const moment of moments) {
      const now = field.tablet.page();
      await askForNewsletter(now, visitor);
      const told = await tellsOf(now);
      const send = now.getByRole('button', { name: text.kiosk.consent.agree }).click();
      if (moment !== 'pressed') await expect.poll(() => told.has(moment), { intervals: [1] }).toBe(true);
      await Promise.all([field.tablet.kill(), send.catch(() => undefined)]);
      const wasThanked = told.has('thanked');
      expect(foundOnDisk(field.tablet.profile, canaries)).toEqual([]);

      const again = await field.tablet.open(field.network.url);
      await firstScreen(again);
      const ids = await signUpsIn(again);
      expect(ids.filter((id) => saved.ids.includes(id))).toEqual(saved.ids);
      expect(wasThanked ? [1] : [0, 1]).toContain(ids.length - saved.ids.length);
      saved.ids = ids;
    }
    await expect.poll(() => field.onServer().signUps, { timeout: 60_000 }).toBe(saved.ids.length);
    expect(field.onServer().held).toBe(0);
  } finally {
    await field.close();
  }
});

/** What the page tells from now on, as it happens: that the store is written to, and that the thank-you is drawn. */
async function tellsOf(page: Page): Promise<ReadonlySet<string>> {
  const told = new Set<string>();
  page.on('console', (message) => told.add(message.text()));
  await page.evaluate((thanks) => {
    for (const verb of ['add', 'put'] as const) {
      const write = IDBObjectStore.prototype[verb];
      IDBObjectStore.prototype[verb] = function (this: IDBObjectStore, ...given) {
        if (this.name === 'facts') console.debug('writing');
        return write.apply(this, given);
      };
    }
    new MutationObserver(() => {
      if (document.querySelector('h1')?.textContent === thanks) console.debug('thanked');
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  }, text.kiosk.thanks.title);
  return told;
}

const rows = v.array(v.looseObject({ id: v.string(), kind: v.string() }));

/** Ids of the sign-ups that lie in the tablet's store, in the order they were saved. */
async function signUpsIn(page: Page): Promise<readonly string[]> {
  const facts = await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('wayside');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const found = await new Promise<unknown>((resolve, reject) => {
      const request = db.transaction('facts').objectStore('facts').getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    db.close();
    return found;
  });
  return v.parse(rows, facts).flatMap(({ id, kind }) => (kind === 'sign-up.taken' ? [id] : []));
}
