// What staff read at the desk, where sign-ups are followed up: the list, one sign-up, and the same person twice.

import type { LikenessReason } from '../../../domain/duplicates.ts';
import type { FollowUpState } from '../../../domain/sign-up.ts';
import { formatting } from './formatting.ts';
import { patronFile } from './patron-file.ts';

const { number } = formatting;

const n = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${number(count)} ${many}`);

const states: Readonly<Record<FollowUpState, string>> = {
  new: 'New',
  needs_information: 'Needs information',
  entered: 'Entered in the library system',
  done: 'Done',
  declined: 'Declined',
};

const reasons: Readonly<Record<LikenessReason, string>> = {
  'name-same': 'The same name',
  'name-order': 'The same name, in another order',
  'name-spelling': 'Names one letter apart',
  'name-part': 'One name has a part more',
  'name-short-form': 'One name may be short for the other',
  'name-unlike': 'Names that are not alike, perhaps a nickname, perhaps twins',
  'birth-date': 'the same date of birth',
  'birth-date-typo': 'dates of birth that differ by a slip',
  guardian: 'the same parent or caregiver',
  phone: 'the same phone',
  email: 'the same email',
  session: 'in the same session',
};

export const followUp = {
  title: 'Follow-up',
  settingsHint: 'Sign-ups of all sessions: check, complete, hand on',
  reading: 'Reading sign-ups',
  readingHow: (done: number, all: number): string => `${number(done)} of ${n(all, 'session', 'sessions')}`,
  opening: 'Opening sealed details',
  openingHow: (done: number, all: number): string => `${number(done)} of ${number(all)}`,
  openingMayLeave: 'You can use another window meanwhile; it goes on.',
  emptyTitle: 'Nothing to follow up yet',
  emptyText: 'Sign-ups taken in sessions come here, from all devices, as they are delivered.',
  toSessions: 'To the sessions',
  lockedText: 'Unlock to see who signed up. What is opened stays in the memory of this page, and is gone when it locks.',
  lockedTwice: 'Unlock to compare people who may have signed up twice.',
  lockedAgain: 'Locked. Nothing that was opened is left on this screen.',
  leavingTitle: (count: number): string => `${n(count, 'sign-up leaves', 'sign-ups leave')} the devices soon`,
  leavingText: (first: string): string =>
    `They are still to be done. From ${first} on, the first of them can no longer be opened at any desk: sessions with sign-ups to be done stay on devices for a year, and a month later their details are erased. Show the oldest first, and set each to done or declined.`,
  usePassphrase: 'Use the passphrase',
  count: (count: number): string => n(count, 'sign-up', 'sign-ups'),
  found: (found: number, all: number): string => (found === all ? n(all, 'sign-up', 'sign-ups') : `${number(found)} of ${number(all)}`),
  states,
  stateOf: (state: string, count: number): string => `${state}: ${number(count)}`,
  list: 'Sign-ups',
  detail: 'The chosen sign-up',
  sealed: 'Contact details sealed',

  unopened: (count: number): string => (count === 1 ? '1 sign-up does not open' : `${number(count)} sign-ups do not open`),
  unknownKey: (count: number): string =>
    `${n(count, 'is', 'are')} sealed to a key that this passphrase does not open. Lock, and unlock with the older passphrase or its recovery sheet. Nothing is lost: they stay as they are.`,
  unreadable: (count: number): string =>
    `${n(count, 'is', 'are')} damaged or belong to another record. They are kept as they are. Tell your coordinator, and ask the family again if you can.`,

  search: 'Find a person',
  searchHint: 'Name, parent, phone, email, address or card number.',
  clearSearch: 'Empty the search',
  filters: 'Filters',
  clearFilters: 'Show all again',
  state: 'State',
  current: 'To be done',
  everything: 'All',
  kind: 'For',
  session: 'Session',
  site: 'Site',
  language: 'Language',
  day: 'Day',
  any: 'Any',
  order: 'Order',
  orders: { newest: 'Newest first', oldest: 'Oldest first', name: 'By name', state: 'By state' },
  noneTitle: 'Nobody found',
  noneText: 'Try fewer letters, or take the filters away.',

  select: (name: string): string => `Choose ${name}`,
  selectAll: (count: number): string => `Choose all ${number(count)}`,
  selected: (count: number): string => `${number(count)} chosen`,
  selectNone: 'Choose none',
  setSelected: 'Set state to',
  apply: 'Set',
  applying: 'Saving',
  saved: (count: number, state: string): string => `${n(count, 'sign-up', 'sign-ups')}: ${state}`,
  doneLater: (day: string): string =>
    `The program is on ${day}. Until then this person is on its roster, and the sign-up cannot be done: set it to “${states.entered}” meanwhile.`,
  stillToCome: (count: number): string => `${n(count, 'sign-up is', 'sign-ups are')} for a program that is still to come, and not done yet`,
  undo: 'Undo',
  undone: 'Taken back',
  shortcuts: 'Keys: / to search, J and K for the next and the one before.',

  chooseOne: 'Choose a sign-up',
  chooseOneText: 'Its details, its history and what to do with it appear here.',
  back: 'All sign-ups',
  next: 'Next',
  previous: 'Previous',
  gone: 'This sign-up is not in the list',
  goneText: 'It was taken back, made one with another, or erased.',
  takenIn: 'Taken in',
  asked: 'What was asked for',
  school: 'School',
  firstName: 'First name',
  lastName: 'Last name',
  signature: 'Signature',
  signatureOf: 'Signature of the parent or caregiver',
  missing: 'Still to ask',
  missingHint: 'Sealed with the rest.',
  missingEmpty: 'Write down what must be asked.',
  saveMissing: 'Save as “Needs information”',
  setState: 'State',
  correct: 'Correct the details',
  correctTitle: 'Correct the details',
  saveCorrection: 'Save the correction',
  nameMissing: 'Enter a name.',
  nameLong: 'Shorten the name to 200 letters.',

  versions: {
    title: 'Corrected on two devices',
    count: (count: number): string => `${n(count, 'sign-up was', 'sign-ups were')} corrected on two devices`,
    look: 'Compare the corrections',
    text: 'The two devices had not seen each other’s correction. Choose which detail is right; the others stay in the history.',
    alike: 'The two devices had not seen each other’s correction. Both say the same.',
    counts: 'Counts now',
    take: 'Use these',
    keep: 'Keep as it is',
    settled: 'Chosen between the corrections',
  },

  history: 'History',
  historyOf: {
    taken: 'Signed up',
    corrected: 'Details corrected',
    merged: 'Made one with another sign-up',
    unmerged: 'Merge taken back',
    apart: 'Kept apart from a sign-up that is alike',
  },
  by: (who: string, where: string): string => (who === '' ? where : `${who}, ${where}`),
  takenBack: 'taken back',
  mergedHere: (others: string): string => `Made one with ${others}.`,
  unmerge: 'Take the merge back',
  unmergeTitle: 'Take this merge back?',
  unmergeKeep: 'Leave them one',
  unmergeText: (count: number): string =>
    count === 1
      ? 'The other one counts again, as a sign-up of its own. This one says again what it said before, unless it was corrected since.'
      : 'The others count again, each as a sign-up of its own. This one says again what it said before, unless it was corrected since.',
  unmerged: 'They are sign-ups of their own again',

  duplicates: 'The same person twice?',
  duplicatesFound: (count: number): string =>
    count === 1 ? 'Perhaps 1 person signed up twice' : `Perhaps ${number(count)} people signed up twice`,
  duplicatesLook: 'Compare them',
  duplicatesSearching: 'Looking for people who are here twice',
  duplicatesNone: 'Nobody is here twice',
  duplicatesNoneText: 'Names were compared without accents, capitals and order, together with phone, email, date of birth and parent.',
  duplicateHint: 'Perhaps the same person twice',
  group: (place: number, all: number): string => `${number(place)} of ${number(all)}`,
  sure: { high: 'Very likely', middle: 'Likely', low: 'Perhaps' },
  reasons,
  differs: 'Differs',
  stays: 'This one stays',
  empty: 'Nothing',
  merge: 'Make them one',
  merging: 'Making them one',
  mergeTitle: 'Make these one sign-up?',
  mergeText: (count: number, name: string): string =>
    `${name} stays, with the details you chose. ${count === 1 ? 'The other one no longer counts, and stays in the history.' : `The ${number(count)} others no longer count, and stay in the history.`} You can take this back in its history.`,
  mergeBack: 'Look again',
  merged: 'Made one',
  keepBoth: 'They are different people',
  keptBoth: 'Kept apart. Nobody is asked again.',
  skip: 'Later',

  file: patronFile,
};
