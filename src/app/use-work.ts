// Something a person started that takes a moment: whether it is under way, and the problem it ended with. Started twice, it runs once.

import { useRef, useState } from 'preact/hooks';
import type { Problem, Result } from '../domain/problem.ts';

export interface Work {
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  /** The value when it went well; undefined when it did not, or when it is under way already. */
  readonly run: <Value>(work: () => Promise<Result<Value>>) => Promise<Value | undefined>;
  readonly clear: () => void;
}

export function useWork(): Work {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const running = useRef(false);

  async function run<Value>(work: () => Promise<Result<Value>>): Promise<Value | undefined> {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    setProblem(undefined);
    try {
      const result = await work();
      if (result.ok) return result.value;
      setProblem(result.problem);
      return undefined;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }

  return { busy, problem, run, clear: () => setProblem(undefined) };
}
