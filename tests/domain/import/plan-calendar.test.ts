// What importing a calendar plans: sessions with a proposal, nothing the second time, and never a change of what staff edited. And that
// what Wayside exports comes back as it was.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SessionCalendar, sessionCalendar } from '../../../src/domain/export/session-calendar.ts';
import { readCalendar } from '../../../src/domain/import/calendar-events.ts';
import type { KnownRecord } from '../../../src/domain/import/collect-records.ts';
import {
  calendarImportInSteps,
  type CalendarOptions,
  type CalendarPlan,
  planCalendarImport,
} from '../../../src/domain/import/plan-calendar.ts';
import { emptySession, type SessionFields, unknownSession } from '../../../src/domain/session.ts';
import { addDays } from '../../../src/domain/shapes.ts';
import { aCalendar, anEvent } from '../../support/calendar.ts';

const zone = 'America/New_York';

interface Known {
  readonly sites: readonly KnownRecord[];
  readonly sessions: ReadonlyMap<string, KnownRecord>;
}
const nothing: Known = { sites: [], sessions: new Map() };

function plan(text: string, known: Known = nothing, options: Partial<CalendarOptions> = {}): CalendarPlan {
  const calendar = readCalendar(text, zone);
  if (!calendar.ok) throw new Error(calendar.problem.code);
  let made = known.sites.length + known.sessions.size;
  const idOf = () => `ID${String(++made).padStart(4, '0')}`;
  const usual = { today: '2026-11-02', weeks: 8, outlet: null, zone, library: 'LIBRARY00001', makeSites: new Set<string>(), idOf };
  const planned = planCalendarImport(calendar.value, known, { ...usual, ...options });
  if (!planned.ok) throw new Error(JSON.stringify(planned.problem));
  return planned.value;
}

/** The records as they are once the plan was carried out. */
function carriedOut({ sites, sessions }: CalendarPlan, known: Known = nothing): Known {
  const after = new Map([...known.sites, ...known.sessions.values()].map((record) => [record.id, record.values]));
  for (const { id, set } of [...sites.added, ...sites.changed, ...sessions.added, ...sessions.changed])
    after.set(id, { ...after.get(id), ...set });
  const records = [...after].map(([id, values]) => ({ id, values }));
  return {
    sites: records.filter(({ values }) => 'name' in values),
    sessions: new Map(records.flatMap((record) => ('title' in record.values ? [[String(record.values['source']), record]] : []))),
  };
}

function edited(known: Known, set: Record<string, unknown>): Known {
  return {
    ...known,
    sessions: new Map([...known.sessions].map(([source, { id, values }]) => [source, { id, values: { ...values, ...set } }])),
  };
}

const club = anEvent(
  'club',
  'DTSTART;TZID=America/New_York:20261110T100000',
  'DURATION:PT1H',
  'SUMMARY:Book club',
  'LOCATION:Oak Gardens, 12 Oak St',
  'RRULE:FREQ=WEEKLY;COUNT=3',
);
const story = anEvent('LibCal-1-2', 'DTSTART:20261112T150000Z', 'SUMMARY:Story Time', 'LOCATION:Maple Court');
const nothingNew = { sites: { added: [], changed: [] }, sessions: { added: [], changed: [] } };

