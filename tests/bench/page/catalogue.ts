// A catalogue of 20,000 titles by the app's own import, its opening and its search, as screens have them.

import { catalogueIn, type Catalogue, findItems } from '../../../src/app/records/catalogue.ts';
import { device, good, timed } from './ours.ts';

const words = 'river lantern orchard pencil moon garden night drum story mango island kite bridge rain turtle song bread window'.split(' ');

function csvOf(count: number): Uint8Array {
  const word = (at: number) => words[at % words.length] ?? '';
  const rows = Array.from({ length: count }, (_, at) => {
    const title = `The ${word(at)} ${word(at * 7 + 3)} and the ${word(Math.floor(at / 18))}, volume ${at}`;
    return `"${title}","Wideline, Number ${at % 900}",${30_234_000_000_000 + at},${['English', 'Spanish', 'Haitian Creole'][at % 3]}`;
  });
  return new TextEncoder().encode(['title,author,barcode,language', ...rows].join('\n'));
}

export async function importTitles(name: string, count: number): Promise<{ readonly read: number; readonly saved: number }> {
  const { act } = device(name);
  const plan: { apply: (() => Promise<unknown>) | null } = { apply: null };
  const bytes = csvOf(count);
  const read = await timed(async () => {
    plan.apply = good(await act.importTitles(bytes)).apply;
  });
  return { read, saved: await timed(async () => plan.apply?.()) };
}

export interface Searching {
  readonly items: number;
  readonly opening: number;
  readonly searches: number[];
  readonly found: number;
  /** Tasks of the page above 50 ms while it was opened. */
  readonly longTasks: number[];
}

export async function searchCatalogue(name: string): Promise<Searching> {
  const longTasks: number[] = [];
  const watcher = new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)));
  watcher.observe({ entryTypes: ['longtask'] });
  const opened = Promise.withResolvers<Catalogue>();
  const opening = await timed(async () => {
    const leave = catalogueIn(device(name).store).join((live) => {
      if (live.state === 'ready') opened.resolve(live.value);
      if (live.state === 'problem') opened.reject(new Error(live.problem.code));
    });
    await opened.promise;
    leave();
  });
  const catalogue = await opened.promise;
  const searches: number[] = [];
  let found = 0;
  for (const typed of ['m', 'mo', 'moon', 'LANTÉRN orchard', 'wideline 77', 'zebra', '30234000012345', 'volume 19999']) {
    for (const language of ['', 'es']) {
      const begun = performance.now();
      found += findItems(catalogue, { typed, language }).length;
      searches.push(performance.now() - begun);
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  watcher.disconnect();
  return { items: catalogue.items.length, opening, searches, found, longTasks };
}
