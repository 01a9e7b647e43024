// Programs that a session offers to sign up for: names somebody typed, and planned sessions of the library, each under the name it was
// offered by. Older apps know the names alone, and take all of them for typed ones.

import type { Session, SessionFields } from './session.ts';
import type { Day } from './shapes.ts';

type Offer = Pick<SessionFields, 'programs' | 'programSessions'>;

/** A planned session by the name it is offered under. */
export interface PlannedProgram {
  readonly session: string;
  readonly name: string;
}

/** Planned, and something one can sign up for: not a stop, a class or a card drive. */
export function isProgram({ values }: Pick<Session, 'values'>): boolean {
  const { status, topic, activityType } = values;
  if (status !== 'planned' || topic === 'class_visit' || topic === 'card_drive') return false;
  return activityType === 'program_session' || topic !== 'other';
}

/**
 * The day of a planned session, while it is still to come: who signed up for it stands on its roster, so the sign-up is neither done nor
 * purged before. null: it is over, canceled or not known.
 */
export function awaitedOn(program: Pick<SessionFields, 'date' | 'status'> | undefined, today: Day): Day | null {
  const isAhead = program !== undefined && program.status !== 'canceled' && program.status !== 'closed' && program.date >= today;
  return isAhead ? program.date : null;
}

/** In the order they are offered; a name that says no session (it was changed on another device) is a typed one. */
export function offeredPrograms({ programs = [], programSessions = {} }: Offer): {
  readonly planned: readonly PlannedProgram[];
  readonly typed: readonly string[];
} {
  const planned = programs.flatMap((name) => {
    const session = Object.entries(programSessions).find(([, known]) => known === name)?.[0];
    return session === undefined ? [] : [{ session, name }];
  });
  return { planned, typed: programs.filter((name) => !planned.some((one) => one.name === name)) };
}

/** Planned ones first; each name once. */
export function programsToOffer(planned: readonly PlannedProgram[], typed: readonly string[]): Required<Offer> {
  return {
    programs: [...new Set([...planned.map(({ name }) => name), ...typed])],
    programSessions: Object.fromEntries(planned.map(({ session, name }) => [session, name])),
  };
}
