// Sign-ups on the screen: typed once, never lost, sealed when saved, opened only with the passphrase.

import { Route, Router } from 'preact-iso';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SignUpFormScreen } from '../../../src/app/features/sign-ups/SignUpFormScreen.tsx';
import { SignUpScreen } from '../../../src/app/features/sign-ups/SignUpScreen.tsx';
import { SessionAt } from '../../../src/app/SessionAt.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import type { Device } from '../../../src/device/device.ts';
import { roster, signUpsOf } from '../../../src/device/store/sign-ups.ts';
import { session as readSession } from '../../../src/device/store/sessions.ts';
import { defaultRules } from '../../../src/domain/sign-up-rules.ts';
import type { ContactDetails } from '../../../src/domain/sign-up.ts';
import { done } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import { aDevice, anOpenSession, aPlannedSession, aSealingKey, onPhone, passphrase, shown } from './a-field-day.tsx';

const words = text.signUps;
const wideline: ContactDetails = {
  name: 'Wideline Jean-Baptiste',
  phone: '(305) 555-0142',
  email: '',
  address: '12 Maple Court\nMiami',
  birthDate: '2015-03-14',
  guardian: { name: 'Marie', relation: 'mother' },
  cardNumber: '',
  note: '',
};

beforeEach(onPhone);

async function aCard(device: Device, session: string): Promise<string> {
  const consent = { given: true, wording: words.consent.version, by: 'caregiver' } as const;
  const taken = await done(
    device.act.takeSignUp(session, {
      for: 'card',
      program: null,
      language: 'ht',
      ageBand: '6-11',
      consent,
      contact: { ...wideline, signature: 'M10 10L10 10L200 100' },
    }),
  );
  return taken.fact?.id ?? '';
}

async function unlock(typed: string): Promise<void> {
  await userEvent.click(page.getByRole('button', { name: words.lock.open }));
  await userEvent.fill(page.getByLabelText(words.lock.passphrase, { exact: true }), typed);
  await userEvent.keyboard('{Enter}');
}

test('a sign-up for a planned session stands on that session’s roster, and not on this one’s', async () => {
  const device = await aDevice();
  await aSealingKey(device);
  const club = await aPlannedSession(device, { title: 'Book club', topic: 'book_club', date: '2026-11-12', startsAt: '16:00' });
  const id = await anOpenSession(device, { programs: ['Chess'] });
  shown(device, <SignUpFormScreen session={id} />);
  await userEvent.click(page.getByRole('checkbox', { name: text.words.signUpKind.program }));
  const picker = page.getByLabelText(words.form.planned, { exact: true });
  const typed = page.getByLabelText(`${words.form.program} ${text.sessionSteps.optional}`);
  await userEvent.selectOptions(picker, 'Chess');
  await expect.element(typed).toHaveValue('Chess');
  await userEvent.selectOptions(picker, words.form.plannedNone);
  await expect.element(typed).toHaveValue('');
  await userEvent.selectOptions(picker, 'Book club, Hurston Elementary (Thu, Nov 12, 4:00 PM)');
  await expect.element(typed).not.toBeInTheDocument();
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(words.form.name), 'Wideline Jean-Baptiste');
  await userEvent.fill(page.getByLabelText(words.form.phone), '(305) 555-0142');
  await userEvent.click(page.getByRole('checkbox', { name: words.consent.person }));
  await userEvent.click(page.getByRole('button', { name: words.form.save, exact: true }));
  await expect.poll(async () => (await signUpsOf(device.store, id)).length).toBe(1);
  const [taken] = await signUpsOf(device.store, id);
  expect(taken?.body).toMatchObject({ program: 'Book club, Hurston Elementary (Thu, Nov 12, 4:00 PM)', programSession: club });
  expect(await roster(device.store, id)).toEqual([]);
  expect((await roster(device.store, club)).map(({ signUp }) => signUp.fact.id)).toEqual([taken?.fact.id]);
});

test('without a sealing key nothing can be taken, and it says why', async () => {
  const device = await aDevice();
  const id = await anOpenSession(device);
  shown(device, <SessionAt id={id} tab="sign-ups" />);
  await expect.element(page.getByText(words.noKeyTitle)).toBeVisible();
  await expect.element(page.getByRole('link', { name: words.add })).not.toBeInTheDocument();
  await expectAccessible();
});

