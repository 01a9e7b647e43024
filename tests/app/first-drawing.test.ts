// What may wait for the first drawing runs once, whoever says that it is drawn, and also when nobody does.

import { expect, test } from 'vitest';
import { afterFirstDrawing } from '../../src/app/first-drawing.ts';

/** Timers that the test lets go off, in their order. */
function someTimers() {
  const waiting: { readonly at: number; readonly run: () => void }[] = [];
  const state = { now: 0 };
  const timer = (ms: number, run: () => void) => {
    const one = { at: state.now + ms, run };
    waiting.push(one);
    return () => void waiting.splice(waiting.indexOf(one), 1);
  };
  const pass = (ms: number) => {
    state.now += ms;
    for (const one of [...waiting].sort((a, b) => a.at - b.at)) {
      if (one.at > state.now) continue;
      waiting.splice(waiting.indexOf(one), 1);
      one.run();
    }
  };
  return { timer, pass };
}

test('delivery begins after the first drawing, once', () => {
  const { timer, pass } = someTimers();
  const begun: string[] = [];
  const drawn = afterFirstDrawing(timer, [() => begun.push('delivery'), () => begun.push('the schedule')]);
  pass(500);
  expect(begun).toEqual([]);
  drawn();
  drawn();
  expect(begun).toEqual([]);
  pass(100);
  expect(begun).toEqual(['delivery']); // what follows has a turn of its own
  pass(0);
  expect(begun).toEqual(['delivery', 'the schedule']);
  drawn();
  pass(60_000);
  expect(begun).toEqual(['delivery', 'the schedule']);
});

test('a screen that is never drawn holds delivery up for seconds only', () => {
  const { timer, pass } = someTimers();
  const begun: string[] = [];
  afterFirstDrawing(timer, [() => begun.push('delivery')]);
  pass(2_999);
  pass(1);
  pass(100);
  expect(begun).toEqual(['delivery']);
});
