// What a person reads while importing stops: choosing a file, what is in it, rows that cannot be used, and what changed.

import { formatting } from './formatting.ts';

const { number } = formatting;

import type { BadRow } from '../../../domain/import/stop-timetable.ts';

const n = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${number(count)} ${many}`);

export const importing = {
  title: 'Import stops',
  text: 'A timetable of stops becomes sites, and sessions for the coming weeks. Importing the same file again changes nothing.',
  choose: 'Choose a CSV file',
  chooseOther: 'Choose another file',
  drop: 'or drop it here',
  dropNow: 'Drop the file to read it',
  columnsTitle: 'Which columns it needs',
  columnsText:
    'The first line names the columns: organisation, stop, geox, geoy, day, arrival, departure, frequency, start and end. Cells may be empty, except stop, arrival and departure. Used as well where they are there: mobile, route, community, address, postcode and exceptions.',
  sampleDownload: 'Save a sample file',
  sampleName: 'wayside-stops-sample.csv',
  file: 'File',
  fileSize: (name: string, size: string): string => `${name}, ${size}`,
  tooLarge: (most: string): string =>
    `This file is larger than ${most}. A timetable of stops is much smaller; check that it is the right file.`,
  reading: 'Reading the file',
  weeks: 'How many weeks ahead',
  weeksHint: 'From 1 to 17. More weeks can be added later from the same file.',
  weeksMissing: 'Enter a number of weeks from 1 to 17.',
  fewer: 'One week less',
  more: 'One week more',
  outlet: 'Which vehicle or branch goes there',
  noOutlet: 'Not said',
  preview: 'What the file brings',
  sitesLabel: (count: number): string => (count === 1 ? 'site to save' : 'sites to save'),
  sessionsLabel: (count: number): string => (count === 1 ? 'session to save' : 'sessions to save'),
  unchangedLabel: 'already there, unchanged',
  badLabel: (count: number): string => (count === 1 ? 'row cannot be used' : 'rows cannot be used'),
  noDays: 'No stop of this file falls into these weeks.',
  gone: (count: number): string =>
    `${n(count, 'planned session is', 'planned sessions are')} no longer in this timetable. Nothing happens to ${count === 1 ? 'it' : 'them'}; cancel what does not take place.`,
  dates: (text: string, day: string): string => `Dates: ${text} is read as ${day}, because other dates in this file can only be read so.`,
  datesAssumed: (text: string, day: string): string =>
    `Dates: ${text} is read as ${day}, with the month first. Nothing in this file says which number is the month; if it is the day that comes first, write dates such as 2026-09-17.`,
  mobiles: {
    title: 'Vehicles the file names',
    matched: (mobile: string, outlet: string): string => `“${mobile}” in the file is ${outlet}.`,
    chosen: (mobile: string, outlet: string): string => `No vehicle or branch is called “${mobile}”: its stops get ${outlet}.`,
    none: (mobile: string): string => `No vehicle or branch is called “${mobile}”: its stops get none.`,
    more: (count: number): string => `And ${number(count)} more.`,
    kept: 'What is planned already keeps its vehicle or branch.',
  },
  badRows: (count: number): string => n(count, 'row cannot be used', 'rows cannot be used'),
  badRowsText: 'They are left out. All other rows are imported; mend these in the file and import it again whenever you like.',
  reasons: {
    missing: (column) => `Nothing is entered under “${column}”.`,
    year: (column) => `The year under “${column}” has two digits. Write all four, such as 2026.`,
    date: (column) => `“${column}” is no date such as 2026-09-17.`,
    time: (column) => `“${column}” is no time such as 14:30.`,
    'time-order': () => 'It ends before it begins.',
    day: () => 'The day is none of Monday to Sunday.',
    coordinates: (column) => `“${column}” is no place on a map.`,
    frequency: () => 'The frequency cannot be read. It looks like FREQ=WEEKLY;INTERVAL=2.',
    'too-long': (column) => `“${column}” is too long.`,
    duplicate: (line) => `The same stop stands in line ${line} already.`,
    columns: () => 'The row has more cells than the file has columns.',
  } satisfies Readonly<Record<BadRow['reason'], (field: string) => string>>,
  columnsMissing: (columns: string): string => `This file lacks: ${columns}.`,
  line: 'Line',
  reason: 'Why',
  downloadBadRows: 'Save the list as CSV',
  badRowsFile: 'rows-to-mend.csv',
  badRowsMore: (count: number): string => `And ${n(count, 'more row', 'more rows')}. Save the list to see all of them.`,
  confirm: (sites: number, sessions: number): string => `Import ${n(sites, 'site', 'sites')} and ${n(sessions, 'session', 'sessions')}`,
  confirmSessions: (sessions: number): string => `Import ${n(sessions, 'session', 'sessions')}`,
  working: 'Importing',
  workingWords: (done: number, total: number): string => `${number(done)} of ${number(total)}`,
  leave: 'You can leave this page; it goes on.',
  doneTitle: 'Imported',
  doneText: (sites: number, sessions: number): string =>
    `${n(sites, 'site', 'sites')} and ${n(sessions, 'session', 'sessions')} are saved on this device and will be delivered.`,
  nothingNewTitle: 'Nothing to change',
  nothingNewText: (count: number): string => `Everything in this file is already there: ${n(count, 'record', 'records')}, unchanged.`,
  nothingUsable: 'No row of this file can be used.',
  seeSessions: 'See the sessions',
  seeSites: 'See the sites',
  importAnother: 'Import another file',
  stopped: 'Not everything is saved',
  stoppedText: 'What is done stays, and is not done twice: the same button goes on where it stopped.',
  undo: 'Take this import back',
  undoing: 'Taking it back',
  last: {
    title: 'Imports of the last 30 days on this device',
    unnamed: 'Without a name',
    meta: (when: string, records: number): string => `${when}, ${n(records, 'record', 'records')}`,
    takeBack: 'Take back…',
    takeBackOf: (name: string): string => `Take back… ${name}`,
    askTitle: (name: string): string => `Take back ${name}?`,
    askText:
      'What it added is canceled or put away, and what it changed becomes what it was. What somebody has begun, changed or used since stays.',
    keep: 'Leave it as it is',
  },
  undone: 'The import is taken back. Sessions that were begun or changed meanwhile stay.',
} as const;
