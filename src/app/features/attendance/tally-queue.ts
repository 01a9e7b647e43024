// Taps on their way to the store. A tap shows at once and is saved in its turn, one transaction at a time; taps on one band that
// come while a save is under way go together into the next one, so that a slow tablet keeps up with a fast thumb. Outlives the
// screen: who leaves the page loses no tap that showed. When a save fails, the number goes back and what failed can be saved again.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { AttendanceCounted, Band, Heads } from '../../../domain/attendance.ts';
import { failed, type Problem, type Result } from '../../../domain/problem.ts';
import type { Session } from '../../../domain/session.ts';

export type TallyJob =
  | { readonly kind: 'count'; readonly band: Band; readonly heads: number; readonly way: AttendanceCounted['way'] }
  | { readonly kind: 'exact'; readonly band: Band; readonly total: number; readonly heads: number }
  /** `fact` null: the newest own act at the time it is this job's turn. `heads` is what is being taken back. */
  | { readonly kind: 'undo'; readonly fact: string | null; readonly band: Band; readonly heads: number };

export interface TallyState {
  /** As read from the store in step with the saves; null until the first read. */
  readonly session: Session | null;
  /** Shown, not saved yet; the first may be under way. */
  readonly jobs: readonly TallyJob[];
  readonly failed: { readonly jobs: readonly TallyJob[]; readonly problem: Problem } | null;
}

export interface TallyPorts {
  readonly count: (job: TallyJob & { readonly kind: 'count' }) => Promise<Result<unknown>>;
  readonly countExact: (job: TallyJob & { readonly kind: 'exact' }) => Promise<Result<unknown>>;
  readonly undo: (job: TallyJob & { readonly kind: 'undo' }) => Promise<Result<unknown>>;
  readonly read: () => Promise<Session | undefined>;
}

export interface TallyQueue {
  readonly state: ReadonlySignal<TallyState>;
  readonly add: (band: Band, heads: number, way: 'tap' | 'many') => void;
  readonly setExact: (band: Band, total: number) => void;
  /** Takes back the act that `undoable` names; without it, the newest own act that shows. */
  readonly undo: (undoable: { readonly fact: string; readonly band: Band; readonly heads: number } | null) => void;
  readonly saveAgain: () => void;
  readonly leaveFailed: () => void;
  /** Something else may have changed the session: reads it again unless a save is about to do so. */
  readonly refresh: () => Promise<void>;
}

/** The heads a person sees: what is saved, and what their thumb has just done. */
export function shownHeads(state: TallyState): Heads {
  const heads: Partial<Record<Band, number>> = { ...state.session?.totals.heads };
  for (const job of state.jobs) {
    const now = heads[job.band] ?? 0;
    const next = job.kind === 'exact' ? job.total : job.kind === 'undo' ? now - job.heads : now + job.heads;
    if (next === 0) delete heads[job.band];
    else heads[job.band] = next;
  }
  return heads;
}

export function createTallyQueue(ports: TallyPorts): TallyQueue {
  const state = signal<TallyState>({ session: null, jobs: [], failed: null });
  let saving = false;
  let saves = 0;

  const set = (part: Partial<TallyState>) => {
    state.value = { ...state.value, ...part };
  };

  function push(job: TallyJob): void {
    set({ jobs: withJob(state.value.jobs, job, saving) });
    void saveAll();
  }

  async function saveAll(): Promise<void> {
    if (saving) return;
    saving = true;
    for (let job = state.value.jobs[0]; job !== undefined; job = state.value.jobs[0]) {
      const result = await save(ports, job);
      const session = (await readOrNull()) ?? state.value.session;
      saves += 1;
      if (result.ok) set({ session, jobs: state.value.jobs.slice(1) });
      else
        set({ session, jobs: [], failed: { jobs: [...(state.value.failed?.jobs ?? []), ...state.value.jobs], problem: result.problem } });
    }
    saving = false;
  }

  async function readOrNull(): Promise<Session | null> {
    try {
      return (await ports.read()) ?? null;
    } catch {
      return null; // what was last read stays; the live query of the screen reports a store that cannot be read
    }
  }

  return {
    state,
    add: (band, heads, way) => push({ kind: 'count', band, heads, way }),
    setExact(band, total) {
      const heads = total - (shownHeads(state.value)[band] ?? 0);
      if (heads !== 0) push({ kind: 'exact', band, total, heads });
    },
    undo(undoable) {
      const { jobs } = state.value;
      const last = jobs.at(-1);
      if (last === undefined) {
        if (undoable !== null) push({ kind: 'undo', ...undoable });
      } else if (last.kind !== 'undo') {
        // One that is not under way yet is simply not saved.
        if (jobs.length > 1 || !saving) set({ jobs: jobs.slice(0, -1) });
        else push({ kind: 'undo', fact: null, band: last.band, heads: last.heads });
      }
    },
    saveAgain() {
      const again = state.value.failed?.jobs ?? [];
      set({ failed: null, jobs: [...state.value.jobs, ...again] });
      void saveAll();
    },
    leaveFailed: () => set({ failed: null }),
    async refresh() {
      const before = saves;
      const session = await readOrNull();
      if (session !== null && !saving && saves === before) set({ session });
    },
  };
}

/** `saving`: the first job is under way and must not grow. */
function withJob(jobs: readonly TallyJob[], job: TallyJob, saving: boolean): readonly TallyJob[] {
  const last = jobs.at(-1);
  const open = jobs.length > (saving ? 1 : 0);
  if (open && last?.kind === 'count' && job.kind === 'count' && isSameTap(last, job)) {
    return [...jobs.slice(0, -1), { ...last, heads: last.heads + job.heads }];
  }
  return [...jobs, job];
}

function isSameTap(one: TallyJob & { readonly kind: 'count' }, other: TallyJob & { readonly kind: 'count' }): boolean {
  return one.way === 'tap' && other.way === 'tap' && one.band === other.band && Math.sign(one.heads) === Math.sign(other.heads);
}

async function save(ports: TallyPorts, job: TallyJob): Promise<Result<unknown>> {
  try {
    if (job.kind === 'count') return await ports.count(job);
    if (job.kind === 'exact') return await ports.countExact(job);
    return await ports.undo(job);
  } catch (error) {
    reportError(error); // a bug, shown as not saved: the number must not stay up
    return failed('bug');
  }
}
