// What a person reads at the roster: who is expected, who is here.

import { formatting } from './formatting.ts';

const { number } = formatting;

export const roster = {
  tab: 'Roster',
  title: 'Roster',
  reading: 'Reading the roster',
  list: 'People expected',
  emptyTitle: 'Nobody is expected by name',
  emptyText: 'Who signs up for this session, or is prepared for it with their class, stands here, and is marked as here with one tap.',
  here: (here: number, all: number): string => `${number(here)} of ${number(all)} here`,
  locked: 'Names are sealed. Unlock to search by name or card; the list below names nobody.',
  lockedInitials: 'Names are sealed. Unlock to search by name or card; below are initials or a number, and the time.',
  person: (place: number): string => `No. ${number(place)}`,
  initials: (letters: string, place: number): string => `${letters} (${number(place)})`,
  prepared: 'Prepared',
  preparedBy: (partner: string): string => `Prepared by ${partner}`,
  search: 'Name or card',
  searchHint: 'Type part of a name, or scan a library card.',
  found: (count: number): string => (count === 1 ? '1 person found' : `${number(count)} people found`),
  noneFoundTitle: 'Nobody found',
  noneFoundText: 'Try fewer letters. Somebody who did not sign up before can be added.',
  unknownCard: (card: string): string => `Nobody on this roster has card ${card}.`,
  mark: (who: string): string => `Here: ${who}`,
  markShort: 'Here',
  isHere: 'Is here',
  isHereNow: (who: string): string => `${who} is here.`,
  undo: (who: string): string => `Undo: ${who} is here`,
  undoShort: 'Undo',
  undone: (who: string): string => `${who} is not marked as here any more.`,
  giveCard: 'Card',
  giveCardTo: (who: string): string => `Card for ${who}`,
  cardOf: (who: string): string => `Library card: ${who}`,
  walkIn: 'Add somebody who walked in',
  notStarted: 'Start the session to mark who is here.',
  count: (people: number): string =>
    people === 1 ? 'Add 1 person who is here to attendance' : `Add ${number(people)} people who are here to attendance`,
  countTitle: 'Add to attendance',
  countText: 'They are added to the heads counted so far. Do not add them when they have been counted by tapping already.',
  countBand: 'Age group',
  countConfirm: (people: number, band: string): string => `Add ${number(people)}, ${band}`,
  counted: (people: number): string =>
    people === 1 ? '1 person was added to attendance.' : `${number(people)} people were added to attendance.`,
  allCounted: 'Everybody who is here is part of attendance.',
  twiceTitle: (people: number): string =>
    people === 1 ? '1 person is in attendance twice' : `${number(people)} people are in attendance twice`,
  twiceText: 'Two devices added them without seeing each other. Take one of the two entries back under Attendance.',
  checkedIn: 'Marked as here',
};
