// Counting on the session's screen: total, keys, many, exact, undo by name, the log.

import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SessionAt } from '../../../src/app/SessionAt.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import type { Device } from '../../../src/device/device.ts';
import { session as readSession } from '../../../src/device/store/sessions.ts';
import { done } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import { aDevice, anOpenSession, aPlannedSession, breakStorage, hold, onLandscapeTablet, onPhone, shown } from './a-field-day.tsx';

const words = text.attendance;
const band = text.words.bandName;
/** The key of a band, with what it shows. */
const key = (name: string, shows = '') =>
  page.getByRole('button', { name: new RegExp(`${shows} ${words.addOne(name).replace('+', '[+]')}$`) });
const heads = async (device: Device, id: string) => (await readSession(device.store, id))?.totals.heads;

beforeEach(onPhone);

test('reading, with a heading from the first moment', async () => {
  const device = await aDevice();
  const id = await anOpenSession(device);
  await hold(device);
  shown(device, <SessionAt id={id} />);
  await expect.element(page.getByRole('status', { name: text.sessions.readingOne })).toBeInTheDocument();
  await expectAccessible();
});

test('a session that is not here can be joined by its code', async () => {
  const device = await aDevice();
  shown(device, <SessionAt id="4K7Q9XTM2BHC" />);
  await expect.element(page.getByRole('link', { name: text.sessions.joinWithThis })).toHaveAttribute('href', '/sessions/join#4K7Q9XTM2BHC');
  await expectAccessible();
});

test('nothing counted yet: only the session’s own age group, and nothing to undo', async () => {
  const device = await aDevice();
  const id = await anOpenSession(device);
  shown(device, <SessionAt id={id} />);
  await expect.element(key(band['6-11'])).toBeVisible();
  await expect.element(key(band['19+'])).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: words.nothingToUndo })).toHaveAttribute('aria-disabled', 'true');
  await expect.element(page.getByText(words.logEmptyTitle)).toBeVisible();
  await expectAccessible();
});

test('taps count, are listed with their state, and the last is taken back by its name', async () => {
  const device = await aDevice();
  const id = await anOpenSession(device);
  shown(device, <SessionAt id={id} />);
  for (let tap = 1; tap <= 3; tap += 1) {
    await userEvent.click(key(band['6-11']));
    await expect.poll(() => heads(device, id)).toEqual({ '6-11': tap }); // taps that come while one is being saved are one act
  }
  await expect.element(page.getByRole('status').filter({ hasText: words.totalFor(3) })).toBeInTheDocument();
  await userEvent.click(page.getByRole('button', { name: words.moreBands }));
  await userEvent.click(key(band['19+']));
  const undo = page.getByRole('button', { name: words.undo(1, band['19+'], '9:00 AM') });
  await expect.element(undo).toBeVisible();
  await expect.poll(() => heads(device, id)).toEqual({ '6-11': 3, '19+': 1 });
  await expect.element(page.getByText(text.words.state.device).first()).toBeVisible();
  await expectAccessible();
  await userEvent.click(undo);
  await expect.element(page.getByRole('button', { name: words.undo(1, band['6-11'], '9:00 AM') })).toBeVisible();
  await expect.poll(() => heads(device, id)).toEqual({ '6-11': 3 });
  await expect.element(page.getByText(words.takenBack)).toBeVisible();
});

test('the log begins with the newest few; all that is earlier is one button away', async () => {
  const device = await aDevice();
  const id = await anOpenSession(device);
  for (let tap = 1; tap <= 15; tap += 1) await done(device.act.count(id, '6-11', tap, 'many'));
  shown(device, <SessionAt id={id} />);
  const log = page.getByRole('list', { name: words.log });
  await expect.element(log.getByText(words.entry(15, band['6-11']), { exact: true })).toBeInTheDocument();
  expect(log.getByRole('listitem').elements()).toHaveLength(12);
  await userEvent.click(page.getByRole('button', { name: words.earlier }));
  await expect.element(log.getByText(words.entry(1, band['6-11']), { exact: true })).toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: words.earlier })).not.toBeInTheDocument();
});

test('the few that the log begins with are counts, whatever else was written in between', async () => {
  const device = await aDevice();
  const id = await anOpenSession(device);
  for (let tap = 1; tap <= 3; tap += 1) await done(device.act.count(id, '6-11', tap, 'many'));
  for (let note = 1; note <= 12; note += 1) await done(device.act.changeSession(id, { notes: `Note ${note}` }));
  shown(device, <SessionAt id={id} />);
  const log = page.getByRole('list', { name: words.log });
  await expect.element(log.getByText(words.entry(1, band['6-11']), { exact: true })).toBeInTheDocument();
  expect(log.getByRole('listitem').elements()).toHaveLength(3);
  await expect.element(page.getByRole('button', { name: words.earlier })).not.toBeInTheDocument();
});

