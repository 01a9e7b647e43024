// A calendar imported on a device, with no network: once, taken back, confirmed in bulk, and written out again.

import { describe, expect, test } from 'vitest';
import { calendarActions, type CalendarImportOptions } from '../../src/device/actions/calendars.ts';
import { placeActions } from '../../src/device/actions/places.ts';
import { sessionActions } from '../../src/device/actions/sessions.ts';
import { calendarFeeds } from '../../src/device/store/calendar-feeds.ts';
import { sites } from '../../src/device/store/records.ts';
import { sessionsBetween } from '../../src/device/store/sessions.ts';
import { turn } from '../../src/device/turn.ts';
import { aCalendar, anEvent } from '../support/calendar.ts';
import { aServer } from '../support/server.ts';
import { anEnrolledStore, okOf, problemOf } from './a-device.ts';
import { aDesktop } from './a-tablet.ts';

const options: CalendarImportOptions = { today: '2026-11-02', weeks: 5, outlet: null, makeSites: [] };
const story = anEvent(
  's',
  'DTSTART:20261110T150000Z',
  'RRULE:FREQ=WEEKLY;COUNT=3',
  'SUMMARY:Story time',
  'DESCRIPTION:Ages 1-5',
  'LOCATION:Oak Park',
);
const text = aCalendar(story);

async function aDesk(seed: number) {
  const { store } = await anEnrolledStore(seed);
  const context = { store, saved: () => {} };
  const all = () => sessionsBetween(store, '2026-11-01', '2027-12-31');
  return { store, all, act: { ...calendarActions(context), ...placeActions(context), ...sessionActions(context) } };
}

