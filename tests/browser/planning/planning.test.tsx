// Planning at a desk and on a phone: the schedule by day and week, a series, a partner, and what a place has behind it.

import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SessionAt } from '../../../src/app/SessionAt.tsx';
import { SiteAt } from '../../../src/app/features/admin/sites/SiteAt.tsx';
import { PartnerAt } from '../../../src/app/features/partners/PartnerAt.tsx';
import { ScheduleScreen } from '../../../src/app/features/sessions/ScheduleScreen.tsx';
import { SeriesAt } from '../../../src/app/features/sessions/SeriesAt.tsx';
import { SessionDetailsScreen } from '../../../src/app/features/sessions/SessionDetailsScreen.tsx';
import { keepPlanned } from '../../../src/app/records/keep-planned.ts';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import type { Device } from '../../../src/device/device.ts';
import { partners } from '../../../src/device/store/records.ts';
import { seriesRecords } from '../../../src/device/store/series.ts';
import { sessionsBetween } from '../../../src/device/store/sessions.ts';
import type { History } from '../../../src/domain/history.ts';
import { anEnrolledDevice, aFramedScreen, done, now } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import { aDevice, aPlannedSession, aSite, onPhone, shown, today } from '../app/a-field-day.tsx';
import { seenAt } from '../page.ts';

const words = text.schedule;

beforeEach(onPhone);

describe('the schedule', () => {
  test('by day and week shows who is where, and what is in two places at once', async () => {
    const device = await aDevice();
    const { id: outlet } = await done(device.act.changeOutlet(null, { name: 'Bookmobile 1', kind: 'bookmobile' }));
    await aPlannedSession(device, { title: 'Storytime', outlet });
    const other = await aPlannedSession(device, { title: 'Market', outlet, startsAt: '10:30', endsAt: '12:00', place: 'Market Square' });
    shown(device, <ScheduleScreen view="day" day={today} />);
    await expect.element(page.getByRole('heading', { name: 'Bookmobile 1' })).toBeVisible();
    await expect.element(page.getByText(words.conflict.says('Bookmobile 1', 'Market, 10:30 AM – 12:00 PM'))).toBeVisible();
    await expectAccessible();
    await done(device.act.changeSession(other, { startsAt: '13:00', endsAt: '14:00' }));
    await expect.element(page.getByText(words.conflict.title(1))).not.toBeInTheDocument();
  });

  test('a week is a list by day, with the days that have nothing', async () => {
    const device = await aDevice();
    await aPlannedSession(device, { title: 'Storytime', date: '2026-11-04' });
    shown(device, <ScheduleScreen view="week" day={today} />);
    await expect.element(page.getByRole('link', { name: /Storytime/ })).toBeVisible();
    expect(page.getByRole('heading', { level: 3 }).elements()).toHaveLength(7);
    expect(page.getByText(words.nothing).elements()).toHaveLength(6);
    await expectAccessible();
  });

  test('a planned session says on its own screen what is in two places at once, until it is set right', async () => {
    const device = await aDevice();
    const { id: outlet } = await done(device.act.changeOutlet(null, { name: 'Bookmobile 1', kind: 'bookmobile' }));
    const { id: bob } = await done(device.act.changeStaff(null, { name: 'Bob', active: true }));
    const id = await aPlannedSession(device, { title: 'Storytime', outlet, staff: [bob] });
    const other = await aPlannedSession(device, {
      title: 'Market',
      outlet,
      staff: [bob],
      startsAt: '10:30',
      endsAt: '12:00',
      place: 'Market Square',
    });
    shown(device, <SessionAt id={id} />);
    for (const thing of ['Bookmobile 1', 'Bob']) {
      const link = page.getByRole('link', { name: words.conflict.says(thing, 'Market, 10:30 AM – 12:00 PM') });
      await expect.element(link).toHaveAttribute('href', `/sessions/${other}`);
    }
    await expectAccessible();
    await done(device.act.changeSession(other, { startsAt: '13:00', endsAt: '14:00' }));
    await expect.element(page.getByText(words.conflict.title(2))).not.toBeInTheDocument();
  });

  test('details say at once that somebody is to be in two places', async () => {
    const device = await aDevice();
    const { id: bob } = await done(device.act.changeStaff(null, { name: 'Bob', active: true }));
    await aPlannedSession(device, { title: 'Storytime', staff: [bob] });
    const id = await aPlannedSession(device, { title: 'Market', place: 'Market Square' });
    shown(device, <SessionDetailsScreen id={id} />);
    await userEvent.click(page.getByText('Bob', { exact: true }));
    await expect.element(page.getByText(words.conflict.says('Bob', 'Storytime, 10:00 AM – 11:00 AM'))).toBeVisible();
    await page.viewport(360, 4_000); // so tall that nothing lies half under the bar
    await expectAccessible();
  });
});

