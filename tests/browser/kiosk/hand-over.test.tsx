// Handing over: what is in the way is named with what to do, what visitors are offered is the session's, and a device that is a kiosk knows
// no other screen.

import { render } from 'preact';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { App } from '../../../src/app/App.tsx';
import { HandOverForm } from '../../../src/app/features/kiosk/HandOverForm.tsx';
import { HandOverScreen } from '../../../src/app/features/kiosk/HandOverScreen.tsx';
import { emptyContact, forgetDrafts, keepDraft, newDraft, sessionsWithDraft } from '../../../src/app/records/sign-up-draft.ts';
import { sessionToCode } from '../../../src/app/records/session-code.ts';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { armedKiosk } from '../../../src/device/store/kiosk.ts';
import { signUpsOf } from '../../../src/device/store/sign-ups.ts';
import { session as readSession } from '../../../src/device/store/sessions.ts';
import type { Device } from '../../../src/device/device.ts';
import { usualOffers } from '../../../src/domain/session.ts';
import type { SignUpKind } from '../../../src/domain/sign-up.ts';
import { inGroups } from '../../../src/protocol/ids.ts';
import { aContext, anEnrolledDevice, done, enrolledAs, theApp } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import { aPage } from '../page.ts';
import { aDevice, aKeyToSealTo, anOpenSession, aPlannedSession, aSealingKey, passphrase, shown } from '../app/a-field-day.tsx';

const words = text.handOver;

beforeEach(() => page.viewport(820, 2_400));

/** As a browser answers that keeps what is stored. */
function keepsStorage(device: Device): void {
  Object.assign(device.store.ports.storage ?? {}, { persisted: async () => true });
}

test('what is in the way is named, each with what to do, and nothing is handed over', async () => {
  const device = await aDevice();
  const planned = await aPlannedSession(device);
  shown(device, <HandOverScreen id={planned} />);
  for (const one of ['storage', 'key', 'session'] as const) {
    await expect.element(page.getByText(words.hindrance[one].title)).toBeVisible();
  }
  await expect.element(page.getByRole('button', { name: words.hand })).toHaveAttribute('aria-disabled', 'true');
  await expect.element(page.getByRole('button', { name: words.askAgain })).toBeVisible();
  await expectAccessible();
});

test('offers and programs are kept with the session, languages in the order chosen, and a PIN is needed', async () => {
  const device = await aDevice();
  keepsStorage(device);
  await aSealingKey(device);
  const id = await anOpenSession(device);
  const screen = shown(device, <HandOverScreen id={id} />);
  await userEvent.click(page.getByRole('checkbox', { name: text.words.signUpKind.reading_challenge }));
  await userEvent.fill(page.getByLabelText(words.programs), 'Chess\n\n Robots \nChess');
  await userEvent.click(page.getByRole('button', { name: words.first('Kreyòl ayisyen') }));
  await userEvent.click(page.getByRole('button', { name: words.hand }));
  await expect.element(page.getByLabelText(words.pinChoose)).toHaveAccessibleDescription(new RegExp(words.pinMissing));
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(words.pinChoose), '4711');
  await userEvent.click(page.getByRole('button', { name: words.hand }));
  await expect.poll(() => screen.path()).toBe('/kiosk');
  expect(await armedKiosk(device.store)).toMatchObject({ session: id, languages: ['ht', 'en-US'] });
  expect((await readSession(device.store, id))?.values).toMatchObject({
    offers: ['card', 'program', 'newsletter'],
    programs: ['Chess', 'Robots'],
  });
});

test('it says that the page cannot lock the device, and how Android, iPadOS and ChromeOS do', async () => {
  const device = await aDevice();
  shown(device, <HandOverScreen id={await anOpenSession(device)} />);
  await expect.element(page.getByRole('heading', { name: words.lockTitle })).toBeVisible();
  await expect.element(page.getByText(words.lockText)).toBeVisible();
  for (const [system, how] of [
    ['android', /pin/i],
    ['ios', /Guided Access/],
    ['chromeos', /kiosk/i],
  ] as const) {
    expect(words.lock[`${system}Text`]).toMatch(how);
    await expect.element(page.getByText(words.lock[system], { exact: true })).toBeVisible();
    await expect.element(page.getByText(words.lock[`${system}Text`])).toBeVisible();
  }
  await expect.element(page.getByText(words.lock.keyboard)).toBeVisible();
});

