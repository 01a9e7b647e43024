// A published stop timetable, row by row: what is read, and what is told about a row that is not. Names here are made up.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstOn, mostStops, readStopTimetable, weekdayOf } from '../../../src/domain/import/stop-timetable.ts';
import { anyText } from '../../support/any-text.ts';
import { aStop, timetable, type TimetableRow } from '../../support/timetable.ts';

function read(...rows: readonly TimetableRow[]) {
  const result = readStopTimetable(timetable(...rows));
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

describe('a row', () => {
  test('is a stop, with keys that the same row has again next year', () => {
    expect(read(aStop({ exceptions: '2026-12-24, 2026-12-31', end: '2027-06-30', postcode: '33161' }))).toEqual({
      bad: [],
      dates: null,
      stops: [
        {
          line: 2,
          site: 'stops/palmetto/little haiti/maple court',
          key: 'stops/palmetto/little haiti/maple court/van 1/a1/th',
          organisation: 'Palmetto',
          mobile: 'Van 1',
          name: 'Little Haiti – Maple Court',
          address: '12 NE 59th St, 33161',
          latitude: 25.825,
          longitude: -80.195,
          arrival: '10:00',
          departure: '10:45',
          rule: 'FREQ=WEEKLY;INTERVAL=2',
          start: '2026-10-01',
          weekday: 'TH',
          end: '2027-06-30',
          exceptions: ['2026-12-24', '2026-12-31'],
        },
      ],
    });
  });

  test('is known again whatever its case and blanks', () => {
    const [one, other] = [
      read(aStop()).stops[0],
      read(aStop({ stop: ' MAPLE  court', organisation: 'palmetto', mobile: 'van 1 ' })).stops[0],
    ];
    expect(other?.key).toBe(one?.key);
  });

  test('need not repeat the community, nor say where it is on the map', () => {
    const [stop] = read(aStop({ community: 'Maple', geox: '', geoy: '' })).stops;
    expect(stop).toMatchObject({ name: 'Maple Court', latitude: null, longitude: null });
  });

  test.each([
    ['9:30', '09:30'],
    ['09.30', '09:30'],
    ['09:30:00', '09:30'],
    ['9:30 AM', '09:30'],
    ['12:05 am', '00:05'],
  ])('may write its arrival %s', (arrival, expected) => {
    expect(read(aStop({ arrival })).stops[0]?.arrival).toBe(expected);
  });

  test.each(['Thu', 'thurs.', 'THURSDAY', 'Thursdays'])('may write its day %s', (day) => {
    expect(read(aStop({ day })).stops[0]?.weekday).toBe('TH');
  });

  test('without a frequency is weekly; without a day it is the day of its start', () => {
    expect(read(aStop({ frequency: '', day: '' })).stops[0]).toMatchObject({ rule: 'FREQ=WEEKLY', weekday: 'TH' });
  });
});

describe('a bad row', () => {
  test.each([
    ['missing', 'stop', { stop: '' }],
    ['missing', 'arrival', { arrival: '' }],
    ['missing', 'departure', { departure: ' ' }],
    ['missing', 'start', { start: '' }],
    ['missing', 'day', { start: '', day: '', frequency: '' }],
    ['time', 'arrival', { arrival: 'ten' }],
    ['time', 'arrival', { arrival: '25:00' }],
    ['time', 'departure', { departure: '13:00 pm' }],
    ['time-order', 'departure', { arrival: '10:45', departure: '10:00' }],
    ['time-order', 'departure', { departure: '10:00' }],
    ['date', 'start', { start: '12/32/2026' }],
    ['year', 'start', { start: '9/12/26' }],
    ['year', 'exceptions', { exceptions: '2026-12-24,12/31/26' }],
    ['date', 'start', { start: '2026-02-30' }],
    ['date', 'end', { end: 'June' }],
    ['date', 'end', { end: '2026-09-01' }],
    ['date', 'exceptions', { exceptions: '2026-12-24,Christmas' }],
    ['day', 'day', { day: 'Feiertag' }],
    ['day', 'day', { day: 'T' }],
    ['coordinates', 'geox', { geox: '459000' }],
    ['coordinates', 'geoy', { geoy: '91' }],
    ['coordinates', 'geoy', { geoy: '' }],
    ['coordinates', 'geox', { geox: '80,2' }],
    ['coordinates', 'geox', { geox: '1e1' }],
    ['too-long', 'stop', { stop: 'x'.repeat(201) }],
    ['too-long', 'stop', { organisation: 'x'.repeat(250) }],
    ['too-long', 'address', { address: 'x'.repeat(301) }],
  ])('is told: %s (%s)', (reason, field, parts) => {
    const good = aStop({ stop: 'Oak Gardens' });
    const found = read(aStop(parts), good);
    expect(found.bad).toEqual([{ line: 2, reason, field }]);
    expect(found.stops.map((stop) => stop.line)).toEqual([3]);
  });

  test('has more fields than there are columns', () => {
    const result = readStopTimetable(`${timetable(aStop()).trimEnd()},one more\n`);
    expect(result).toMatchObject({ ok: true, value: { stops: [], bad: [{ line: 2, reason: 'columns', field: '' }] } });
  });

  test('says again what an earlier one said, and names its line', () => {
    expect(read(aStop(), aStop({ stop: 'Oak Gardens' }), aStop({ address: 'elsewhere' })).bad).toEqual([
      { line: 4, reason: 'duplicate', field: '2' },
    ]);
  });
});

describe('dates with slashes', () => {
  const starts = (...all: readonly string[]) => {
    const { stops, bad, dates } = read(...all.map((start, at) => aStop({ stop: `Stop ${at}`, start })));
    return { days: stops.map(({ start }) => start), bad: bad.map(({ line, reason }) => `${line} ${reason}`), dates };
  };

  test('are read as one date of the file says', () => {
    expect(starts('9/12/2019', '25/9/2019')).toEqual({
      days: ['2019-12-09', '2019-09-25'],
      bad: [],
      dates: { text: '9/12/2019', day: '2019-12-09', isSure: true },
    });
    expect(starts('9/25/2019', '9/12/2019 0:00', '2026-10-01')).toEqual({
      days: ['2019-09-25', '2019-09-12', '2026-10-01'],
      bad: [],
      dates: { text: '9/12/2019 0:00', day: '2019-09-12', isSure: true },
    });
    const { stops } = read(aStop({ start: '1/2/2026', end: '6/30/2026', exceptions: '2/3/2026, 2026-02-17' }));
    expect(stops).toMatchObject([{ start: '2026-01-02', end: '2026-06-30', exceptions: ['2026-02-03', '2026-02-17'] }]);
  });

  test('where nothing tells begin with the month, and that is said', () => {
    expect(starts('9/12/2019', '10/1/2019')).toEqual({
      days: ['2019-09-12', '2019-10-01'],
      bad: [],
      dates: { text: '9/12/2019', day: '2019-09-12', isSure: false },
    });
  });

  test('that contradict each other are refused; what is no date either way contradicts none', () => {
    expect(starts('25/9/2019', '9/25/2019', '1/2/2019', '2026-10-01')).toEqual({
      days: ['2026-10-01'],
      bad: ['2 date', '3 date', '4 date'],
      dates: null,
    });
    expect(starts('25/9/2019', '9/99/2019', '9/31/2019')).toMatchObject({ days: ['2019-09-25'], bad: ['3 date', '4 date'] });
  });
});

describe('two visits of one vehicle to one stop on one day', () => {
  test('are told apart by their order in the day, not in the file', () => {
    const [late, early] = [aStop({ arrival: '14:00', departure: '15:00' }), aStop()];
    const keys = (stops: readonly { readonly arrival: string; readonly key: string }[]) =>
      Object.fromEntries(stops.map(({ arrival, key }) => [arrival, key.split('/').at(-1)]));
    expect(keys(read(late, early).stops)).toEqual({ '10:00': 'th', '14:00': 'th#2' });
    expect(keys(read(early, late).stops)).toEqual({ '10:00': 'th', '14:00': 'th#2' });
  });
});

describe('a file', () => {
  test('needs its columns, in any order, and takes others', () => {
    expect(readStopTimetable('stop,day\nMaple Court,Thursday')).toMatchObject({
      ok: false,
      problem: { code: 'csv-columns-missing', detail: { columns: 'organisation, geox, geoy, arrival, departure, frequency, start, end' } },
    });
    const turned = timetable(aStop())
      .split('\n')
      .map((line) => line.split(',').toReversed().join(','))
      .join('\n');
    expect(readStopTimetable(turned)).toMatchObject({ ok: true, value: { bad: [], stops: [{ name: 'Little Haiti – Maple Court' }] } });
  });

  test('with more stops than vehicles can make is refused', () => {
    const rows = Array.from({ length: mostStops + 1 }, (_, at) => aStop({ stop: `Stop ${at}` }));
    expect(readStopTimetable(timetable(...rows))).toMatchObject({
      ok: false,
      problem: { code: 'csv-unreadable', detail: { reason: 'too-many-rows' } },
    });
  });

  test('may hold anything in any cell', () => {
    const cell = fc.oneof(anyText(12), fc.constantFrom('Thursday', '10:00', '2026-01-01', 'FREQ=WEEKLY', '-80.1', '=1+1'));
    const row = fc.record({
      stop: cell,
      day: cell,
      arrival: cell,
      departure: cell,
      start: cell,
      end: cell,
      geox: cell,
      geoy: cell,
      frequency: cell,
      exceptions: cell,
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
        const result = readStopTimetable(timetable(...rows.map((parts) => aStop(parts))));
        if (result.ok) expect(result.value.stops.length + result.value.bad.length).toBeLessThanOrEqual(rows.length);
      }),
    );
  });
});

test('the first such day is the day itself, or the next within a week', () => {
  expect(weekdayOf('2026-11-05')).toBe('TH');
  expect(firstOn('TH', '2026-11-05')).toBe('2026-11-05');
  expect(firstOn('WE', '2026-11-05')).toBe('2026-11-11');
});
