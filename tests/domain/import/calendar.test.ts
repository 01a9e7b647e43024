// Reading calendars as they come: folded, broken, in other zones, with series and their exceptions. One bad event spoils no other.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { occurrencesOf } from '../../../src/domain/import/calendar-days.ts';
import { calendarInSteps, readCalendar } from '../../../src/domain/import/calendar-events.ts';
import { textOfCsv } from '../../../src/domain/import/csv-bytes.ts';
import { atOnce } from '../../../src/domain/steps.ts';
import { aCalendar, anEvent } from '../../support/calendar.ts';

const zone = 'America/New_York';

function read(text: string) {
  const calendar = readCalendar(text, zone);
  if (!calendar.ok) throw new Error(JSON.stringify(calendar.problem));
  return calendar.value;
}

/** 'day start-end title' of the days in the last two months of 2026, or of others. */
function days(text: string, from = '2026-11-01', to = '2026-12-31'): readonly string[] {
  return atOnce(occurrencesOf(read(text), zone, from, to)).occurrences.map(
    ({ day, startsAt, endsAt, canceled }) =>
      `${day} ${startsAt ?? 'all day'}${endsAt === null ? '' : `-${endsAt}`}${canceled ? ' canceled' : ''}`,
  );
}

const at = 'DTSTART;TZID=America/New_York:20261110T100000';

describe('an event', () => {
  test.each([
    ['in UTC', ['DTSTART:20261110T150000Z', 'DTEND:20261110T160000Z'], '2026-11-10 10:00-11:00'],
    ['in UTC before the clock changes', ['DTSTART:20261101T010000Z', 'DTEND:20261101T020000Z'], null],
    ['in its own zone', ['DTSTART;TZID=America/Los_Angeles:20261110T070000', 'DURATION:PT1H30M'], '2026-11-10 10:00-11:30'],
    ['in a zone of Windows', ['DTSTART;TZID="Eastern Standard Time":20261110T100000'], '2026-11-10 10:00'],
    ['in a zone with words around it', ['DTSTART;TZID="(UTC-06:00) Central Time (US & Canada)":20261110T090000'], '2026-11-10 10:00'],
    [
      'in a zone of an institute',
      ['DTSTART;TZID=/freeassociation.sourceforge.net/Tzfile/America/Chicago:20261110T090000'],
      '2026-11-10 10:00',
    ],
    ['floating', ['DTSTART:20261110T100000', 'DTEND:20261110T110000'], '2026-11-10 10:00-11:00'],
    ['of a whole day', ['DTSTART;VALUE=DATE:20261110', 'DTEND;VALUE=DATE:20261111'], '2026-11-10 all day'],
    ['that ends on another day', [at, 'DTEND;TZID=America/New_York:20261111T020000'], '2026-11-10 10:00'],
    ['without an end', [at], '2026-11-10 10:00'],
    ['with names in small letters', ['dtstart:20261110T150000Z', 'summary:x'], '2026-11-10 10:00'],
  ])('%s', (_, lines, expected) => {
    expect(days(aCalendar(anEvent('a', ...lines)))).toEqual(expected === null ? [] : [expected]);
  });

  test('says what it says: folded lines with a blank before the break, escapes, quoted parameters, markup', () => {
    const text = aCalendar(
      anEvent(
        'a',
        at,
        'SUMMARY:School of Blind\\, 761 Summit Ave- Myth\\, Bookmobile ',
        ' Stop',
        'DESCRIPTION;ALTREP="https://x.example/a;b:c":<p>For ages 1&#39;5</p>\\nBring a \\; friend',
        'CATEGORIES:Kids > Story\\, Time,Other',
        'CATEGORIES:More',
        'LOCATION:Café',
        '\tToussaint',
        'BEGIN:VALARM',
        'DESCRIPTION:Reminder',
        'END:VALARM',
      ),
    );
    expect(read(text).events[0]).toMatchObject({
      title: 'School of Blind, 761 Summit Ave- Myth, Bookmobile Stop',
      description: "For ages 1'5 Bring a ; friend",
      categories: ['Kids > Story, Time', 'Other', 'More'],
      location: 'CaféToussaint',
    });
  });

  test.each([
    ['with bare line feeds', (text: string) => text.replaceAll('\r', '')],
    ['after a byte order mark', (text: string) => `\ufeff${text}`],
    ['without a calendar around it', (text: string) => text.split('\r\n').slice(4, -2).join('\n')],
  ])('is read %s', (_, broken) => {
    expect(days(broken(aCalendar(anEvent('a', at))))).toEqual(['2026-11-10 10:00']);
  });

  test('is read as Latin-1 where it is no UTF-8', () => {
    const bytes = Uint8Array.from([...aCalendar(anEvent('a', at, 'SUMMARY:Día de cuentos'))].map((letter) => letter.charCodeAt(0)));
    expect(read(textOfCsv(bytes)).events[0]?.title).toBe('Día de cuentos');
  });

  test("uses the calendar's own zone for floating times, and its rules for a zone nobody knows", () => {
    expect(days(aCalendar('X-WR-TIMEZONE:America/Chicago', anEvent('a', 'DTSTART:20261110T090000')))).toEqual(['2026-11-10 10:00']);
    const own = ['STANDARD:20261101T020000:-0700:-0600', 'DAYLIGHT:20260308T020000:-0600:-0700'].flatMap((one) => {
      const [kind = '', start = '', to = '', from = ''] = one.split(':');
      return [`BEGIN:${kind}`, `DTSTART:${start}`, `TZOFFSETTO:${to}`, `TZOFFSETFROM:${from}`, `END:${kind}`];
    });
    const text = aCalendar(
      'BEGIN:VTIMEZONE',
      'TZID:Customized Time Zone',
      ...own,
      'END:VTIMEZONE',
      anEvent('a', 'DTSTART;TZID=Customized Time Zone:20261110T080000'),
    );
    expect(days(text)).toEqual(['2026-11-10 10:00']);
  });
});