test('a session moved far ahead says from when on all devices have it', async () => {
  const device = await aDevice();
  const id = await aPlannedSession(device, { title: 'Storytime' });
  shown(device, <SessionDetailsScreen id={id} />);
  await expect.element(page.getByLabelText(text.sessionSteps.details.date)).toHaveValue(today);
  expect(page.getByText(/far ahead/).elements()).toEqual([]);
  await userEvent.fill(page.getByLabelText(text.sessionSteps.details.date), '2027-06-01');
  await expect.element(page.getByText(words.farDay('Feb 1, 2027'))).toBeVisible();
});

describe('a recurring session', () => {
  test('is made in words, and plans its sessions', async () => {
    const device = await aDevice();
    const screen = shown(device, <SeriesAt id="new" />);
    await userEvent.click(page.getByText(words.series.choices.biweekly));
    await userEvent.click(page.getByRole('button', { name: text.shell.save, exact: true }));
    await expect.element(page.getByRole('link', { name: text.sessionSteps.fresh.placeMissing })).toBeVisible();
    await expectAccessible();
    await userEvent.fill(page.getByLabelText(text.sessionSteps.fresh.placeName), 'Maple Court');
    // Chosen, and not added to the list by its button: it counts all the same.
    await userEvent.fill(page.getByLabelText(words.series.exceptDay), '2026-11-16');
    await userEvent.click(page.getByRole('button', { name: text.shell.save, exact: true }));
    await expect.poll(screen.path).toBe(`/sessions/by/week/${today}`);
    const [series] = await seriesRecords(device.store);
    expect(series?.values).toMatchObject({ rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', start: today, place: 'Maple Court' });
    const planned = await sessionsBetween(device.store, today, '2026-12-01');
    expect(planned.map(({ values }) => values.date)).toEqual(['2026-11-02', '2026-11-30']);
  });

  test('says while it is typed which of its dates are planned in two places, and is saved all the same', async () => {
    const device = await aDevice();
    const { id: outlet } = await done(device.act.changeOutlet(null, { name: 'Bookmobile 1', kind: 'bookmobile' }));
    const { id: bob } = await done(device.act.changeStaff(null, { name: 'Bob', active: true }));
    const days = ['02', '09', '16', '23', '30'].map((day) => `2026-11-${day}`);
    for (const date of days) await aPlannedSession(device, { title: 'Market', outlet, date });
    await aPlannedSession(device, { title: 'Staff day', staff: [bob], date: '2026-11-09' });
    await seenAt(360, 5_000); // a long form, of which no bar covers anything
    const screen = shown(device, <SeriesAt id="new" />);
    await userEvent.fill(page.getByLabelText(text.sessionSteps.fresh.placeName), 'Maple Court');
    await userEvent.fill(page.getByLabelText(text.sessionSteps.details.startsAt), '10:30');
    await userEvent.fill(page.getByLabelText(text.sessionSteps.details.endsAt), '11:30');
    await userEvent.click(page.getByText('Bob', { exact: true }));
    await expect.element(page.getByText(words.conflict.dates(1, 13))).toBeVisible();
    await userEvent.selectOptions(page.getByLabelText(text.sessionSteps.details.outlet), 'Bookmobile 1');
    await expect.element(page.getByText(words.conflict.dates(5, 13))).toBeVisible();
    const elsewhere = (thing: string, title: string) => words.conflict.says(thing, `${title}, 10:00 AM – 11:00 AM`);
    expect(page.getByText(elsewhere('Bookmobile 1', 'Market')).elements()).toHaveLength(4);
    expect(page.getByText(`Mon, Nov 9: ${elsewhere('Bob', 'Staff day')}`).elements()).toHaveLength(1);
    await expect.element(page.getByText(words.conflict.moreDates(1))).toBeVisible();
    await expectAccessible();
    // A holiday that is chosen and not added by its button counts as soon as it is chosen.
    await userEvent.fill(page.getByLabelText(words.series.exceptDay), '2026-11-02');
    await expect.element(page.getByText(words.conflict.dates(4, 12))).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: text.shell.save, exact: true }));
    await expect.poll(screen.path).toContain('/sessions/by/week/');
    expect(await seriesRecords(device.store)).toHaveLength(1);
  });

  test('one of it, changed with those that follow, says which of them are planned in two places', async () => {
    const device = await aDevice();
    const { id: bob } = await done(device.act.changeStaff(null, { name: 'Bob', active: true }));
    const weekly = { place: 'Maple Court', startsAt: '10:00', endsAt: '11:00', start: today, until: null, except: [] };
    await done((await device.plan()).changeSeries(null, { ...weekly, rule: 'FREQ=WEEKLY;BYDAY=MO' }, today));
    for (const date of ['2026-11-09', '2026-11-24']) await aPlannedSession(device, { title: 'Market', staff: [bob], date });
    const [first] = await sessionsBetween(device.store, today, '2026-12-01');
    shown(device, <SessionDetailsScreen id={first?.id ?? ''} />);
    await userEvent.click(page.getByText('Bob', { exact: true }));
    await userEvent.click(page.getByText(words.following));
    await expect.element(page.getByText(words.conflict.dates(1, 13))).toBeVisible();
    await expect.element(page.getByText(/^Mon, Nov 9: Bob/)).toBeVisible();
    await userEvent.fill(page.getByLabelText(text.sessionSteps.details.date), '2026-11-03');
    await expect.element(page.getByText(/^Tue, Nov 24: Bob/)).toBeVisible();
    await expect.element(page.getByText(/^Mon, Nov 9: Bob/)).not.toBeInTheDocument();
    await userEvent.click(page.getByText(words.onlyThis));
    await expect.element(page.getByText(/^Tue, Nov 24: Bob/)).not.toBeInTheDocument();
  });

  test('leaves out school holidays in one go; a span that cannot be is said in words', async () => {
    const device = await aDevice();
    await seenAt(360, 5_000); // a long form, of which no bar covers anything
    const screen = shown(device, <SeriesAt id="new" />);
    await userEvent.fill(page.getByLabelText(text.sessionSteps.fresh.placeName), 'Maple Court');
    await userEvent.fill(page.getByLabelText(words.series.exceptUntil), '2026-11-20');
    await userEvent.click(page.getByRole('button', { name: words.series.exceptAddMany }));
    await expect.element(page.getByText(words.series.exceptFirstMissing)).toBeVisible();
    await userEvent.fill(page.getByLabelText(words.series.exceptDay), '2026-11-27');
    await expect.element(page.getByText(words.series.untilBeforeStart)).toBeVisible();
    await expectAccessible();
    await userEvent.fill(page.getByLabelText(words.series.exceptUntil), '2028-11-27');
    await expect.element(page.getByText(words.series.exceptLong)).toBeVisible();
    await userEvent.fill(page.getByLabelText(words.series.exceptDay), '2026-11-09');
    await userEvent.fill(page.getByLabelText(words.series.exceptUntil), '2026-11-20');
    await userEvent.click(page.getByRole('button', { name: words.series.exceptAddMany }));
    await expect.element(page.getByText(words.series.exceptRange('Nov 9, 2026', 'Nov 20, 2026'))).toBeVisible();
    await expect.element(page.getByLabelText(words.series.exceptUntil)).toHaveValue('');
    // Taken off the list, and a second span that is chosen and was not added by the button.
    await userEvent.click(page.getByRole('button', { name: words.series.exceptRemoveMany('Nov 9, 2026', 'Nov 20, 2026') }));
    await userEvent.fill(page.getByLabelText(words.series.exceptDay), '2026-11-12');
    await userEvent.fill(page.getByLabelText(words.series.exceptUntil), '2026-11-24');
    await expectAccessible();
    await userEvent.click(page.getByRole('button', { name: text.shell.save, exact: true }));
    await expect.poll(screen.path).toBe(`/sessions/by/week/${today}`);
    expect((await seriesRecords(device.store))[0]?.values.except).toEqual(['2026-11-16', '2026-11-23']);
    expect((await sessionsBetween(device.store, today, '2026-12-01')).map(({ values }) => values.date)).toEqual([
      '2026-11-02',
      '2026-11-09',
      '2026-11-30',
    ]);
  });

  test('every four weeks, the round of a mobile library, is what every so many weeks begins with; a number that is none is said in words', async () => {
    const device = await aDevice();
    const screen = shown(device, <SeriesAt id="new" />);
    await userEvent.click(page.getByText(words.series.choices.weeks));
    await expect.element(page.getByLabelText(words.series.weeks)).toHaveValue('4');
    await userEvent.fill(page.getByLabelText(words.series.weeks), '1');
    await userEvent.fill(page.getByLabelText(text.sessionSteps.fresh.placeName), 'Maple Court');
    await userEvent.click(page.getByRole('button', { name: text.shell.save, exact: true }));
    await userEvent.click(page.getByRole('link', { name: words.series.weeksWrong }));
    await expect.element(page.getByLabelText(words.series.weeks)).toHaveFocus();
    await expectAccessible();
    await userEvent.fill(page.getByLabelText(words.series.weeks), '6');
    await userEvent.click(page.getByRole('button', { name: text.shell.save, exact: true }));
    await expect.poll(screen.path).toBe(`/sessions/by/week/${today}`);
    const [series] = await seriesRecords(device.store);
    expect(series?.values.rule).toBe('FREQ=WEEKLY;INTERVAL=6;BYDAY=MO');
    expect((await sessionsBetween(device.store, today, '2027-01-31')).map(({ values }) => values.date)).toEqual([
      '2026-11-02',
      '2026-12-14',
      '2027-01-25',
    ]);
  });

  test('every four weeks is read back as such, and every other week can be chosen instead', async () => {
    const device = await aDevice();
    const monthly = { place: 'Maple Court', start: today, until: null, except: [], rule: 'FREQ=WEEKLY;INTERVAL=4;BYDAY=MO' };
    const { id } = await done((await device.plan()).changeSeries(null, monthly, today));
    const screen = shown(device, <SeriesAt id={id} />);
    await expect.element(page.getByRole('radio', { name: words.series.choices.weeks })).toBeChecked();
    await expect.element(page.getByLabelText(words.series.weeks)).toHaveValue('4');
    expect(page.getByRole('radio', { name: words.series.choices.other }).elements()).toEqual([]);
    await userEvent.click(page.getByText(words.series.choices.biweekly));
    await expect.element(page.getByLabelText(words.series.weeks)).not.toBeInTheDocument();
    await userEvent.click(page.getByRole('button', { name: text.shell.save, exact: true }));
    await expect.poll(screen.path).toContain('/sessions/by/week/');
    expect((await seriesRecords(device.store))[0]?.values.rule).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO');
  });

  test.each([
    ['its vehicle', () => userEvent.selectOptions(page.getByLabelText(text.sessionSteps.details.outlet), 'Bookmobile 1'), ['09', '23']],
    ['its days', () => userEvent.click(page.getByText(words.series.weekday.TU, { exact: true })), ['09', '10', '23', '24']],
    ['its start', () => userEvent.fill(page.getByLabelText(words.series.start), '2026-11-16'), ['09', '16', '30']],
  ])('every other week, of which %s changed in a week without it, keeps its weeks unless it is the start', async (_, change, days) => {
    const device = await aDevice();
    await done(device.act.changeOutlet(null, { name: 'Bookmobile 1', kind: 'bookmobile' }));
    const biweekly = { place: 'Maple Court', start: '2026-10-26', until: null, except: [], rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' };
    const { id } = await done((await device.plan()).changeSeries(null, biweekly, '2026-10-26'));
    const screen = shown(device, <SeriesAt id={id} />);
    await change();
    await userEvent.click(page.getByRole('button', { name: text.shell.save, exact: true }));
    await expect.poll(screen.path).toContain('/sessions/by/week/');
    const sessions = (await sessionsBetween(device.store, today, '2026-11-30')).map(({ values }) => values);
    expect(sessions.filter(({ status }) => status === 'planned').map(({ date }) => date.slice(8))).toEqual(days);
  });

  test('of a kind brings the list of that kind to its sessions, also to those that were planned without one', async () => {
    const device = await aDevice();
    const weekly = { place: 'Maple Court', start: today, until: null, except: [], rule: 'FREQ=WEEKLY;BYDAY=MO' };
    const { id } = await done((await device.plan()).changeSeries(null, weekly, today));
    const screen = shown(device, <SeriesAt id={id} />);
    await userEvent.click(page.getByRole('radio', { name: text.words.topic.storytime }).first());
    await userEvent.click(page.getByText(text.workshops.kiosk.offer));
    await expectAccessible();
    await userEvent.click(page.getByRole('button', { name: text.shell.save, exact: true }));
    await expect.poll(screen.path).toContain('/sessions/by/week/');
    const sessions = (await sessionsBetween(device.store, today, '2026-11-23')).map(({ values }) => values);
    expect(sessions).toHaveLength(4);
    for (const one of sessions) {
      expect(one).toMatchObject({ template: 'storytime', asksSurvey: true, offers: ['card', 'reading_challenge'] });
      expect(one.checklist?.map((item) => item.id)).toContain('pack-books');
    }
  });

  test('one of it is changed with those that follow', async () => {
    const device = await aDevice();
    const weekly = { place: 'Maple Court', startsAt: '10:00', endsAt: '11:00', start: today, until: null, except: [] };
    await done((await device.plan()).changeSeries(null, { ...weekly, rule: 'FREQ=WEEKLY;BYDAY=MO' }, today));
    const [, second] = await sessionsBetween(device.store, today, '2026-12-01');
    shown(device, <SessionDetailsScreen id={second?.id ?? ''} />);
    await userEvent.fill(page.getByLabelText(text.sessionSteps.details.startsAt), '09:00');
    await userEvent.click(page.getByText(words.following));
    await expectAccessible();
    await userEvent.click(page.getByRole('button', { name: text.sessionSteps.details.save }));
    await expect
      .poll(async () => (await sessionsBetween(device.store, today, '2026-11-23')).map(({ values }) => values.startsAt))
      .toEqual(['10:00', '09:00', '09:00', '09:00']);
  });
});

