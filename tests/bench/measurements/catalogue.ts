// A catalogue of 20,000 titles: imported on one device, filled into another, opened there and searched, letter by letter.

import { type Line, summaryOf } from '../figures.ts';
import { createLibrary } from '../library.ts';
import { openBenchPage } from '../page-driver.ts';
import type { Stage } from '../stage.ts';

const titles = 20_000;

export async function catalogue(stage: Stage): Promise<readonly Line[]> {
  const library = await createLibrary(stage, 1_000);
  const browser = await stage.browser();
  const { call } = await openBenchPage(browser, library.server.url);
  await call('enroll', 'desktop', await library.invite());
  await call('deliver', 'desktop');
  const { read, saved } = await call('importTitles', 'desktop', titles);
  const delivered = await call('deliver', 'desktop');
  await call('enroll', 'tablet', await library.invite());
  const filled = await call('deliver', 'tablet');
  const { items, opening, searches, found, longTasks } = await call('searchCatalogue', 'tablet');
  await browser.close();
  if (items !== titles || found === 0) throw new Error(`${items} items, ${found} found`);
  const search = summaryOf(searches);
  const count = titles.toLocaleString('en');
  return [
    {
      what: `search among ${count} titles, p95`,
      unit: 'ms',
      value: search.p95,
      floor: null,
      aim: { of: 'value', atMost: 100 },
      detail: { searches: search.samples, median: search.median },
    },
    {
      what: `opening a catalogue of ${count} titles`,
      unit: 'ms',
      value: opening,
      floor: null,
      aim: null,
      detail: { 'longest task': Math.max(0, ...longTasks), 'tasks above 50 ms': longTasks.length },
    },
    { what: `importing ${count} titles`, unit: 's', value: (read + saved) / 1_000, floor: null, aim: null, detail: { read, saved } },
    {
      what: `delivering, and filling another device with, ${count} titles`,
      unit: 's',
      value: (delivered + filled) / 1_000,
      floor: null,
      aim: null,
      detail: { delivered, filled },
    },
  ];
}