describe('an import', () => {
  test('plans a session for each day of the coming weeks, with a proposal nobody has confirmed', () => {
    const { sessions, places, unsure, outside } = plan(aCalendar(club, story, anEvent('past', 'DTSTART:20200101T150000Z')));
    expect(sessions.added.map(({ set }) => [set.source, set.date, set.startsAt, set.endsAt, set.topic])).toEqual([
      ['ical/club/2026-11-10', '2026-11-10', '10:00', '11:00', 'book_club'],
      ['ical/LibCal-1-2', '2026-11-12', '10:00', null, 'storytime'],
      ['ical/club/2026-11-17', '2026-11-17', '10:00', '11:00', 'book_club'],
      ['ical/club/2026-11-24', '2026-11-24', '10:00', '11:00', 'book_club'],
    ]);
    expect(sessions.added.map(({ set }) => [set.classification, set.calendar, set.site])).toEqual(
      Array(4).fill(['proposed', 'Outreach', null]),
    );
    expect(places.map(({ name, address, sessions: count }) => [name, address, count])).toEqual([
      ['Oak Gardens', '12 Oak St', 3],
      ['Maple Court', '', 1],
    ]);
    expect({ unsure, outside }).toEqual({ unsure: 4, outside: 1 });
  });

  test('plans nothing the second time, and with more weeks only what is new', () => {
    const known = carriedOut(plan(aCalendar(club, story), nothing, { weeks: 2 }));
    expect(plan(aCalendar(story, club), known, { weeks: 2 })).toMatchObject({ ...nothingNew, unchanged: 2 });
    expect(plan(aCalendar(club, story), known).sessions.added).toHaveLength(2);
  });

  test('follows the calendar, a series at another hour too, and leaves what staff edited', () => {
    const known = carriedOut(plan(aCalendar(club, story)));
    const later = aCalendar(club.replace('T100000', 'T103000'), story.replace('20261112T15', '20261113T16'));
    const moved = plan(later, known).sessions;
    expect(moved.added).toEqual([]);
    expect(moved.changed.map(({ set }) => [set.date, set.startsAt, set.endsAt])).toEqual([
      [undefined, '10:30', '11:30'],
      ['2026-11-13', '11:00', undefined],
      [undefined, '10:30', '11:30'],
      [undefined, '10:30', '11:30'],
    ]);
    const mended = edited(known, { startsAt: '09:00', title: 'Ours', targetAge: '12-18', classification: 'confirmed' });
    for (const { set } of plan(later, mended).sessions.changed) {
      for (const field of ['startsAt', 'title', 'targetAge', 'classification']) expect(set).not.toHaveProperty(field);
    }
    for (const status of ['open', 'closed', 'canceled']) expect(plan(later, edited(known, { status })).sessions.changed).toEqual([]);
  });

  test('cancels what the calendar cancels, unless staff changed it; and takes that back with the calendar', () => {
    const known = carriedOut(plan(aCalendar(story)));
    const canceled = aCalendar(story.replace('SUMMARY', 'STATUS:CANCELLED\r\nSUMMARY'));
    const planned = plan(canceled, known);
    expect(planned).toMatchObject({ canceled: 1, sessions: { added: [], changed: [{ set: { status: 'canceled' } }] } });
    const after = carriedOut(planned, known);
    expect(plan(canceled, after)).toMatchObject({ ...nothingNew, canceled: 0 });
    expect(plan(aCalendar(story), after).sessions.changed).toMatchObject([{ set: { status: 'planned' } }]);
    expect(plan(canceled, edited(known, { startsAt: '09:00' }))).toMatchObject({
      ...nothingNew,
      canceled: 0,
      canceledButChanged: ['ID0001'],
    });
    expect(plan(canceled, edited(known, { targetAge: '6-11', classification: 'confirmed' })).canceled).toBe(1);
    expect(plan(canceled).sessions.added).toEqual([]);
  });

  test('lists what the calendar no longer has, of this calendar only, and does nothing to it', () => {
    const known = carriedOut(plan(aCalendar(club, story)));
    expect(plan(aCalendar(club), known)).toMatchObject({ ...nothingNew, gone: ['ID0002'] });
    expect(plan(aCalendar(club).replace('NAME:Outreach', 'NAME:Other'), known).gone).toEqual([]);
  });

  test('an event that becomes a series, or the other way about, is still the same session', () => {
    const single = story;
    const series = story.replace('SUMMARY', 'RRULE:FREQ=WEEKLY;COUNT=2\r\nSUMMARY');
    const known = carriedOut(plan(aCalendar(single)));
    const grown = plan(aCalendar(series), known);
    expect(grown.sessions.added.map(({ set }) => set.date)).toEqual(['2026-11-19']);
    expect(plan(aCalendar(single), carriedOut(plan(aCalendar(series)))).sessions.added).toEqual([]);
  });

  test('finds known sites by name, and makes one only where staff say so', () => {
    const sites = [{ id: 'SITE1', values: { name: 'Máple COURT', address: '', type: 'park', archived: false } }];
    const text = aCalendar(club, story);
    const found = plan(text, { ...nothing, sites });
    expect(found.sessions.added.map(({ set }) => [set.site, set.place])[1]).toEqual(['SITE1', '']);
    const [place] = found.places;
    const made = plan(text, { ...nothing, sites }, { makeSites: new Set([place?.key ?? '']) });
    expect(made.sites.added.map(({ set }) => [set.name, set.address, set.type])).toEqual([['Oak Gardens', '12 Oak St', 'other']]);
    const known = carriedOut(made, { ...nothing, sites });
    expect(plan(text, known)).toMatchObject({ ...nothingNew, places: [] });
    // Made later: the sessions that stood there in words go there.
    const words = carriedOut(found, { ...nothing, sites });
    expect(plan(text, words, { makeSites: new Set([place?.key ?? '']) }).sessions.changed).toHaveLength(3);
  });

  test('takes events without a UID, and the longest UID there is', () => {
    const text = aCalendar(story.replace(/UID.*\r\n/, ''), club.replace('UID:club', `UID:${'x'.repeat(900)}`));
    const first = plan(text);
    expect(first.sessions.added).toHaveLength(4);
    expect(plan(text, carriedOut(first))).toMatchObject(nothingNew);
  });

  test('read and planned in steps, of which none is long, comes to the same plan', () => {
    const text = aCalendar(
      ...Array.from({ length: 1_000 }, (_, at) => anEvent(`e${at}`, 'DTSTART:20261110T150000Z', `SUMMARY:Story time ${at}`)),
    );
    const options = { today: '2026-11-02', weeks: 8, outlet: null, zone, library: 'LIBRARY00001', makeSites: new Set<string>() };
    const steps = calendarImportInSteps(text, undefined, nothing, { ...options, idOf: (source) => source });
    const told: number[] = [];
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        expect(step.value).toMatchObject({ ok: true, value: { ...plan(text, nothing, { idOf: (source) => source }) } });
        break;
      }
      told.push(step.value);
    }
    // A thousand events, of which each step reads, dates or plans a few dozen.
    expect(told.length).toBeGreaterThan(100);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect([Math.min(...told) >= 0, Math.max(...told) < 1]).toEqual([true, true]);
  });

  test('refuses more than a device can hold', () => {
    const daily = Array.from({ length: 60 }, (_, at) => anEvent(`d${at}`, 'DTSTART:20261110T150000Z', 'RRULE:FREQ=DAILY'));
    const calendar = readCalendar(aCalendar(...daily), zone);
    if (!calendar.ok) throw new Error(calendar.problem.code);
    const options = { today: '2026-11-02', outlet: null, zone, library: 'L', makeSites: new Set<string>(), idOf: () => 'ID' };
    expect(planCalendarImport(calendar.value, nothing, { ...options, weeks: 53 })).toMatchObject({
      ok: false,
      problem: { detail: { most: 20_000 } },
    });
    expect(planCalendarImport(calendar.value, nothing, { ...options, weeks: 54 })).toMatchObject({ ok: false });
  });
});