test('a class walks in: many at once from the number pad or the keyboard', async () => {
  const device = await aDevice();
  const id = await anOpenSession(device);
  shown(device, <SessionAt id={id} />);
  await userEvent.click(page.getByRole('button', { name: words.addMany }));
  await expect.element(page.getByLabelText(words.manyCount)).toHaveFocus();
  await expectAccessible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('alert')).toHaveTextContent(words.notANumber);
  await userEvent.click(page.getByRole('button', { name: '2', exact: true }));
  await userEvent.click(page.getByRole('button', { name: '4', exact: true }));
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.manyAdd(24, band['6-11']) }));
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.poll(() => heads(device, id)).toEqual({ '6-11': 24 });

  await userEvent.click(page.getByRole('button', { name: words.exactOpen }));
  await expect.element(page.getByLabelText(words.exactCount)).toHaveFocus();
  await userEvent.keyboard('30{Enter}');
  await expect.poll(() => heads(device, id)).toEqual({ '6-11': 30 });
  await expect.element(page.getByRole('button', { name: words.undo(6, band['6-11'], '9:00 AM') })).toBeVisible();
});

test('an entry further back is taken back from the log, after one question', async () => {
  await onLandscapeTablet();
  const device = await aDevice();
  const id = await anOpenSession(device);
  await done(device.act.count(id, '6-11', 24, 'many'));
  await done(device.act.count(id, '6-11', 1, 'tap'));
  shown(device, <SessionAt id={id} />);
  await userEvent.click(page.getByRole('button', { name: words.takeBackEntry(words.entry(24, band['6-11']), '9:00 AM') }));
  await expect.element(page.getByRole('alertdialog')).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.takeBack, exact: true }));
  await expect.poll(() => heads(device, id)).toEqual({ '6-11': 1 });
  await expectAccessible();
});

test('a save that fails takes the number back and says so', async () => {
  const device = await aDevice();
  const id = await anOpenSession(device);
  await done(device.act.count(id, '6-11', 5, 'many'));
  shown(device, <SessionAt id={id} />);
  await expect.element(key(band['6-11'])).toBeVisible();
  breakStorage();
  await userEvent.click(key(band['6-11']));
  await expect.element(page.getByText(words.notSavedTitle(1))).toBeVisible();
  await expect.element(page.getByRole('button', { name: words.saveAgain })).toBeVisible();
  await expect.element(key(band['6-11'], '5')).toBeVisible();
  await expectAccessible();
});

test('who counts on which device shows once there are two', async () => {
  const device = await aDevice();
  const id = await anOpenSession(device);
  await done(device.act.count(id, '6-11', 4, 'many'));
  const row = await readSession(device.store, id);
  if (row === undefined) throw new Error('the session is here');
  // As a pull would leave it: another tablet has counted nine.
  await device.store.sessions.put({
    ...row,
    totals: { ...row.totals, heads: { '6-11': 13 }, byDevice: { ...row.totals.byDevice, TABLET000002: 9 } },
  });
  shown(device, <SessionAt id={id} />);
  const shares = page.getByRole('region', { name: words.shares });
  await expect.element(shares).toHaveTextContent(`${words.shares}${words.thisDevice}4${words.unknownDevice}9`);
  await expectAccessible();
});

test('a planned session is started with one tap, and the start is taken back with another', async () => {
  const device = await aDevice();
  const id = await aPlannedSession(device);
  shown(device, <SessionAt id={id} />);
  await expect.element(page.getByText(words.notStarted)).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: text.sessions.start }));
  await expect.element(key(band['0-5'])).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: text.sessions.undoStart }));
  await expect.element(page.getByRole('button', { name: text.sessions.start })).toBeVisible();
  expect((await readSession(device.store, id))?.values).toMatchObject({ status: 'planned', openedAt: null });
});

test('a session canceled before it began is put back on the schedule, and not opened', async () => {
  const device = await aDevice();
  const id = await aPlannedSession(device);
  await done(device.act.cancelSession(id, 'Snow'));
  shown(device, <SessionAt id={id} />);
  await expect.element(page.getByText(text.schedule.canceledFor('Snow'))).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: text.schedule.putBack }));
  await expect.element(page.getByRole('button', { name: text.sessions.start })).toBeVisible();
  await expect.element(page.getByText(/Snow/)).not.toBeInTheDocument();
  expect((await readSession(device.store, id))?.values).toMatchObject({ status: 'planned', openedAt: null });
});

test('a session canceled after it began is reopened', async () => {
  const device = await aDevice();
  const id = await anOpenSession(device);
  await done(device.act.cancelSession(id));
  shown(device, <SessionAt id={id} />);
  await userEvent.click(page.getByRole('button', { name: text.sessions.reopen }));
  await expect.element(key(band['6-11'])).toBeVisible();
});

test('a session joined by code is counted in before anything is known of it', async () => {
  const device = await aDevice();
  const { id } = await done(device.act.joinSession('4K7Q9XTM2BHC'));
  shown(device, <SessionAt id={id} />);
  await expect.element(page.getByText(text.sessions.unknownText)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: words.moreBands }));
  await userEvent.click(key(band['19+']));
  await expect.poll(() => heads(device, id)).toEqual({ '19+': 1 });
  await expectAccessible();
});

test('a finished session shows its counts and can be reopened', async () => {
  const device = await aDevice();
  const id = await anOpenSession(device);
  await done(device.act.count(id, '6-11', 5, 'many'));
  await done(device.act.finishSession(id));
  shown(device, <SessionAt id={id} />);
  await expect.element(page.getByText(words.finished)).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: text.sessions.reopen }));
  await expect.element(key(band['6-11'])).toBeVisible();
});
