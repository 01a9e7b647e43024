// A stop timetable as it is published (CSV, columns of the UK open schema, FIELD.md 1.8): one row is one stop of one vehicle, with the
// days it recurs on. A bad row is told by line and reason and spoils no other. What becomes of the stops is in plan-timetable.ts.

import * as v from 'valibot';
import { ok, type Result } from '../problem.ts';
import { addDays, type Day, day, minutesOf, type TimeOfDay } from '../shapes.ts';
import { type CsvRow, readCsv } from './csv.ts';
import { readSlashDay, type SlashOrder, slashOrderOf } from './slash-dates.ts';

/** One row, read. `key` and `site` are stable: the same row of next year's file has them again. */
export interface TimetableStop {
  readonly line: number;
  /** Which site it is: organisation, community and stop. */
  readonly site: string;
  /** Which visit it is: site, vehicle, route and day of the week; '#2' for a second one on the same day. */
  readonly key: string;
  readonly organisation: string;
  /** The vehicle, as the file names it; '' when it does not. */
  readonly mobile: string;
  readonly name: string;
  readonly address: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly arrival: TimeOfDay;
  readonly departure: TimeOfDay;
  /** 'FREQ=WEEKLY' when the row says nothing. */
  readonly rule: string;
  /** null: it has always been so. */
  readonly start: Day | null;
  /** 'MO' … 'SU', null when the rule names its own days. */
  readonly weekday: Weekday | null;
  readonly end: Day | null;
  readonly exceptions: readonly Day[];
}

export const badRowReasons = [
  'missing',
  'date',
  'year',
  'time',
  'time-order',
  'day',
  'coordinates',
  'frequency',
  'too-long',
  'duplicate',
  'columns',
] as const;

export interface BadRow {
  readonly line: number;
  readonly reason: (typeof badRowReasons)[number];
  /** The column it is about; for a duplicate the line of the first. */
  readonly field: string;
}

export interface StopTimetable {
  readonly stops: readonly TimetableStop[];
  readonly bad: readonly BadRow[];
  /** How dates such as 9/12/2019 were read, by one of them; null: there are none that can be read. */
  readonly dates: ReadDates | null;
}

export interface ReadDates {
  readonly text: string;
  readonly day: Day;
  /** Some date of the file can only be read so. */
  readonly isSure: boolean;
}

/** More stops than any one library's vehicles make. */
export const mostStops = 5_000;

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
export type Weekday = (typeof weekdays)[number];

export function weekdayOf(date: Day): Weekday {
  return weekdays[new Date(date).getUTCDay()] ?? 'SU';
}

/** What every source of ours begins with; the organisation follows. */
export function sourceOf(...names: readonly string[]): string {
  return [
    'stops',
    ...names.map((name) =>
      name
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\s/]+/g, ' ')
        .trim(),
    ),
  ].join('/');
}

const columns = ['organisation', 'stop', 'geox', 'geoy', 'day', 'arrival', 'departure', 'frequency', 'start', 'end'] as const;
/** Read when they are there. */
const otherColumns = ['mobile', 'route', 'community', 'address', 'postcode', 'exceptions'] as const;

/** Problems: those of readCsv. `bad` is in the order of lines. */
export function readStopTimetable(text: string): Result<StopTimetable> {
  const table = readCsv(text, { columns, mostRows: mostStops });
  if (!table.ok) return table;
  const stops: TimetableStop[] = [];
  const bad: BadRow[] = [];
  const lines = new Map<string, number>();
  const written = table.value.rows.flatMap(({ values }) => dateColumns.flatMap((column) => datesIn(values[column] ?? '', column)));
  const order = slashOrderOf(written);
  for (const row of table.value.rows) {
    const read = readStop(row, order);
    if (!read.ok) {
      bad.push(read.bad);
      continue;
    }
    const { line, ...said } = read.stop;
    const same = JSON.stringify([said.key, said.arrival, said.departure, said.rule, said.start, said.end]);
    const first = lines.get(same);
    if (first === undefined) stops.push(read.stop);
    else bad.push({ line, reason: 'duplicate', field: String(first) });
    lines.set(same, first ?? line);
  }
  return ok({ stops: withOrdinals(stops), bad, dates: datesRead(written, order) });
}

type Read = { readonly ok: true; readonly stop: TimetableStop } | { readonly ok: false; readonly bad: BadRow };

const dateColumns = ['start', 'end', 'exceptions'] as const;

/** Of exceptions a cell may hold several. */
function datesIn(cell: string, column: (typeof dateColumns)[number]): readonly string[] {
  return column === 'exceptions' ? cell.split(/[,;\s]+/) : [cell];
}

/** The plainest of them: one that another order would read as another day. */
function datesRead(written: readonly string[], order: SlashOrder): ReadDates | null {
  const found = written.flatMap((text) => {
    const read = readSlashDay(text, order);
    return read === null || read === 'bad' || read === 'short-year' ? [] : [{ text, day: read, isSure: order !== 'unclear' }];
  });
  return found.find(({ text }) => slashOrderOf([text]) === 'unclear') ?? found[0] ?? null;
}

