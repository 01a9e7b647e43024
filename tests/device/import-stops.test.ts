// A timetable imported on a device: sites and sessions are there, a second import changes nothing, and what staff edited stays theirs.

import { describe, expect, test } from 'vitest';
import { capture } from '../../src/device/actions/capture.ts';
import { fileActions, type StopsOptions } from '../../src/device/actions/files.ts';
import { placeActions } from '../../src/device/actions/places.ts';
import { sessionActions } from '../../src/device/actions/sessions.ts';
import { workshopActions } from '../../src/device/actions/workshops.ts';
import { sites } from '../../src/device/store/records.ts';
import { sessionsBetween } from '../../src/device/store/sessions.ts';
import { ok } from '../../src/domain/problem.ts';
import { aStop, timetable } from '../support/timetable.ts';
import { aServer } from '../support/server.ts';
import { anEnrolledStore, okOf, problemOf } from './a-device.ts';
import { aDesktop, anEnrolledTablet } from './a-tablet.ts';

const options: StopsOptions = { today: '2026-11-02', weeks: 5, outlet: null };
const maple = aStop();
const oak = aStop({ stop: 'Oak Gardens', day: 'Monday', frequency: '', start: '2026-01-05' });

async function aDesk(seed: number) {
  const { store } = await anEnrolledStore(seed);
  const context = { store, saved: () => {} };
  return { store, act: { ...fileActions(context), ...placeActions(context), ...sessionActions(context), ...workshopActions(context) } };
}

