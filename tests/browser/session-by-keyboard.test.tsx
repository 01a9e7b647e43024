// A session with a keyboard alone, in the whole app: no click and no focus that the test sets. After each act the
// focus is where the next one begins; counting itself has a test of its own (app/count-by-keyboard.test.tsx).

import { beforeEach, expect, test } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import { routes } from '../../src/app/routes.ts';
import { enUS as text } from '../../src/app/text/en-US.ts';
import { session as readSession } from '../../src/device/store/sessions.ts';
import { sessionFigures } from '../../src/domain/report.ts';
import { done, theApp } from './a-screen.tsx';
import { aDevice, aPlannedSession, onPhone } from './app/a-field-day.tsx';
import { expectSeen, tabTo } from './keyboard.ts';

const band = text.words.bandName['0-5'];

beforeEach(onPhone);

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
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
test('started, counted, handed out, and each of the last two taken back', async () => {
  const device = await aDevice();
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
  const { attendance, handOuts, sessions } = text;
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
});
