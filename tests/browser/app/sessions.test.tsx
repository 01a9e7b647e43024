// The list of sessions, and what is done with a whole session: notes, details, finish, share, join, review of overwritten values.

import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FinishSessionScreen } from '../../../src/app/features/sessions/FinishSessionScreen.tsx';
import { JoinSessionScreen } from '../../../src/app/features/sessions/JoinSessionScreen.tsx';
import { SessionDetailsScreen } from '../../../src/app/features/sessions/SessionDetailsScreen.tsx';
import { SessionsScreen } from '../../../src/app/features/sessions/SessionsScreen.tsx';
import { ShareSessionScreen } from '../../../src/app/features/sessions/ShareSessionScreen.tsx';
import { SessionAt } from '../../../src/app/SessionAt.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { session as readSession } from '../../../src/device/store/sessions.ts';
import { foldSession } from '../../../src/domain/session.ts';
import { inGroups } from '../../../src/protocol/ids.ts';
import { aMaker } from '../../support/facts.ts';
import { done } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import {
  aDevice,
  anOpenSession,
  aPlannedSession,
  aSite,
  breakStorage,
  hold,
  onLandscapeTablet,
  onPhone,
  shown,
  today,
} from './a-field-day.tsx';

const words = text.sessionSteps;

beforeEach(onPhone);

test('the list while it is read, when it is empty, and when it cannot be read', async () => {
  const held = await aDevice();
  await hold(held);
  shown(held, <SessionsScreen />);
  await expect.element(page.getByRole('status', { name: text.sessions.reading })).toBeInTheDocument();
  await expectAccessible();
});

test('an empty list offers the first step', async () => {
  const device = await aDevice();
  shown(device, <SessionsScreen />);
  await expect.element(page.getByText(text.sessionSteps.list.noneAheadTitle)).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: text.sessionSteps.list.showAll }));
  await expect.element(page.getByText(text.sessionSteps.list.emptyTitle)).toBeVisible();
  await expectAccessible();
});

test('a list that cannot be read says so', async () => {
  const device = await aDevice();
  breakStorage();
  shown(device, <SessionsScreen />);
  await expect.element(page.getByText(text.problems['storage-unavailable'].happened)).toBeVisible();
  await expectAccessible();
});

test('hundreds of sessions are searched without accents, and only those in sight are in the page', async () => {
  const device = await aDevice();
  const site = await aSite(device, 'Café Ayisyen');
  for (let n = 0; n < 120; n += 1) await aPlannedSession(device, { title: `Stop ${n}`, date: '2026-11-03' });
  await aPlannedSession(device, { site, place: '', date: '2026-11-20' });
  shown(device, <SessionsScreen />);
  await expect.element(page.getByRole('link', { name: /Stop 0 / })).toBeVisible();
  expect(page.getByRole('listitem').elements().length).toBeLessThan(60);
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(text.sessionSteps.list.search), 'cafe');
  await expect.element(page.getByRole('link', { name: /Café Ayisyen/ })).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Friday, November 20' })).toBeVisible();
  await expectAccessible();
});

test('a timetable that runs out is said, with the way to import it again', async () => {
  const device = await aDevice('staff');
  const aStop = (date: string) => aPlannedSession(device, { date, source: `stops/palmetto/little haiti/maple court/van 1/a1/mo/${date}` });
  await aStop('2026-11-16');
  const ends = page.getByText(text.schedule.timetableEnd('Monday, November 16'));
  shown(device, <SessionsScreen />);
  await expect.element(ends).toBeVisible();
  await expect.element(page.getByRole('link', { name: text.settings.importStops })).toHaveAttribute('href', '/settings/import-stops');
  await expectAccessible();
  await aStop('2027-01-04');
  await expect.element(ends).not.toBeInTheDocument();
});

test('notes are saved when the writer leaves the field, and not lost when the storage fails', async () => {
  const device = await aDevice();
  const id = await anOpenSession(device);
  shown(device, <SessionAt id={id} tab="notes" />);
  const field = page.getByLabelText(text.sessionSteps.notes.label);
  await userEvent.fill(field, 'Bring more seed packets.');
  await expect.element(page.getByText(text.sessionSteps.notes.unsaved)).toBeVisible();
  await userEvent.tab();
  await expect.element(page.getByText(text.sessionSteps.notes.saved).first()).toBeVisible();
  expect((await readSession(device.store, id))?.values.notes).toBe('Bring more seed packets.');
  await expectAccessible();
  await userEvent.fill(field, 'And chairs.');
  breakStorage();
  await userEvent.click(page.getByRole('button', { name: text.sessionSteps.notes.save }));
  await expect.element(page.getByText(text.sessions.notSaved)).toBeVisible();
  await expect.element(field).toHaveValue('And chairs.');
  await expectAccessible();
});

