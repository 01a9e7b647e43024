// [I2] A series planned on several devices that do not see each other comes to each session once, and nobody's change is lost to a plan.

import { describe, expect, test } from 'vitest';
import { delivery } from '../../src/device/store/delivery.ts';
import { rebuildViews } from '../../src/device/store/rebuild.ts';
import { seriesRecords } from '../../src/device/store/series.ts';
import { sessionsBetween } from '../../src/device/store/sessions.ts';
import { weeksPlanned } from '../../src/domain/import/plan-series.ts';
import { isProposed } from '../../src/domain/proposal.ts';
import type { SeriesFields } from '../../src/domain/series.ts';
import type { Session } from '../../src/domain/session.ts';
import { aServer } from '../support/server.ts';
import { okOf, problemOf } from './a-device.ts';
import { aDesktop, anEnrolledTablet, type Tablet } from './a-tablet.ts';

/** The first day that a test's devices and server believe in is a Monday. */
const today = '2026-11-02';
/** Six weeks lie between these, and all that is planned from either is within what devices hold: a tablet plans on as well. */
const earlier = '2026-10-12';
const later = '2026-11-23';
const weekly: Partial<SeriesFields> = {
  title: 'Storytime',
  startsAt: '10:00',
  endsAt: '11:00',
  rule: 'FREQ=WEEKLY;BYDAY=TU',
  start: today,
  until: null,
  except: [],
};

async function sessionsOf({ device }: Tablet): Promise<readonly Session[]> {
  return sessionsBetween(device.store, today, '2027-12-31');
}

const told = (sessions: readonly Session[]) =>
  sessions.map(({ values }) => `${values.date} ${values.startsAt} ${values.title} ${values.status}`);

async function allDeliver(...tablets: readonly Tablet[]): Promise<void> {
  for (let round = 0; round < 2; round++) for (const { device } of tablets) okOf(await device.sync.deliverNow());
}

async function aFleet() {
  const server = await aServer();
  const desktop = await aDesktop(server);
  const tablet = await anEnrolledTablet(server, desktop, 201);
  return { server, desktop, tablet };
}

