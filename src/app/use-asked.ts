// One question to the server when a screen opens, and again when it is asked to. The last answer stays while the next is under way.

import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Problem, Result } from '../domain/problem.ts';

export interface Asked<Value> {
  readonly asking: boolean;
  readonly value: Value | undefined;
  readonly problem: Problem | undefined;
  readonly again: () => void;
}

export function useAsked<Value>(ask: () => Promise<Result<Value>>): Asked<Value> {
  const [state, setState] = useState<Omit<Asked<Value>, 'again'>>({ asking: true, value: undefined, problem: undefined });
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    let left = false;
    setState((last) => ({ ...last, asking: true }));
    void ask().then((answer) => {
      if (left) return;
      setState((last) =>
        answer.ok
          ? { asking: false, value: answer.value, problem: undefined }
          : { asking: false, value: last.value, problem: answer.problem },
      );
    });
    return () => {
      left = true;
    };
  }, [turn]);

  return { ...state, again: useCallback(() => setTurn((last) => last + 1), []) };
}
