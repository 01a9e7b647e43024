// What a person reads while importing titles into the catalogue.

import type { BadTitle } from '../../../domain/import/titles.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;

const n = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${number(count)} ${many}`);

export const titles = {
  title: 'Import titles',
  text: 'A list of titles into the catalogue. Importing the same file again changes nothing, and what staff changed stays.',
  choose: 'Choose a file',
  helpTitle: 'Which files it reads',
  help: 'CSV with a column “title”; read as well: author, ISBN, EAN or UPC, barcode, type, language, topic, ages. MARC 21 records (.mrc) and MARCXML, as library systems export them.',
  sample: 'Save a sample file',
  sampleName: 'wayside-titles-sample.csv',
  tooLarge: (most: string): string => `This file is larger than ${most}. Divide it into several.`,
  added: (count: number): string => (count === 1 ? 'title to add' : 'titles to add'),
  changed: 'to bring up to date',
  unchanged: 'already there, unchanged',
  badLabel: (count: number): string => (count === 1 ? 'cannot be used' : 'cannot be used'),
  bad: (count: number): string => n(count, 'row or record cannot be used', 'rows or records cannot be used'),
  badText: 'They are left out; all others are imported.',
  badMore: (count: number): string => `And ${n(count, 'more', 'more')}. Save the list to see all of them.`,
  badFile: 'titles-to-mend.csv',
  place: 'Line or record',
  reasons: {
    'no-title': 'It has no title.',
    'too-long': 'The title or the author is too long.',
    columns: 'The row has more cells than the file has columns.',
    unreadable: 'The record is damaged and cannot be read.',
  } satisfies Readonly<Record<BadTitle['reason'], string>>,
  nothing: 'Nothing in this file can be used.',
  confirm: (count: number): string => `Import ${n(count, 'title', 'titles')}`,
  done: (count: number): string => `${n(count, 'title is', 'titles are')} saved on this device and will be delivered.`,
  see: 'See the catalogue',
  undone: 'The import is taken back.',
  putAway: (count: number): string => `${n(count, 'title was', 'titles were')} put away. The same file brings them back.`,
  asBefore: (count: number): string => `${n(count, 'title is', 'titles are')} as before the import.`,
  kept: (count: number): string => `${n(count, 'title stays: it was', 'titles stay: they were')} changed or used since.`,
} as const;
