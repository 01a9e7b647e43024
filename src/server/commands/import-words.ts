// What a person at the command line reads about a file or calendar that cannot be used, or a part of it: the sentence, then the code to
// look for. The sentences are the screens' own (app/text, which the server may not import); a test holds the two together.

import type { BadEvent } from '../../domain/import/calendar-events.ts';
import type { BadRow } from '../../domain/import/stop-timetable.ts';
import type { Problem, ProblemCode } from '../../domain/problem.ts';

/** `field` is the column; for a duplicate the line of the first. */
export const rowReasons: Readonly<Record<BadRow['reason'], (field: string) => string>> = {
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
};

/** `outlet`: of that name; `chosen`: the one of stops whose vehicle has none. */
export function mobileWords(mobile: string, outlet: string | null, chosen: string | null): string {
  if (outlet !== null) return `“${mobile}” in the file is ${outlet}.`;
  const none = `No vehicle or branch is called “${mobile}”: its stops get`;
  return chosen === null ? `${none} none.` : `${none} ${chosen}.`;
}

/** `field` is the property; for a zone its name, for a duplicate the line of the first. */
export const eventReasons: Readonly<Record<BadEvent['reason'], (field: string) => string>> = {
  'no-start': () => 'It does not say when it begins.',
  date: (field) => `A date or time cannot be read (${field}).`,
  zone: (field) => `Nobody knows the time zone “${field}”.`,
  frequency: () => 'How often it recurs cannot be read.',
  'cut-short': () => 'The file ends, or the next event begins, in the middle of it.',
  duplicate: (line) => `Another event with the same identifier (UID) stands in line ${line}.`,
};

export const rowsLeftOut = 'They are left out. All other rows are imported; mend these in the file and import it again whenever you like.';
export const eventsLeftOut = 'They are left out. All other events come in.';

/** What happened, what is safe, what to do. */
export const wholeProblems = {
  'csv-unreadable': ['This file could not be read as a table.', 'Nothing was imported.', 'Save it as CSV and try again.'],
  'csv-columns-missing': ['The file lacks columns that are needed.', 'Nothing was imported.', 'Add the columns named below and try again.'],
  'calendar-unreadable': ['This could not be read as a calendar.', 'Nothing was imported.', 'Save it as .ics and try again.'],
  'feed-refused': [
    'The server does not fetch this address.',
    'Nothing was imported.',
    'Check the address, or choose the calendar as a file.',
  ],
  'feed-unreachable': ['The calendar did not answer.', 'Nothing was imported.', 'Check the address, or try later.'],
} as const satisfies Partial<Record<ProblemCode, readonly string[]>>;

/** By the reason in a problem's `detail`. */
export const closerReasons: Readonly<Record<string, string>> = {
  empty: 'The file is empty.',
  'no-calendar': 'What came is no calendar. A page that shows a calendar is not enough: look there for “Subscribe” or “iCal”.',
  'too-many-events': 'The calendar has more than 20,000 events. Export a shorter time.',
  address: 'This is no address.',
  scheme: 'Only addresses that begin with http, https or webcal are fetched.',
  credentials: 'An address with a user name and password in it is not fetched.',
  'own-network': 'This address leads into the server’s own network. Only the operator of the server can allow that.',
  redirects: 'The address leads on too many times.',
  name: 'There is no such address.',
  connection: 'Nobody answers there.',
  timeout: 'It took too long.',
  status: 'There is no calendar at this address (any more).',
  unreadable: 'What came was cut short.',
};

/** Of a whole file or calendar: what happened and what to do, closer where it is known, and the code with its details. */
export function inWords({ code, detail = {} }: Problem): string {
  const { reason, columns, most } = detail;
  const known: Readonly<Record<string, readonly string[]>> = wholeProblems;
  const tooMany = code === 'input-invalid' && most !== undefined;
  const sentences = [
    ...(tooMany
      ? [`It would plan more than ${most} sessions.`, 'Nothing was imported.', 'Choose fewer weeks with --weeks.']
      : (known[code] ?? [])),
    ...(typeof reason === 'string' && Object.hasOwn(closerReasons, reason) ? [closerReasons[reason]] : []),
    ...(columns === undefined ? [] : [`This file lacks: ${columns}.`]),
    ...(reason === 'own-network' ? ['FEED_NETWORKS names networks of your own.'] : []),
  ];
  const details = Object.entries(detail).map(([name, value]) => `${name} ${value}`);
  return `${sentences.join(' ')} (${[code, ...details].join(', ')})`;
}
