// What the parts of an import say: the sentences for stops, with those a calendar puts differently in their place.

import type { Text } from '../../text/text.ts';

export type ImportWords = Text['importing'];

export function calendarWords(text: Text): ImportWords {
  return { ...text.importing, ...text.calendars.importing };
}
