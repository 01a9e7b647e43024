// A new session: the guess is right, or one tap from it.

import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { NewSessionScreen } from '../../../src/app/features/sessions/NewSessionScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { keyOfPlace } from '../../../src/device/store/histories.ts';
import { openSessions, session as readSession, sessionsBetween } from '../../../src/device/store/sessions.ts';
import { expectAccessible } from '../accessibility.ts';
import { done, now } from '../a-screen.tsx';
import { aDevice, anOpenSession, aPlannedSession, aSite, onPhone, shown, today } from './a-field-day.tsx';

const words = text.sessionSteps.fresh;

beforeEach(onPhone);

test('where one was last, as it was last: one tap starts it', async () => {
  const device = await aDevice();
  const site = await aSite(device, 'Maple Court');
  await aSite(device, 'Another place');
  await anOpenSession(device, {
    date: '2026-10-26',
    openedAt: '2026-10-26T15:00:00.000Z',
    site,
    place: '',
    activityType: 'bookmobile_stop',
    targetAge: '12-18',
  });
  const screen = shown(device, <NewSessionScreen />);
  const start = page.getByRole('button', { name: words.startAt('Maple Court') });
  await expect.element(start).toBeVisible();
  await expectAccessible();
  await userEvent.dblClick(start);
  await expect.poll(screen.path).toMatch(/^\/sessions\/[0-9A-Z]{12}$/);
  const made = await sessionsBetween(device.store, today, today);
  expect(made.map(({ values }) => values)).toMatchObject([{ site, activityType: 'bookmobile_stop', targetAge: '12-18', status: 'open' }]);
});

test('another site is found without its accents, and its choice moves the focus on', async () => {
  const device = await aDevice();
  await aSite(device, 'Maple Court');
  await aSite(device, 'Café Ayisyen');
  shown(device, <NewSessionScreen />);
  await userEvent.fill(page.getByLabelText(words.search), 'cafe');
  await expect.element(page.getByText('Maple Court')).not.toBeInTheDocument();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: /Café Ayisyen/ }));
  await expect.element(page.getByRole('button', { name: words.change })).toHaveFocus();
  await expect.element(page.getByRole('button', { name: words.startAt('Café Ayisyen') })).toBeVisible();
});

test('without any site the place is said in words, and asked for when it is missing', async () => {
  const device = await aDevice();
  shown(device, <NewSessionScreen />);
  await userEvent.click(page.getByRole('button', { name: words.start }));
  await expect.element(page.getByRole('alert')).toHaveFocus();
  await expect.element(page.getByRole('link', { name: words.placeMissing })).toBeVisible();
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(words.placeName), 'Laundry room');
  await userEvent.click(page.getByRole('button', { name: words.startAt('Laundry room') }));
  await expect.poll(async () => (await openSessions(device.store)).map(({ values }) => values.place)).toEqual(['Laundry room']);
});

test.each([
  ['2027-03-02', null],
  ['2027-03-03', 'Nov 3, 2026'],
  ['2027-06-01', 'Feb 1, 2027'],
])('planned for %s it says from when on all devices have it: %s', async (date, from) => {
  const device = await aDevice();
  shown(device, <NewSessionScreen />);
  await userEvent.click(page.getByRole('button', { name: words.planInstead }));
  await userEvent.fill(page.getByLabelText(text.sessionSteps.details.date), date);
  const said = page.getByText(from === null ? /far ahead/ : text.schedule.farDay(from));
  if (from === null) await expect.element(said).not.toBeInTheDocument();
  else await expect.element(said).toBeVisible();
  await expectAccessible();
});

test('planned for later, with times that fit', async () => {
  const device = await aDevice();
  await aSite(device, 'Maple Court');
  const screen = shown(device, <NewSessionScreen />);
  await userEvent.click(page.getByRole('button', { name: /Maple Court/ }));
  await userEvent.click(page.getByRole('button', { name: words.planInstead }));
  const details = text.sessionSteps.details;
  await userEvent.fill(page.getByLabelText(details.date), '2026-11-10');
  await userEvent.fill(page.getByLabelText(details.startsAt), '15:00');
  await userEvent.fill(page.getByLabelText(details.endsAt), '14:00');
  await userEvent.click(page.getByRole('button', { name: words.plan }));
  await expect.element(page.getByRole('link', { name: details.endBeforeStart })).toBeVisible();
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(details.endsAt), '16:00');
  await userEvent.click(page.getByRole('button', { name: words.plan }));
  await expect.poll(screen.path).toMatch(/^\/sessions\/[0-9A-Z]{12}$/);
  const made = await readSession(device.store, screen.path().split('/').at(-1) ?? '');
  expect(made?.values).toMatchObject({ date: '2026-11-10', startsAt: '15:00', endsAt: '16:00', status: 'planned' });
});

test('planned at a time when its vehicle is elsewhere, it says so, and no more at another time', async () => {
  const device = await aDevice();
  const { id: outlet } = await done(device.act.changeOutlet(null, { name: 'Bookmobile 1', kind: 'bookmobile' }));
  await aPlannedSession(device, { title: 'Market', outlet, date: '2026-11-05' });
  shown(device, <NewSessionScreen />);
  await userEvent.fill(page.getByLabelText(words.placeName), 'Laundry room');
  await userEvent.click(page.getByRole('button', { name: words.planInstead }));
  const { details } = text.sessionSteps;
  await userEvent.fill(page.getByLabelText(details.date), '2026-11-05');
  await userEvent.fill(page.getByLabelText(details.startsAt), '10:30');
  const conflict = page.getByText(text.schedule.conflict.says('Bookmobile 1', 'Market, 10:00 AM – 11:00 AM'));
  await expect.element(conflict).toBeVisible();
  await page.viewport(360, 4_000); // so tall that nothing lies half under the bar
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(details.startsAt), '11:30');
  await expect.element(conflict).not.toBeInTheDocument();
});

test('who came the last time and a year ago stands beside the choice, for the place and the day that are chosen', async () => {
  const device = await aDevice();
  const maple = await aSite(device, 'Maple Court');
  await aSite(device, 'Oak Gardens');
  const held = (id: string, date: string, attendance: number) => ({ id, date, attendance, signUps: 0, handOuts: 0, minutes: 60 });
  const sessions = [held('OLD000000003', '2026-09-07', 18), held('OLD000000002', '2025-12-08', 44), held('OLD000000001', '2025-11-03', 31)];
  await device.store.histories.put({ key: keyOfPlace({ type: 'site', id: maple }), at: now, history: { sessions, months: [] } });
  shown(device, <NewSessionScreen />);
  await userEvent.click(page.getByRole('button', { name: /Maple Court/ }));
  const { lastTime, yearAgo, noLastTime } = text.schedule;
  const { shortDay, dayWithYear } = text.formatting;
  const last = lastTime(18, shortDay('2026-09-07'));
  await expect.element(page.getByText(`${last} · ${yearAgo(31, dayWithYear('2025-11-03'))}`)).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.planInstead }));
  await userEvent.fill(page.getByLabelText(text.sessionSteps.details.date), '2026-12-07');
  await expect.element(page.getByText(`${last} · ${yearAgo(44, dayWithYear('2025-12-08'))}`)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: words.change }));
  await userEvent.click(page.getByRole('button', { name: /Oak Gardens/ }));
  await expect.element(page.getByText(noLastTime)).toBeVisible();
});