function readStop(row: CsvRow, order: SlashOrder): Read {
  const { line } = row;
  const bad = (reason: BadRow['reason'], field: string): Read => ({ ok: false, bad: { line, reason, field } });
  const cell = (column: (typeof columns)[number] | (typeof otherColumns)[number]) => row.values[column] ?? '';
  if (row.surplus) return bad('columns', '');
  for (const column of ['stop', 'arrival', 'departure'] as const) if (cell(column) === '') return bad('missing', column);

  const [arrival, departure] = [readTime(cell('arrival')), readTime(cell('departure'))];
  if (arrival === null) return bad('time', 'arrival');
  if (departure === null) return bad('time', 'departure');
  if (minutesOf(departure) <= minutesOf(arrival)) return bad('time-order', 'departure');

  const [start, end] = [readDay(cell('start'), order), readDay(cell('end'), order)];
  if (start === 'short-year') return bad('year', 'start');
  if (end === 'short-year') return bad('year', 'end');
  if (start === 'bad') return bad('date', 'start');
  if (end === 'bad' || (start !== null && end !== null && end < start)) return bad('date', 'end');
  const exceptions: Day[] = [];
  for (const text of datesIn(cell('exceptions'), 'exceptions')) {
    const exception = readDay(text, order);
    if (exception === 'short-year') return bad('year', 'exceptions');
    if (exception === 'bad') return bad('date', 'exceptions');
    if (exception !== null) exceptions.push(exception);
  }

  const rule = cell('frequency') || 'FREQ=WEEKLY';
  if (start === null && /INTERVAL=0*([2-9]|1\d)|COUNT=/i.test(rule)) return bad('missing', 'start');
  const named = readWeekday(cell('day'));
  if (named === 'bad') return bad('day', 'day');
  if (named === null && start === null && !/BYDAY=/i.test(rule)) return bad('missing', 'day');

  const latitude = readCoordinate(cell('geoy'), 90);
  const longitude = readCoordinate(cell('geox'), 180);
  if (longitude === 'bad' || (longitude === null && latitude !== null)) return bad('coordinates', 'geox');
  if (latitude === 'bad' || (latitude === null && longitude !== null)) return bad('coordinates', 'geoy');

  const [organisation, mobile, community, stop] = [cell('organisation'), cell('mobile'), cell('community'), cell('stop')];
  const name = community === '' || stop.toLowerCase().includes(community.toLowerCase()) ? stop : `${community} – ${stop}`;
  const address = [cell('address'), cell('postcode')].filter((text) => text !== '').join(', ');
  const site = sourceOf(organisation, community, stop);
  const weekday = named ?? (start === null ? null : weekdayOf(start));
  const key = `${site}/${sourceOf(mobile, cell('route')).slice('stops/'.length)}/${(weekday ?? 'any').toLowerCase()}`;
  if (name.length > 200) return bad('too-long', 'stop');
  if (address.length > 300) return bad('too-long', 'address');
  if (key.length > longestKey) return bad('too-long', 'stop');
  return {
    ok: true,
    stop: {
      line,
      site,
      key,
      organisation,
      mobile,
      name,
      address,
      latitude,
      longitude,
      arrival,
      departure,
      rule,
      start,
      weekday,
      end,
      exceptions,
    },
  };
}

/** So that '#12/2026-11-02' still fits into a source, which is a line. */
const longestKey = 285;

/** Several visits of one vehicle to one stop on one day of the week are told apart by their order in the day. */
function withOrdinals(stops: readonly TimetableStop[]): TimetableStop[] {
  const byKey = new Map<string, TimetableStop[]>();
  for (const stop of stops) byKey.set(stop.key, [...(byKey.get(stop.key) ?? []), stop]);
  return stops.map((stop) => {
    const visits = byKey.get(stop.key)?.toSorted((a, b) => minutesOf(a.arrival) - minutesOf(b.arrival) || a.line - b.line) ?? [];
    const at = visits.indexOf(stop);
    return at > 0 ? { ...stop, key: `${stop.key}#${at + 1}` } : stop;
  });
}

/** '9:30', '09:30:00' and '9:30 pm' are all meant well. */
function readTime(text: string): TimeOfDay | null {
  const [, hour = '', minute = '', half = ''] = /^(\d{1,2})[:.](\d{2})(?::\d{2})? ?([ap]m)?$/i.exec(text) ?? [];
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  const possible = hour !== '' && hours < 24 && Number(minute) < 60 && (half === '' || (Number(hour) >= 1 && Number(hour) <= 12));
  return possible ? `${String(hours).padStart(2, '0')}:${minute}` : null;
}

function readDay(text: string, order: SlashOrder): Day | 'bad' | 'short-year' | null {
  if (text === '') return null;
  const slashed = readSlashDay(text, order);
  if (slashed !== null) return slashed;
  const date = text.replace(/T.*$/, '');
  return v.is(day, date) ? date : 'bad';
}

function readWeekday(text: string): Weekday | 'bad' | null {
  if (text === '') return null;
  const letters = text.toLowerCase().replace(/[.s]$/, '');
  const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
  const at = letters.length < 3 ? -1 : names.findIndex((name) => name.startsWith(letters));
  return weekdays[at] ?? 'bad';
}

function readCoordinate(text: string, most: number): number | 'bad' | null {
  if (text === '') return null;
  const degrees = Number(text);
  return /^[+-]?\d+(\.\d+)?$/.test(text) && Math.abs(degrees) <= most ? degrees : 'bad';
}

/** The first day on or after `start` that is this day of the week. */
export function firstOn(weekday: Weekday, start: Day): Day {
  const ahead = (weekdays.indexOf(weekday) - weekdays.indexOf(weekdayOf(start)) + 7) % 7;
  return addDays(start, ahead);
}
