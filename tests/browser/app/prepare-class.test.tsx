// A class is written down before its visit, line by line, and is then on the session's roster.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PrepareClassScreen } from '../../../src/app/features/sign-ups/PrepareClassScreen.tsx';
import { SessionAt } from '../../../src/app/SessionAt.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { roster } from '../../../src/device/store/sign-ups.ts';
import { consentInWriting } from '../../../src/domain/sign-up-rules.ts';
import { expectAccessible } from '../accessibility.ts';
import { aDevice, anOpenSession, aPlannedSession, aSealingKey, onPhone, shown } from './a-field-day.tsx';

const words = text.asking.prepare;

test('many children one after another, school and consent once; all are saved together, sealed, and on the roster', async () => {
  await onPhone();
  const device = await aDevice();
  await aSealingKey(device);
  const id = await aPlannedSession(device, { topic: 'class_visit' });
  const screen = shown(device, <PrepareClassScreen session={id} />);
  await userEvent.click(page.getByRole('button', { name: words.save(1) }));
  await expect.element(page.getByRole('link', { name: words.none })).toBeVisible();
  await expect.element(page.getByRole('link', { name: words.consentMissing })).toBeVisible();
  await expectAccessible();

  await userEvent.fill(page.getByLabelText(new RegExp(`^${text.asking.school}`)), 'Carver Elementary');
  await userEvent.fill(page.getByLabelText(words.name), 'Zoé Núñez');
  await userEvent.fill(page.getByLabelText(words.birthDate), '3/14/2018');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByLabelText(words.name).nth(1)).toHaveFocus();
  await userEvent.keyboard('Leo');
  await userEvent.keyboard('{Enter}'); // an empty line at the end is no child
  await userEvent.click(page.getByLabelText(words.consent));
  await expectAccessible();
  await userEvent.dblClick(page.getByRole('button', { name: words.save(2) }));
  await expect.poll(screen.path).toBe(`/sessions/${id}/sign-ups`);
  const expected = await roster(device.store, id);
  expect(expected.map(({ signUp }) => [signUp.body.prepared, signUp.body.for, signUp.body.ageBand])).toEqual([
    [true, 'card', null],
    [true, 'card', '6-11'],
  ]);
  expect(expected.map(({ signUp }) => signUp.body.consent.wording)).toEqual([consentInWriting, consentInWriting]);
  expect(JSON.stringify(await device.store.facts.toArray())).not.toMatch(/Zoé|Leo|Carver/);
});

test('a planned class visit offers it, another session does not', async () => {
  await onPhone();
  const device = await aDevice();
  await aSealingKey(device);
  const id = await aPlannedSession(device, { topic: 'class_visit' });
  shown(device, <SessionAt id={id} tab="sign-ups" />);
  await expect.element(page.getByRole('link', { name: words.open })).toHaveAttribute('href', `/sessions/${id}/prepare`);
  await expect.element(page.getByRole('link', { name: text.signUps.add })).toBeVisible();
  await expectAccessible();
});

test('a session of another topic says how it becomes a class visit', async () => {
  const device = await aDevice();
  await aSealingKey(device);
  const id = await anOpenSession(device);
  shown(device, <PrepareClassScreen session={id} />);
  await expect.element(page.getByText(words.notClass)).toBeVisible();
  await expectAccessible();
});