test('what was agreed and what the place is like are one tap from a session, whom to call first; nothing known, nothing shown', async () => {
  const device = await aDevice('staff');
  const contacts = [{ name: 'Dana', role: 'media_specialist' as const, phone: '(305) 555-0117', email: '' }];
  const { id: school } = await done(device.act.changePartner(null, { name: 'Hurston Elementary', contacts, notes: 'Twice a month' }));
  const site = await aSite(device, 'Maple Court');
  await done(
    device.act.changeSite(site, { parking: 'Behind the gym', power: 'None', signal: 'At the gate', languages: ['ht'], partners: [school] }),
  );
  const brings = [
    { what: 'Puppets', by: null },
    { what: 'Chairs', by: school },
  ];
  const id = await aPlannedSession(device, { site, place: '', goals: ['literacy'], brings });
  const screen = shown(device, <SessionAt id={id} />);
  const about = page.getByText(words.about.title);
  await userEvent.click(about);
  await expect.element(page.getByRole('link', { name: '(305) 555-0117' })).toHaveAttribute('href', 'tel:3055550117');
  await expect.element(page.getByText('Media specialist · Hurston Elementary')).toBeVisible();
  for (const known of ['Behind the gym', 'None', 'At the gate', 'Haitian Creole', 'Literacy', 'Twice a month']) {
    await expect.element(page.getByText(known, { exact: true })).toBeVisible();
  }
  await expect.element(page.getByText('The library: Puppets Hurston Elementary: Chairs', { exact: true })).toBeVisible();
  await page.viewport(360, 4_000); // so tall that nothing lies half under the bar
  await expectAccessible();
  await onPhone();

  await done(device.act.startSession(id));
  await expect.element(about).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('link', { name: text.sessions.tabs.notes }));
  await expect.poll(screen.path).toContain('/notes');
  const plain = await anOpenSession(device, { goals: ['digital_literacy'] });
  shown(device, <SessionAt id={plain} tab="notes" />);
  await expect.element(page.getByText('Digital literacy')).toBeVisible();
  await done(device.act.changeSession(plain, { goals: [] }));
  await expect.element(about).not.toBeInTheDocument();
});

test('details: only what was changed is saved, times that do not fit are said', async () => {
  await onLandscapeTablet();
  const device = await aDevice();
  const id = await aPlannedSession(device);
  const screen = shown(device, <SessionDetailsScreen id={id} />);
  await userEvent.fill(page.getByLabelText(words.details.endsAt), '09:00');
  await userEvent.click(page.getByRole('button', { name: words.details.save }));
  await expect.element(page.getByRole('link', { name: words.details.endBeforeStart })).toBeVisible();
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(words.details.endsAt), '11:30');
  await userEvent.fill(page.getByLabelText(/^Title/), 'Storytime');
  await userEvent.click(page.getByRole('button', { name: words.details.save }));
  await expect.poll(screen.path).toBe(`/sessions/${id}`);
  const facts = await device.store.facts.where('subject').equals(`session/${id}`).toArray();
  expect(JSON.parse(facts.at(-1)?.text ?? '').body.set).toEqual({ endsAt: '11:30', title: 'Storytime' });
});

test('finishing shows the figures and asks once about what looks odd', async () => {
  const device = await aDevice();
  const id = await anOpenSession(device);
  const screen = shown(device, <FinishSessionScreen id={id} />);
  await expect.element(page.getByText(words.finish.odd['no-attendance'])).toBeVisible();
  await expectAccessible();
  await done(device.act.count(id, '6-11', 12, 'many'));
  await expect.element(page.getByText(words.finish.odd['no-attendance'])).not.toBeInTheDocument();
  await expect.element(page.getByText('12').first()).toBeVisible();
  await userEvent.fill(page.getByLabelText(words.finish.ended), '08:30');
  await expect.element(page.getByText(words.finish.odd['times-do-not-fit'])).toBeVisible();
  await userEvent.fill(page.getByLabelText(words.finish.ended), '09:00');
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.finish.confirm }));
  await expect.poll(screen.path).toBe(`/sessions/${id}`);
  expect((await readSession(device.store, id))?.values).toMatchObject({ status: 'closed', closedAt: '2026-11-02T14:00:00.000Z' });
});