test('handing over fills the screen at the tap, and not while something is missing', async () => {
  const fill = vi.spyOn(document.documentElement, 'requestFullscreen').mockResolvedValue();
  Object.defineProperty(document, 'fullscreenElement', { configurable: true, value: null }); // another test may have filled it
  onTestFinished(() => {
    fill.mockRestore();
    Reflect.deleteProperty(document, 'fullscreenElement');
  });
  const device = await aDevice();
  keepsStorage(device);
  await aSealingKey(device);
  const id = await anOpenSession(device);
  const screen = shown(device, <HandOverScreen id={id} />);
  await userEvent.click(page.getByRole('button', { name: words.hand }));
  await expect.element(page.getByLabelText(words.pinChoose)).toHaveAccessibleDescription(new RegExp(words.pinMissing));
  expect(fill).not.toHaveBeenCalled();
  await userEvent.fill(page.getByLabelText(words.pinChoose), '4711');
  await userEvent.click(page.getByRole('button', { name: words.hand }));
  await expect.poll(() => screen.path()).toBe('/kiosk');
  expect(fill.mock.calls).toEqual([[{ navigationUI: 'hide' }]]);
});

test('planned sessions are offered beside typed programs, chosen by title, place and day', async () => {
  const device = await aDevice();
  keepsStorage(device);
  await aSealingKey(device);
  const id = await anOpenSession(device);
  const club = await aPlannedSession(device, { title: 'Book club', topic: 'book_club', date: '2026-11-12', startsAt: '16:00' });
  const story = await aPlannedSession(device, { title: '', topic: 'storytime', date: '2026-11-14' });
  await aPlannedSession(device, { title: 'Bus stop', activityType: 'bookmobile_stop', topic: 'other' });
  await aPlannedSession(device, { title: 'Long ago', topic: 'storytime', date: '2026-10-12' });
  await done(device.act.changeSession(id, { programs: ['Chess'] }));
  const screen = shown(device, <HandOverScreen id={id} />);
  const picker = page.getByLabelText(words.planned.label);
  await expect.element(picker).toBeVisible();
  const [book, tale] = ['Book club, Hurston Elementary (Thu, Nov 12, 4:00 PM)', 'Storytime, Hurston Elementary (Sat, Nov 14, 10:00 AM)'];
  await expect
    .poll(() => [...picker.element().querySelectorAll('option')].map((one) => one.textContent))
    .toEqual([words.planned.choose, book, tale]);
  await userEvent.selectOptions(picker, book);
  await userEvent.selectOptions(picker, tale);
  await expect.element(picker).not.toBeInTheDocument();
  await expectAccessible();
  await userEvent.click(page.getByRole('checkbox', { name: tale }));
  await expect.element(picker).toBeVisible();
  await userEvent.fill(page.getByLabelText(words.pinChoose), '4711');
  await userEvent.click(page.getByRole('button', { name: words.hand }));
  await expect.poll(() => screen.path()).toBe('/kiosk');
  const { programs, programSessions } = (await readSession(device.store, id))?.values ?? {};
  expect({ programs, programSessions }).toEqual({ programs: [book, 'Chess'], programSessions: { [club]: book } });
  expect(programSessions).not.toHaveProperty(story);
});

test('what staff unlocked or half typed is gone once it is handed over, and they were told', async () => {
  onTestFinished(forgetDrafts);
  const device = await aDevice();
  keepsStorage(device);
  await aSealingKey(device);
  const id = await anOpenSession(device);
  await done(device.seal.unlock({ passphrase }));
  keepDraft(id, { ...newDraft('en-US'), ...emptyContact, name: 'Wideline' });
  const screen = shown(device, <HandOverScreen id={id} />);
  await expect.element(page.getByText(words.unfinishedTitle)).toBeVisible();
  await expect.element(page.getByRole('link', { name: words.unfinishedOpen })).toHaveAttribute('href', `/sessions/${id}/sign-ups/new`);
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.hand }));
  expect([device.seal.status().state, sessionsWithDraft()]).toEqual(['unlocked', [id]]);
  await userEvent.fill(page.getByLabelText(words.pinChoose), '4711');
  await userEvent.click(page.getByRole('button', { name: words.hand }));
  await expect.poll(() => screen.path()).toBe('/kiosk');
  expect([device.seal.status(), sessionsWithDraft()]).toEqual([{ state: 'locked' }, []]);
});

