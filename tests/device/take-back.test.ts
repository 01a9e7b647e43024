// An import taken back long after its screen was left: what it wrote and what was there before are read off the facts, here and from elsewhere.

import { describe, expect, test } from 'vitest';
import { fileActions, type StopsOptions } from '../../src/device/actions/files.ts';
import { placeActions } from '../../src/device/actions/places.ts';
import { sessionActions } from '../../src/device/actions/sessions.ts';
import { takeBackActions } from '../../src/device/actions/take-back.ts';
import { titleActions } from '../../src/device/actions/titles.ts';
import type { Store } from '../../src/device/store/db.ts';
import { factsIn, keptImports, noteOfImport } from '../../src/device/store/imports.ts';
import { resources, sites } from '../../src/device/store/records.ts';
import { sessionsBetween } from '../../src/device/store/sessions.ts';
import { aServer } from '../support/server.ts';
import { aStop, timetable } from '../support/timetable.ts';
import { anEnrolledStore, okOf, problemOf } from './a-device.ts';
import { aDesktop, anEnrolledTablet } from './a-tablet.ts';

const options: StopsOptions = { today: '2026-11-02', weeks: 5, outlet: null };
const day = 86_400_000;
const maple = aStop();
const later = { ...maple, arrival: '10:30', departure: '11:15' };

async function aDesk(seed: number) {
  const { store, ports } = await anEnrolledStore(seed);
  const context = { store, saved: () => {} };
  const act = {
    ...fileActions(context),
    ...placeActions(context),
    ...sessionActions(context),
    ...takeBackActions(context),
    ...titleActions(context),
  };
  return { store, clock: ports.clock, act };
}

const all = (store: Store) => sessionsBetween(store, '2026-11-02', '2026-12-31');
const newest = async (store: Store) => (await keptImports(store))[0]?.id ?? '';

describe('an import of stops', () => {
  test('is taken back days later but for what was begun since, once, and can be done again', async () => {
    const { store, clock, act } = await aDesk(91);
    okOf(await okOf(await act.importStops(timetable(maple), options)).apply('stops.csv'));
    const [kept] = await keptImports(store);
    expect(kept).toMatchObject({ kind: 'stops', name: 'stops.csv', at: clock.now });
    expect([kept === undefined ? 0 : factsIn(kept), kept?.runs.length]).toEqual([3, 1]);
    const [begun] = await all(store);
    okOf(await act.startSession(begun?.id ?? ''));
    clock.now += 5 * day;
    okOf(await act.takeBackSessions(kept?.id ?? ''));
    expect((await all(store)).map(({ values }) => values.status)).toEqual(['open', 'canceled']);
    expect((await sites(store)).map(({ values }) => values.archived)).toEqual([false]);
    expect(await keptImports(store)).toEqual([]);
    expect(problemOf(await act.takeBackSessions(kept?.id ?? ''))).toMatchObject({ code: 'not-found' });
    okOf(await okOf(await act.importStops(timetable(maple), options)).apply());
    expect((await all(store)).map(({ values }) => values.status)).toEqual(['open', 'planned']);
  });

  test('of which a later one changed some goes back to what was there, but for what staff changed since', async () => {
    const { store, act } = await aDesk(92);
    okOf(await okOf(await act.importStops(timetable(maple), options)).apply('first.csv'));
    okOf(await okOf(await act.importStops(timetable(later), options)).apply('second.csv'));
    expect((await keptImports(store)).map(({ name }) => name).toSorted()).toEqual(['first.csv', 'second.csv']);
    const [first, second] = await all(store);
    okOf(await act.changeSession(first?.id ?? '', { startsAt: '09:45' }));
    okOf(await act.takeBackSessions((await keptImports(store)).find(({ name }) => name === 'second.csv')?.id ?? ''));
    expect((await all(store)).map(({ id, values }) => [id, values.startsAt, values.status])).toEqual([
      [first?.id, '09:45', 'planned'],
      [second?.id, '10:00', 'planned'],
    ]);
    expect((await keptImports(store)).map(({ name }) => name)).toEqual(['first.csv']);
  });

  test('leaves a session that was held at the time the import gave it', async () => {
    const { store, act } = await aDesk(96);
    okOf(await okOf(await act.importStops(timetable(maple), options)).apply('first.csv'));
    okOf(await okOf(await act.importStops(timetable(later), options)).apply('second.csv'));
    const [held] = await all(store);
    okOf(await act.startSession(held?.id ?? ''));
    okOf(await act.finishSession(held?.id ?? ''));
    okOf(await act.takeBackSessions((await keptImports(store)).find(({ name }) => name === 'second.csv')?.id ?? ''));
    expect((await all(store)).map(({ values }) => [values.startsAt, values.status])).toEqual([
      ['10:30', 'closed'],
      ['10:00', 'planned'],
    ]);
  });

  test('that brought back what an earlier one had lost leaves what was worked on since', async () => {
    const { store, act } = await aDesk(93);
    const first = okOf(await act.importStops(timetable(maple), options));
    okOf(await first.apply());
    okOf(await first.undo());
    expect(await keptImports(store)).toEqual([]);
    okOf(await okOf(await act.importStops(timetable(maple), options)).apply());
    const [worked] = await all(store);
    okOf(await act.changeSession(worked?.id ?? '', { notes: 'Ask for Dana' }));
    okOf(await act.takeBackSessions(await newest(store)));
    expect((await all(store)).map(({ values }) => values.status)).toEqual(['planned', 'canceled']);
    expect((await sites(store)).map(({ values }) => values.archived)).toEqual([false]);
  });

  test('is offered for 30 days', async () => {
    const { store, clock, act } = await aDesk(94);
    okOf(await okOf(await act.importStops(timetable(maple), options)).apply());
    clock.now += 29 * day;
    expect(await keptImports(store)).toHaveLength(1);
    clock.now += day;
    expect(await keptImports(store)).toEqual([]);
  });
});