test('a partner: several contacts with their roles, what earlier versions kept among them', async () => {
  const { device } = await anEnrolledDevice('staff');
  const { id } = await done(device.act.changePartner(null, { name: 'Hurston Elementary', contactName: 'Dana', contact: '305 555 0117' }));
  const screen = aFramedScreen(device, <PartnerAt id={id} part="change" />);
  await expect.element(page.getByRole('link', { name: 'Hurston Elementary' })).toHaveAttribute('href', `/settings/partners/${id}`);
  await userEvent.click(page.getByRole('button', { name: text.partners.addContact }));
  await userEvent.click(page.getByRole('button', { name: text.shell.save, exact: true }));
  await expect.element(page.getByRole('link', { name: text.partners.contactNameMissing })).toBeVisible();
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(text.partners.contactName, { exact: true }).nth(1), 'Èzili');
  await userEvent.click(page.getByRole('button', { name: text.shell.save, exact: true }));
  await expect.poll(screen.path).toBe(`/settings/partners/${id}`);
  const [saved] = await partners(device.store);
  expect(saved?.values.contacts).toEqual([
    { name: 'Dana', role: 'other', phone: '305 555 0117', email: '' },
    { name: 'Èzili', role: 'media_specialist', phone: '', email: '' },
  ]);
});

