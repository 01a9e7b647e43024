// A stop timetable for tests, in the columns of the UK open schema. The stops are made up.

import Papa from 'papaparse';

const stop = {
  organisation: 'Palmetto',
  mobile: 'Van 1',
  route: 'A1',
  community: 'Little Haiti',
  stop: 'Maple Court',
  address: '12 NE 59th St',
  postcode: '',
  geox: '-80.195',
  geoy: '25.825',
  day: 'Thursday',
  type: 'Public',
  arrival: '10:00',
  departure: '10:45',
  frequency: 'FREQ=WEEKLY;INTERVAL=2',
  start: '2026-10-01',
  end: '',
  exceptions: '',
  timetable: 'https://library.example/stops',
};
export type TimetableRow = typeof stop;

export function aStop(parts: Partial<TimetableRow> = {}): TimetableRow {
  return { ...stop, ...parts };
}

/** The file, header first: the first row is on line 2. */
export function timetable(...rows: readonly TimetableRow[]): string {
  return Papa.unparse({ fields: Object.keys(stop), data: rows.map((row) => Object.values(row)) }, { newline: '\n' });
}
