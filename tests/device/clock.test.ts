// The day by a clock that lies: put right by what the server said last, never before it.

import { describe, expect, test } from 'vitest';
import { correctedNow, knownClock } from '../../src/device/store/clock.ts';
import { handOutsOf } from '../../src/device/store/hand-outs.ts';
import { loans } from '../../src/device/store/loans.ts';
import { session } from '../../src/device/store/sessions.ts';
import { dueOn } from '../../src/domain/loans.ts';
import { aServer, startOfTests } from '../support/server.ts';
import { okOf } from './a-device.ts';
import { aDesktop, anEnrolledTablet } from './a-tablet.ts';

const noon = Date.parse('2026-11-02T12:00:00.000Z');
const hour = 3_600_000;

test('a clock that was off when the server answered is put right by as much; a few minutes are nobody’s business', () => {
  expect(correctedNow(0, { offset: noon, heard: null })).toBe(noon);
  expect(correctedNow(noon + hour, { offset: -hour, heard: null })).toBe(noon);
  expect(correctedNow(noon, { offset: 60_000, heard: null })).toBe(noon);
  expect(correctedNow(noon, { offset: null, heard: null })).toBe(noon);
});

test('a clock that fell back since then stands at the server’s last word', () => {
  const heard = new Date(noon).toISOString();
  expect(correctedNow(1_000, { offset: 0, heard })).toBe(noon);
  expect(correctedNow(noon + hour, { offset: 0, heard })).toBe(noon + hour);
  expect(correctedNow(noon - 60_000, { offset: 0, heard })).toBe(noon - 60_000);
});

test('a tablet that was enrolled in 1970 knows the day, and still does when its clock jumps back again', async () => {
  const server = await aServer();
  const tablet = await anEnrolledTablet(server, await aDesktop(server), 1);
  const { store } = tablet.device;
  tablet.ports.clock.now = 1_000;
  okOf(await tablet.device.sync.deliverNow());
  const known = await knownClock(store);
  expect(correctedNow(1_000, known)).toBe(startOfTests);
  expect(correctedNow(-50 * hour, known)).toBe(startOfTests);
});