test('a partner: agreed goals and notes for both are entered, and only they are saved', async () => {
  const { device } = await anEnrolledDevice('staff');
  const { id } = await done(device.act.changePartner(null, { name: 'Hurston Elementary', contactName: 'Dana', notes: 'Ours' }));
  const screen = aFramedScreen(device, <PartnerAt id={id} part="change" />);
  await userEvent.click(page.getByRole('checkbox', { name: words.goal.digital_literacy }));
  await userEvent.click(page.getByRole('checkbox', { name: words.goal.literacy, exact: true }));
  await userEvent.fill(page.getByRole('textbox', { name: new RegExp(`^${text.shared.notes}`) }), 'Tuesdays, in the library');
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: text.shell.save, exact: true }));
  await expect.poll(screen.path).toBe(`/settings/partners/${id}`);
  expect((await setsOf(device, `partner/${id}`)).at(-1)).toEqual({
    goals: ['literacy', 'digital_literacy'],
    sharedNotes: 'Tuesdays, in the library',
  });
  expect((await partners(device.store))[0]?.values).toMatchObject({ notes: 'Ours', contactName: 'Dana' });
});

test('a session: goals, who brings what and notes for both are entered by hand, and only they are saved', async () => {
  await seenAt(360, 6_000);
  const device = await aDevice();
  const { id: school } = await done(device.act.changePartner(null, { name: 'Hurston Elementary' }));
  const id = await aPlannedSession(device);
  const screen = shown(device, <SessionDetailsScreen id={id} />);
  const notes = page.getByRole('textbox', { name: new RegExp(`^${text.shared.notes}`) });
  await userEvent.click(page.getByRole('checkbox', { name: words.goal.information_literacy, exact: true }));
  expect(notes.elements()).toEqual([]); // of a session that no partner shares
  await userEvent.click(page.getByRole('checkbox', { name: 'Hurston Elementary', exact: true }));
  await userEvent.fill(notes, 'Two classes at a time');
  const add = page.getByRole('button', { name: words.bringsAdd });
  await userEvent.click(add);
  await userEvent.fill(page.getByLabelText(words.bringsWhat), 'Chairs');
  await userEvent.selectOptions(page.getByLabelText(words.bringsBy), 'Hurston Elementary');
  await userEvent.click(add);
  await userEvent.click(add);
  await userEvent.fill(page.getByLabelText(words.bringsWhat).nth(1), 'A mistake');
  await userEvent.fill(page.getByLabelText(words.bringsWhat).nth(2), 'Puppets');
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.bringsRemove('A mistake') }));
  await expect.element(page.getByLabelText(words.bringsWhat).nth(1)).toHaveValue('Puppets');
  await userEvent.click(page.getByRole('button', { name: text.sessionSteps.details.save }));
  await expect.poll(screen.path).toBe(`/sessions/${id}`);
  expect((await setsOf(device, `session/${id}`)).at(-1)).toEqual({
    goals: ['information_literacy'],
    partners: [school],
    sharedNotes: 'Two classes at a time',
    brings: [
      { what: 'Chairs', by: school },
      { what: 'Puppets', by: null },
    ],
  });
});