describe('a series', () => {
  test('plans its coming weeks on the desktop, and every device has them after its next contact', async () => {
    const { desktop, tablet } = await aFleet();
    okOf(await (await desktop.device.plan()).changeSeries(null, weekly, today));
    const here = await sessionsOf(desktop);
    expect(here).toHaveLength(weeksPlanned);
    expect(told(here)[0]).toBe('2026-11-03 10:00 Storytime planned');
    await allDeliver(desktop, tablet);
    expect(told(await sessionsOf(tablet))).toEqual(told(here));
  });

  test('planned on by two devices that do not see each other comes to every session once', async () => {
    const { server, desktop, tablet } = await aFleet();
    okOf(await (await desktop.device.plan()).changeSeries(null, { ...weekly, start: earlier }, earlier));
    await allDeliver(desktop, tablet);
    for (const { network } of [desktop, tablet]) network.off = true;
    expect(okOf(await (await desktop.device.plan()).keepSchedule(later)).planned).toBe(6);
    expect(okOf(await (await tablet.device.plan()).keepSchedule(later)).planned).toBe(6);
    // One of the new ones is changed on each device before they meet.
    const [ofDesktop, ofTablet] = [await sessionsOf(desktop), await sessionsOf(tablet)];
    const last = ofDesktop.at(-1)?.id ?? '';
    expect(ofTablet.map(({ id }) => id)).toEqual(ofDesktop.map(({ id }) => id));
    okOf(await desktop.device.act.changeSession(last, { startsAt: '09:30' }));
    okOf(await tablet.device.act.cancelSession(ofTablet.at(-2)?.id ?? '', 'School is closed'));
    for (const { network } of [desktop, tablet]) network.off = false;
    await allDeliver(desktop, tablet);

    const views = await Promise.all([desktop, tablet].map(sessionsOf));
    expect(views[0]).toHaveLength(weeksPlanned + 6 - 3);
    expect(views[0]).toEqual(views[1]);
    expect(told(views[0] ?? []).slice(-2)).toEqual(['2027-02-09 10:00 Storytime canceled', '2027-02-16 09:30 Storytime planned']);
    expect(views[0]?.flatMap(({ overwritten }) => overwritten)).toEqual([]);
    for (const { device } of [desktop, tablet]) expect(await delivery(device.store)).toMatchObject({ waiting: 0, attention: 0 });
    const rows = await server.engine.db.selectFrom('subject').select(['key', 'view']).where('type', '=', 'session').execute();
    const atServer = new Map(rows.map(({ key, view }) => [key, JSON.parse(view)]));
    for (const one of views[0] ?? []) expect(atServer.get(`session/${one.id}`)).toEqual(JSON.parse(JSON.stringify(one)));
    okOf(await rebuildViews(tablet.device.store));
    expect(await sessionsOf(tablet)).toEqual(views[0]);
  });

  test('planned on late by a tablet that was away does not undo what the desktop changed meanwhile', async () => {
    const { desktop, tablet } = await aFleet();
    const { id } = okOf(await (await desktop.device.plan()).changeSeries(null, { ...weekly, start: earlier }, earlier));
    await allDeliver(desktop, tablet);
    tablet.network.off = true;
    okOf(await (await tablet.device.plan()).keepSchedule(later));
    okOf(await (await desktop.device.plan()).changeSeries(id, { startsAt: '14:00', endsAt: '15:00', start: later }, later));
    await allDeliver(desktop);
    tablet.network.off = false;
    await allDeliver(tablet, desktop);
    for (const one of [desktop, tablet]) {
      const ahead = (await sessionsOf(one)).filter(({ values }) => values.date >= later);
      expect(new Set(ahead.map(({ values }) => values.startsAt))).toEqual(new Set(['14:00']));
      expect(ahead.flatMap(({ overwritten }) => overwritten)).toEqual([]);
    }
  });

  test('is planned on by a desk each week, by a tablet only when no desk has for a month', async () => {
    const { desktop, tablet } = await aFleet();
    okOf(await (await desktop.device.plan()).changeSeries(null, weekly, today));
    await allDeliver(desktop, tablet);
    expect(okOf(await (await tablet.device.plan()).keepSchedule('2026-11-16')).planned).toBe(0);
    expect(okOf(await (await tablet.device.plan()).keepSchedule('2026-12-08')).planned).toBeGreaterThan(0);
    expect(okOf(await (await desktop.device.plan()).keepSchedule('2026-11-03')).planned).toBe(0);
    expect(okOf(await (await desktop.device.plan()).keepSchedule('2026-11-16')).planned).toBe(2);
  });

  test('every other week keeps its weeks when something else of it changes in a week without it', async () => {
    const { desktop } = await aFleet();
    const biweekly = { ...weekly, rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', start: '2026-10-27' };
    const { id } = okOf(await (await desktop.device.plan()).changeSeries(null, biweekly, '2026-10-26'));
    const { start: _, ...rhythm } = biweekly;
    okOf(await (await desktop.device.plan()).changeSeries(id, { ...rhythm, startsAt: '14:00' }, '2026-11-04'));
    expect(told(await sessionsOf(desktop)).slice(0, 3)).toEqual([
      '2026-11-10 14:00 Storytime planned',
      '2026-11-24 14:00 Storytime planned',
      '2026-12-08 14:00 Storytime planned',
    ]);
    const ended = await (await desktop.device.plan()).changeSeries(id, { ...rhythm, until: '2026-11-09' }, '2026-11-04');
    expect(problemOf(ended)).toMatchObject({ code: 'input-invalid', detail: { field: 'days' } });
  });

  test('leaves out school holidays in one go: its own days in them, taken off the schedule where they stand there, and only so many', async () => {
    const { desktop } = await aFleet();
    const biweekly = { ...weekly, rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', start: '2026-10-27', except: ['2026-11-10'] };
    const plan = await desktop.device.plan();
    const { id } = okOf(await plan.changeSeries(null, biweekly, '2026-10-26'));
    const { start: _, ...rhythm } = biweekly;
    const holidays = [
      { from: '2026-12-21', to: '2027-01-10' },
      { from: '2026-11-24', to: '2026-11-24' },
      { from: '2026-12-23', to: '2026-12-24' },
    ];
    okOf(await plan.changeSeries(id, rhythm, today, holidays));
    expect((await seriesRecords(desktop.device.store))[0]?.values.except).toEqual(['2026-11-10', '2026-11-24', '2026-12-22', '2027-01-05']);
    expect(told(await sessionsOf(desktop)).filter((one) => one.endsWith('canceled'))).toEqual([
      '2026-11-24 10:00 Storytime canceled',
      '2026-12-22 10:00 Storytime canceled',
      '2027-01-05 10:00 Storytime canceled',
    ]);
    const daily = { ...rhythm, rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU' };
    const years = [
      { from: '2026-11-02', to: '2027-11-01' },
      { from: '2027-11-02', to: '2028-10-31' },
    ];
    expect(problemOf(await plan.changeSeries(id, daily, today, years))).toEqual({
      code: 'input-invalid',
      detail: { field: 'except', most: 400 },
    });
  });

  test('without a day in the year to come is not made', async () => {
    const { desktop } = await aFleet();
    const never = await (await desktop.device.plan()).changeSeries(null, { ...weekly, until: '2026-11-02' }, today);
    expect(problemOf(never)).toMatchObject({ code: 'input-invalid', detail: { field: 'days' } });
    const odd = await (await desktop.device.plan()).changeSeries(null, { ...weekly, rule: 'FREQ=SECONDLY' }, today);
    expect(problemOf(odd)).toMatchObject({ code: 'input-invalid', detail: { field: 'frequency' } });
    expect(await seriesRecords(desktop.device.store)).toEqual([]);
  });
});

describe('one session of a series', () => {
  async function aSeries() {
    const fleet = await aFleet();
    const { id } = okOf(await (await fleet.desktop.device.plan()).changeSeries(null, weekly, today));
    const sessions = await sessionsOf(fleet.desktop);
    const at = (date: string) => sessions.find(({ values }) => values.date === date)?.id ?? '';
    return { ...fleet, series: id, at };
  }

  test('changed for itself leaves the others', async () => {
    const { desktop, at } = await aSeries();
    okOf(await desktop.device.act.changeSession(at('2026-11-10'), { date: '2026-11-12', startsAt: '09:00' }));
    okOf(await (await desktop.device.plan()).keepSchedule('2026-11-09'));
    const shown = told(await sessionsOf(desktop));
    expect(shown.slice(0, 3)).toEqual([
      '2026-11-03 10:00 Storytime planned',
      '2026-11-12 09:00 Storytime planned',
      '2026-11-17 10:00 Storytime planned',
    ]);
  });

  test('changed with those that follow leaves those before, and what staff changed by hand', async () => {
    const { desktop, at } = await aSeries();
    okOf(await desktop.device.act.changeSession(at('2026-11-24'), { startsAt: '08:00' }));
    okOf(
      await (await desktop.device.plan()).changeFollowing(
        at('2026-11-17'),
        { startsAt: '14:00', endsAt: '15:00', notes: 'First one at two' },
        today,
      ),
    );
    const sessions = await sessionsOf(desktop);
    expect(sessions.slice(0, 5).map(({ values }) => values.startsAt)).toEqual(['10:00', '10:00', '14:00', '08:00', '14:00']);
    expect(sessions.filter(({ values }) => values.notes !== '').map(({ values }) => values.date)).toEqual(['2026-11-17']);
  });

  test('moved with those that follow moves the rhythm', async () => {
    const { desktop, at } = await aSeries();
    okOf(await (await desktop.device.plan()).changeFollowing(at('2026-11-17'), { date: '2026-11-18' }, today));
    const standing = (await sessionsOf(desktop)).filter(({ values }) => values.status === 'planned');
    expect(standing.slice(0, 5).map(({ values }) => values.date)).toEqual([
      '2026-11-03',
      '2026-11-10',
      '2026-11-18',
      '2026-11-25',
      '2026-12-02',
    ]);
    expect(problemOf(await (await desktop.device.plan()).changeFollowing(at('2026-11-03'), { date: '2026-12-03' }, today))).toMatchObject({
      detail: { field: 'date' },
    });
  });

  test('every other week moved into the next week goes on from there', async () => {
    const { desktop } = await aFleet();
    okOf(await (await desktop.device.plan()).changeSeries(null, { ...weekly, rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU' }, today));
    const [first] = await sessionsOf(desktop);
    okOf(await (await desktop.device.plan()).changeFollowing(first?.id ?? '', { date: '2026-11-09' }, today));
    const standing = (await sessionsOf(desktop)).filter(({ values }) => values.status === 'planned');
    expect(standing.slice(0, 3).map(({ values }) => values.date)).toEqual(['2026-11-09', '2026-11-23', '2026-12-07']);
  });

  test('is the last when the series ends with it; what was counted in stays', async () => {
    const { desktop, series, at } = await aSeries();
    okOf(await desktop.device.act.startSession(at('2026-11-24')));
    okOf(await (await desktop.device.plan()).endSeries(series, '2026-11-10', today));
    const standing = (await sessionsOf(desktop)).filter(({ values }) => values.status !== 'canceled');
    expect(standing.map(({ values }) => values.date)).toEqual(['2026-11-03', '2026-11-10', '2026-11-24']);
  });

  test('copied is a session of its own', async () => {
    const { desktop, at } = await aSeries();
    okOf(await desktop.device.act.count(at('2026-11-03'), '6-11', 5, 'many'));
    const { id } = okOf(await (await desktop.device.plan()).copySession(at('2026-11-03'), '2026-11-05'));
    const copy = (await sessionsOf(desktop)).find((one) => one.id === id);
    expect(copy?.values).toMatchObject({ date: '2026-11-05', title: 'Storytime', startsAt: '10:00', status: 'planned', source: null });
    expect(copy?.totals.heads).toEqual({});
  });

  test('copied is of the same kind, as uncertain as it was, and without the notes of its day', async () => {
    const { desktop, at } = await aSeries();
    const kind = {
      template: 'storytime',
      checklist: [{ id: 'songs', text: 'Songs', phase: 'before' as const }],
      offers: ['card' as const],
      programs: ['Summer reading'],
      asksSurvey: true,
    };
    const why = { by: 'usual', words: '', sure: false };
    const proposal = { activityType: why, topic: why, format: why, targetAge: why };
    okOf(await desktop.device.act.changeSession(at('2026-11-03'), { ...kind, notes: 'Ask for Dana at the door today' }));
    okOf(await desktop.device.act.changeSession(at('2026-11-03'), { classification: 'proposed', proposal }));
    const { id } = okOf(await (await desktop.device.plan()).copySession(at('2026-11-03'), '2026-11-05'));
    const copy = (await sessionsOf(desktop)).find((one) => one.id === id)?.values;
    expect(copy).toMatchObject({ ...kind, classification: 'proposed', proposal, notes: '' });
    expect(copy !== undefined && isProposed(copy)).toBe(true);
  });

  test('copied offers the programs that are still to come by then, and those somebody typed', async () => {
    const { desktop, at } = await aSeries();
    const program = (title: string, date: string) => desktop.device.act.planSession({ title, date, topic: 'book_club' });
    const [soon, later] = [okOf(await program('Soon', '2026-11-04')).id, okOf(await program('Later', '2026-11-05')).id];
    const programSessions = { [soon]: 'Soon (Wed)', [later]: 'Later (Thu)' };
    okOf(await desktop.device.act.changeSession(at('2026-11-03'), { programs: ['Soon (Wed)', 'Later (Thu)', 'Chess'], programSessions }));
    const { id } = okOf(await (await desktop.device.plan()).copySession(at('2026-11-03'), '2026-11-05'));
    const copy = (await sessionsOf(desktop)).find((one) => one.id === id)?.values;
    expect(copy).toMatchObject({ programs: ['Later (Thu)', 'Chess'], programSessions: { [later]: 'Later (Thu)' } });
    expect(Object.keys(copy?.programSessions ?? {})).toEqual([later]);
  });

  test('[S47] started on two devices and finished on one stays finished when the other delivers its start', async () => {
    const { desktop, tablet, at } = await aSeries();
    const id = at('2026-11-03');
    await allDeliver(desktop, tablet);
    okOf(await tablet.device.act.startSession(id));
    okOf(await desktop.device.act.startSession(id));
    okOf(await desktop.device.act.finishSession(id));
    await allDeliver(desktop, tablet);
    const [finished] = await sessionsOf(desktop);
    expect(finished?.values).toMatchObject({ status: 'closed', closedAt: finished?.values.openedAt });
    expect((await sessionsOf(tablet))[0]).toEqual(finished);
  });

  test('canceled says why, on every device', async () => {
    const { desktop, tablet, at } = await aSeries();
    okOf(await desktop.device.act.cancelSession(at('2026-11-03'), 'Snow'));
    await allDeliver(desktop, tablet);
    const [first] = await sessionsOf(tablet);
    expect(first?.values).toMatchObject({ status: 'canceled', cancelReason: 'Snow' });
  });

  test('canceled by mistake is put back as it was planned, without the reason, which a later canceling does not bring back', async () => {
    const { desktop, tablet, at } = await aSeries();
    const id = at('2026-11-03');
    okOf(await desktop.device.act.cancelSession(id, 'Snow'));
    okOf(await desktop.device.act.reopenSession(id));
    await allDeliver(desktop, tablet);
    const here = async () => (await sessionsOf(tablet)).find((one) => one.id === id)?.values;
    expect(await here()).toMatchObject({ status: 'planned', openedAt: null, cancelReason: '' });
    expect(okOf(await (await tablet.device.plan()).keepSchedule(today)).planned).toBe(0);
    okOf(await tablet.device.act.cancelSession(id));
    expect(await here()).toMatchObject({ status: 'canceled', cancelReason: '' });
  });

  test('canceled after it began is open again', async () => {
    const { desktop, at } = await aSeries();
    okOf(await desktop.device.act.startSession(at('2026-11-03')));
    okOf(await desktop.device.act.cancelSession(at('2026-11-03'), 'Snow'));
    okOf(await desktop.device.act.reopenSession(at('2026-11-03')));
    const [first] = await sessionsOf(desktop);
    expect(first?.values).toMatchObject({ status: 'open', cancelReason: '' });
  });

  test('put back on a day that its series has no more stays there', async () => {
    const { desktop, tablet, series, at } = await aSeries();
    const id = at('2026-11-10');
    okOf(await (await desktop.device.plan()).endSeries(series, '2026-11-03', today));
    okOf(await desktop.device.act.reopenSession(id));
    okOf(await (await desktop.device.plan()).keepSchedule(today));
    await allDeliver(desktop, tablet);
    expect((await sessionsOf(tablet)).filter(({ values }) => values.status === 'planned').map(({ values }) => values.date)).toEqual([
      '2026-11-03',
      '2026-11-10',
    ]);
  });
});