test('many imports of one kind push out none of another', async () => {
  const { store, clock, act } = await aDesk(97);
  okOf(await okOf(await act.importStops(timetable(maple), options)).apply('stops.csv'));
  const facts = await store.facts.limit(1).toArray();
  for (let at = 1; at <= 41; at++) {
    clock.now += 60_000;
    await noteOfImport({ id: `IMPORT${at}`, kind: 'titles', name: `titles-${at}.csv` }).put(store, facts);
  }
  const kept = (await keptImports(store)).map(({ name }) => name);
  expect(kept).toEqual([...Array.from({ length: 40 }, (_, at) => `titles-${41 - at}.csv`), 'stops.csv']);
});

test('what another device had said before is put back as well, after all was delivered', async () => {
  const server = await aServer();
  const desk = await aDesktop(server);
  const other = await anEnrolledTablet(server, desk, 321);
  okOf(await okOf(await desk.device.act.importStops(timetable(maple), options)).apply());
  for (const { device } of [desk, other]) okOf(await device.sync.deliverNow());
  okOf(await okOf(await other.device.act.importStops(timetable(later), options)).apply());
  okOf(await other.device.sync.deliverNow());
  const { store, sync } = other.device;
  okOf(await takeBackActions({ store, saved: sync.saved }).takeBackSessions(await newest(store)));
  expect((await all(store)).map(({ values }) => values.startsAt)).toEqual(['10:00', '10:00']);
  expect(await keptImports(desk.device.store)).toHaveLength(1);
});

describe('an import of titles', () => {
  const csv = (...rows: readonly string[]) => new TextEncoder().encode(['title,author,isbn,barcode', ...rows].join('\n'));
  const krik = '"Krik? Krak!","Danticat, Edwidge",9781569470251,30234000517861';
  const mora = 'Tomás,"Mora, Pat",9780679804017,30234000517879';

  async function shown(store: Store) {
    return (await resources(store)).map(({ values }) => `${values.title}${values.archived ? ', put away' : ''}`);
  }

  test('is taken back with what became of each, though many were written in several parts', async () => {
    const { store, act } = await aDesk(95);
    const many = Array.from({ length: 450 }, (_, at) => `Title ${at},,,`);
    okOf(await okOf(await act.importTitles(csv(krik, mora, ...many))).apply('titles.csv'));
    const [kept] = await keptImports(store);
    expect(kept === undefined ? 0 : factsIn(kept)).toBe(452);
    const id = (await resources(store)).find(({ values }) => values.title === 'Tomás')?.id ?? '';
    okOf(await act.changeResource(id, { favorite: true }));
    expect(okOf(await act.takeBackTitles(kept?.id ?? ''))).toEqual({ putAway: 451, asBefore: 0, kept: 1 });
    expect((await shown(store)).filter((one) => !one.endsWith('put away'))).toEqual(['Tomás']);
  });

  test('[I6] and the note of what it wrote are there together: after a full disk, gone on with, it is taken back whole', async () => {
    const { store, act } = await aDesk(98);
    const many = Array.from({ length: 2_050 }, (_, at) => `Title ${at},,,`);
    const imported = okOf(await act.importTitles(csv(...many)));
    const notes = { refused: 1 };
    store.meta.hook('updating', (_changed, key) => {
      if (key !== 'imports' || notes.refused === 0) return;
      notes.refused -= 1;
      throw new DOMException('refused by the test', 'QuotaExceededError');
    });
    expect(problemOf(await imported.apply('titles.csv'))).toMatchObject({ code: 'storage-full' });
    expect(await store.facts.count()).toBe(200);
    okOf(await imported.apply('titles.csv'));
    const [kept] = await keptImports(store);
    expect(kept === undefined ? 0 : factsIn(kept)).toBe(2_050);
    expect(okOf(await act.takeBackTitles(kept?.id ?? ''))).toEqual({ putAway: 2_050, asBefore: 0, kept: 0 });
  });

  test('leaves what it changed where nobody here knows any more how it was', async () => {
    const { store, act } = await aDesk(96);
    okOf(await okOf(await act.importTitles(csv(krik, mora))).apply());
    const first = await store.facts.toArray();
    okOf(await okOf(await act.importTitles(csv(krik.replace('Krik? Krak!', 'Krik'), mora.replace('Tomás', 'Tomas')))).apply());
    await store.facts.delete(first.find(({ text }) => text.includes('Krik? Krak!'))?.order ?? 0);
    const id = (await keptImports(store)).find((one) => one.runs[0]?.[0] === 3)?.id ?? '';
    expect(okOf(await act.takeBackTitles(id))).toEqual({ putAway: 0, asBefore: 1, kept: 1 });
    expect(await shown(store)).toEqual(['Krik', 'Tomás']);
  });
});
