// What staff read while sign-ups leave as a file for the library system.

import type { LeftOutReason, PatronDoubt } from '../../../domain/export/patrons.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

const n = (count: number): string => (count === 1 ? '1 sign-up' : `${number(count)} sign-ups`);

const reasons: Readonly<Record<LeftOutReason, string>> = {
  closed: 'Does not open with any key that is open here',
  'no-name': 'No name',
  'no-card': 'No card number: Evergreen takes nobody in without one',
  'no-birth-date': 'No date of birth: Evergreen does not take such a line in',
};

const doubts: Readonly<Record<PatronDoubt, string>> = {
  'no-card': 'No card number',
  'card-twice': 'Another one has the same card number',
  'card-long': 'The card number is too long for Koha, which takes 32 letters and digits',
  'name-divided': 'The name was written in one, and is divided after its first word',
  apostrophe: 'Evergreen may write the apostrophe twice: look at it after the import',
};

export const patronFile = {
  title: 'File for the library system',
  locked: 'Unlock to save sign-ups as a file for the library system.',
  clear: 'The file holds names in clear',
  clearText: 'It is made on this device and sent nowhere. Save it where only you can read it, and delete it after the import.',
  kind: 'Which sign-ups?',
  format: 'Which file?',
  plain: 'Table with all details',
  hints: {
    koha: 'For Tools, Import patrons (CSV)',
    evergreen: 'For patron_loader.pl (CSV)',
    plain: 'For a spreadsheet, or to type from (CSV)',
  },
  branch: 'Branch code (branchcode)',
  category: 'Patron category (categorycode)',
  kohaCodes: 'Up to 10 characters, as in Koha. Leave it empty to choose it in Koha’s import.',
  codeLong: 'Shorten it to 10 characters, the most that Koha takes.',
  profile: 'Permission group (profile)',
  homeLibrary: 'Home library, its short name (home_library)',
  evergreenCodes: 'As in Evergreen. Leave it empty to name it when the file is loaded.',
  withAsked: (count: number): string => (count === 1 ? 'Also 1 that needs information' : `Also ${number(count)} that need information`),
  withAskedHint: 'Something must still be asked. Once it is marked as entered, nothing reminds you of that.',
  inFile: (count: number): string => `In the file: ${n(count)}`,
  leftOut: (count: number): string => `Left out: ${n(count)}`,
  reasons,
  doubts,
  command: 'To load the file, run this on Evergreen’s server:',
  accents: 'There are letters with accents in it',
  accentsText: 'Without “-CSD” in that command, Evergreen leaves out every line with such a letter, and does not say so.',
  nothing: 'There is nobody for a file',
  nothingText: 'Of these sign-ups none is still to be entered.',
  onlyAsked: 'Those that are still to be entered need information. To put them into the file all the same, tick the box above.',
  save: (count: number): string => `Save a file of ${n(count)}`,
  saved: (count: number): string => `The file is saved, with ${n(count)}`,
  name: (day: string): string => `sign-ups-${day}`,
  last: 'The last file',
  lastSaved: (when: string, count: number): string => `${when}, with ${n(count)}.`,
  lastText: 'Import it and see that it went well. Then mark them here, and delete the file.',
  mark: (count: number): string =>
    count === 1 ? 'Mark this 1 as entered in the library system' : `Mark these ${number(count)} as entered in the library system`,
  marked: (count: number): string => `Of it, ${n(count)} marked as entered.`,
};