test('where somebody has a PIN, theirs leads back and none is chosen', async () => {
  const device = await aDevice();
  keepsStorage(device);
  await aSealingKey(device);
  const bob = await done(device.act.changeStaff(null, { name: 'Bob Weaver', active: true }));
  await done(device.act.setPin(bob.id, '8315'));
  const id = await anOpenSession(device);
  const screen = shown(device, <HandOverScreen id={id} />);
  await expect.element(page.getByText(words.pinOf('Bob Weaver'))).toBeVisible();
  await expect.element(page.getByLabelText(words.pinChoose)).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('button', { name: words.hand }));
  await expect.poll(() => screen.path()).toBe('/kiosk');
});

test('a program’s name that is too long is said and not cut off', async () => {
  const device = await aDevice();
  keepsStorage(device);
  await aSealingKey(device);
  const id = await anOpenSession(device);
  shown(device, <HandOverScreen id={id} />);
  const long = `Chess ${'x'.repeat(300)}`;
  await userEvent.fill(page.getByLabelText(words.programs), long);
  await userEvent.fill(page.getByLabelText(words.pinChoose), '4711');
  await userEvent.click(page.getByRole('button', { name: words.hand }));
  await expect.element(page.getByLabelText(words.programs)).toHaveAccessibleDescription(new RegExp(words.programLong(300)));
  await expect.element(page.getByLabelText(words.programs)).toHaveValue(long);
  expect(await armedKiosk(device.store)).toBeNull();
});

test('a device that is a kiosk offers what the session does; with nothing left, the survey is named', async () => {
  const device = await aDevice();
  const session = await readSession(device.store, await anOpenSession(device, { offers: [], asksSurvey: true }));
  if (session === undefined) throw new Error('the session is gone');
  shown(device, <HandOverForm session={session} languages={['en-US']} pinNames={['Bob Weaver']} isKioskDevice ready />);
  await expect.element(page.getByText(words.offersNothing)).toBeVisible();
  const survey = page.getByRole('checkbox', { name: new RegExp(text.workshops.kiosk.offer) });
  await userEvent.click(survey);
  await userEvent.click(page.getByRole('button', { name: words.hand }));
  await userEvent.click(page.getByRole('link', { name: words.offersNone }));
  await expect.element(survey).toHaveFocus();
});

test('a kiosk that was told what the session offers says it, and leaves it so', async () => {
  const device = await aDevice();
  await aSealingKey(device);
  const id = await anOpenSession(device, { offers: ['card', 'newsletter'] });
  const session = await readSession(device.store, id);
  if (session === undefined) throw new Error('the session is gone');
  const screen = shown(device, <HandOverForm session={session} languages={['en-US']} pinNames={[]} isKioskDevice ready />);
  const { card, newsletter } = text.words.signUpKind;
  await expect.element(page.getByText(words.offersOf(text.formatting.list([card, newsletter])))).toBeVisible();
  await expect.element(page.getByRole('checkbox', { name: card })).not.toBeInTheDocument();
  const before = await device.store.facts.count();
  await userEvent.fill(page.getByLabelText(words.pinChoose), '4711');
  await userEvent.click(page.getByRole('button', { name: words.hand }));
  await expect.poll(() => screen.path()).toBe('/kiosk');
  const armed = await armedKiosk(device.store);
  expect([armed?.session, armed?.offers, await device.store.facts.count()]).toEqual([id, undefined, before]);
});

test('a kiosk that nothing told what the session offers says that it offers the usual, and what is chosen instead', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  keepsStorage(device);
  await aSealingKey(device);
  const id = '7K4QXW2M9P3R';
  await done(device.act.joinSession(id));
  const session = await readSession(device.store, id);
  if (session === undefined) throw new Error('the session is gone');
  shown(
    device,
    <>
      <h1>{words.start.title}</h1>
      <HandOverForm session={session} languages={['en-US']} pinNames={[]} isKioskDevice ready />
    </>,
  );
  const kind = (one: SignUpKind) => page.getByRole('checkbox', { name: text.words.signUpKind[one], exact: true });
  await expect.element(page.getByRole('group', { name: words.offers })).toHaveAccessibleDescription(words.offersUsual);
  for (const one of usualOffers) await expect.element(kind(one)).toBeChecked();
  await expect.element(kind('volunteering')).not.toBeChecked();
  await expectAccessible();
  for (const one of usualOffers) if (one !== 'newsletter') await userEvent.click(kind(one));
  await userEvent.fill(page.getByLabelText(words.pinChoose), '4711');
  await userEvent.click(page.getByRole('button', { name: words.hand }));
  await expect.poll(async () => (await armedKiosk(device.store))?.offers).toEqual(['newsletter']);
});

