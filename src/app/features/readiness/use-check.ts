// Goes through the lines one after another, tells each as it is found, and at the end keeps the finding: for this device, until the end of
// the library's day, and for the coordinator.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { recordReady } from '../../../device/actions/ready.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Ready } from '../../../domain/ready.ts';
import { addDays, type Day } from '../../../domain/shapes.ts';
import { useApp } from '../../context.ts';
import { instantIn } from '../../records/library-day.ts';
import type { Verdict } from './line.ts';
import { type LineName, lines } from './lines.ts';

export interface Check {
  readonly found: Partial<Record<LineName, Verdict>>;
  readonly running: boolean;
  /** Once it is kept. */
  readonly ready: Ready | null;
  /** Why the finding could not be kept, so that the coordinator is not told of it. */
  readonly untold: Problem | null;
  readonly again: () => void;
}

/** Begins when `today` is known, and again when it is another day: the page may lie open overnight. */
export function useCheck(names: readonly LineName[], today: Day | null, zone: string, now: number): Check {
  const { device } = useApp();
  const [found, setFound] = useState<Check['found']>({});
  const [running, setRunning] = useState(true);
  const [ready, setReady] = useState<Ready | null>(null);
  const [untold, setUntold] = useState<Problem | null>(null);
  const turn = useRef(0);

  async function run(day: Day): Promise<void> {
    turn.current += 1;
    const mine = turn.current;
    setFound({});
    setReady(null);
    setUntold(null);
    setRunning(true);
    const all: Partial<Record<LineName, Verdict>> = {};
    for (const name of names) {
      const verdict = await looked(name, { device, now, today: day });
      if (turn.current !== mine) return;
      all[name] = verdict;
      setFound({ ...all });
    }
    const open = names.filter((name) => all[name]?.state === 'todo');
    const until = instantIn(zone, addDays(day, 1), '00:00');
    const finding = { at: new Date(now).toISOString(), until, open, app: device.store.ports.appVersion };
    const kept = await recordReady({ store: device.store, saved: device.sync.saved }, finding);
    if (turn.current !== mine) return;
    if (kept.ok) setReady(finding);
    else setUntold(kept.problem);
    setRunning(false);
  }

  // Before the new day is painted: yesterday's answer is never seen as today's.
  useLayoutEffect(() => {
    if (today !== null) void run(today);
    return () => {
      turn.current += 1;
    };
  }, [today]);

  return { found, running, ready, untold, again: () => void (today !== null && run(today)) };
}

/** A line that breaks is a line that is not green. */
async function looked(name: LineName, looking: Parameters<(typeof lines)[LineName]>[0]): Promise<Verdict> {
  try {
    return await lines[name](looking);
  } catch {
    return { state: 'todo', word: 'unread' };
  }
}
