// [I6] [I7] Storage that refuses at any write of a save: the act says so, and nothing of it is in the store. Each act is tried with the first
// write refused, then the second, until it goes through; on the browser's own IndexedDB.

import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Device } from '../../../src/device/device.ts';
import { identity } from '../../../src/device/store/identity.ts';
import { sessionsBetween } from '../../../src/device/store/sessions.ts';
import type { Result } from '../../../src/domain/problem.ts';
import { aCalendar, anEvent } from '../../support/calendar.ts';
import { aStop, timetable } from '../../support/timetable.ts';
import { done } from '../a-screen.tsx';
import { aDevice, aKeyToSealTo, anOpenSession, today } from './a-field-day.tsx';
import { refuseWritesAfter, stored } from './a-full-disk.ts';

interface Act {
  readonly what: string;
  /** Something of it is sealed, which needs a key. */
  readonly sealed?: boolean;
  /** Makes what the act needs; its id. */
  readonly given?: (device: Device, session: string) => Promise<string>;
  readonly run: (device: Device, session: string, given: string) => Promise<Result<unknown>>;
}

const contact = { name: 'A made-up child', phone: '305 555 0147', email: '', address: '', birthDate: null, guardian: null };
const signUp = {
  for: 'newsletter',
  program: null,
  language: 'es-US',
  ageBand: null,
  consent: { given: true, wording: 'en-US/2026-11', by: 'person' },
  contact: { ...contact, cardNumber: '', note: '' },
} as const;
const books = {
  resource: null,
  title: 'Krik? Krak!',
  count: 3,
  barcode: '',
  to: 'person',
  site: null,
  due: '2026-11-23',
  card: '',
} as const;
const twice = { rule: 'FREQ=WEEKLY;BYDAY=TU', start: today, until: '2026-11-10', except: [], title: 'Storytime', place: 'Night Market' };
const site = { type: 'market', address: '', notes: '', latitude: null, longitude: null, source: null, archived: false } as const;
const stops = timetable(aStop({ end: '2026-11-12' }));
const stopsFrom = { today, weeks: 3, outlet: null } as const;
const calendar = aCalendar(anEvent('s', 'DTSTART:20261110T150000Z', 'SUMMARY:Story time', 'LOCATION:Oak Park'));

async function aLoan({ act }: Device, session: string): Promise<string> {
  return (await done(act.lend(session, { ...books, token: act.newToken() }))).loan;
}

async function aSignUp({ act }: Device, session: string): Promise<string> {
  return (await done(act.takeSignUp(session, signUp))).fact?.id ?? '';
}

async function aSeries(device: Device): Promise<string> {
  await done((await device.plan()).changeSeries(null, twice, today));
  const [first] = await sessionsBetween(device.store, '2026-11-03', '2026-11-03');
  return first?.id ?? '';
}

async function aPile({ act, store }: Device): Promise<string> {
  const device = (await identity(store))?.device ?? null;
  return (await done(act.changeCardRange(null, { from: '00120', to: '00129', device }))).id;
}

async function applied(imported: Promise<Result<{ readonly apply: () => Promise<Result<unknown>> }>>): Promise<Result<unknown>> {
  const looked = await imported;
  return looked.ok ? looked.value.apply() : looked;
}

