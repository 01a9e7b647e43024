// A single save, by the device's own action for a tap, with nothing, 10,000 and 100,000 facts in the store; and reading a month of
// sessions and one session's log among them. The floor is one raw strict put of the fact's row, in the same page, in turns.

import { addDays } from '../../../src/domain/shapes.ts';
import { type Line, summaryOf } from '../figures.ts';
import { createLibrary } from '../library.ts';
import { openBenchPage } from '../page-driver.ts';
import type { Stage } from '../stage.ts';

const saves = 1_000;
/** One fact in ten of the store is the device's own, not delivered yet; the others came by filling. */
const ownShare = 0.1;
/** A save is flat when its median in a full store is at most this many times that in an empty one. */
const flat = 1.25;

export async function save(stage: Stage): Promise<readonly Line[]> {
  const lines: Line[] = [];
  const medians: number[] = [];
  for (const facts of [0, 10_000, 100_000]) {
    const library = await createLibrary(stage, facts * (1 - ownShare));
    const browser = await stage.browser();
    const { call } = await openBenchPage(browser, library.server.url);
    const session = library.sessions[0] ?? 'BENCH0000000';
    await call('enroll', 'tablet', await library.invite());
    await call('deliver', 'tablet');
    await call('fillOutbox', 'tablet', library.sessions.slice(0, 100), facts * ownShare);
    const samples = await call('saves', 'tablet', session, saves);
    const [ours, floor] = [summaryOf(samples.ours), summaryOf(samples.floor)];
    medians.push(ours.median);
    lines.push({
      what: `save with ${facts.toLocaleString('en')} facts in the store, p95`,
      unit: 'ms',
      value: ours.p95,
      floor: floor.p95,
      aim: { of: 'ratio', atMost: 1.5 },
      detail: {
        saves,
        p50: ours.median,
        p99: ours.p99,
        'floor p50': floor.median,
        'floor p99': floor.p99,
        'p50 ratio': ours.median / floor.median,
      },
    });
    if (facts === 100_000) {
      const month = [addDays(library.today, -15), addDays(library.today, 15)] as const;
      const all = [addDays(library.today, -60), addDays(library.today, 150)] as const;
      const lists = await call('lists', 'tablet', month, all, 40);
      const [list, raw] = [summaryOf(lists.ours), summaryOf(lists.floor)];
      const detail = { found: lists.found, sessions: lists.sessions, p95: list.p95, 'floor p95': raw.p95 };
      lines.push({
        what: 'a month of sessions among 100,000 facts, median',
        unit: 'ms',
        value: list.median,
        floor: raw.median,
        aim: null,
        detail,
      });
      const log = summaryOf(await call('log', 'tablet', library.sessions.slice(0, 40)));
      lines.push({
        what: "a session's log among 100,000 facts, median",
        unit: 'ms',
        value: log.median,
        floor: null,
        aim: null,
        detail: { p95: log.p95 },
      });
    }
    await browser.close();
    await library.server.stop();
  }
  const [empty = Number.NaN, , full = Number.NaN] = medians;
  return [
    ...lines,
    {
      what: 'save from 0 to 100,000 facts, p50, times that of an empty store',
      unit: '',
      value: full / empty,
      floor: null,
      aim: { of: 'value', atMost: flat },
      detail: {},
    },
  ];
}