test('a session left open overnight ends on the evening it is said to', async () => {
  const device = await aDevice();
  const id = await anOpenSession(device, { date: '2026-11-01', openedAt: '2026-11-01T20:00:00.000Z' });
  await done(device.act.count(id, '6-11', 12, 'many'));
  shown(device, <FinishSessionScreen id={id} />);
  await userEvent.fill(page.getByLabelText(words.finish.ended), '17:00');
  await userEvent.click(page.getByRole('button', { name: words.finish.confirm }));
  await expect.poll(async () => (await readSession(device.store, id))?.values.closedAt).toBe('2026-11-01T22:00:00.000Z');
});

test('a session is canceled from its menu, after one question, and downloaded as a file', async () => {
  const device = await aDevice();
  const id = await anOpenSession(device);
  shown(device, <SessionAt id={id} />);
  await userEvent.click(page.getByRole('button', { name: text.sessions.more }));
  await expect.element(page.getByRole('button', { name: text.sessions.download })).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: text.sessions.cancelSession }));
  await expect.element(page.getByRole('alertdialog')).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('alertdialog').getByRole('button', { name: text.sessions.cancelSession }));
  await expect.poll(async () => (await readSession(device.store, id))?.values.status).toBe('canceled');
});

test('sharing shows a code to scan and the same in letters', async () => {
  const device = await aDevice();
  const id = await anOpenSession(device);
  shown(device, <ShareSessionScreen id={id} />);
  await expect.element(page.getByRole('img', { name: words.share.qr })).toBeVisible();
  await expect.element(page.getByText(inGroups(id, 4))).toBeVisible();
  await expectAccessible();
});

test('joining by typed letters, however they are written; a slip is said and kept', async () => {
  const device = await aDevice();
  await anOpenSession(device);
  const screen = shown(device, <JoinSessionScreen />, '/sessions/join');
  await expect.element(page.getByRole('heading', { name: words.join.open })).toBeVisible();
  const code = page.getByLabelText(words.join.code);
  await userEvent.fill(code, '4k7q 9xtm');
  await userEvent.click(page.getByRole('button', { name: words.join.join, exact: true }));
  await expect.element(page.getByRole('link', { name: words.join.codeWrong })).toBeVisible();
  await expect.element(code).toHaveValue('4k7q 9xtm');
  await expectAccessible();
  await userEvent.fill(code, '4k7q 9xtm-2bhc');
  await userEvent.click(page.getByRole('button', { name: words.join.join, exact: true }));
  await expect.poll(screen.path).toBe('/sessions/4K7Q9XTM2BHC');
});

test('a code in the address is taken over and taken out of it', async () => {
  const device = await aDevice();
  shown(device, <JoinSessionScreen />, '/sessions/join#4K7Q9XTM2BHC');
  await expect.element(page.getByLabelText(words.join.code)).toHaveValue('4K7Q9XTM2BHC');
  await expect.poll(() => location.hash).toBe('');
});

test('a value that was overwritten unseen is shown beside the one that stands, and can be kept instead', async () => {
  const device = await aDevice();
  const id = '4K7Q9XTM2BHC';
  const [alices, bobs] = [aMaker(), aMaker()];
  const hers = alices.changeSession(id, { title: 'Storytime', date: today, status: 'open' });
  const his = bobs.changeSession(id, { title: 'Book giveaway' });
  await device.store.sessions.put(
    foldSession(
      id,
      [hers, his].map(({ fact }, at) => ({ fact, seq: at + 1 })),
    ),
  );
  shown(device, <SessionAt id={id} />);
  await expect.element(page.getByText(words.overwritten.count(1))).toBeVisible();
  await expectAccessible();

  shown(device, <SessionDetailsScreen id={id} />);
  const card = page.getByRole('article', { name: words.overwritten.field.title });
  await expect.element(card.getByText('Book giveaway')).toBeVisible();
  await expect.element(card.getByText('Storytime')).toBeVisible();
  await userEvent.click(card.getByRole('button', { name: words.overwritten.keep }));
  await expect.element(card).not.toBeInTheDocument();
  expect((await readSession(device.store, id))?.values.title).toBe('Storytime');
});