test('a device enrolled as kiosk shows how much waits and takes a session by its code; no address leads to a screen of staff', async () => {
  const { device: tablet } = await anEnrolledDevice('coordinator');
  const id = await anOpenSession(tablet, { offers: ['newsletter'] });
  const session = await readSession(tablet.store, id);
  if (session === undefined) throw new Error('the session is gone');
  expect(sessionToCode(session, 'LIBRARY00001')).toContain('"offers":["newsletter"]');

  const { device } = await anEnrolledDevice('kiosk');
  for (const at of ['/', '/settings', `/sessions/${id}`, '/sign-in', '/kiosk']) {
    history.replaceState(null, '', at);
    const { root } = aPage(<App context={aContext(device)} />);
    await expect.element(page.getByRole('heading', { level: 1, name: words.start.title })).toBeVisible();
    await expect.element(page.getByRole('navigation')).not.toBeInTheDocument();
    if (at === '/kiosk') break;
    render(null, root);
  }
  onTestFinished(() => history.replaceState(null, '', '/'));
  await expect
    .element(page.getByRole('region', { name: words.start.delivery }).getByText(text.deliveryState.onThisDevice(1)))
    .toBeVisible();
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(text.sessionSteps.join.code), inGroups(id, 4).toLowerCase());
  await userEvent.click(page.getByRole('button', { name: text.sessionSteps.join.join, exact: true }));
  await expect.element(page.getByText(words.hindrance.key.title)).toBeVisible();
  await expect.element(page.getByText(words.pinChooseHintKiosk)).toBeVisible();
  await expectAccessible();
});

test('a device enrolled as kiosk is handed over once nothing is in the way, serves a visitor, and is back at its first screen with the PIN', async () => {
  const { device, answers } = await anEnrolledDevice('coordinator');
  const session = await anOpenSession(device, { offers: ['newsletter'] });
  await aKeyToSealTo(device);
  answers['/api/enroll'] = enrolledAs('kiosk');
  await done(device.access.enroll('ABCDE12345', 'Tablet 1'));
  await theApp(device, '/');
  const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));
  const atStart = () => expect.element(page.getByRole('heading', { level: 1, name: words.start.title })).toBeVisible();
  const handOver = page.getByRole('button', { name: words.hand, exact: true });
  await atStart();
  await userEvent.fill(page.getByLabelText(text.sessionSteps.join.code), inGroups(session, 4));
  await press(text.sessionSteps.join.join);
  await expect.element(page.getByText(words.hindrance.storage.title)).toBeVisible();
  await expect.element(handOver).toHaveAttribute('aria-disabled', 'true');
  await userEvent.fill(page.getByLabelText(words.pinChoose), '4711');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(words.hindrance.storage.title)).toBeVisible();
  expect(await armedKiosk(device.store)).toBe(null);

  keepsStorage(device);
  await press(words.askAgain);
  await expect.element(page.getByText(words.hindrance.storage.title)).not.toBeInTheDocument();
  await expect.element(handOver).not.toHaveAttribute('aria-disabled', 'true');
  await userEvent.click(handOver);
  await userEvent.click(page.getByRole('button', { name: /English/ }));
  expect(await armedKiosk(device.store)).toMatchObject({ session });
  const { kiosk } = text;
  const next = () => press(kiosk.next);
  await userEvent.click(page.getByRole('radio', { name: kiosk.who.myself }));
  await next();
  await userEvent.fill(page.getByLabelText(kiosk.name.first), 'Marie');
  await next();
  await userEvent.click(page.getByRole('radio', { name: kiosk.no, exact: true }));
  await next();
  await userEvent.fill(page.getByLabelText(kiosk.reach.phone), '305 555 0142');
  await next();
  await press(kiosk.check.right);
  await press(kiosk.consent.agree);
  await expect.element(page.getByRole('heading', { level: 1, name: kiosk.thanks.title })).toBeVisible();
  history.back(); // as the thanks go by themselves

  await press(kiosk.staff);
  await userEvent.fill(page.getByLabelText(words.leave.pin), '4711');
  await press(words.leave.button);
  await atStart();
  await expect.element(page.getByLabelText(text.sessionSteps.join.code)).toHaveValue('');
  expect([await armedKiosk(device.store), (await signUpsOf(device.store, session)).map(({ body }) => body.for)]).toEqual([
    null,
    ['newsletter'],
  ]);
});