describe('a series', () => {
  test('keeps its wall time when the clock changes', () => {
    const text = aCalendar(anEvent('a', 'DTSTART;TZID=America/New_York:20261027T100000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=3'));
    expect(days(text, '2026-10-01')).toEqual(['2026-10-27 10:00-11:00', '2026-11-03 10:00-11:00', '2026-11-10 10:00-11:00']);
  });

  test('ends where it says: by a count, by a last moment in UTC, never', () => {
    const until = (moment: string) => days(aCalendar(anEvent('a', at, `RRULE:FREQ=DAILY;UNTIL=${moment}`))).map((one) => one.slice(0, 10));
    // 15:00 UTC is 10:00 in New York: that one still takes place; a minute earlier it does not.
    expect(until('20261112T150000Z')).toEqual(['2026-11-10', '2026-11-11', '2026-11-12']);
    expect(until('20261112T145900Z')).toEqual(['2026-11-10', '2026-11-11']);
    expect(until('20261112')).toEqual(['2026-11-10', '2026-11-11', '2026-11-12']);
    expect(
      days(aCalendar(anEvent('a', 'DTSTART:19970101T150000Z', 'RRULE:FREQ=WEEKLY;BYDAY=MO')), '2026-11-01', '2026-11-30'),
    ).toHaveLength(5);
  });

  test('knows positions, further dates and exceptions in lists', () => {
    const text = aCalendar(
      anEvent(
        'a',
        'DTSTART;TZID=America/New_York:20261030T100000',
        'RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
        'RDATE;TZID=America/New_York:20261105T100000,20261106T120000',
        'RDATE;VALUE=PERIOD:20261107T150000Z/PT1H',
        'EXDATE;TZID=America/New_York:20261130T100000',
        'EXDATE:20261106T170000Z',
      ),
    );
    expect(days(text)).toEqual(['2026-11-05 10:00', '2026-11-07 10:00', '2026-12-31 10:00']);
  });

  test('has occurrences moved, renamed and canceled one by one', () => {
    const text = aCalendar(
      anEvent('a', at, 'SUMMARY:Club', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=4'),
      anEvent('a', 'RECURRENCE-ID:20261117T150000Z', 'DTSTART;TZID=America/New_York:20261118T140000', 'SEQUENCE:1'),
      anEvent(
        'a',
        'RECURRENCE-ID;TZID=America/New_York:20261124T100000',
        'DTSTART;TZID=America/New_York:20261124T100000',
        'STATUS:CANCELLED',
      ),
      anEvent('b', 'RECURRENCE-ID;VALUE=DATE:20261105', 'DTSTART;TZID=America/New_York:20261106T090000'),
    );
    expect(days(text)).toEqual([
      '2026-11-06 09:00',
      '2026-11-10 10:00-11:00',
      '2026-11-18 14:00-15:00',
      '2026-11-24 10:00-11:00 canceled',
      '2026-12-01 10:00-11:00',
    ]);
    const names = atOnce(occurrencesOf(read(text), zone, '2026-11-01', '2026-12-31')).occurrences.map(({ uid, of, event }) => [
      uid,
      of,
      event.title,
    ]);
    expect(names[2]).toEqual(['a', '2026-11-17', 'Club']);
  });

  test('of several versions the newest counts', () => {
    const versions = [anEvent('a', at, 'SEQUENCE:2'), anEvent('a', 'DTSTART:20261111T150000Z', 'SEQUENCE:1')];
    expect(days(aCalendar(...versions))).toEqual(['2026-11-10 10:00']);
    expect(days(aCalendar(...versions.toReversed()))).toEqual(['2026-11-10 10:00']);
  });
});

describe('what cannot be used', () => {
  test('is told by line, UID and reason, and the others come in', () => {
    const text = aCalendar(
      anEvent('good', at),
      anEvent('none', 'SUMMARY:x'),
      anEvent('day', 'DTSTART:20260230T100000'),
      anEvent('words', 'DTSTART:tomorrow'),
      anEvent('mars', 'DTSTART;TZID=Mars/Olympus:20261110T100000'),
      anEvent('often', at, 'RRULE:FREQ=OFTEN'),
      anEvent('hourly', at, 'RRULE:FREQ=HOURLY'),
      anEvent('good', 'DTSTART:20261112T150000Z'),
      'BEGIN:VEVENT\r\nUID:cut\r\nDTSTART:20261110T150000Z',
      anEvent('last', at),
    );
    const calendar = read(text);
    const found = atOnce(occurrencesOf(calendar, zone, '2026-11-01', '2026-12-31'));
    expect(found.occurrences.map(({ uid }) => uid)).toEqual(['good', 'last']);
    expect([...calendar.bad, ...found.bad].toSorted((a, b) => a.line - b.line)).toEqual([
      { line: 10, uid: 'none', reason: 'no-start', field: '' },
      { line: 15, uid: 'day', reason: 'date', field: 'DTSTART' },
      { line: 20, uid: 'words', reason: 'date', field: 'DTSTART' },
      { line: 25, uid: 'mars', reason: 'zone', field: 'Mars/Olympus' },
      { line: 30, uid: 'often', reason: 'frequency', field: 'RRULE' },
      { line: 36, uid: 'hourly', reason: 'frequency', field: 'RRULE' },
      { line: 42, uid: 'good', reason: 'duplicate', field: '5' },
      { line: 47, uid: 'cut', reason: 'cut-short', field: '' },
    ]);
  });

  test('in a zone that nobody knows waits until somebody says which is meant', () => {
    const text = aCalendar(
      anEvent('base', 'DTSTART;TZID=Moon/Base:20261112T100000'),
      anEvent('a', 'DTSTART;TZID=Mars/Olympus:20261110T100000', 'DTEND;TZID=Mars/Olympus:20261110T110000'),
      anEvent('b', 'DTSTART;TZID=Mars/Olympus:20261111T100000', 'RRULE:FREQ=WEEKLY;COUNT=2'),
      anEvent('day', 'DTSTART;TZID=Mars/Olympus;VALUE=DATE:20261113'),
    );
    const unknownZones = [
      { tzid: 'Mars/Olympus', events: 2 },
      { tzid: 'Moon/Base', events: 1 },
    ];
    expect(read(text)).toMatchObject({ unknownZones, bad: [{ uid: 'base' }, { uid: 'a' }, { uid: 'b' }], events: [{ uid: 'day' }] });
    const said = atOnce(calendarInSteps(text, zone, { 'Mars/Olympus': 'America/Chicago', 'Moon/Base': 'Moon/Crater' }));
    if (!said.ok) throw new Error(said.problem.code);
    expect(said.value).toMatchObject({ unknownZones, bad: [{ uid: 'base', reason: 'zone', field: 'Moon/Base' }] });
    const found = atOnce(occurrencesOf(said.value, zone, '2026-11-01', '2026-12-31')).occurrences;
    expect(found.map(({ uid, day, startsAt, endsAt }) => [uid, day, startsAt, endsAt])).toEqual([
      ['a', '2026-11-10', '11:00', '12:00'],
      ['b', '2026-11-11', '11:00', null],
      ['day', '2026-11-13', null, null],
      ['b', '2026-11-18', '11:00', null],
    ]);
  });

  test.each([
    ['', 'empty'],
    ['name,where\nMaple,here', 'no-calendar'],
    ['PK\u0003\u0004…', 'no-calendar'],
    [`BEGIN:VCALENDAR\n${'x'.repeat(25_000_001)}`, 'too-large'],
    [aCalendar(...Array.from({ length: 20_001 }, () => 'BEGIN:VEVENT\nEND:VEVENT')), 'too-many-events'],
  ])('a file that is none is refused', (text, reason) => {
    expect(readCalendar(text, zone)).toMatchObject({ ok: false, problem: { code: 'calendar-unreadable', detail: { reason } } });
  });

  test('whatever is done to a calendar, nothing throws and good events before the damage stay', () => {
    const base = aCalendar(anEvent('first', at, 'RRULE:FREQ=WEEKLY;COUNT=2'), anEvent('second', 'DTSTART:20261112T150000Z', 'SUMMARY:x'));
    const from = base.indexOf('UID:second');
    const damage = fc.tuple(
      fc.integer({ min: from, max: base.length }),
      fc.integer({ min: 0, max: 40 }),
      fc.string({ unit: 'binary', maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(damage, { maxLength: 3 }), (all) => {
        const text = all.reduce(
          (now, [place, cut, put]) => now.slice(0, place) + put.replaceAll('BEGIN', '') + now.slice(place + cut),
          base,
        );
        const calendar = readCalendar(text, zone);
        if (!calendar.ok) throw new Error(calendar.problem.code);
        const found = atOnce(occurrencesOf(calendar.value, zone, '2026-11-01', '2026-12-31')).occurrences;
        expect(found.filter(({ uid }) => uid === 'first').length).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 300 },
    );
  });
});
