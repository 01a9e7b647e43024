// The kind of session for one that nobody chose a kind for: what stands in a timetable, what staff confirmed of a calendar.

import type { SessionFields } from './session.ts';
import type { OwnTemplate, Template } from './templates.ts';

/** What the stops of a timetable are; null: the library has put this kind away. `known` are the library's kinds. */
export function kindOfStops(known: readonly Template[]): Template | null {
  const id: OwnTemplate = 'bookmobile_stop';
  return known.find((one) => one.id === id && !one.values.archived) ?? null;
}

/** What a session has of its kind besides the fields that say what it is. */
export function broughtBy({ id, values }: Template): Pick<SessionFields, 'template' | 'checklist' | 'offers' | 'asksSurvey'> {
  const { checklist, offers, asksSurvey } = values;
  return { template: id, checklist, offers, asksSurvey };
}
