// What a person reads about delivery: where records are and what waits.

import { formatting } from './formatting.ts';

const { number } = formatting;

const records = (count: number): string => (count === 1 ? '1 record' : `${number(count)} records`);

export const delivery = {
  title: 'Delivery',
  reading: 'Reading the state of delivery',

  answer: {
    all: 'Everything is on the server',
    allText: (count: number): string => `${records(count)} from this device, each with a receipt.`,
    nothing: 'Nothing recorded yet',
    nothingText: 'What you record on this device is counted here until the server has confirmed it.',
    of: (delivered: number, total: number): string => `${number(delivered)} of ${number(total)}`,
    some: (delivered: number, total: number): string => `${number(delivered)} of ${number(total)} on the server`,
    someText: (waiting: number): string =>
      waiting === 1
        ? '1 record is safe on this device and waits for a network.'
        : `${records(waiting)} are safe on this device and wait for a network.`,
    attention: (count: number): string => (count === 1 ? '1 record needs attention' : `${records(count)} need attention`),
  },
  figures: { waiting: 'On this device', delivered: 'On the server', attention: 'Need attention', parked: 'Set aside' },
  oldest: (age: string): string => `The oldest has waited ${age}.`,
  oldestUnclear: 'How long the oldest has waited is not clear: this device’s clock has changed.',
  now: 'Deliver now',
  delivering: 'Delivering',
  stopped: 'Delivery is not running',
  nextTry: (clock: string): string => `Tries again by itself at ${clock}, and as soon as there is a network.`,
  nextTrySoon: 'Tries again by itself in a moment.',
  lastTryWorked: (when: string): string => `Last try ${when}: the server answered.`,
  lastTryFailed: (when: string): string => `Last try ${when}:`,
  noTryYet: 'No try yet since the app was opened.',
  filling: 'Getting the library’s sessions',
  fillingWords: (done: number, total: number | null): string => (total === null ? number(done) : `${number(done)} of ${number(total)}`),
  healing: 'The server was restored from a backup. This device is giving back what it holds.',
  revoked: 'The library ended this device’s access',
  revokedText:
    'What is on this device stays here. Unsent records are still handed to the server, which holds them aside for your coordinator.',

  attention: {
    title: 'Needs attention',
    text: 'The server keeps these aside and says why. Nothing is lost, and nothing else waits for them.',
    since: (when: string): string => `Held aside ${when}`,
    sendAgain: 'Send again',
    sending: 'Sending',
    park: 'Set aside',
    parking: 'Saving',
    parkedTitle: 'Set aside',
    parkedText: 'Seen and put away. They stay on this device and in every rescue file.',
    field: (field: string): string => `Part: ${field}`,
    unreadable: 'A record of a newer kind',
    showText: 'Show the record as it was sent',
    inSession: 'Open its session',
  },

  storage: {
    title: 'Storage on this device',
    persisted: 'Protected',
    persistedText: 'The browser will not clear Wayside’s storage by itself.',
    notPersisted: 'Not protected',
    notPersistedText: 'The browser may clear it when space runs short. Deliver often, and ask for protection.',
    unknown: 'This browser does not say whether storage is protected. Deliver often.',
    ask: 'Ask for protection',
    asking: 'Asking',
    refused: 'The browser said no for now. Install Wayside on the home screen and ask again.',
    used: (used: string, quota: string): string => `${used} used of ${quota}`,
    usedLabel: 'Space used',
  },

  kind: {
    'library.changed': 'Library details',
    'outlet.changed': 'Outlet details',
    'site.changed': 'Site details',
    'calendar-feed.changed': 'Calendar details',
    'partner.changed': 'Partner details',
    'resource.changed': 'Resource details',
    'template.changed': 'Kind of session',
    'staff.changed': 'Staff details',
    'device.changed': 'Device details',
    'sealing-key.changed': 'Sealing key',
    'key-wrap.changed': 'Way to open the sealing key',
    'card-range.changed': 'Card numbers',
    'loan.changed': 'Loan',
    'sign-up.followed': 'State of a sign-up',
    'sign-up.merged': 'Two sign-ups made one',
    'sign-up.unmerged': 'Merge taken back',
    'sign-up.kept-apart': 'Two sign-ups kept apart',
    'sign-up.counted': 'Count of an erased sign-up',
    'check-in.marked': 'Check-in',
    'checklist.ticked': 'Checklist tick',
    'survey.answered': 'Survey answer',
    'series.changed': 'Series of sessions',
    'session.changed': 'Session details',
    'session.planned': 'Planned session',
    'attendance.counted': 'Attendance',
    'sign-up.taken': 'Sign-up',
    'sign-up.corrected': 'Correction of a sign-up',
    'hand-out.given': 'Hand-out, given',
    'hand-out.lent': 'Hand-out, lent',
    'hand-out.returned': 'Hand-out, returned',
    'hand-out.shown': 'Hand-out, shown',
    'fact.voided': 'Entry taken back',
  },
} as const;
