// Parts of the app that follow once it is complete (the second stage of the offline shell): large, and not needed to work at a stop. A device
// that has not met a network since its first minute may lack one; that is said, and is no bug.

import { failed, ok, type Result } from '../domain/problem.ts';

/** Problem: part-missing. */
export async function laterPart<Part>(load: () => Promise<Part>): Promise<Result<Part>> {
  try {
    return ok(await load());
  } catch {
    return failed('part-missing'); // not here, and nobody to fetch it from; asked for again at each start
  }
}
