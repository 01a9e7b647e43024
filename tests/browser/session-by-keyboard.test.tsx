// A session from its start to its end with a keyboard alone, in the whole app: no click and no focus that the test sets. After each act the
// focus is where the next one begins; counting itself has a test of its own (app/count-by-keyboard.test.tsx).

import { beforeEach, expect, test } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import { routes } from '../../src/app/routes.ts';
import { enUS as text } from '../../src/app/text/en-US.ts';
import { session as readSession } from '../../src/device/store/sessions.ts';
import { sessionFigures } from '../../src/domain/report.ts';
import { done, theApp } from './a-screen.tsx';
import { aDevice, aPlannedSession, aSealingKey, onPhone } from './app/a-field-day.tsx';
import { expectSeen, tabTo } from './keyboard.ts';

const band = text.words.bandName['0-5'];

beforeEach(onPhone);

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const link = (name: string | RegExp) => page.getByRole('link', { name, exact: true });
const tab = (name: string) =>
  page.getByRole('navigation', { name: text.sessions.tabs.label }).getByRole('link', { name: new RegExp(`^${name}`) });
const press = (keys: string) => userEvent.keyboard(keys);
/** It has the focus, and a person sees that. */
const at = async (there: Locator) => {
  await expect.element(there).toHaveFocus();
  await expectSeen();
};
const go = async (there: Locator) => {
  await tabTo(there);
  await press('{Enter}');
};
const goBack = async (there: Locator) => {
  await tabTo(there, '{Shift>}{Tab}{/Shift}');
  await press('{Enter}');
};
/** On a screen that has just come. */
const arrived = async (title: string) => {
  await expect.element(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect.element(page.getByRole('main')).toHaveFocus();
};

test('started, counted, handed out, signed up, marked as here, noted, finished, and opened again', async () => {
  const device = await aDevice();
  await aSealingKey(device);
  await done(device.act.changeResource(null, { title: 'Hotspot', type: 'device', barcode: null, archived: false, favorite: true }));
  const id = await aPlannedSession(device);
  const stored = async () => {
    const session = await readSession(device.store, id);
    if (session === undefined) throw new Error('the session is here');
    return session;
  };
  const figures = async () => {
    const { attendance, signUps, handOuts } = sessionFigures(await stored());
    return { attendance, signUps, handOuts };
  };
  const { attendance, handOuts, roster, sessions, signUps } = text;
  const { finish, notes } = text.sessionSteps;
  await theApp(device, routes.session(id));
  await go(button(sessions.start));
  await expect.element(page.getByRole('main')).toHaveFocus();

  await go(button(new RegExp(` ${attendance.addOne(band)}$`)));
  await expect.poll(figures).toEqual({ attendance: 1, signUps: 0, handOuts: 0 });
  await go(button(attendance.undo(1, band, '9:00 AM')));
  await expect.poll(figures).toEqual({ attendance: 0, signUps: 0, handOuts: 0 });
  await at(button(attendance.nothingToUndo));

  await goBack(tab(sessions.tabs.handOuts));
  await go(button(/Hotspot.*give one/));
  await expect.poll(figures).toEqual({ attendance: 0, signUps: 0, handOuts: 1 });
  await go(button(handOuts.undo(handOuts.entry(1, 'Hotspot'), '9:00 AM')));
  await at(button(handOuts.nothingToUndo));
  await go(button(handOuts.other));
  await expect.element(page.getByLabelText(handOuts.form.name)).toBeVisible();
  await tabTo(page.getByLabelText(handOuts.form.name));
  await press('Bookmarks{ArrowRight}{Enter}'); // as fast as this and without the arrow it would be a scanner
  await expect.poll(figures).toEqual({ attendance: 0, signUps: 0, handOuts: 1 });
  await at(button(handOuts.other));

  await goBack(tab(sessions.tabs.signUps));
  await go(link(signUps.add));
  await arrived(signUps.form.title);
  await tabTo(page.getByRole('checkbox', { name: text.words.signUpKind.program, exact: true }));
  await press(' ');
  await go(button(signUps.form.save)); // what is missing is said above, and each leads to its field
  await at(page.getByRole('alert'));
  await press('{Tab}');
  await expectSeen();
  await press('{Enter}');
  await expect.element(page.getByLabelText(signUps.form.name, { exact: true })).toHaveFocus();
  await press('Ana');
  await tabTo(page.getByLabelText(signUps.form.phone, { exact: true }));
  await press('305 555 0147{ArrowRight}');
  await tabTo(page.getByRole('checkbox', { name: signUps.consent.person, exact: true }));
  await press(' ');
  await go(button(signUps.form.save));
  await expect.element(page.getByRole('main')).toHaveFocus();
  await expect.poll(figures).toEqual({ attendance: 0, signUps: 1, handOuts: 1 });

  await go(tab(roster.tab));
  await go(button(/^Here: /));
  await at(button(/^Undo: .* is here$/));
  await goBack(button(roster.count(1)));
  await go(button(roster.countConfirm(1, band)));
  await expect.poll(figures).toEqual({ attendance: 1, signUps: 1, handOuts: 1 });
  await expect.element(page.getByText(roster.counted(1))).toBeVisible();
  await expect.poll(() => document.activeElement?.closest('#main *')?.textContent ?? '').toContain(roster.counted(1)); // not at the screen's top

  await goBack(tab(sessions.tabs.notes));
  await tabTo(page.getByLabelText(notes.label, { exact: true }));
  await press('Rain');
  await tabTo(button(notes.save)); // leaving the field has saved it, and the button has nothing more to do
  await expect.poll(async () => (await stored()).values.notes).toBe('Rain');
  await expect.element(button(notes.save)).toHaveAttribute('aria-disabled', 'true');
  await at(button(notes.save));

  await goBack(tab(sessions.tabs.attendance));
  await go(link(sessions.finishSession));
  await arrived(finish.title);
  await go(button(finish.confirm));
  await expect.poll(async () => (await stored()).values.status).toBe('closed');
  await expect.element(page.getByRole('main')).toHaveFocus();
  await go(button(sessions.reopen));
  await expect.poll(async () => (await stored()).values.status).toBe('open');
  await expect.element(page.getByRole('main')).toHaveFocus();
});