describe('what a lying clock wrote', () => {
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  const inThe = (years: number) => Math.round(years * 365.25 * 24) * hour;

  async function aTabletInTheField() {
    const server = await aServer();
    const desktop = await aDesktop(server);
    const tablet = await anEnrolledTablet(server, desktop, 1);
    okOf(await tablet.device.sync.deliverNow());
    const dayBy = async () => dayOf(correctedNow(tablet.ports.clock.now, await knownClock(tablet.device.store)));
    const started = async (title: string) => {
      const { id } = okOf(await tablet.device.act.startNewSession({ title, date: await dayBy() }));
      return { id, values: async () => (await session(tablet.device.store, id))?.values };
    };
    const setRight = async () => okOf(await (await tablet.device.times()).setTimesRight(dayOf));
    return { server, desktop, tablet, clock: tablet.ports.clock, started, setRight };
  }

  test('a session begun and ended on a clock that had jumped ahead comes to its true day and times, on every device', async () => {
    const { desktop, tablet, clock, started, setRight } = await aTabletInTheField();
    clock.now += inThe(73);
    const held = await started('Night Market');
    clock.now += 2 * hour;
    okOf(await tablet.device.act.finishSession(held.id));
    expect((await held.values())?.date).toBe('2099-11-02');
    expect(await setRight()).toEqual({ sessions: 0, loans: 0 }); // nobody has told it the time yet
    // The server's clock went on as well.
    okOf(await tablet.device.sync.deliverNow());
    expect(await setRight()).toEqual({ sessions: 1, loans: 0 });
    const values = await held.values();
    expect(values).toMatchObject({ status: 'closed', date: dayOf(startOfTests) });
    expect(Date.parse(values?.closedAt ?? '') - Date.parse(values?.openedAt ?? '')).toBe(2 * hour);
    expect(Date.parse(values?.closedAt ?? '')).toBe(startOfTests);
    expect(await setRight()).toEqual({ sessions: 0, loans: 0 });
    okOf(await tablet.device.sync.deliverNow());
    okOf(await desktop.device.sync.deliverNow());
    expect((await session(desktop.device.store, held.id))?.values).toMatchObject({ date: values?.date, openedAt: values?.openedAt });
  });

  test('a session begun on a clock that had fallen back comes to its true time', async () => {
    const { server, tablet, clock, started, setRight } = await aTabletInTheField();
    clock.now = 1_000;
    const held = await started('Night Market');
    expect(await held.values()).toMatchObject({ openedAt: new Date(startOfTests).toISOString() });
    clock.now += 3 * hour;
    server.clock.now += 30 * hour;
    okOf(await tablet.device.sync.deliverNow());
    expect(await setRight()).toEqual({ sessions: 1, loans: 0 });
    expect(await held.values()).toMatchObject({
      date: dayOf(startOfTests + 27 * hour),
      openedAt: new Date(startOfTests + 27 * hour).toISOString(),
    });
  });

  async function aLendingTablet() {
    const field = await aTabletInTheField();
    const { desktop, tablet } = field;
    const { device } = tablet;
    const { id: held } = okOf(await desktop.device.act.startNewSession({ date: dayOf(startOfTests), place: 'Maple Court' }));
    okOf(await desktop.device.sync.deliverNow());
    okOf(await device.sync.deliverNow());
    const today = async () => dayOf(correctedNow(field.clock.now, await knownClock(device.store)));
    const what = { resource: null, title: 'Atlas', count: 1, site: null } as const;
    const lent = async (barcode: string, due?: string) => {
      const chosen = due ?? dueOn(await today(), undefined);
      const token = device.act.newToken();
      return okOf(await device.act.lend(held, { ...what, barcode, to: 'person', due: chosen, card: '', token })).loan;
    };
    const cameBack = async (barcode: string) => okOf(await device.act.takeIn(held, { ...what, barcode, loan: null, today: await today() }));
    const loanOn = async ({ device: { store } }: typeof tablet, id: string) => (await loans(store)).find((loan) => loan.id === id)?.values;
    return { ...field, lent, cameBack, loanOn, values: (id: string) => loanOn(tablet, id) };
  }

  test('a loan on a clock that had jumped ahead comes to its true times, on every device; a day due that was chosen stays', async () => {
    const { desktop, tablet, clock, setRight, lent, cameBack, loanOn, values } = await aLendingTablet();
    const usual = await lent('30234000517861', '2026-11-30');
    clock.now += inThe(73);
    const counted = await lent('30234000517879');
    const chosen = await lent('30234000517887', '2026-11-30');
    clock.now += 2 * hour;
    await cameBack('30234000517861');
    expect(await values(counted)).toMatchObject({ due: '2099-11-23' });
    expect(await setRight()).toEqual({ sessions: 0, loans: 0 }); // nobody has told it the time yet
    okOf(await tablet.device.sync.deliverNow());
    expect(await setRight()).toEqual({ sessions: 0, loans: 3 });
    const lentAt = new Date(startOfTests - 2 * hour).toISOString();
    const due = dueOn(dayOf(startOfTests - 2 * hour), undefined);
    const back = new Date(startOfTests).toISOString();
    expect(await values(counted)).toMatchObject({ lentAt, due });
    expect(await values(chosen)).toMatchObject({ lentAt, due: '2026-11-30' });
    expect(await values(usual)).toMatchObject({ lentAt: back, returnedAt: back, returnedOn: dayOf(startOfTests) });
    expect(await setRight()).toEqual({ sessions: 0, loans: 0 });
    okOf(await tablet.device.sync.deliverNow());
    okOf(await desktop.device.sync.deliverNow());
    expect(await loanOn(desktop, counted)).toMatchObject({ lentAt, due });
  });

  test('a loan on a clock that had fallen back to 1970 comes to its true times', async () => {
    const { server, tablet, clock, setRight, lent, cameBack, values } = await aLendingTablet();
    clock.now = 1_000;
    const loan = await lent('30234000517861');
    const { due } = (await values(loan)) ?? {};
    clock.now += hour;
    await cameBack('30234000517861');
    clock.now += 2 * hour;
    server.clock.now += 30 * hour;
    okOf(await tablet.device.sync.deliverNow());
    expect(await setRight()).toEqual({ sessions: 0, loans: 1 });
    expect(await values(loan)).toMatchObject({
      lentAt: new Date(startOfTests + 27 * hour).toISOString(),
      returnedAt: new Date(startOfTests + 28 * hour).toISOString(),
      returnedOn: dayOf(startOfTests + 28 * hour),
      due,
    });
    expect(await setRight()).toEqual({ sessions: 0, loans: 0 });
  });

  test('so does one on a clock that had fallen back behind what it had written already, and one before that stays', async () => {
    const { server, tablet, clock, setRight, lent, values } = await aLendingTablet();
    clock.now += hour;
    const before = await lent('30234000517861');
    clock.now -= 30 * hour;
    const after = await lent('30234000517879');
    server.clock.now += 3 * hour;
    okOf(await tablet.device.sync.deliverNow());
    expect(await setRight()).toEqual({ sessions: 0, loans: 1 });
    expect(await values(before)).toMatchObject({ lentAt: new Date(startOfTests + hour).toISOString() });
    expect(await values(after)).toMatchObject({ lentAt: new Date(startOfTests + 3 * hour).toISOString() });
  });

  test('a return that was taken back since, and a loan whose tablet knew how far its clock was off, stay as they are', async () => {
    const { tablet, clock, setRight, lent, cameBack, values } = await aLendingTablet();
    const { act, store } = tablet.device;
    const loan = await lent('30234000517861', '2026-11-30');
    const held = (await values(loan))?.session ?? '';
    clock.now += inThe(73);
    await cameBack('30234000517861');
    const [returned] = (await handOutsOf(store, held)).filter(({ way }) => way === 'returned');
    okOf(await act.takeBackHandOut(held, returned?.fact.id ?? ''));
    okOf(await tablet.device.sync.deliverNow());
    const later = await lent('30234000517879');
    const asTheyAre = [await values(loan), await values(later)];
    expect(await setRight()).toEqual({ sessions: 0, loans: 0 });
    expect([await values(loan), await values(later)]).toEqual(asTheyAre);
    expect(asTheyAre).toMatchObject([{ returnedAt: null, returnedOn: null }, { lentAt: new Date(startOfTests).toISOString() }]);
  });

  test('what somebody has changed since, a day that was chosen, and a clock that was known to be off stay as they are', async () => {
    const { tablet, clock, started, setRight } = await aTabletInTheField();
    clock.now += inThe(73);
    const mended = await started('Mended by hand');
    okOf(await tablet.device.act.changeSession(mended.id, { date: '2026-11-02' }));
    const { id } = okOf(await tablet.device.act.planSession({ title: 'Next month', date: '2026-12-01' }));
    okOf(await tablet.device.sync.deliverNow());
    const later = await started('Known to be off');
    const [opened, chosen] = [(await later.values())?.openedAt, (await session(tablet.device.store, id))?.values.date];
    expect(opened).toBe(new Date(startOfTests).toISOString());
    await setRight();
    expect(await mended.values()).toMatchObject({ date: '2026-11-02', openedAt: new Date(startOfTests).toISOString() });
    expect((await later.values())?.openedAt).toBe(opened);
    expect((await session(tablet.device.store, id))?.values.date).toBe(chosen);
  });
});
