// Looking at what a file would bring, which takes a moment: while one look is under way another file or option may be chosen. The last one
// counts, whichever is done first; the others, and all when the screen is left, are told that nobody wants them any more.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Watch } from '../../../device/in-turns.ts';
import type { Problem, Result } from '../../../domain/problem.ts';

export interface Look<Found> {
  readonly busy: boolean;
  /** From 0 to 1, as far as the work says; 0 when it does not. */
  readonly progress: number;
  readonly problem: Problem | undefined;
  /** What the last look found. While `busy` it may be of what was chosen before: to be seen, not to be confirmed. */
  readonly found: Found | undefined;
  readonly look: (work: (watch: Required<Watch>) => Promise<Result<Found>>) => Promise<void>;
  /** Forgets all, and whatever is under way. The answer says whether nothing has begun since: for what comes before a look. */
  readonly clear: () => () => boolean;
}

export function useLook<Found>(): Look<Found> {
  const [state, setState] = useState<Pick<Look<Found>, 'busy' | 'problem' | 'found'>>(nothing);
  const [progress, setProgress] = useState(0);
  const underWay = useRef<AbortController | null>(null);
  useEffect(() => () => underWay.current?.abort(), []);

  function begin(): AbortSignal {
    underWay.current?.abort();
    underWay.current = new AbortController();
    setProgress(0);
    return underWay.current.signal;
  }

  return {
    ...state,
    progress,
    look: async (work) => {
      const signal = begin();
      setState(({ found }) => ({ busy: true, problem: undefined, found }));
      try {
        // Whole hundredths: the screen is drawn again for what can be seen.
        const result = await work({ signal, onProgress: (part) => setProgress(Math.floor(part * 100) / 100) });
        if (!signal.aborted)
          setState(result.ok ? { busy: false, problem: undefined, found: result.value } : { ...nothing, problem: result.problem });
      } catch (error) {
        if (!signal.aborted) throw error; // else it is how work says that it has ended early
      }
    },
    clear: () => {
      setState(nothing);
      const signal = begin();
      return () => !signal.aborted;
    },
  };
}

const nothing = { busy: false, problem: undefined, found: undefined };
