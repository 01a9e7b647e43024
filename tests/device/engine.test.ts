// When delivery happens by itself: a clock of the test's own, a network it switches, and a real server.

import { describe, expect, test } from 'vitest';
import type { Ports, Signal, Timer } from '../../src/device/ports.ts';
import { delivery } from '../../src/device/store/delivery.ts';
import { watch } from '../../src/device/store/live.ts';
import { session } from '../../src/device/store/sessions.ts';
import { paths } from '../../src/protocol/paths.ts';
import { aServer } from '../support/server.ts';
import { okOf, problemOf } from './a-device.ts';
import { aDesktop, anEnrolledTablet, aTablet, refusedWith, requestsTo, type Tablet } from './a-tablet.ts';

/** Timers that run when the test says so. */
function aTimer() {
  const planned = new Map<number, { readonly ms: number; readonly run: () => void }>();
  const counter = { key: 0 };
  const timer: Timer = (ms, run) => {
    if (ms === 0) {
      const next = setTimeout(run, 0);
      return () => clearTimeout(next);
    }
    const key = counter.key++;
    planned.set(key, { ms, run });
    return () => planned.delete(key);
  };
  return {
    timer,
    /** Waits being planned for the next round; the limits on requests and writes are other timers. */
    waits: () => [...planned.values()].map(({ ms }) => ms).filter((ms) => ![60_000, 20_000, 10_000].includes(ms)),
    /** Runs what is planned and not a limit. */
    fire: () => {
      for (const [key, { ms, run }] of [...planned]) {
        if ([60_000, 20_000, 10_000].includes(ms) || !planned.delete(key)) continue;
        run();
      }
    },
  };
}

async function aTabletByItself(given: Partial<Ports> = {}) {
  const server = await aServer();
  const desktop = await aDesktop(server);
  const clock = aTimer();
  const ears = new Set<(signal: Signal) => void>();
  const signals: Ports['signals'] = (onSignal) => {
    ears.add(onSignal);
    return () => ears.delete(onSignal);
  };
  const tablet = await anEnrolledTablet(server, desktop, 1, { timer: clock.timer, signals, ...given });
  const { id } = okOf(await tablet.device.act.planSession({ date: '2026-11-02' }));
  okOf(await tablet.device.sync.deliverNow());
  return {
    server,
    desktop,
    tablet,
    clock,
    id,
    signal: (one: Signal) => {
      for (const ear of ears) ear(one);
    },
  };
}

/** Until a query's answer passes; the live query runs it again when something changed. */
function until<Value>(query: () => Promise<Value>, passes: (value: Value) => boolean): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = watch(query).subscribe(
      (value) => {
        if (!passes(value)) return;
        queueMicrotask(() => stop());
        resolve(value);
      },
      (problem) => reject(new Error(problem.code)),
    );
  });
}

function delivered({ device }: Tablet) {
  return until(
    () => delivery(device.store),
    (state) => state.waiting === 0,
  );
}

/** Until the engine's status is this. */
function status({ device }: Tablet, state: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = device.sync.subscribe((now) => {
      if (now.state !== state) return;
      queueMicrotask(() => stop());
      resolve();
    });
  });
}

