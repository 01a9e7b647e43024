// What a person reads in the catalogue of resources.

import { formatting } from './formatting.ts';

const { number } = formatting;

export const resources = {
  title: 'Resources',
  reading: 'Reading resources',
  lead: 'What the library brings to sessions: books, kits, handouts, devices.',
  add: 'Add a resource',
  search: 'Search resources',
  searchHint: 'Title or barcode',
  clear: 'Clear the search',
  list: 'Resources',
  count: (count: number): string => (count === 1 ? '1 resource' : `${number(count)} resources`),
  showArchived: 'Show put-away ones too',
  archived: 'Put away',
  emptyTitle: 'The catalogue is empty',
  emptyText: 'Add what goes out often. It can then be handed out with one tap, and counted.',
  noneFoundTitle: 'No resource fits',
  noneFoundText: 'Look for another word, or add it.',
  newTitle: 'New resource',
  editTitle: 'Edit resource',
  name: 'Title',
  nameHint: 'As staff call it, such as “Seed packets”.',
  type: 'What kind of thing',
  barcode: 'Barcode',
  barcodeHint: 'When it has one. Scan it with the camera, or type it.',
  scan: 'Scan the barcode',
  stopScan: 'Stop scanning',
  putAway: 'Put away',
  putAwayHint: 'No longer offered for hand-outs. What was recorded stays.',
  save: 'Save resource',
  saving: 'Saving',
  notSaved: 'The resource was not saved',
  nameMissing: 'Enter a title.',
  nameTooLong: 'Shorten the title to 200 letters.',
  sameBarcode: (title: string): string => `“${title}” has this barcode already.`,
} as const;
