// Delivering 1,000 and 10,000 facts that wait on a device. The floor moves the same bytes: rows read from raw IndexedDB, one POST of all
// into SQLite in one transaction, and then, as most programs do, each row marked in one strict transaction. Ours keeps receipts for a
// thousand facts in one row, so the ratio to a floor that marks one row only is given too.

import { type Line, inTurns, medianLine, summaryOf } from '../figures.ts';
import { createLibrary } from '../library.ts';
import { openBenchPage } from '../page-driver.ts';
import type { Stage } from '../stage.ts';

const rounds = { 1000: 9, 10000: 5 } as const;

export async function push(stage: Stage): Promise<readonly Line[]> {
  const lines: Line[] = [];
  const library = await createLibrary(stage, 1_000);
  const floorServer = await stage.floor();
  const browser = await stage.browser();
  const tablet = await openBenchPage(browser, library.server.url);
  const floor = await openBenchPage(browser, floorServer.url);
  await tablet.call('enroll', 'tablet', await library.invite());
  await tablet.call('deliver', 'tablet');
  const sessions = library.sessions.slice(0, 30);
  for (const facts of [1_000, 10_000] as const) {
    const texts = { made: [] as readonly string[] };
    const lean: number[] = [];
    const pair = await inTurns(
      rounds[facts],
      async () => {
        await tablet.call('fillOutbox', 'tablet', sessions, facts);
        texts.made = await tablet.call('newestTexts', 'tablet', facts);
        return tablet.call('deliver', 'tablet');
      },
      async (round) => {
        const store = `push ${facts} ${round}`;
        await floor.call('rawKeep', store, texts.made);
        lean.push(await floor.call('rawPush', store, 'one row'));
        return floor.call('rawPush', store, 'each row');
      },
    );
    const oneMark = summaryOf(lean).median;
    const bytes = texts.made.reduce((sum, text) => sum + text.length, 0);
    const detail = { bytes, 'floor marking one row': oneMark, 'ratio to that': summaryOf(pair.ours).median / oneMark };
    lines.push(medianLine(`push of ${facts.toLocaleString('en')} facts`, pair, { of: 'ratio', atMost: 2.5 }, detail));
  }
  await browser.close();
  return lines;
}