describe('importing stops', () => {
  test('writes what was shown, once', async () => {
    const { store, act } = await aDesk(71);
    const shown = okOf(await act.importStops(timetable(maple, oak, aStop({ arrival: 'ten' })), options));
    expect(shown.plan.bad).toEqual([{ line: 4, reason: 'time', field: 'arrival' }]);
    expect(await sites(store)).toEqual([]);
    expect(okOf(await shown.apply())).toEqual({ facts: 9 });
    expect((await sites(store)).map(({ values }) => values.name).toSorted()).toEqual([
      'Little Haiti – Maple Court',
      'Little Haiti – Oak Gardens',
    ]);
    const planned = await sessionsBetween(store, '2026-11-02', '2026-12-31');
    expect(planned.map(({ values }) => values.date)).toEqual([
      '2026-11-02',
      '2026-11-09',
      '2026-11-12',
      '2026-11-16',
      '2026-11-23',
      '2026-11-26',
      '2026-11-30',
    ]);

    const again = okOf(await act.importStops(timetable(maple, oak), options));
    expect(again.plan).toMatchObject({ sites: { added: [], changed: [] }, sessions: { added: [], changed: [] }, unchanged: 9 });
    expect(okOf(await again.apply())).toEqual({ facts: 0 });
  });

  test('is taken back but for what was begun or changed since, and can be done again', async () => {
    const { store, act } = await aDesk(73);
    const all = () => sessionsBetween(store, '2026-11-02', '2026-12-31');
    const first = okOf(await act.importStops(timetable(maple), options));
    okOf(await first.apply());
    const [begun] = await all();
    okOf(await act.startSession(begun?.id ?? ''));
    okOf(await first.undo());
    expect((await all()).map(({ values }) => values.status)).toEqual(['open', 'canceled']);
    expect((await sites(store)).map(({ values }) => values.archived)).toEqual([false]);
    expect(okOf(await first.undo())).toEqual({ facts: 0 });
    okOf(await okOf(await act.importStops(timetable(maple), options)).apply());
    expect((await all()).map(({ values }) => values.status)).toEqual(['open', 'planned']);
    expect((await sites(store)).map(({ values }) => values.archived)).toEqual([false]);
  });

  test('taken back leaves a session that was given people or has something prepared, and its site; a site without any is archived', async () => {
    const { store, act } = await aDesk(74);
    const all = () => sessionsBetween(store, '2026-11-02', '2026-12-31');
    const first = okOf(await act.importStops(timetable(maple, oak), options));
    okOf(await first.apply());
    const [withPeople, withTick, ...others] = (await all()).filter(({ values }) => values.date !== '2026-11-12');
    okOf(await act.changeSession(withPeople?.id ?? '', { staff: ['BOB000000001'] }));
    const prepared = { type: 'session', id: withTick?.id ?? '' } as const;
    const draft = { kind: 'checklist.ticked', subject: prepared, body: { item: 'charge' } } as const;
    okOf(await capture({ store, saved: () => {} }, { subjects: [prepared], plan: () => ok([draft]) }));
    okOf(await first.undo());
    const standing = (await all()).filter(({ values }) => values.status === 'planned').map(({ id }) => id);
    expect(standing).toEqual([withPeople?.id, withTick?.id]);
    expect(others.length).toBeGreaterThan(0);
    expect((await sites(store)).map(({ values }) => [values.name.slice(-11), values.archived])).toEqual([
      ['Maple Court', true],
      ['Oak Gardens', false],
    ]);
    // A second import of the same file brings back what was taken, and taking that back leaves what was worked on meanwhile.
    const second = okOf(await act.importStops(timetable(maple, oak), options));
    okOf(await second.apply());
    expect((await all()).every(({ values }) => values.status === 'planned')).toBe(true);
    const atMaple = (await all()).find(({ values }) => values.date === '2026-11-12')?.id ?? '';
    okOf(await act.changeSession(atMaple, { notes: 'Ask for Dana' }));
    okOf(await second.undo());
    expect((await all()).filter(({ values }) => values.status === 'planned').map(({ id }) => id)).toEqual([
      withPeople?.id,
      withTick?.id,
      atMaple,
    ]);
    expect((await sites(store)).map(({ values }) => values.archived)).toEqual([false, false]);
  });

  test('gives each session the library’s own kind of a stop, none when that is put away, and a second import leaves all as it is', async () => {
    const { store, act } = await aDesk(75);
    const all = async () => (await sessionsBetween(store, '2026-11-02', '2026-12-31')).map(({ values }) => values);
    const checklist = [{ id: 'ramp', phase: 'before' as const, text: 'Is the ramp aboard?' }];
    okOf(await act.changeTemplate('bookmobile_stop', { checklist, asksSurvey: true }));
    okOf(await okOf(await act.importStops(timetable(maple), options)).apply());
    expect(await all()).toMatchObject([1, 2].map(() => ({ template: 'bookmobile_stop', checklist, asksSurvey: true, topic: 'other' })));
    okOf(await act.changeTemplate('bookmobile_stop', { archived: true }));
    okOf(await okOf(await act.importStops(timetable(maple, oak), options)).apply());
    expect((await all()).filter(({ template }) => template === undefined)).toHaveLength(5);
    expect((await all()).filter(({ template }) => template === 'bookmobile_stop')).toHaveLength(2);
  });

  test('changes what it wrote itself, and leaves what staff edited', async () => {
    const { store, act } = await aDesk(72);
    await okOf(await act.importStops(timetable(maple), options)).apply();
    const [first, second] = await sessionsBetween(store, '2026-11-02', '2026-12-31');
    okOf(await act.changeSession(first?.id ?? '', { startsAt: '09:45' }));
    const later = okOf(await act.importStops(timetable({ ...maple, arrival: '10:30', departure: '11:15' }), options));
    okOf(await later.apply());
    const times = (await sessionsBetween(store, '2026-11-02', '2026-12-31')).map(({ id, values }) => [id, values.startsAt, values.endsAt]);
    expect(times).toEqual([
      [first?.id, '09:45', '11:15'],
      [second?.id, '10:30', '11:15'],
    ]);
  });

  test('asks for no more weeks than the device knows: it would plan again what it does not know', async () => {
    const { act } = await aDesk(73);
    expect(problemOf(await act.importStops(timetable(maple), { ...options, weeks: 18 }))).toEqual({
      code: 'input-invalid',
      detail: { field: 'weeks', most: 17 },
    });
    expect((await act.importStops(timetable(maple), { ...options, weeks: 17 })).ok).toBe(true);
  });
});

test('two desks that import the same timetable apart have each stop and each session once, and what staff said in between stands', async () => {
  const server = await aServer();
  const desk = await aDesktop(server);
  const other = await anEnrolledTablet(server, desk, 311);
  const csv = timetable(maple, oak);
  for (const { device } of [desk, other]) okOf(await okOf(await device.act.importStops(csv, options)).apply());
  const [first] = await sessionsBetween(other.device.store, '2026-11-02', '2026-12-31');
  okOf(await other.device.act.changeSession(first?.id ?? '', { startsAt: '09:15' }));
  for (const { device } of [other, desk, other]) okOf(await device.sync.deliverNow());
  for (const { device } of [desk, other]) {
    expect(await sites(device.store)).toHaveLength(2);
    const sessions = await sessionsBetween(device.store, '2026-11-02', '2026-12-31');
    expect(sessions).toHaveLength(7);
    expect(sessions.find(({ id }) => id === first?.id)?.values.startsAt).toBe('09:15');
    expect(sessions.flatMap(({ fields }) => Object.values(fields)).filter(({ pending }) => pending.length > 0)).toEqual([]);
    const again = okOf(await device.act.importStops(csv, options));
    expect(again.plan).toMatchObject({ sites: { added: [], changed: [] }, sessions: { added: [], changed: [] } });
  }
});
