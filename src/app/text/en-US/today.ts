// What a person reads on Today: what is on, what comes next, and the first steps of an empty device.

import { formatting } from './formatting.ts';

const { number } = formatting;

export const today = {
  title: 'Today',
  reading: 'Reading today’s sessions',
  openNow: 'Open now',
  until: (clock: string): string => `until ${clock}`,
  planned: 'Planned for today',
  done: 'Done today',
  next: 'Coming up',
  allSessions: 'All sessions',
  start: 'Start',
  starting: 'Starting',
  goOn: 'Go on counting',
  peopleWord: (count: number): string => (count === 1 ? 'person' : 'people'),
  people: (count: number): string => (count === 1 ? '1 person' : `${number(count)} people`),
  openSince: (clock: string): string => `Open since ${clock}`,
  openSinceDay: (day: string): string => `Open since ${day}. Not finished yet.`,
  newSession: 'New session',
  ready: 'Ready to leave?',
  joinSession: 'Join',
  nothingTitle: 'No sessions today',
  nothingText: 'Start a new one when people come by, or look at what is planned for the days ahead.',
  firstStepsTitle: 'This library is new',
  firstStepsText:
    'Start a session right away: you only need to say where you are. Sites and timetables can follow from any computer, and this device gets them the next time it has a network.',
  addSites: 'Add sites',
  importStops: 'Import stops',
} as const;
