// The one queue that decides everything: steps of IndexedDB, deliveries of the network and timers are events; the seeded generator picks the
// next source, each source keeps its order, and every event goes into the hash (I29). Between two events all microtasks are run. What is truly
// asynchronous (WebCrypto, files) is `blocking`: no event is picked before it has settled, so that its speed decides nothing.

import { createHash } from 'node:crypto';
import { setImmediate as realImmediate } from 'node:timers';

/** Where events come from: a page, a disk, the network, the server. What is frozen waits; what is dead is dropped. */
export interface Source {
  readonly name: string;
  frozen: boolean;
  dead: boolean;
  readonly tasks: (() => void)[];
  /** Called before each of its events: faults that strike in the middle of something count here. */
  before: (() => void) | null;
}

export interface Loop {
  /** True virtual time in milliseconds; devices and servers add their own error. */
  readonly now: () => number;
  readonly events: () => number;
  readonly source: (name: string) => Source;
  readonly forget: (source: Source) => void;
  readonly post: (source: Source, run: () => void) => void;
  readonly after: (source: Source, ms: number, run: () => void) => () => void;
  /** Runs `work` so that what it queues belongs to `source`. */
  readonly as: <Value>(source: Source, work: () => Value) => Value;
  readonly current: () => Source;
  readonly blocking: <Value>(work: Promise<Value>) => Promise<Value>;
  /** Into the hash of this run. */
  readonly note: (line: string) => void;
  readonly hash: () => string;
  /** Until it is time, or so many events have been run, or `done` says so. True: `done` said so. */
  readonly run: (options: RunOptions) => Promise<boolean>;
  readonly trace: string[] | null;
}

export interface RunOptions {
  /** Virtual time to reach; time does not go past it. */
  readonly until: number;
  readonly events?: number;
  readonly done?: () => boolean;
}

interface Timer {
  readonly due: number;
  readonly turn: number;
  readonly source: Source;
  readonly run: () => void;
  canceled: boolean;
}

// Not the global one, which during a run leads here.
const slowness = 1 / 1_500;
const longestStreak = 250;
/** Milliseconds. While there is something to do, a timer this far ahead is not jumped to … */
const longPause = 1_000;
/** … but so much time passes: a write of a thousand requests is over before its 20 s are. */
const slowStep = 500;
/** A story has a few thousand; one with so many goes round in a circle, and would never end. */
export const mostEvents = 1_000_000;
/** So many events may follow each other in one turn of Node's own loop; microtasks are run between them all the same. */
const eventsPerTurn = 24;