test('no sign-ups yet: what they are for, and the first step', async () => {
  const device = await aDevice();
  await aSealingKey(device);
  const id = await anOpenSession(device);
  shown(device, <SessionAt id={id} tab="sign-ups" />);
  await expect.element(page.getByText(words.emptyTitle)).toBeVisible();
  await expect.element(page.getByRole('link', { name: words.add })).toHaveAttribute('href', `/sessions/${id}/sign-ups/new`);
  await expectAccessible();
});

test('what is missing is said at once and beside its field; what was typed stays', async () => {
  const device = await aDevice();
  await aSealingKey(device);
  const id = await anOpenSession(device);
  shown(device, <SignUpFormScreen session={id} />);
  await userEvent.fill(page.getByLabelText(words.form.phone), '555');
  await userEvent.click(page.getByRole('button', { name: words.form.save }));
  await expect.element(page.getByRole('alert')).toHaveFocus();
  await expect.element(page.getByRole('link', { name: words.problems.name })).toBeVisible();
  await expect.element(page.getByLabelText(words.form.phone)).toHaveAccessibleDescription(words.problems.phone);
  await expect.element(page.getByLabelText(words.form.phone)).toHaveValue('555');
  await expectAccessible();
});

test('a card and a newsletter for a child are two sealed sign-ups, saved once each', async () => {
  const device = await aDevice();
  await aSealingKey(device);
  const id = await anOpenSession(device);
  const screen = shown(device, <SignUpFormScreen session={id} />);
  await userEvent.click(page.getByText(text.words.signUpKind.card));
  await userEvent.click(page.getByText(text.words.signUpKind.newsletter));
  await userEvent.fill(page.getByLabelText(words.form.name, { exact: true }), wideline.name);
  await userEvent.fill(page.getByLabelText(words.form.birthDate), 'March 14, 2015');
  await userEvent.fill(page.getByLabelText(words.form.guardianName), 'Marie');
  await userEvent.fill(page.getByLabelText(words.form.guardianRelation), 'mother');
  await userEvent.fill(page.getByLabelText(words.form.phone), wideline.phone);
  await userEvent.fill(page.getByLabelText(words.form.address), wideline.address);
  const { signature } = text.kiosk;
  const pad = page.getByRole('img', { name: new RegExp(signature.pad) });
  await userEvent.dragAndDrop(pad, pad, { sourcePosition: { x: 20, y: 40 }, targetPosition: { x: 200, y: 60 } });
  await expect.element(page.getByRole('img', { name: new RegExp(signature.signed) })).toBeVisible();
  await userEvent.click(page.getByLabelText(words.consent.caregiver));
  await expectAccessible();
  await userEvent.dblClick(page.getByRole('button', { name: words.form.save }));
  await expect.poll(screen.path).toBe(`/sessions/${id}/sign-ups`);
  expect((await readSession(device.store, id))?.totals.signUps).toEqual({ card: 1, newsletter: 1 });
  const [first] = await signUpsOf(device.store, id);
  expect(first?.body).toMatchObject({
    ageBand: '6-11', // by the date of birth
    consent: { wording: `${words.consent.version}/${defaultRules.keepDays}`, by: 'caregiver' },
  });
  const stored = JSON.stringify([await device.store.facts.toArray(), await device.store.sessions.toArray()]);
  for (const secret of ['Wideline', 'Marie', '555-0142', 'Maple Court\\n', '2015-03-14']) expect(stored).not.toContain(secret);
});

