// Today's questions at a cold start: asked of the browser's database itself, they have the answers that Dexie gives.

import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { nearSessions } from '../../src/app/features/today/near-sessions.ts';
import { begin, useShared } from '../../src/app/live.ts';
import { placesOf } from '../../src/app/records/places.ts';
import { knownClock } from '../../src/device/store/clock.ts';
import { delivery } from '../../src/device/store/delivery.ts';
import { firstReading, type Reads } from '../../src/device/store/first-reading.ts';
import { identity } from '../../src/device/store/identity.ts';
import { armedKiosk } from '../../src/device/store/kiosk.ts';
import type { Device } from '../../src/device/device.ts';
import { anEnrolledDevice, aScreen, done, now } from './a-screen.tsx';
import { anOpenSession, aPlannedSession, aSite } from './app/a-field-day.tsx';

const questions: Record<string, (reads: Reads) => Promise<unknown>> = {
  identity,
  armedKiosk,
  placesOf,
  delivery,
  knownClock,
  nearSessions: nearSessions(now),
};

/** Opened past Dexie, as public/wake.js does. */
function opened(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(name);
    asked.onsuccess = () => {
      asked.result.onversionchange = () => asked.result.close();
      onTestFinished(() => {
        asked.result.close();
        if (name.startsWith('other-')) indexedDB.deleteDatabase(name);
      });
      resolve(asked.result);
    };
    asked.onerror = () => reject(asked.error);
  });
}

/** A device with something under each question; the session that is open is counted in. */
async function aDay(): Promise<{ readonly device: Device; readonly open: string }> {
  const { device } = await anEnrolledDevice('coordinator');
  const site = await aSite(device, 'Maple Court');
  const open = await anOpenSession(device, { site });
  await done(device.act.count(open, '6-11', 3, 'many'));
  await aPlannedSession(device, { site });
  await aPlannedSession(device, { date: '2026-11-06', startsAt: null });
  await aPlannedSession(device, { date: '2026-12-24' });
  await done(device.act.joinSession('4K7Q9XTM2BHC'));
  return { device, open };
}

test('every question of a cold start has the answer that Dexie gives', async () => {
  const { device, open } = await aDay();
  const database = await opened(device.store.dexie.name);
  for (const [name, question] of Object.entries(questions)) {
    expect({ [name]: await question(firstReading(database)) }).toEqual({ [name]: await question(device.store) });
  }
  const found = await nearSessions(now)(firstReading(database));
  expect(found.open.map((one) => one.id)).toEqual(expect.arrayContaining([open, '4K7Q9XTM2BHC']));
  expect(found.around.length).toBe(3);
});

const sites = async ({ records }: Pick<Reads, 'records'>) => (await records.where('type').equals('site').toArray()).length;

function Sites() {
  const live = useShared(sites);
  return (
    <main>
      <h1>Sites</h1>
      <p>{live.state === 'ready' ? `There are ${live.value}` : live.state}</p>
    </main>
  );
}

test('what was answered directly stands in the first drawing, and is followed once the page says so', async () => {
  const { device } = await aDay();
  const first = begin(device.store, [sites], opened(device.store.dexie.name));
  await first.read;
  aScreen(device, <Sites />);
  expect(document.body.textContent).toContain('There are 1');
  await aSite(device, 'Pine Street School');
  for (const follow of [...first.follow, ...first.follow]) follow();
  await expect.element(page.getByText('There are 2')).toBeVisible();
  await aSite(device, 'Hurston Elementary');
  await expect.element(page.getByText('There are 3')).toBeVisible();
});

test.each([
  ['there is no database yet', async () => null],
  ['it could not be opened', () => Promise.reject(new DOMException('no disk', 'UnknownError'))],
  ['it has other tables', () => opened(`other-${Math.random()}`)],
] as [string, () => Promise<IDBDatabase | null>][])('%s: Dexie answers', async (_, open) => {
  const { device } = await aDay();
  const first = begin(device.store, [sites], open());
  await first.read;
  aScreen(device, <Sites />);
  expect(document.body.textContent).toContain('There are 1');
});
