// When to talk to the server: after a commit, at start, when the page becomes visible or the browser believes to be online, when the server
// pokes, and by a timer that backs off with full jitter. One round at a time; who asks meanwhile gets one more round.
// The browser's online flag decides nothing: it is a reason to try at once, and a reason to close a stream that would not speak again.

import type { Problem, Result } from '../../domain/problem.ts';
import type { Signal } from '../ports.ts';
import type { Store } from '../store/db.ts';
import { read } from '../store/read.ts';
import { askForParcelKeys, bringParcels, prepare, pruneDaily } from './housekeeping.ts';
import { withLock } from './lock.ts';
import { isNews, noteTry, type Noted } from './note-try.ts';
import { createPokes } from './pokes.ts';
import { isForPerson, runRound } from './round.ts';
import { createStatusBoard, type SyncStatus } from './status.ts';

export interface Sync {
  /** One round now, or the one under way and another after it. The Result is of the last. Works without start(). */
  readonly deliverNow: () => Promise<Result<null>>;
  /** Delivers by itself from now on. */
  readonly start: () => void;
  readonly stop: () => void;
  /** Something was saved here. */
  readonly saved: () => void;
  readonly status: () => SyncStatus;
  readonly subscribe: (listener: (status: SyncStatus) => void) => () => void;
}

/** Waits after failures: 2 s, doubled each time, never more than 5 minutes, each drawn between a little and all of it. */
const firstWait = 2_000;
const longestWait = 300_000;
const shortestWait = 500;
/** Looking for news without having been poked. */
const pollEvery = 300_000;

export function createSync(store: Store): Sync {
  const { ports } = store;
  const board = createStatusBoard();
  const state = {
    started: false,
    visible: true,
    running: null as Promise<Result<null>> | null,
    once: false,
    failures: 0,
    noted: null as Noted | null,
    notBefore: 0,
    leave: () => {},
    cancelTimer: () => {},
  };
  const pokes = createPokes(ports, () => wake());

  function deliverNow(): Promise<Result<null>> {
    if (state.running !== null) {
      state.once = true;
      return state.running;
    }
    state.running = rounds().catch((bug: unknown) => {
      settle({ ok: false, problem: { code: 'bug' } });
      throw bug;
    });
    return state.running;
  }

  async function rounds(): Promise<Result<null>> {
    state.cancelTimer();
    for (;;) {
      state.once = false;
      const round = () => read(store, () => runRound({ store, report: board.set }).then((ran) => bringParcels(store, ran)));
      const ran = isSmall(store) ? await round() : await withLock(ports, `wayside-deliver-${ports.databaseName}`, round);
      const result = ran.ok ? ran.value : ran;
      const problem = result.ok ? null : result.problem;
      if (isNews(state.noted, problem, ports.now())) {
        state.noted = { at: ports.now(), code: problem?.code ?? null };
        await read(store, () => noteTry(store, problem));
      }
      if (result.ok && state.started) await pruneDaily(store);
      if (result.ok && state.started) await askForParcelKeys(store);
      if (result.ok && state.started) void moveFilesLazily(store);
      if (result.ok && state.once) continue;
      settle(result);
      return result;
    }
  }

  function settle(result: Result<null>): void {
    state.running = null;
    if (result.ok) {
      state.failures = 0;
      state.notBefore = 0;
      board.set({ state: 'idle' });
      if (state.started) {
        if (state.visible) pokes.open();
        planNext(drawn(pollEvery / 2) + pollEvery / 2);
      }
      return;
    }
    const wait = waitAfter(result.problem);
    state.failures += 1;
    const until = ports.now() + wait;
    if (result.problem.retryAfter !== undefined) state.notBefore = until;
    board.set({ state: 'waiting', until, problem: result.problem });
    if (state.started) planNext(wait);
  }

  /** Full jitter: two hundred tablets that lost the same server must not come back in step. */
  function waitAfter(problem: Problem): number {
    if (problem.retryAfter !== undefined) return problem.retryAfter * 1_000 + drawn(Math.max(firstWait, problem.retryAfter * 500));
    if (isForPerson(problem)) return longestWait;
    return Math.max(shortestWait, drawn(Math.min(longestWait, firstWait * 2 ** Math.min(state.failures, 10))));
  }

  function planNext(wait: number): void {
    state.cancelTimer();
    state.cancelTimer = ports.timer(wait, () => void deliverNow());
  }

  /** A reason to try at once, unless the server has asked for patience. */
  function wake(): void {
    if (!state.started) return;
    state.failures = 0;
    const patience = state.notBefore - ports.now();
    if (state.running === null && patience > 0 && patience <= longestWait * 24) planNext(patience);
    else void deliverNow();
  }

  function onSignal(signal: Signal): void {
    state.visible = signal === 'hidden' ? false : signal === 'visible' ? true : state.visible;
    if (signal === 'hidden' || signal === 'offline') pokes.close();
    else wake();
  }

  function drawn(most: number): number {
    const [a = 0, b = 0] = ports.random(2);
    return Math.floor((most * (a * 256 + b)) / 65_536);
  }

  return {
    deliverNow,
    start: () => {
      if (state.started) return;
      state.started = true;
      state.leave = ports.signals?.(onSignal) ?? (() => {});
      void prepare(store).then(wake);
    },
    stop: () => {
      state.started = false;
      state.leave();
      state.cancelTimer();
      pokes.close();
    },
    saved: wake,
    status: board.current,
    subscribe: board.subscribe,
  };
}

/** Files come after facts, and never hold them up; a part that cannot be loaded is asked for again after the next round. */
async function moveFilesLazily(store: Store): Promise<void> {
  const some = await read(store, async () => (await store.pinned.count()) + (await store.files.count()));
  if (!some.ok || some.value === 0) return;
  const part = await import('../files/move.ts').catch(() => null);
  await part?.moveFiles(store);
}

/** So little to do, as far as this page knows, that waiting for other tabs would cost more than it saves. */
function isSmall({ recent }: Store): boolean {
  const { self, following = null } = recent.state ?? {};
  if (self === undefined || following === null || following.heal !== null) return false;
  return following.cursor.cursor?.snapshot === null && self.waiting + self.again <= 100;
}
