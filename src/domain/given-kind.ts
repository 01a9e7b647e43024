// The kind of session for one that nobody chose a kind for: what stands in a timetable, what staff confirmed of a calendar.

import { basesOf } from './record.ts';
import type { Session, SessionFields } from './session.ts';
import { isOwnTemplate, type OwnTemplate, type Template } from './templates.ts';

type Brought = Pick<SessionFields, 'template' | 'checklist' | 'offers' | 'asksSurvey'>;

/** What the stops of a timetable are; null: the library has put this kind away. `known` are the library's kinds. */
export function kindOfStops(known: readonly Template[]): Template | null {
  const id: OwnTemplate = 'bookmobile_stop';
  return known.find((one) => one.id === id && !one.values.archived) ?? null;
}

/** What a session has of its kind besides the fields that say what it is. */
export function broughtBy({ id, values }: Template): Brought {
  const { checklist, offers, asksSurvey } = values;
  return { template: id, checklist, offers, asksSurvey };
}

/**
 * What confirming a session as these values gives it besides: the kind that fits, where nobody has chosen one and it is not over. Values that were taken back
 * together with the confirmation (`withoutBrought`) count as said by nobody.
 */
export function givenOnConfirming(session: Session, confirmed: Partial<SessionFields>, known: readonly Template[]): Partial<Brought> {
  const isUnsaid = (field: string) => {
    const by = basesOf(session, [field, 'classification']);
    return session.values[field] === undefined || (by[field] !== null && by[field] === by['classification']);
  };
  const isAhead = session.values.status === 'planned' || session.values.status === 'open';
  const kind = isAhead && isUnsaid('template') ? fittingKind({ ...session.values, ...confirmed }, known) : null;
  return kind === null ? {} : Object.fromEntries(Object.entries(broughtBy(kind)).filter(([field]) => isUnsaid(field)));
}

/** Takes back what was given. */
export function withoutBrought(given: Partial<Brought>): Partial<Brought> {
  const none = { template: null, checklist: [], offers: [], asksSurvey: false } satisfies Brought;
  return Object.fromEntries(Object.entries(none).filter(([field]) => Object.hasOwn(given, field)));
}

/** The topic 'other' says nothing: of a library's own kinds none is meant by it. Of several that fit, the one for this age, else the first. */
function fittingKind({ activityType, topic, targetAge }: SessionFields, known: readonly Template[]): Template | null {
  const fitting = known.filter(
    ({ id, values }) =>
      !values.archived && values.activityType === activityType && values.topic === topic && (topic !== 'other' || isOwnTemplate(id)),
  );
  return fitting.find(({ values }) => values.targetAge === targetAge) ?? fitting[0] ?? null;
}
