// A story that breaks something, shortened: events are left out, in halves, then one by one, while the same invariant still breaks.

import { runSeed, type Run, type RunOptions } from './run.ts';
import type { Event } from './story.ts';

export interface Shortened {
  readonly story: readonly Event[];
  readonly run: Run;
}

/** Runs tried at most: a long story costs no more than some minutes. */
const mostTries = 120;

export async function shortened(seed: number, story: readonly Event[], run: Run, options: RunOptions): Promise<Shortened> {
  const best = { story, run, tries: 0 };
  for (let size = Math.ceil(story.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < best.story.length && best.tries < mostTries; ) {
      best.tries += 1;
      const shorter = best.story.toSpliced(at, size);
      const again = await runSeed(seed, shorter, options);
      if (again.violation?.invariant === run.violation?.invariant) Object.assign(best, { story: shorter, run: again });
      else at += size;
    }
  }
  return { story: best.story, run: best.run };
}
