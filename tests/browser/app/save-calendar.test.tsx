// Sessions as a file for other calendars, from the three screens that offer it: all, a site's, one.

import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SitePage } from '../../../src/app/features/admin/sites/SitePage.tsx';
import { SessionsScreen } from '../../../src/app/features/sessions/SessionsScreen.tsx';
import { SessionAt } from '../../../src/app/SessionAt.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { expectAccessible } from '../accessibility.ts';
import { contentOf, type HandedOut, handedOut } from '../handed-out.ts';
import { aDevice, aPlannedSession, aSite, onPhone, shown } from './a-field-day.tsx';

const words = text.calendars.save;

beforeEach(onPhone);

async function aLibrary() {
  const device = await aDevice();
  const site = await aSite(device, 'Maple Court');
  const here = await aPlannedSession(device, { title: 'Storytime', site, place: '' });
  await aPlannedSession(device, { title: 'Market', place: 'Market Square' });
  return { device, site, here };
}

const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));
const titlesIn = async (file: HandedOut | undefined) => (await contentOf(file)).match(/(?<=^SUMMARY:).*(?=\r$)/gm);

test('all sessions to come', async () => {
  const files = handedOut();
  const { device } = await aLibrary();
  shown(device, <SessionsScreen />);
  await press(words.all);
  await expect.poll(() => files.map(({ name }) => name)).toEqual(['wayside-sessions.ics']);
  expect((await titlesIn(files[0]))?.toSorted()).toEqual(['Market', 'Storytime']);
  expect(files[0]?.content.type).toBe('text/calendar;charset=utf-8');
});

test('a site’s sessions to come', async () => {
  const files = handedOut();
  const { device, site, here } = await aLibrary();
  shown(device, <SitePage id={site} />);
  await press(words.site);
  await expect.poll(() => files.map(({ name }) => name)).toEqual([`wayside-2026-11-02-${here}.ics`]);
  expect(await titlesIn(files[0])).toEqual(['Storytime']);
  expect(await contentOf(files[0])).toContain('LOCATION:Maple Court');
});

test('one session, from its menu, which then closes', async () => {
  const files = handedOut();
  const { device, here } = await aLibrary();
  shown(device, <SessionAt id={here} />);
  await press(text.sessions.more);
  await expect.element(page.getByRole('button', { name: words.session, exact: true })).toBeVisible();
  await expectAccessible();
  await press(words.session);
  await expect.element(page.getByRole('button', { name: words.session, exact: true })).not.toBeInTheDocument();
  await expect.poll(() => files.map(({ name }) => name)).toEqual([`wayside-2026-11-02-${here}.ics`]);
  expect(await titlesIn(files[0])).toEqual(['Storytime']);
});
