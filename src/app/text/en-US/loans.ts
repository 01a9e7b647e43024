// What a person reads about loans: what is out, where, since when, and the files that take them to the library system.

import { formatting } from './formatting.ts';

const { number } = formatting;

export const loans = {
  title: 'What is out',
  lead: 'Lent to cards, and left at sites as deposits.',
  reading: 'Reading loans',
  list: 'Loans',
  search: 'Search loans',
  searchHint: 'Title, barcode or place',
  clear: 'Clear the search',
  count: (count: number): string => (count === 1 ? '1 loan' : `${number(count)} loans`),
  overdueCount: (count: number): string => (count === 1 ? '1 overdue' : `${number(count)} overdue`),
  emptyTitle: 'Nothing is out',
  emptyText: 'What is lent in a session, to a card or to the site, is listed here until it comes back.',
  noneFound: 'No loan fits.',
  toCard: 'Library card',
  toPerson: 'No card given',
  depositAt: (site: string): string => `Deposit at ${site}`,
  unknownSite: 'a site that is not known here',
  since: (day: string): string => `since ${day}`,
  due: (day: string): string => `due ${day}`,
  overdue: 'Overdue',
  cameBack: 'It came back',
  cameBackOf: (title: string): string => `It came back: ${title}`,
  askBack: 'Is it back?',
  askBackText: (title: string): string => `${title} is then aboard again.`,
  keepOut: 'Still out',
  toFile: 'File for the library system',
  file: {
    title: 'Loans for the library system',
    lead: 'Lendings and returns as a file that Koha or Evergreen takes in, in the order in which they happened.',
    format: 'Which system?',
    koha: 'Koha',
    kohaHint: 'Offline circulation file (.koc)',
    evergreen: 'Evergreen',
    evergreenHint: 'Offline transactions',
    which: 'Which loans?',
    fresh: 'New ones',
    freshCount: (count: number): string => `${number(count)} not in a file yet`,
    all: 'All again',
    allCount: (count: number): string => `${number(count)}, those in earlier files too`,
    locked: 'Card numbers are sealed. Unlock them first.',
    nothing: 'There is nothing new for a file.',
    leftOut: (count: number): string =>
      count === 1
        ? '1 loan has no card number or no barcode, and is left out.'
        : `${number(count)} loans have no card number or no barcode, and are left out.`,
    waiting: (count: number): string =>
      count === 1
        ? '1 loan waits: the item was lent again since, and that loan, which is in an earlier file, would end by it. It goes into a file once the item is back.'
        : `${number(count)} loans wait: the items were lent again since, and those loans, which are in earlier files, would end by them. They go into a file once the items are back.`,
    noLabel: (count: number): string =>
      count === 1
        ? '1 loan is left out: no label of the library was read. Enter it in the library system by hand.'
        : `${number(count)} loans are left out: no label of the library was read. Enter them in the library system by hand.`,
    unreadable: (count: number): string =>
      count === 1 ? '1 card number cannot be opened with this key.' : `${number(count)} card numbers cannot be opened with these keys.`,
    save: (count: number): string => (count === 1 ? 'Save a file of 1 loan' : `Save a file of ${number(count)} loans`),
    saving: 'Saving',
    saved: 'The file is saved, and these loans are marked.',
    savedText: 'The file holds card numbers in clear. Upload it, then delete it.',
    last: (when: string, who: string): string => `Last file: ${when}, ${who}.`,
    someone: 'somebody',
    name: (day: string): string => `loans-${day}`,
  },
} as const;
