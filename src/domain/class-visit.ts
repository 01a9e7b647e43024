// For which sessions a partner may prepare applications for library cards; asked by the server alone, which tells the partner's page.

import { type SessionFields, usualOffers } from './session.ts';
import type { Day } from './shapes.ts';

/** A class visit that has not begun, today or later, at which cards are to be had. */
export function canPrepareClass({ topic, status, date, offers }: SessionFields, today: Day): boolean {
  return topic === 'class_visit' && status === 'planned' && date >= today && (offers ?? usualOffers).includes('card');
}
