// The kiosk's idle time, with a clock and timers the test moves: what counts as somebody being there, and when all is wiped.

import { expect, test } from 'vitest';
import { createIdle } from '../../../src/app/features/kiosk/idle.ts';

function aWatch() {
  const state = { now: 1_000_000, asked: [] as (number | null)[], wiped: 0 };
  const timers = new Set<{ readonly at: number; readonly run: () => void }>();
  const idle = createIdle({
    now: () => state.now,
    timer: (ms, run) => {
      const timer = { at: state.now + ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    seconds: 45,
    onAsk: (left) => state.asked.push(left),
    onWipe: () => {
      state.wiped += 1;
    },
  });
  /** Timers run as their time comes, each at its own moment. */
  const pass = (seconds: number) => {
    const end = state.now + seconds * 1_000;
    for (;;) {
      const [next] = [...timers].filter((one) => one.at <= end).sort((a, b) => a.at - b.at);
      if (next === undefined) break;
      timers.delete(next);
      state.now = Math.max(state.now, next.at);
      next.run();
    }
    state.now = end;
  };
  /** The page sleeps: the clock goes on, no timer runs. */
  const sleep = (seconds: number) => {
    state.now += seconds * 1_000;
  };
  return { state, idle, pass, sleep, timers };
}

test('after 45 seconds of nothing it asks, counts 20 seconds down, and wipes once', () => {
  const { state, pass, timers } = aWatch();
  pass(44);
  expect(state.asked).toEqual([]);
  pass(1);
  expect(state.asked).toEqual([20]);
  pass(19);
  expect(state.asked).toEqual([20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(state.wiped).toBe(0);
  pass(1);
  expect(state.wiped).toBe(1);
  pass(1_000);
  expect(state.wiped).toBe(1);
  expect(timers.size).toBe(0);
});

test('any input begins the time again; the question is answered by "still here" only', () => {
  const { state, idle, pass } = aWatch();
  for (let at = 0; at < 10; at += 1) {
    pass(44);
    idle.touch();
  }
  expect(state.asked).toEqual([]);
  pass(50);
  idle.touch();
  pass(1);
  expect(state.asked.at(-1)).toBe(14);
  idle.stay();
  expect(state.asked.at(-1)).toBe(null);
  pass(44);
  expect(state.wiped).toBe(0);
  pass(21);
  expect(state.wiped).toBe(1);
});

test('a page that slept longer than that wipes as it wakes, and so does the first touch after it', () => {
  const woken = aWatch();
  woken.sleep(3_600);
  woken.idle.look();
  expect(woken.state).toMatchObject({ wiped: 1, asked: [] });
  const touched = aWatch();
  touched.sleep(3_600);
  touched.idle.touch();
  expect(touched.state).toMatchObject({ wiped: 1, asked: [] });
  const late = aWatch();
  late.pass(50);
  late.sleep(100);
  late.idle.stay();
  expect(late.state.wiped).toBe(1);
});

test('a page that slept for a little while asks as it wakes', () => {
  const { state, idle, sleep } = aWatch();
  sleep(50);
  idle.touch();
  expect(state).toMatchObject({ asked: [15], wiped: 0 });
});

test('a clock that is set back neither wipes nor waits for ever', () => {
  const { state, idle, pass } = aWatch();
  pass(10);
  state.now -= 86_400_000;
  idle.look();
  pass(44);
  expect(state).toMatchObject({ asked: [], wiped: 0 });
  pass(21);
  expect(state.wiped).toBe(1);
});

test('stopped, it does nothing any more', () => {
  const { state, idle, pass } = aWatch();
  idle.stop();
  idle.touch();
  pass(1_000);
  expect(state).toMatchObject({ asked: [], wiped: 0 });
});