const acts: readonly Act[] = [
  { what: 'a tap', run: ({ act }, id) => act.count(id, '6-11', 1, 'tap') },
  { what: 'an exact number', run: ({ act }, id) => act.countExact(id, '6-11', 40) },
  { what: 'a hand-out', run: ({ act }, id) => act.handOut(id, 'given', { resource: null, title: 'Bookmarks', count: 1, barcode: null }) },
  { what: 'a sign-up', sealed: true, run: ({ act }, id) => act.takeSignUp(id, signUp) },
  { what: 'notes', run: ({ act }, id) => act.changeSession(id, { notes: 'Bring more dinosaur books.' }) },
  { what: 'a new session', run: ({ act }) => act.startNewSession({ date: today, place: 'Night Market' }) },
  { what: 'the end of a session', run: ({ act }, id) => act.finishSession(id) },
  { what: 'a session joined by its code', run: ({ act }) => act.joinSession('4K7Q9XTM2BHC') },
  {
    what: 'a loan to a card',
    sealed: true,
    run: ({ act }, id) => act.lend(id, { ...books, to: 'card', card: '21234000000013', token: act.newToken() }),
  },
  {
    what: 'some of a loan that come back',
    given: aLoan,
    run: ({ act }, id, loan) => act.takeIn(id, { barcode: '', loan, resource: null, title: books.title, count: 2, today }),
  },
  {
    what: 'a loan that comes back',
    given: aLoan,
    run: ({ act }, id, loan) => act.takeIn(id, { barcode: '', loan, resource: null, title: books.title, today }),
  },
  {
    what: 'loans marked as told to the library system',
    given: aLoan,
    run: ({ act }, _id, loan) => act.markExported([{ id: loan, lent: true, returned: false }], 'koha'),
  },
  {
    what: 'an answer to the exit survey',
    sealed: true,
    run: ({ act }, id) =>
      act.answerSurvey(id, { wording: 'en-US/1', agreement: { knowledge: 5 }, way: 'paper', words: { liked: 'The dinosaurs' } }),
  },
  {
    what: 'a tick on the checklist',
    run: ({ act }, id) => act.tick(id, 'projector', true),
  },
  { what: 'a range of cards', run: ({ act }) => act.changeCardRange(null, { from: '00120', to: '00129' }) },
  {
    what: 'the next card of a pile, given',
    sealed: true,
    given: async (device, session) => JSON.stringify([await aSignUp(device, session), await aPile(device)]),
    run: ({ act }, id, given) => {
      const [target = '', pile = ''] = v.parse(v.array(v.string()), JSON.parse(given));
      return act.giveNextCard(id, target, signUp.contact, pile);
    },
  },
  {
    what: 'a card that is linked',
    sealed: true,
    given: async (device, session) => {
      await aPile(device);
      return aSignUp(device, session);
    },
    run: ({ act }, id, target) => act.linkCard(id, target, signUp.contact, '00124'),
  },
  { what: 'a card put aside', given: aPile, run: ({ act }, _id, pile) => act.spoilNextCard(pile) },
  { what: 'a check-in', sealed: true, given: aSignUp, run: ({ act }, id, target) => act.checkIn(id, target) },
  {
    what: 'a follow-up state',
    sealed: true,
    given: aSignUp,
    run: async ({ act }, id, target) => (await act.followUp()).followSignUps([{ session: id, target }], 'entered'),
  },
  {
    what: 'what is still to ask of somebody',
    sealed: true,
    given: aSignUp,
    run: async ({ act }, id, target) => (await act.followUp()).askAboutSignUp({ session: id, target }, signUp.contact, 'The address?'),
  },
  { what: 'a planned session', run: ({ act }) => act.planSession({ date: '2026-11-05', place: 'Night Market' }) },
  { what: 'a session moved to another day', run: ({ act }, id) => act.changeSession(id, { date: '2026-11-05', startsAt: '17:00' }) },
  { what: 'a copy of a session', run: async (device, id) => (await device.plan()).copySession(id, '2026-11-09') },
  { what: 'a series with its sessions', run: async (device) => (await device.plan()).changeSeries(null, twice, today) },
  {
    what: 'a change of a session and all that follow',
    given: aSeries,
    run: async (device, _id, first) => (await device.plan()).changeFollowing(first, { title: 'Stories outdoors', notes: 'Chairs' }, today),
  },
  {
    what: 'a session moved with all that follow',
    given: aSeries,
    run: async (device, _id, first) => (await device.plan()).changeFollowing(first, { date: '2026-11-04' }, today),
  },
  { what: 'a site', run: ({ act }) => act.changeSite(null, { ...site, name: 'Night Market' }) },
  { what: 'a partner', run: ({ act }) => act.changePartner(null, { name: 'Hurston Elementary' }) },
  { what: 'an import of stops', run: ({ act }) => applied(act.importStops(stops, stopsFrom)) },
  { what: 'an import of titles', run: ({ act }) => applied(act.importTitles(new TextEncoder().encode('title\nTomás\nKrik? Krak!\n'))) },
  {
    what: 'an import of a calendar',
    run: async ({ act }) => applied((await act.calendars()).importCalendar(calendar, { ...stopsFrom, makeSites: [] })),
  },
];

test.each(acts)('$what is whole or not there, whichever write is refused', async ({ run, given, sealed = false }) => {
  const device = await aDevice();
  if (sealed) await aKeyToSealTo(device);
  const session = await anOpenSession(device);
  await done(device.act.count(session, '6-11', 5, 'many'));
  const id = (await given?.(device, session)) ?? '';
  const before = await stored(device);
  const refusals: number[] = [];
  for (let allowed = 0; ; allowed++) {
    const mend = refuseWritesAfter(allowed);
    const result = await run(device, session, id);
    mend();
    if (result.ok) break;
    expect(result.problem.code).toBe('storage-full');
    refusals.push(allowed);
    expect(await stored(device)).toEqual(before);
  }
  // At least the fact or row itself and what counts it.
  expect(refusals.length).toBeGreaterThan(0);
  expect(await stored(device)).not.toEqual(before);
});