test('half a sign-up waits in memory, is offered again, and can be thrown away', async () => {
  const device = await aDevice();
  await aSealingKey(device);
  const id = await anOpenSession(device);
  const form = `/sessions/${id}/sign-ups/new`;
  const screen = shown(
    device,
    <Router>
      <Route path="/sessions/:session/sign-ups/new" component={SignUpFormScreen} />
      <Route path="/sessions/:id/:tab" component={SessionAt} />
    </Router>,
    form,
  );
  await userEvent.fill(page.getByLabelText(words.form.name, { exact: true }), 'Ana');
  await expect.poll(() => screen.offline.updatesHeld.value).toBe(true);
  await userEvent.click(page.getByRole('link', { name: words.title }));
  await expect.element(page.getByText(words.draftTitle)).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('link', { name: words.draftContinue }));
  await expect.element(page.getByLabelText(words.form.name, { exact: true })).toHaveValue('Ana');
  expect(JSON.stringify(await device.store.meta.toArray())).not.toContain('Ana');
  await userEvent.click(page.getByRole('link', { name: words.title }));
  await userEvent.click(page.getByRole('button', { name: words.draftDiscard }));
  await expect.element(page.getByText(words.draftTitle)).not.toBeInTheDocument();
  expect(document.activeElement?.id).toBe('main'); // the button went with the notice
});

test('sealed until the passphrase is right, and sealed again with one tap', async () => {
  const device = await aDevice();
  await aSealingKey(device);
  const id = await anOpenSession(device);
  await aCard(device, id);
  shown(device, <SessionAt id={id} tab="sign-ups" />);
  await expect.element(page.getByRole('link', { name: new RegExp(text.words.signUpKind.card) })).toBeVisible();
  await expect.element(page.getByText(/Wideline/)).not.toBeInTheDocument();
  await expectAccessible();
  await unlock('not the passphrase at all');
  await expect.element(page.getByRole('link', { name: words.lock.wrong })).toBeVisible();
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(words.lock.passphrase, { exact: true }), passphrase);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/Wideline Jean-Baptiste/)).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.lock.lockNow }));
  await expect.element(page.getByText(/Wideline/)).not.toBeInTheDocument();
});

test('one sign-up is opened, corrected, and taken back by its name', async () => {
  const device = await aDevice();
  await aSealingKey(device);
  const id = await anOpenSession(device);
  const fact = await aCard(device, id);
  const screen = shown(device, <SignUpScreen session={id} fact={fact} />);
  await expect.element(page.getByText(new RegExp(words.one.consentBy.caregiver))).toBeVisible();
  await expectAccessible();
  await unlock(passphrase);
  await expect.element(page.getByText(wideline.phone)).toBeVisible();
  await expect.element(page.getByRole('img', { name: text.followUp.signatureOf })).toBeVisible();
  await expectAccessible();

  await userEvent.click(page.getByRole('button', { name: words.one.correct }));
  await userEvent.fill(page.getByLabelText(words.form.phone), '305 555 0199');
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.one.correctSave }));
  await expect.element(page.getByText('305 555 0199')).toBeVisible();
  await expect.element(page.getByText(wideline.name)).toBeVisible();

  await userEvent.click(page.getByRole('button', { name: words.one.takeBack }));
  await expect.element(page.getByRole('alertdialog').getByText(/Library card, Wideline Jean-Baptiste/)).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('alertdialog').getByRole('button', { name: words.one.takeBack }));
  await expect.poll(screen.path).toBe(`/sessions/${id}/sign-ups`);
  expect((await readSession(device.store, id))?.totals.signUps).toEqual({});
});

test('when it locks by itself, a correction that somebody has begun goes with all that was opened', async () => {
  const device = await aDevice();
  await aSealingKey(device);
  const id = await anOpenSession(device);
  const fact = await aCard(device, id);
  shown(device, <SignUpScreen session={id} fact={fact} />);
  await unlock(passphrase);
  await userEvent.click(page.getByRole('button', { name: words.one.correct }));
  await expect.element(page.getByLabelText(words.form.phone)).toHaveValue(wideline.phone);
  device.seal.lock();
  await expect.element(page.getByLabelText(words.form.phone)).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: words.lock.open })).toBeVisible();
  await unlock(passphrase);
  await expect.element(page.getByText(wideline.phone)).toBeVisible();
});

test('a sign-up that is not here says so', async () => {
  const device = await aDevice();
  const id = await anOpenSession(device);
  shown(device, <SignUpScreen session={id} fact="AAAAAAAAAAAAAAAAAAAAAA" />);
  await expect.element(page.getByText(words.one.gone)).toBeVisible();
  await expectAccessible();
});
