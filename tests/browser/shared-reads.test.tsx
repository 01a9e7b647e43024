// Several parts of a screen that read the same: one query, the same answer, and what comes later has it at once.

import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { begin, useShared } from '../../src/app/live.ts';
import type { Store } from '../../src/device/store/db.ts';
import type { Reads } from '../../src/device/store/first-reading.ts';
import { aScreen, anEnrolledDevice, done } from './a-screen.tsx';

function Count({ name, query }: { readonly name: string; readonly query: (store: Store) => Promise<number> }) {
  const sites = useShared(query);
  return (
    <p>
      {name}: {sites.state === 'ready' ? sites.value : sites.state}
    </p>
  );
}

test('parts that read the same ask once, and all follow what changes', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  const asked = { times: 0 };
  const sites = async ({ records }: Pick<Reads, 'records'>) => {
    asked.times += 1;
    return (await records.where('type').equals('site').toArray()).length;
  };
  await begin(device.store, [sites], Promise.resolve(null)).read;
  expect(asked.times).toBe(1);
  aScreen(
    device,
    <main>
      <h1>Sites</h1>
      <Count name="Here" query={sites} />
      <Count name="There" query={sites} />
    </main>,
  );
  // Known before the first drawing: nobody sees "loading".
  expect(document.body.textContent).toContain('Here: 0');
  expect(document.body.textContent).toContain('There: 0');
  expect(asked.times).toBe(1);
  await done(device.act.changeSite(null, { name: 'Pine Street School', type: 'school' }));
  await expect.element(page.getByText('Here: 1')).toBeVisible();
  await expect.element(page.getByText('There: 1')).toBeVisible();
  expect(asked.times).toBe(2);
});

test('storage that fails is a problem to every part, not a bug', async () => {
  const { device } = await anEnrolledDevice('staff');
  const broken = () => Promise.reject(new DOMException('no disk', 'UnknownError'));
  aScreen(
    device,
    <main>
      <h1>Broken</h1>
      <Count name="Here" query={broken} />
      <Count name="There" query={broken} />
    </main>,
  );
  await expect.element(page.getByText('Here: problem')).toBeVisible();
  await expect.element(page.getByText('There: problem')).toBeVisible();
});
