// Today in its states, and the two taps to a new session.

import { beforeEach, expect, test } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import { TodayScreen } from '../../../src/app/features/today/TodayScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { session as readSession } from '../../../src/device/store/sessions.ts';
import { done } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import { aDevice, anOpenSession, aPlannedSession, aSite, breakStorage, hold, onLandscapeTablet, onPhone, shown } from './a-field-day.tsx';

const words = text.today;

beforeEach(onPhone);

test('while the store is read it says so, with the way to a new session in sight', async () => {
  const device = await aDevice();
  await hold(device);
  shown(device, <TodayScreen />);
  await expect.element(page.getByRole('status', { name: words.reading })).toBeInTheDocument();
  await expect.element(page.getByRole('link', { name: words.newSession })).toBeVisible();
  await expectAccessible();
});

test('a new library is told its first steps, a coordinator also where sites come from', async () => {
  const device = await aDevice();
  shown(device, <TodayScreen />);
  await expect.element(page.getByText(words.firstStepsTitle)).toBeVisible();
  await expect.element(page.getByRole('link', { name: words.importStops })).toBeVisible();
  await expectAccessible();
});

test('a day without sessions says so', async () => {
  const device = await aDevice();
  await aSite(device, 'Maple Court');
  shown(device, <TodayScreen />);
  await expect.element(page.getByText(words.nothingTitle)).toBeVisible();
  await expectAccessible();
});

test.each([
  ['a phone', onPhone],
  ['a tablet in landscape', onLandscapeTablet],
])('on %s: open first, then planned, then done, then the days ahead, and the state of delivery', async (_, view) => {
  await view();
  const device = await aDevice();
  const open = await anOpenSession(device);
  await done(device.act.count(open, '6-11', 12, 'many'));
  await aPlannedSession(device, { title: 'Planned second', startsAt: '14:00' });
  await aPlannedSession(device, { title: 'Planned first' });
  await aPlannedSession(device, { title: 'Tomorrow', date: '2026-11-03' });
  await done(device.act.finishSession(await anOpenSession(device, { title: 'Over' })));
  shown(device, <TodayScreen />);
  await expect.element(page.getByRole('heading', { name: words.next })).toBeInTheDocument();
  const said = (shown: Locator) => shown.elements().map((one) => one.textContent);
  await expect.poll(() => said(page.getByRole('heading', { level: 2 }))).toEqual([words.openNow, words.planned, words.done, words.next]);
  await expect.element(page.getByRole('link', { name: /Maple Court.*12 people/ })).toBeInTheDocument();
  await expect
    .poll(() => said(page.getByRole('list', { name: words.planned }).getByRole('link')))
    .toEqual(['Planned first', 'Planned second']);
  const slip = page.getByRole('main').getByRole('link', { name: /on this device.*Not delivered yet/ });
  await expect.element(slip).toBeInTheDocument();
  await expectAccessible();
});

test('what can be tapped is as tall as a thumb, also a link that stands alone and the title of a planned session', async () => {
  const device = await aDevice();
  await aPlannedSession(device);
  shown(device, <TodayScreen />);
  await expect.element(page.getByRole('link', { name: 'Hurston Elementary' })).toBeVisible();
  const low = page
    .getByRole('main')
    .getByRole('link')
    .elements()
    .filter((link) => Math.round(link.getBoundingClientRect().height) < 48);
  expect(low.map((link) => link.textContent)).toEqual([]);
});

test('one tap starts a planned session and goes to counting', async () => {
  const device = await aDevice();
  const id = await aPlannedSession(device);
  const screen = shown(device, <TodayScreen />);
  const start = page.getByRole('button', { name: words.start });
  await expect.element(start).toHaveAccessibleDescription('Hurston Elementary');
  await userEvent.click(start);
  await expect.poll(screen.path).toBe(`/sessions/${id}`);
  expect((await readSession(device.store, id))?.values).toMatchObject({ status: 'open', openedAt: '2026-11-02T14:00:00.000Z' });
});

test('a store that cannot be read is said in words, with its code', async () => {
  const device = await aDevice();
  breakStorage();
  shown(device, <TodayScreen />);
  await expect.element(page.getByText(text.problems['storage-unavailable'].happened)).toBeVisible();
  await expectAccessible();
});