export function createLoop(start: number, draw: () => number, trace: string[] | null): Loop {
  const sources: Source[] = [];
  const timers: Timer[] = [];
  const hash = createHash('sha256');
  const world: Source = { name: 'world', frozen: false, dead: false, tasks: [], before: null };
  const state = { now: start, turn: 0, events: 0, streak: 0, blocked: 0, current: world };

  const note = (line: string) => {
    hash.update(line);
    trace?.push(`${state.events} ${line}`);
  };
  const ready = (): Source | null => {
    let count = 0;
    let found: Source | null = null;
    for (const source of sources) {
      if (source.frozen || source.tasks.length === 0) continue;
      count += 1;
      if (count === 1 || draw() < 1 / count) found = source;
    }
    return found;
  };
  const runOne = (source: Source): void => {
    state.events += 1;
    if (state.events > mostEvents) throw new Error(`${source.name} does not come to rest`);
    note(`${source.name};`);
    source.before?.();
    const task = source.dead ? undefined : source.tasks.shift();
    if (task === undefined) return;
    state.current = source;
    task();
  };
  /** One event; false when there is none before `until`. */
  const step = (until: number): boolean => {
    const source = ready();
    // A slow disk: time passes, now and then, while there is still something to do; and while somebody asks again and again.
    if (source !== null && state.streak < longestStreak && draw() >= slowness) {
      state.streak += 1;
      runOne(source);
      return true;
    }
    for (;;) {
      const next = timers[0];
      if (next === undefined || next.due > until) {
        if (source !== null) runOne(source);
        return source !== null;
      }
      if (source !== null && !next.canceled && next.due - state.now > longPause) {
        state.now += slowStep; // no disk is so slow that what is to be done at once waits for that
        state.streak = longestStreak - 50;
        note(`@${state.now};`);
        runOne(source);
        return true;
      }
      popTimer(timers);
      if (next.canceled || next.source.dead) continue;
      state.now = Math.max(state.now, next.due);
      state.streak = source === null ? 0 : longestStreak - 50;
      note(`@${state.now};`);
      next.source.tasks.push(next.run);
      return true;
    }
  };

  const loop: Loop = {
    trace,
    now: () => state.now,
    events: () => state.events,
    source: (name) => {
      const source: Source = { name, frozen: false, dead: false, tasks: [], before: null };
      sources.push(source);
      return source;
    },
    forget: (source) => {
      source.dead = true;
      source.tasks.length = 0;
      const at = sources.indexOf(source);
      if (at >= 0) sources.splice(at, 1);
    },
    post: (source, run) => void (source.dead || source.tasks.push(run)),
    after: (source, ms, run) => {
      state.turn += 1;
      const timer: Timer = { due: state.now + Math.max(0, Math.round(ms)), turn: state.turn, source, run, canceled: false };
      pushTimer(timers, timer);
      return () => {
        timer.canceled = true;
      };
    },
    as: (source, work) => {
      const before = state.current;
      state.current = source;
      try {
        return work();
      } finally {
        state.current = before;
      }
    },
    current: () => state.current,
    blocking: async (work) => {
      state.blocked += 1;
      try {
        return await work;
      } finally {
        state.blocked -= 1;
      }
    },
    note,
    hash: () => hash.copy().digest('base64url').slice(0, 16),
    run: ({ until, events = Number.MAX_SAFE_INTEGER, done }) =>
      new Promise((resolve, reject) => {
        const last = state.events + events;
        let settled = false;
        const settle = (value: boolean) => {
          settled = true;
          resolve(value);
        };
        const one = (): void => {
          if (settled || state.blocked > 0) return;
          try {
            if (done?.() === true) settle(true);
            else if (state.events >= last) settle(false);
            else if (!step(until)) {
              state.now = Math.max(state.now, until);
              settle(done?.() === true);
            }
          } catch (error) {
            settled = true;
            reject(error);
          }
        };
        const turn = (): void => {
          one();
          if (settled) return;
          // Alone while something real is waited for: then Node's loop must turn.
          const many = state.blocked > 0 ? 0 : eventsPerTurn;
          for (let at = 0; at < many; at++) realImmediate(one);
          realImmediate(turn);
        };
        realImmediate(turn);
      }),
  };
  return loop;
}

function isBefore(a: Timer, b: Timer): boolean {
  return a.due < b.due || (a.due === b.due && a.turn < b.turn);
}

function pushTimer(heap: Timer[], timer: Timer): undefined {
  let at = heap.push(timer) - 1;
  while (at > 0) {
    const up = (at - 1) >> 1;
    const parent = heap[up];
    if (parent === undefined || !isBefore(timer, parent)) break;
    heap[at] = parent;
    at = up;
  }
  heap[at] = timer;
}

function popTimer(heap: Timer[]): undefined {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let at = 0;
  for (;;) {
    const left = heap[2 * at + 1];
    const right = heap[2 * at + 2];
    const smaller = right !== undefined && left !== undefined && isBefore(right, left) ? right : left;
    if (smaller === undefined || !isBefore(smaller, last)) break;
    heap[at] = smaller;
    at = smaller === left ? 2 * at + 1 : 2 * at + 2;
  }
  heap[at] = last;
}