describe('an export', () => {
  const minute = fc.integer({ min: 4 * 60, max: 23 * 60 + 58 }); // no clock changes then: a time that a change skips has no instant to come back from
  const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const words = fc.string({ unit: 'grapheme', maxLength: 120 }).map((text) => text.replace(/[\s\p{C}]+/gu, ' ').trim());
  const session = fc.record({
    title: words,
    place: words,
    date: fc.integer({ min: 0, max: 300 }).map((days) => addDays('2026-11-02', days)),
    times: fc.oneof(
      fc.constant([null, null] as const),
      fc
        .tuple(minute, fc.integer({ min: 1, max: 90 }))
        .map(([from, lasts]) => [clock(from), from + lasts < 1440 ? clock(from + lasts) : null] as const),
    ),
    status: fc.constantFrom('planned', 'canceled') satisfies fc.Arbitrary<SessionFields['status']>,
  });

  test('imported again changes nothing: not at home, and elsewhere only the first time', () => {
    fc.assert(
      fc.property(fc.array(session, { maxLength: 12 }), (all) => {
        const sessions: SessionCalendar['sessions'] = all.map(({ times: [startsAt, endsAt], ...said }, at) => ({
          session: { ...emptySession(`S${at}`), values: { ...unknownSession, ...said, startsAt, endsAt } },
          title: said.title,
          siteName: '',
          address: '',
        }));
        const text = sessionCalendar({ name: 'Palmetto', library: 'LIBRARY00001', zone, at: '2026-11-02T14:00:00.000Z', sessions });
        for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        expect(plan(text, nothing, { weeks: 53 })).toMatchObject({ ...nothingNew, own: all.length, bad: [] });

        const elsewhere = { weeks: 53, library: 'LIBRARY00002' };
        const first = plan(text, nothing, elsewhere);
        const back = new Map(first.sessions.added.map(({ set }) => [set.source, set]));
        for (const {
          session: { id, values },
        } of sessions.filter((one) => one.session.values.status === 'planned')) {
          const { title, place, date, startsAt, endsAt } = values;
          expect(back.get(`ical/${id}@library00001.wayside.invalid`)).toMatchObject({ title, place, date, startsAt, endsAt });
        }
        expect(plan(text, carriedOut(first), elsewhere)).toMatchObject(nothingNew);
      }),
      { numRuns: 60 },
    );
  });

  test('says no more than what, when, where and whether: no notes, no counts, no persons', () => {
    const values: SessionFields = {
      ...unknownSession,
      title: 'Club; "first", ours',
      date: '2026-11-10',
      startsAt: '10:00',
      notes: 'Call Ann',
      status: 'canceled',
      partners: ['P'],
    };
    const one = { session: { ...emptySession('S1'), values }, title: values.title, siteName: 'Oak', address: '1 Oak St' };
    const text = sessionCalendar({ name: 'Palmetto', library: 'L1', zone, at: '2026-11-02T14:00:00.000Z', sessions: [one] });
    expect(text.split('\r\n').slice(7)).toEqual([
      'BEGIN:VEVENT',
      'UID:S1@l1.wayside.invalid',
      'DTSTAMP:20261102T140000Z',
      'SEQUENCE:0',
      'DTSTART:20261110T150000Z',
      'SUMMARY:Club\\; "first"\\, ours',
      'LOCATION:Oak\\, 1 Oak St',
      'STATUS:CANCELLED',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });
});