/** What each change of a record said, the newest last. */
async function setsOf({ store }: Device, subject: string): Promise<readonly unknown[]> {
  const facts = await store.facts.where('subject').equals(subject).toArray();
  return facts.map((fact): unknown => JSON.parse(fact.text).body.set);
}

test('a partner of whom only the name is known has no empty box', async () => {
  const { device } = await anEnrolledDevice('staff');
  const { id } = await done(device.act.changePartner(null, { name: 'Hurston Elementary' }));
  aFramedScreen(device, <PartnerAt id={id} />);
  await expect.element(page.getByRole('heading', { name: 'Hurston Elementary' })).toBeVisible();
  await expect.element(page.getByText(text.partners.aheadNone)).toBeVisible();
  expect([...document.querySelectorAll('dl')].filter((list) => list.childElementCount === 0)).toEqual([]);
  await expectAccessible();
});

test('a site’s page shows what was there, and says so when it is only what this device holds', async () => {
  const past: History = {
    sessions: [{ id: 'OLD000000001', date: '2025-11-03', attendance: 31, signUps: 4, handOuts: 12, minutes: 60 }],
    months: [{ month: '2025-11', sessions: 1, attendance: 31, signUps: 4, handOuts: 12, minutes: 60, timed: 31 }],
  };
  const { device, answers } = await anEnrolledDevice('coordinator');
  const site = await aSite(device, 'Maple Court');
  const dana = { name: 'Dana Whitfield', role: 'media_specialist', phone: '305 555 0117', email: '' } as const;
  const partner = await done(device.act.changePartner(null, { name: 'Hurston Elementary', contacts: [dana] }));
  await done(device.act.changeSite(site, { signal: 'No signal at the back', languages: ['ht', 'Mixteco'], partners: [partner.id] }));
  aFramedScreen(device, <SiteAt id={site} />);
  await expect.element(page.getByText('Dana Whitfield')).toBeVisible();
  await expect.element(page.getByText(`${text.partners.roles.media_specialist} · Hurston Elementary`)).toBeVisible();
  await expect.element(page.getByRole('link', { name: '305 555 0117' })).toHaveAttribute('href', 'tel:3055550117');
  await expect.element(page.getByText('No signal at the back')).toBeVisible();
  await expect.element(page.getByText('Haitian Creole and Mixteco')).toBeVisible();
  await expect.element(page.getByText(text.partners.history.onlyHere)).toBeVisible();
  await expect.element(page.getByText(text.problems['server-unreachable'].happened)).toBeVisible();
  await expectAccessible();
  answers['/api/history'] = { histories: [past] };
  await userEvent.click(page.getByRole('button', { name: text.partners.history.ask }));
  await expect.element(page.getByRole('rowheader', { name: 'November 2025' })).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Nov 3, 2025' })).toBeVisible();
  await expect.poll(() => document.querySelectorAll('section[tabindex="0"]').length).toBeGreaterThanOrEqual(2);
  await expectAccessible();
});

