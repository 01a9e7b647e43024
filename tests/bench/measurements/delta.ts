// One new fact from device to device, both holding a library of 100,000: counted and delivered on the first, pulled by the second, with
// what it took on the wire. The floor: put, POST, mark on one side; GET, put on the other.

import { inTurns, type Line, medianLine, summaryOf } from '../figures.ts';
import { createLibrary } from '../library.ts';
import { openBenchPage } from '../page-driver.ts';
import type { Stage } from '../stage.ts';
import { type Traffic, watchWire } from '../wire.ts';

const facts = 100_000;
const rounds = 40;

export async function delta(stage: Stage): Promise<readonly Line[]> {
  const library = await createLibrary(stage, facts);
  const floorServer = await stage.floor();
  for (let at = 0; at < facts; at += 10_000) {
    await fetch(`${floorServer.url}/rows`, {
      method: 'POST',
      body: JSON.stringify(library.facts.slice(at, at + 10_000).map(({ text }) => text)),
    });
  }
  const first = await tablet(stage, library.server.url, floorServer.url, await library.invite());
  const second = await tablet(stage, library.server.url, floorServer.url, await library.invite());
  const session = library.sessions[0] ?? '';
  const text = library.facts.at(-1)?.text ?? '';
  // Once untimed: connections, caches, and what the others delivered while this one was filled.
  await first.ours.call('countAndDeliver', 'tablet', session);
  await second.ours.call('deliver', 'tablet');
  const traffic: { push: Traffic; pull: Traffic }[] = [];
  const pair = await inTurns(
    rounds,
    async () => {
      first.wire.take();
      second.wire.take();
      const there = await first.ours.call('countAndDeliver', 'tablet', session);
      const back = await second.ours.call('deliver', 'tablet');
      traffic.push({ push: first.wire.take(), pull: second.wire.take() });
      return there + back;
    },
    async (round) => {
      const there = await first.floor.call('rawCountAndDeliver', 'delta', facts + round, text);
      return there + (await second.floor.call('rawPull', 'delta', facts + round));
    },
  );
  await first.close();
  await second.close();
  return [
    medianLine('one fact from device to device at 100,000', pair, { of: 'ratio', atMost: 1.5 }),
    ...wireLines(
      'push',
      traffic.map((one) => one.push),
    ),
    ...wireLines(
      'pull',
      traffic.map((one) => one.pull),
    ),
  ];
}

async function tablet(stage: Stage, url: string, floorUrl: string, code: string) {
  const browser = await stage.browser();
  const ours = await openBenchPage(browser, url);
  const floor = await openBenchPage(browser, floorUrl);
  await ours.call('enroll', 'tablet', code);
  await ours.call('deliver', 'tablet');
  return { ours, floor, wire: await watchWire(browser, ours.page), close: () => browser.close() };
}

function wireLines(what: string, traffic: readonly Traffic[]): readonly Line[] {
  const median = (of: keyof Traffic) => summaryOf(traffic.map((one) => one[of])).median;
  const requests = summaryOf(traffic.map((one) => one.requests));
  const [sent, received, sentBody, receivedBody] = [median('sent'), median('received'), median('sentBody'), median('receivedBody')];
  return [
    {
      what: `requests of its ${what}`,
      unit: '',
      value: requests.p95,
      floor: 1,
      aim: { of: 'value', atMost: 1 },
      detail: { median: requests.median },
    },
    {
      what: `bytes of its ${what}, bodies both ways`,
      unit: 'B',
      value: sentBody + receivedBody,
      floor: null,
      aim: { of: 'value', atMost: 2_047 },
      detail: { sent: sentBody, received: receivedBody, 'sent with headers': sent, 'received with headers': received },
    },
  ];
}
