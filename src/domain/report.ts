// Figures from records: the only place a total is computed. Screens, CSV and the server's views all ask here.

import { type Band, bands, totalHeads } from './attendance.ts';
import { handOutWays } from './hand-out.ts';
import type { Session } from './session.ts';
import { minutesOf } from './shapes.ts';
import { signUpKinds } from './sign-up.ts';

/** What looks odd in a session about to be finished; asked about once, never blocked. */
export type Oddity = 'no-attendance' | 'below-zero' | 'times-do-not-fit' | 'far-from-usual';

export interface SessionFigures {
  readonly attendance: number;
  readonly byBand: Readonly<Record<Band, number>>;
  readonly signUps: number;
  readonly handOuts: number;
}

export function sessionFigures(session: Pick<Session, 'totals'>): SessionFigures {
  const { heads, signUps, handOuts } = session.totals;
  const band = (one: Band) => heads[one] ?? 0;
  return {
    attendance: totalHeads(heads),
    byBand: { '0-5': band('0-5'), '6-11': band('6-11'), '12-18': band('12-18'), '19+': band('19+'), general: band('general') },
    signUps: signUpKinds.reduce((sum, kind) => sum + (signUps[kind] ?? 0), 0),
    handOuts: handOutWays.reduce((sum, way) => sum + (handOuts[way] ?? 0), 0),
  };
}

/** People of the roster who are here. */
export function checkedInCount({ totals }: Pick<Session, 'totals'>): number {
  return Object.values(totals.checkedIn ?? {}).filter((marks = 0) => marks > 0).length;
}

/** People of the roster who are here and not among the heads yet. */
export function uncountedCheckIns({ totals }: Pick<Session, 'totals'>): readonly string[] {
  return Object.entries(totals.checkedIn ?? {}).flatMap(([target, marks = 0]) =>
    marks > 0 && (totals.headsOfRoster?.[target] ?? 0) <= 0 ? [target] : [],
  );
}

/** People of the roster who are among the heads twice: two devices added them without seeing each other. */
export function countedTwice({ totals }: Pick<Session, 'totals'>): number {
  return Object.values(totals.headsOfRoster ?? {}).filter((times = 0) => times > 1).length;
}

/**
 * What to ask before finishing. `usual` is the attendance of earlier closed sessions at the same site; three or more make a habit,
 * and a count beyond three times or under a third of their mean (and at least 10 heads away) is far from it.
 */
export function oddities(session: Session, usual: readonly number[]): readonly Oddity[] {
  const { attendance, byBand } = sessionFigures(session);
  const { startsAt, endsAt, openedAt, closedAt } = session.values;
  const found: Oddity[] = [];
  if (attendance === 0) found.push('no-attendance');
  if (bands.some((band) => byBand[band] < 0)) found.push('below-zero');
  const planned = startsAt !== null && endsAt !== null && minutesOf(endsAt) <= minutesOf(startsAt);
  if (planned || (openedAt !== null && closedAt !== null && closedAt < openedAt)) found.push('times-do-not-fit');
  if (usual.length >= 3) {
    const mean = usual.reduce((sum, one) => sum + one, 0) / usual.length;
    const far = attendance > 3 * mean || attendance < mean / 3;
    if (far && Math.abs(attendance - mean) >= 10) found.push('far-from-usual');
  }
  return found;
}