test('last year’s numbers are fetched before anybody asks, and are there where no network is', async () => {
  const held = (id: string, date: string, attendance: number) => ({ id, date, attendance, signUps: 0, handOuts: 0, minutes: 60 });
  const past: History = { sessions: [held('OLD000000002', '2026-09-07', 18), held('OLD000000001', '2025-11-03', 31)], months: [] };
  const { device, answers } = await anEnrolledDevice('staff', { '/api/history': { histories: [past] } });
  const site = await aSite(device, 'Maple Court');
  const planned = await aPlannedSession(device, { site, place: '', date: '2026-11-09' });
  await keepPlanned(device, now);
  delete answers['/api/history'];
  shown(device, <SessionDetailsScreen id={planned} />);
  const { shortDay, dayWithYear } = text.formatting;
  const says = [words.lastTime(18, shortDay('2026-09-07')), words.yearAgo(31, dayWithYear('2025-11-03'))].join(' · ');
  await expect.element(page.getByText(says)).toBeVisible();
});

test('a site’s schedule leaves as a calendar from its page, not from the form that changes it', async () => {
  const { device } = await anEnrolledDevice('staff');
  const site = await aSite(device, 'Maple Court');
  aFramedScreen(device, <SiteAt id={site} />);
  await userEvent.click(page.getByRole('button', { name: text.calendars.save.site }));
  await expect.element(page.getByText(text.calendars.save.none)).toBeVisible();
  await expectAccessible();
});

test('the form that changes a site only changes it', async () => {
  const { device } = await anEnrolledDevice('staff');
  const site = await aSite(device, 'Maple Court');
  aFramedScreen(device, <SiteAt id={site} part="change" />);
  await expect.element(page.getByRole('button', { name: text.shell.save, exact: true })).toBeVisible();
  expect(page.getByRole('button', { name: text.calendars.save.site }).elements()).toEqual([]);
});
