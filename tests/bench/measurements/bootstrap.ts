// Filling a new device with 10,000 facts: enrolled already, nothing in its store yet. The floor is one GET of the same bytes and one
// raw strict bulk put, a row a fact.

import { inTurns, type Line, medianLine } from '../figures.ts';
import { createLibrary } from '../library.ts';
import { openBenchPage } from '../page-driver.ts';
import type { Stage } from '../stage.ts';

const facts = 10_000;
const rounds = 7;

export async function bootstrap(stage: Stage): Promise<readonly Line[]> {
  const library = await createLibrary(stage, facts);
  const floorServer = await stage.floor();
  await fetch(`${floorServer.url}/rows`, { method: 'POST', body: JSON.stringify(library.facts.map(({ text }) => text)) });
  const browser = await stage.browser();
  const tablet = await openBenchPage(browser, library.server.url);
  const floor = await openBenchPage(browser, floorServer.url);
  const pair = await inTurns(
    rounds,
    async (round) => {
      await tablet.call('enroll', `tablet ${round}`, await library.invite());
      return tablet.call('deliver', `tablet ${round}`);
    },
    (round) => floor.call('rawPull', `filled ${round}`, 0),
  );
  await browser.close();
  const bytes = library.facts.reduce((sum, { text }) => sum + text.length, 0);
  return [medianLine(`fill a new device with ${facts.toLocaleString('en')} facts`, pair, { of: 'ratio', atMost: 2 }, { bytes })];
}
