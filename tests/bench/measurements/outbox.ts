// A very large outbox: 50,000 facts that wait because there was no network for a season. What a tap costs beside it, before and while it is
// delivered, against a raw strict put as in save; and how long delivering it takes. Its batches are bounded, which a test proves.

import { type Line, summaryOf } from '../figures.ts';
import { createLibrary } from '../library.ts';
import { openBenchPage } from '../page-driver.ts';
import type { Stage } from '../stage.ts';

const waiting = 50_000;
const saves = 300;

export async function outbox(stage: Stage): Promise<readonly Line[]> {
  const library = await createLibrary(stage, 1_000);
  const browser = await stage.browser();
  const { call } = await openBenchPage(browser, library.server.url);
  const session = library.sessions[0] ?? 'BENCH0000000';
  await call('enroll', 'tablet', await library.invite());
  await call('deliver', 'tablet');
  await call('fillOutbox', 'tablet', library.sessions.slice(0, 100), waiting);
  const before = await call('saves', 'tablet', session, saves);
  const [ours, floor] = [summaryOf(before.ours), summaryOf(before.floor)];
  const { spent, taps } = await call('deliverWhileCounting', 'tablet', session);
  const during = summaryOf(taps);
  await browser.close();
  const facts = waiting.toLocaleString('en');
  return [
    {
      what: `save with ${facts} facts waiting, p95`,
      unit: 'ms',
      value: ours.p95,
      floor: floor.p95,
      aim: { of: 'ratio', atMost: 1.5 },
      detail: { saves, p50: ours.median, p99: ours.p99, 'floor p50': floor.median },
    },
    {
      what: `save while ${facts} facts are being delivered, p95`,
      unit: 'ms',
      value: during.p95,
      floor: null,
      aim: null,
      detail: { saves: taps.length, p50: during.median, p99: during.p99, longest: Math.max(...taps) },
    },
    { what: `delivering ${facts} facts`, unit: 's', value: spent / 1_000, floor: null, aim: null, detail: {} },
  ];
}
