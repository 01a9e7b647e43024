// 10,000 sealed sign-ups on the desk's own device: from the passphrase to a list that answers a search, and how long the page was kept
// from answering a tap meanwhile. The floor of opening is the browser's own cryptography, as often, in the same page.

import { prepareSealingKey } from '../../../src/device/seal/set-up.ts';
import { aMaker } from '../../support/facts.ts';
import { randomBytesFrom } from '../../support/random.ts';
import { type Client, deliver } from '../client.ts';
import type { Line } from '../figures.ts';
import { createLibrary } from '../library.ts';
import { openBenchPage } from '../page-driver.ts';
import type { Stage } from '../stage.ts';

const passphrase = 'river lantern orchard pencil';
const sessions = 250;
const each = 40;
/** As many as the vault opens at once. */
const batch = 32;

export async function unsealing(stage: Stage): Promise<readonly Line[]> {
  const library = await createLibrary(stage, sessions * 40);
  const browser = await stage.browser();
  const { call, page } = await openBenchPage(browser, library.server.url);
  await makeKey(library.coordinator);
  await call('enroll', 'desktop', await library.invite());
  await call('deliver', 'desktop');
  await call('takeSignUps', 'desktop', library.sessions.slice(0, sessions), each);
  const floor = await call('rawOpen', sessions * each, batch);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  const before = await busy();
  const { longTasks, ...spent } = await call('unseal', 'desktop', passphrase);
  const processorTime = (await busy()) - before;
  await browser.close();
  const count = spent.signUps.toLocaleString('en');
  if (spent.signUps !== sessions * each || spent.found !== 1) throw new Error(`${count} opened, ${spent.found} found`);
  const { unlocking, reading, opening, indexing, search, duplicates } = spent;
  const detail = { unlocking, reading, opening, indexing, search, duplicates, 'processor time of the page, s': processorTime };
  return [
    {
      what: `${count} sealed sign-ups, from the passphrase to the first search`,
      unit: 's',
      value: (unlocking + reading + opening + indexing + search) / 1_000,
      floor: null,
      aim: { of: 'value', atMost: 15 },
      detail,
    },
    { what: `opening ${count} envelopes`, unit: 'ms', value: opening, floor, aim: null, detail: { batch } },
    {
      what: 'longest task of the page meanwhile',
      unit: 'ms',
      value: Math.max(0, ...longTasks),
      floor: null,
      aim: { of: 'value', atMost: 100 },
      detail: { 'tasks above 50 ms': longTasks.length },
    },
  ];
}

/** Made by the coordinator, as a library's key is. */
async function makeKey({ library, device, ...coordinator }: Client): Promise<void> {
  const random = randomBytesFrom(4);
  const prepared = await prepareSealingKey({ passphrase, holder: 'Bench', random });
  if (!prepared.ok) throw new Error(prepared.problem.code);
  const { keyId, publicKey, wraps } = prepared.value;
  const made = aMaker({ library, device, random });
  const facts = [
    made.make('sealing-key.changed', keyId, { set: { publicKey, retired: false }, base: {} }),
    ...wraps.map((wrap, at) => made.make('key-wrap.changed', `WRAP0000000${at}`, { set: wrap, base: {} })),
  ];
  const { stored } = await deliver(
    { library, device, ...coordinator },
    facts.map(({ sent }) => sent),
  );
  if (stored !== facts.length) throw new Error(`${stored} facts of the key were stored`);
}