describe('delivering by itself', () => {
  test('a commit is a reason to deliver, and screens that watch see it', async () => {
    const { tablet, id } = await aTabletByItself();
    tablet.device.sync.start();
    await status(tablet, 'idle');
    okOf(await tablet.device.act.count(id, '0-5', 2, 'many'));
    expect(await delivered(tablet)).toMatchObject({ delivered: 3, total: 3 });
  });

  test('[S18] a poke brings the other tablet the news without its asking', async () => {
    const { server, desktop, tablet, id } = await aTabletByItself();
    const two = await anEnrolledTablet(server, desktop, 2);
    two.device.sync.start();
    await two.network.answered(paths.pokes);
    const before = requestsTo(two, paths.pull);
    okOf(await tablet.device.act.count(id, '0-5', 2, 'many'));
    okOf(await tablet.device.sync.deliverNow());
    await until(
      () => session(two.device.store, id),
      (found) => found?.totals.heads['0-5'] === 2,
    );
    expect(requestsTo(two, paths.pull) - before).toBe(1);
  });

  test('failures back off with jitter, up to five minutes, and a reason to hope begins anew', async () => {
    const { tablet, clock, id, signal } = await aTabletByItself();
    tablet.device.sync.start();
    await status(tablet, 'idle');
    tablet.network.off = true;
    okOf(await tablet.device.act.count(id, '0-5', 2, 'many'));
    await status(tablet, 'waiting');
    const waits: number[] = [];
    for (let tries = 0; tries < 14; tries++) {
      const [wait = -1] = clock.waits();
      waits.push(wait);
      clock.fire();
      problemOf(await tablet.device.sync.deliverNow());
    }
    expect(Math.max(...waits)).toBeGreaterThan(30_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(300_000);
    expect(new Set(waits).size).toBeGreaterThan(8);
    tablet.network.off = false;
    signal('online');
    expect(await delivered(tablet)).toMatchObject({ waiting: 0 });
    expect(tablet.device.sync.status().state).not.toBe('waiting');
  });

  test('[S23] a busy server is given the time it asks for, whatever happens meanwhile', async () => {
    const { tablet, clock, id, signal } = await aTabletByItself();
    tablet.device.sync.start();
    await status(tablet, 'idle');
    tablet.network.break(paths.push, refusedWith(503, { 'Retry-After': '120' }));
    okOf(await tablet.device.act.count(id, '0-5', 2, 'many'));
    await status(tablet, 'waiting');
    const asked = tablet.network.asked.length;
    for (const reason of ['visible', 'online'] as const) signal(reason);
    expect(tablet.network.asked.length).toBe(asked);
    expect(tablet.device.sync.status()).toMatchObject({ problem: { code: 'server-busy', retryAfter: 120 } });
    expect(Math.min(...clock.waits().filter((ms) => ms > 30_000))).toBeGreaterThanOrEqual(120_000);
    // A person may ask all the same.
    okOf(await tablet.device.sync.deliverNow());
  });

  test('the browser saying it is offline stops nothing but the stream', async () => {
    const { tablet, id, signal } = await aTabletByItself();
    tablet.device.sync.start();
    await status(tablet, 'idle');
    signal('offline');
    okOf(await tablet.device.act.count(id, '0-5', 2, 'many'));
    await delivered(tablet);
  });

  test('[I16] a lock that is never given, or locks that throw, hold up nothing for longer than a moment', async () => {
    const frozen: Ports['locks'] = {
      request: (_name, { signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    };
    const broken: Ports['locks'] = { request: () => Promise.reject(new DOMException('no locks here', 'SecurityError')) };
    for (const locks of [frozen, broken]) {
      const server = await aServer();
      const desktop = await aDesktop(server);
      const quick: Timer = (ms, run) => {
        const waiting = setTimeout(run, ms === 10_000 ? 5 : ms);
        return () => clearTimeout(waiting);
      };
      const tablet = await anEnrolledTablet(server, desktop, 1, { locks, timer: quick });
      expect(await delivery(tablet.device.store)).toMatchObject({ waiting: 0, filling: null });
    }
  });

  test('what is asked while a round is under way is in the next one', async () => {
    const { tablet, id } = await aTabletByItself();
    const first = tablet.device.sync.deliverNow();
    okOf(await tablet.device.act.count(id, '0-5', 2, 'many'));
    const second = tablet.device.sync.deliverNow();
    expect(await Promise.all([first, second])).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    expect(await delivery(tablet.device.store)).toMatchObject({ waiting: 0 });
  });

  test('before enrollment delivering says so and asks nobody', async () => {
    const tablet = aTablet(await aServer(), 8);
    expect(problemOf(await tablet.device.sync.deliverNow()).code).toBe('not-enrolled');
    expect(tablet.network.asked).toEqual([]);
  });
});