describe('importing a calendar', () => {
  test('writes what was shown, once, as proposals', async () => {
    const { act, all } = await aDesk(81);
    const shown = okOf(await act.importCalendar(aCalendar(story, anEvent('bad', 'DTSTART:soon')), options));
    expect(shown.plan.bad).toEqual([{ line: 14, uid: 'bad', reason: 'date', field: 'DTSTART' }]);
    expect(await all()).toEqual([]);
    expect(okOf(await shown.apply())).toEqual({ facts: 3 });
    expect(
      (await all()).map(({ values }) => [values.date, values.startsAt, values.targetAge, values.classification, values.place]),
    ).toEqual(['2026-11-10', '2026-11-17', '2026-11-24'].map((date) => [date, '15:00', '0-5', 'proposed', 'Oak Park']));
    const again = okOf(await act.importCalendar(text, options));
    expect(again.plan).toMatchObject({ sessions: { added: [], changed: [] }, unchanged: 3 });
    expect(okOf(await again.apply())).toEqual({ facts: 0 });
  });

  test('is taken back but for what was begun or changed since, and can be done again', async () => {
    const { act, all, store } = await aDesk(82);
    const [place] = okOf(await act.importCalendar(text, options)).plan.places;
    const first = okOf(await act.importCalendar(text, { ...options, makeSites: [place?.key ?? ''] }));
    okOf(await first.apply());
    const [begun] = await all();
    okOf(await act.startSession(begun?.id ?? ''));
    okOf(await first.undo());
    expect((await all()).map(({ values }) => values.status)).toEqual(['open', 'canceled', 'canceled']);
    expect((await sites(store)).map(({ values }) => values.archived)).toEqual([false]);
    okOf(await okOf(await act.importCalendar(text, { ...options, makeSites: [place?.key ?? ''] })).apply());
    expect((await all()).map(({ values }) => values.status)).toEqual(['open', 'planned', 'planned']);
    expect((await sites(store)).map(({ values }) => values.archived)).toEqual([false]);
  });

  test('asks for no more weeks than the device knows', async () => {
    const { act } = await aDesk(83);
    expect(problemOf(await act.importCalendar(text, { ...options, weeks: 18 }))).toMatchObject({ detail: { field: 'weeks', most: 17 } });
    expect(problemOf(await act.importCalendar('no calendar', options)).code).toBe('calendar-unreadable');
  });

  test('gives the page its turns, says how far it is, and ends when nobody wants it any more', async () => {
    const { act, all } = await aDesk(87);
    const long = aCalendar(...Array.from({ length: 400 }, (_, at) => anEvent(`e${at}`, 'DTSTART:20261110T150000Z', `SUMMARY:Tale ${at}`)));
    const told: number[] = [];
    const turns = { taken: 0 };
    const other = async () => {
      for (; told.at(-1) !== 1; turns.taken += 1) await turn();
    };
    const waiting = other();
    const { plan } = okOf(await act.importCalendar(long, options, { onProgress: (part) => told.push(part) }));
    expect(plan.sessions.added).toHaveLength(400);
    expect(told.length).toBeGreaterThan(40);
    expect(turns.taken).toBeGreaterThan(40);
    told.push(1);
    await waiting;

    const ending = new AbortController();
    const ended = act.importCalendar(long, options, { signal: ending.signal, onProgress: () => ending.abort() });
    await expect(ended).rejects.toMatchObject({ name: 'AbortError' });
    expect(await all()).toEqual([]);
  });

  test('events in a zone nobody knows come in as somebody says, and the address remembers it', async () => {
    const { act, store } = await aDesk(88);
    const odd = aCalendar(anEvent('odd', 'DTSTART;TZID=Our own time:20261110T100000', 'SUMMARY:Story time'));
    const first = okOf(await act.importCalendar(odd, options));
    expect(first.plan).toMatchObject({ unknownZones: [{ tzid: 'Our own time', events: 1 }], sessions: { added: [] } });
    const zones = { 'Our own time': 'America/New_York' };
    const then = okOf(await act.importCalendar(odd, { ...options, zones }));
    // The library of this test says no zone of its own: its clocks show UTC.
    expect(then.plan).toMatchObject({ bad: [], sessions: { added: [{ set: { date: '2026-11-10', startsAt: '15:00' } }] } });
    okOf(await act.changeCalendarFeed(null, { name: 'Events', address: 'https://x.example/ical', outlet: null, archived: false, zones }));
    okOf(await act.changeCalendarFeed(null, { name: 'Plain', address: 'https://y.example/ical', outlet: null, archived: false }));
    expect((await calendarFeeds(store)).map((feed) => feed.zones)).toEqual([zones, {}]);
  });

  test('proposals are confirmed several at once, and one whose details somebody mends is confirmed with it', async () => {
    const { act, all } = await aDesk(84);
    okOf(await okOf(await act.importCalendar(text, options)).apply());
    const [one, two, three] = await all();
    const ids = [one?.id ?? '', two?.id ?? ''];
    okOf(await act.changeSessions(ids.map((id) => ({ id, set: { targetAge: '6-11', classification: 'confirmed' } }))));
    okOf(await act.changeSession(three?.id ?? '', { topic: 'book_club' }));
    expect((await all()).map(({ values }) => [values.targetAge, values.topic, values.classification])).toEqual([
      ['6-11', 'storytime', 'confirmed'],
      ['6-11', 'storytime', 'confirmed'],
      ['0-5', 'book_club', 'confirmed'],
    ]);
    expect(okOf(await act.importCalendar(text, options)).plan.sessions.changed).toEqual([]);
  });

  test('what is exported is known as our own: importing it changes nothing', async () => {
    const { act, all } = await aDesk(85);
    okOf(await okOf(await act.importCalendar(text, options)).apply());
    const file = okOf(await act.exportCalendar('2026-11-01', '2026-12-31', null, ({ title }) => title));
    expect({ name: file.name, sessions: file.sessions }).toEqual({ name: 'wayside-sessions.ics', sessions: 3 });
    expect(okOf(await act.importCalendar(file.text, options)).plan).toMatchObject({ own: 3, sessions: { added: [], changed: [] } });
    const [one] = await all();
    const alone = okOf(await act.exportSessionCalendar(one?.id ?? '', ({ title }) => title));
    expect(alone.text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(alone.name).toBe(`wayside-2026-11-10-${one?.id}.ics`);
    expect(okOf(await act.exportCalendar('2026-11-01', '2026-12-31', 'NOWHERE', ({ title }) => title)).sessions).toBe(0);
    expect(problemOf(await act.exportSessionCalendar('NONE', () => '')).code).toBe('not-found');
  });

  test('a site’s calendar has its own sessions alone, with where it is', async () => {
    const { act } = await aDesk(89);
    const fields = { type: 'park', notes: '', latitude: null, longitude: null, source: null, archived: false } as const;
    const oak = okOf(await act.changeSite(null, { ...fields, name: 'Oak Park', address: '12 Oak St' }));
    const elm = okOf(await act.changeSite(null, { ...fields, name: 'Elm Court', address: '' }));
    okOf(await act.planSession({ date: '2026-11-10', site: oak.id, title: 'Storytime' }));
    okOf(await act.planSession({ date: '2026-11-10', site: elm.id, title: 'Market' }));
    okOf(await act.planSession({ date: '2026-11-11', place: 'Oak Park', title: 'Walk' }));
    okOf(await act.planSession({ date: '2026-11-12', site: oak.id, title: 'Puppets' }));
    okOf(await act.planSession({ date: '2027-01-04', site: oak.id, title: 'Later' }));
    const file = okOf(await act.exportCalendar('2026-11-01', '2026-12-31', oak.id, ({ title }) => title));
    expect(file.sessions).toBe(2);
    expect(file.text.match(/(?<=^SUMMARY:).*(?=\r$)/gm)).toEqual(['Storytime', 'Puppets']);
    expect(file.text.match(/(?<=^LOCATION:).*(?=\r$)/gm)).toEqual(['Oak Park\\, 12 Oak St', 'Oak Park\\, 12 Oak St']);
  });

  test('a change gives an event a higher number, delivered or not, and delivering gives it no lower one', async () => {
    const { device } = await aDesktop(await aServer());
    const { id } = okOf(await device.act.planSession({ date: '2026-11-10', title: 'Storytime', place: 'Oak Park', startsAt: '10:00' }));
    const calendars = await device.act.calendars();
    const told = [0];
    const tell = async (does: 'rises' | 'does not fall' | 'stays') => {
      const { text: file } = okOf(await calendars.exportSessionCalendar(id, ({ title }) => title));
      const [now, last] = [Number(/^SEQUENCE:(\d+)\r$/m.exec(file)?.[1]), told.at(-1) ?? 0];
      const expected = { rises: now > last, 'does not fall': now >= last, stays: now === last };
      expect({ does, last, now, isSo: expected[does] }).toEqual({ does, last, now, isSo: true });
      told.push(now);
    };
    await tell('rises');
    okOf(await device.sync.deliverNow());
    await tell('does not fall');
    const moved = { date: '2026-11-11', title: 'Stories', place: 'Elm Court', startsAt: '11:00', endsAt: '12:00' } as const;
    okOf(await device.act.changeSession(id, moved));
    await tell('rises');
    okOf(await device.sync.deliverNow());
    await tell('does not fall');
    okOf(await device.act.changeSession(id, { notes: 'Bring the mat' }));
    await tell('stays');
    okOf(await device.act.changeSession(id, { title: 'Stories and songs' }));
    await tell('rises');
    okOf(await device.act.changeSession(id, { title: 'Songs' }));
    await tell('rises');
    okOf(await device.sync.deliverNow());
    await tell('does not fall');
  });

  test('addresses are remembered, by name, until they are archived', async () => {
    const { act, store } = await aDesk(86);
    const { id } = okOf(
      await act.changeCalendarFeed(null, { name: 'Events', address: 'https://x.example/ical', outlet: null, archived: false }),
    );
    okOf(await act.changeCalendarFeed(null, { name: 'Branch', address: 'https://y.example/ical', outlet: null, archived: false }));
    expect((await calendarFeeds(store)).map(({ values }) => values.name)).toEqual(['Branch', 'Events']);
    okOf(await act.changeCalendarFeed(id, { archived: true }));
    expect((await calendarFeeds(store)).map(({ values }) => values.name)).toEqual(['Branch']);
    expect(problemOf(await act.fetchCalendar('https://x.example/ical')).code).toBe('server-unreachable');
  });
});
