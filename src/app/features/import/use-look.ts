// Looking at what a file would bring, which takes a moment: while one look is under way another file or option may be chosen. The last one
// counts, whichever is done first.

import { useRef, useState } from 'preact/hooks';
import type { Problem, Result } from '../../../domain/problem.ts';

export interface Look<Found> {
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  /** What the last look found. While `busy` it may be of what was chosen before: to be seen, not to be confirmed. */
  readonly found: Found | undefined;
  readonly look: (work: () => Promise<Result<Found>>) => Promise<void>;
  /** Forgets all, and whatever is under way. The answer says whether nothing has begun since: for what comes before a look. */
  readonly clear: () => () => boolean;
}

export function useLook<Found>(): Look<Found> {
  const [state, setState] = useState<Pick<Look<Found>, 'busy' | 'problem' | 'found'>>(nothing);
  const turn = useRef(0);

  function begin(): () => boolean {
    turn.current += 1;
    const mine = turn.current;
    return () => turn.current === mine;
  }

  return {
    ...state,
    look: async (work) => {
      const isLast = begin();
      setState(({ found }) => ({ busy: true, problem: undefined, found }));
      const result = await work();
      if (isLast())
        setState(result.ok ? { busy: false, problem: undefined, found: result.value } : { ...nothing, problem: result.problem });
    },
    clear: () => {
      setState(nothing);
      return begin();
    },
  };
}

const nothing = { busy: false, problem: undefined, found: undefined };
