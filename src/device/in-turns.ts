// Long calculations with turns for the page between their steps: taps and drawing wait for one step, not for all of them.

import type { Steps } from '../domain/steps.ts';
import { turn } from './turn.ts';

export interface Watch {
  /** From 0 to 1. */
  readonly onProgress?: (part: number) => void;
  /** From whoever no longer wants it: then it throws an AbortError, as `fetch` does, because there is nobody to answer to. */
  readonly signal?: AbortSignal;
}

export async function inTurns<Found>(steps: Steps<Found>, { onProgress, signal }: Watch): Promise<Found> {
  for (;;) {
    if (signal?.aborted === true) throw new DOMException('nobody wants it any more', 'AbortError');
    const step = steps.next();
    if (step.done === true) return step.value;
    onProgress?.(step.value);
    await turn();
  }
}
