// The kiosk as a visitor meets it: one question a screen, nothing lost by an error or by going back, saved once, and nothing left behind.

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AppProvider, useApp } from '../../../src/app/context.ts';
import { KioskScreen } from '../../../src/app/features/kiosk/KioskScreen.tsx';
import { ThankYou } from '../../../src/app/features/kiosk/ThankYou.tsx';
import { isolated } from '../../../src/app/features/kiosk/titles.ts';
import { routes } from '../../../src/app/routes.ts';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import type { Ports } from '../../../src/device/ports.ts';
import { armedKiosk } from '../../../src/device/store/kiosk.ts';
import { defaultRules } from '../../../src/domain/sign-up-rules.ts';
import { roster, signUpsOf } from '../../../src/device/store/sign-ups.ts';
import { aDevice, aPlannedSession, breakStorage, passphrase } from '../app/a-field-day.tsx';
import { aScreen, done, enrolledAs, refused } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import { wholeText } from '../looks.ts';
import { wearTheme } from '../page.ts';
import { anArmedKiosk, type ArmedKiosk, pin, shownKiosk } from './a-kiosk.tsx';

const words = text.kiosk;

beforeEach(() => page.viewport(820, 1_900));

const start = (language = /English/) => userEvent.click(page.getByRole('button', { name: language }));
const next = () => userEvent.click(page.getByRole('button', { name: words.next, exact: true }));
const asked = (title: string) => expect.element(page.getByRole('heading', { level: 1, name: title, exact: true })).toHaveFocus();
const fill = (label: string, typed: string) => userEvent.fill(page.getByLabelText(label), typed);

/** A newsletter for a grown-up, up to the last look. */
async function aNewsletter(name: string, phone: string): Promise<void> {
  await userEvent.click(page.getByRole('checkbox', { name: words.kinds.label.newsletter }));
  await next();
  await userEvent.click(page.getByRole('radio', { name: words.who.myself }));
  await next();
  await asked(words.name.mine);
  await fill(words.name.first, name);
  await next();
  await userEvent.click(page.getByRole('radio', { name: words.no, exact: true }));
  await next();
  await asked(words.reach.title);
  await fill(words.reach.phone, phone);
  await next();
  await asked(words.check.title);
}

/** As a hand scanner types: faster than a thumb, with Enter at the end. */
function handScan(code: string): void {
  const clock = { now: performance.now() };
  for (const key of [...code, 'Enter']) {
    clock.now += 8;
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    Object.defineProperty(event, 'timeStamp', { value: clock.now });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }
}

async function contactsOf({ device, session }: ArmedKiosk) {
  const taken = await signUpsOf(device.store, session);
  await done(device.seal.unlock({ passphrase }));
  return Promise.all(taken.map((one) => done(device.seal.open(one.sealed, one.sealedIn.id, 'sign-up.taken'))));
}

test('a grown-up asks for the newsletter: questions one by one, a last look, consent, thanks, and the first screen again', async () => {
  const kiosk = await anArmedKiosk();
  await shownKiosk(kiosk);
  await expectAccessible();
  await start();
  await asked(words.kinds.title);
  await expect.element(page.getByText(/^Step 1 of \d$/)).toBeVisible();
  await aNewsletter('Zéphyrine', '305 555 0147');
  await expect.element(page.getByText('Zéphyrine')).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.check.right }));
  await asked(words.consent.title);
  await expectAccessible();
  await userEvent.dblClick(page.getByRole('button', { name: words.consent.agree }));
  await asked(words.thanks.title);
  await expectAccessible();
  // Not the second tap of a double tap on Send: that would take the thanks away.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await userEvent.click(page.getByRole('button', { name: words.thanks.done }));
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('North Miami Public Library');
  expect(await contactsOf(kiosk)).toMatchObject([{ name: 'Zéphyrine', phone: '305 555 0147', guardian: null }]);
  const [taken] = await signUpsOf(kiosk.device.store, kiosk.session);
  expect(taken?.body).toMatchObject({
    language: 'en-US',
    consent: { wording: `${words.consent.version}/${defaultRules.keepDays}`, by: 'person' },
  });
});

test('what is missing is said beside its field, which has the focus; going back and changing an answer loses nothing', async () => {
  const kiosk = await anArmedKiosk();
  await shownKiosk(kiosk);
  await start();
  await next();
  await expect.element(page.getByText(words.problems.kinds)).toBeVisible();
  await expect.element(page.getByRole('checkbox', { name: words.kinds.label.card })).toHaveFocus();
  await expectAccessible();
  await userEvent.click(page.getByRole('checkbox', { name: words.kinds.label.newsletter }));
  await next();
  await userEvent.click(page.getByRole('radio', { name: words.who.myself }));
  await next();
  await fill(words.name.first, 'Ana');
  await next();
  await userEvent.click(page.getByRole('radio', { name: words.no, exact: true }));
  await next();
  await fill(words.reach.phone, '555');
  await next();
  await expect.element(page.getByLabelText(words.reach.phone)).toHaveAccessibleDescription(words.problems.phone);
  await expect.element(page.getByLabelText(words.reach.phone)).toHaveValue('555');
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.back, exact: true }));
  await userEvent.click(page.getByRole('button', { name: words.back, exact: true }));
  await expect.element(page.getByLabelText(words.name.first)).toHaveValue('Ana');
  await next();
  await next();
  await expect.element(page.getByLabelText(words.reach.phone)).toHaveValue('555');
  await fill(words.reach.phone, '305 555 0147');
  await next();
  await asked(words.check.title);
  await userEvent.click(page.getByRole('button', { name: `${words.check.change} ${words.check.name}` }));
  await asked(words.name.mine);
  await fill(words.name.first, 'Ana María');
  await next();
  await asked(words.check.title);
  await expect.element(page.getByText('Ana María')).toBeVisible();
});

test('what was chosen on a device that did not know the session is what visitors are offered', async () => {
  const kiosk = await anArmedKiosk();
  await done(kiosk.device.act.armKiosk({ session: kiosk.session, languages: ['en-US'], pin, offers: ['newsletter'] }));
  await shownKiosk(kiosk);
  await start();
  await asked(words.who.title); // of one thing it is not asked which
});

test('a name longer than there is room for stays whole as it was pasted, and is said kindly', async () => {
  const kiosk = await anArmedKiosk({ offers: ['newsletter'] });
  await shownKiosk(kiosk);
  await start();
  await userEvent.click(page.getByRole('radio', { name: words.who.myself }));
  await next();
  const first = page.getByLabelText(words.name.first);
  await userEvent.click(first);
  const pasted = `Ana ${'x'.repeat(300)} de la Cruz`;
  document.execCommand('insertText', false, pasted); // as a paste does, it keeps to a field's limit
  await next();
  await expect.element(first).toHaveAccessibleDescription(new RegExp(words.problems.nameLong));
  await expect.element(first).toHaveValue(pasted);
  await expect.element(first).toHaveFocus();
  await expectAccessible();
  await fill(words.name.first, 'Ana de la Cruz');
  await next();
  await asked(words.under.mine(13));
});

test('after a try that failed, what is typed in another field stays there; the next try leads back to what is wrong', async () => {
  const kiosk = await anArmedKiosk({ offers: ['card'] });
  await shownKiosk(kiosk);
  await start();
  await userEvent.click(page.getByRole('radio', { name: words.who.myself }));
  await next();
  const [first, last] = [page.getByLabelText(words.name.first), page.getByLabelText(new RegExp(words.name.last))];
  await next();
  await expect.element(first).toHaveFocus();
  await userEvent.click(last);
  await userEvent.keyboard('Cruz');
  await expect.element(last).toHaveValue('Cruz');
  await expect.element(first).toHaveValue('');
  await expect.element(last).toHaveFocus();
  await next();
  await expect.element(first).toHaveFocus();
});

test('storage that fails is said in words, and nothing typed is lost', async () => {
  const kiosk = await anArmedKiosk();
  await shownKiosk(kiosk);
  await start();
  await aNewsletter('Ana', '305 555 0147');
  await userEvent.click(page.getByRole('button', { name: words.check.right }));
  await asked(words.consent.title);
  breakStorage();
  await userEvent.click(page.getByRole('button', { name: words.consent.agree }));
  await expect.element(page.getByText(words.notSaved.title)).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.back, exact: true }));
  await expect.element(page.getByText('305 555 0147')).toBeVisible();
});

test('on a tablet the parts of a date of birth stay side by side when one is wrong', async () => {
  await page.viewport(820, 1180);
  const kiosk = await anArmedKiosk({ offers: ['card'] });
  await shownKiosk(kiosk);
  await start();
  await userEvent.click(page.getByRole('radio', { name: words.who.myself }));
  await next();
  await fill(words.name.first, 'Wideline');
  await userEvent.fill(page.getByLabelText(new RegExp(words.name.last)), 'Jean');
  await next();
  await page.getByLabelText(words.born.month).findElement();
  await next();
  await expect.element(page.getByLabelText(words.born.month)).toHaveAttribute('aria-invalid', 'true');
  const top = (label: string) => Math.round(page.getByLabelText(label, { exact: true }).element().getBoundingClientRect().top);
  expect(top(words.born.month)).toBe(top(words.born.year));
  await expectAccessible();
});

test('the grown-up whom a child has fetched is asked to agree for the child, and it is stored as theirs', async () => {
  const kiosk = await anArmedKiosk({ offers: ['newsletter'] });
  await shownKiosk(kiosk);
  await start();
  await userEvent.click(page.getByRole('radio', { name: words.who.myself }));
  await next();
  await fill(words.name.first, 'Wideline');
  await next();
  await userEvent.click(page.getByRole('radio', { name: words.yes, exact: true }));
  await next();
  await asked(words.grownUp.title);
  await userEvent.click(page.getByRole('button', { name: words.grownUp.here }));
  await fill(words.guardian.name, 'Marie Jean');
  await userEvent.click(page.getByRole('radio', { name: words.guardian.relations.mother }));
  await next();
  await fill(words.reach.phone, '305 555 0147');
  await next();
  await userEvent.click(page.getByRole('button', { name: words.check.right }));
  await asked(words.consent.title);
  await expect.element(page.getByText(words.consent.forCaregiver)).toBeVisible();
  await expect.element(page.getByRole('button', { name: words.consent.agree, exact: true })).not.toBeInTheDocument();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.consent.agreeForChild }));
  await asked(words.thanks.title);
  const [taken] = await signUpsOf(kiosk.device.store, kiosk.session);
  expect(taken?.body).toMatchObject({ consent: { by: 'caregiver' } });
});

test('a family: two children, one guardian, one signature, saved together', async () => {
  const kiosk = await anArmedKiosk({ offers: ['card'] });
  await shownKiosk(kiosk);
  await start();
  await userEvent.click(page.getByRole('radio', { name: words.who.children }));
  await next();
  for (const [at, name, year] of [
    [1, 'Wideline', '2017'],
    [2, 'Ti Jan', '2020'],
  ] as const) {
    if (at === 2) await userEvent.click(page.getByRole('button', { name: words.more.add }));
    await asked(words.name.ofMany(at));
    await fill(words.name.first, name);
    if (at === 1) await userEvent.fill(page.getByLabelText(new RegExp(words.name.last)), 'Jean-Baptiste');
    await next();
    await asked(words.born.child(isolated(name)));
    await userEvent.selectOptions(page.getByLabelText(words.born.month), words.born.months[5] ?? '');
    await fill(words.born.day, '1');
    await fill(words.born.year, year.slice(2));
    await next();
    await expect.element(page.getByLabelText(words.born.year)).toHaveAccessibleDescription(words.problems.bornYear);
    await expectAccessible();
    await fill(words.born.year, year);
    await next();
    await asked(words.school.child(isolated(name)));
    await next();
    await asked(words.more.title);
  }
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.more.done }));
  await asked(words.guardian.title);
  await expectAccessible();
  await fill(words.guardian.name, 'Marie');
  await next();
  await expect.element(page.getByText(words.problems.relation)).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('radio', { name: words.guardian.relations.other }));
  await fill(words.guardian.relationOther, 'Aunt');
  await userEvent.click(page.getByRole('radio', { name: words.guardian.relations.grandparent }));
  await next();
  await asked(words.reach.title);
  await next();
  await asked(words.address.title);
  await expectAccessible();
  await fill(words.address.label, '12 Maple Court');
  await next();
  await asked(words.signature.title);
  await next();
  await expect.element(page.getByText(words.problems.signature)).toBeVisible();
  await expectAccessible();
  const pad = page.getByRole('img', { name: new RegExp(words.signature.pad) });
  await userEvent.click(pad); // a dot is no name
  await next();
  await expect.element(page.getByText(words.problems.signature)).toBeVisible();
  await userEvent.dragAndDrop(pad, pad, { sourcePosition: { x: 20, y: 40 }, targetPosition: { x: 200, y: 60 } });
  await next();
  await asked(words.check.title);
  await userEvent.click(page.getByRole('button', { name: words.check.right }));
  await userEvent.click(page.getByRole('button', { name: words.consent.agreeForChild }));
  await asked(words.thanks.title);
  await expect.element(page.getByText(words.thanks.card)).toBeVisible();
  const contacts = await contactsOf(kiosk);
  expect(contacts.map((one) => [one.name, one.guardian, /^M\d/.test(one.signature ?? '')]).sort()).toEqual([
    ['Ti Jan Jean-Baptiste', { name: 'Marie', relation: words.guardian.relations.grandparent }, true],
    ['Wideline Jean-Baptiste', { name: 'Marie', relation: words.guardian.relations.grandparent }, true],
  ]);
  expect(new Set(contacts.map((one) => one.family)).size).toBe(1);
});

const oneOf = (kind: RegExp | string) => userEvent.click(page.getByRole('radio', { name: kind, exact: typeof kind === 'string' }));
const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));

test('a child added by mistake goes again with Back', async () => {
  await shownKiosk(await anArmedKiosk({ offers: ['newsletter'] }));
  await start();
  await oneOf(words.who.children);
  await next();
  await fill(words.name.first, 'Wideline');
  await userEvent.fill(page.getByLabelText(new RegExp(words.name.last)), 'Jean-Baptiste');
  await next();
  await asked(words.under.child(isolated('Wideline'), 13));
  await oneOf(words.yes);
  await next();
  await asked(words.more.title);
  await press(words.more.add);
  await asked(words.name.ofMany(2));
  await press(words.back);
  await asked(words.more.title);
  await press(words.more.done);
  await asked(words.guardian.title);
});

test('what a change at the last look brings with it is asked; nobody’s name becomes another’s, and each is there when the answer changes back', async () => {
  const kiosk = await anArmedKiosk();
  await shownKiosk(kiosk);
  await start();
  await aNewsletter('Marie', '305 555 0147');
  await press(`${words.check.change} ${words.check.who}`);
  await oneOf(words.who.children);
  await next();
  await asked(words.name.ofMany(1));
  await expect.element(page.getByLabelText(words.name.first)).toHaveValue('');
  await fill(words.name.first, 'Wideline');
  await next();
  await oneOf(words.yes);
  await next();
  await asked(words.more.title);
  await press(words.more.add);
  await fill(words.name.first, 'Ti Jan');
  await next();
  await oneOf(words.yes);
  await next();
  await asked(words.more.title);
  await press(words.more.done);
  await asked(words.guardian.title);
  await fill(words.guardian.name, 'Marie');
  await oneOf(words.guardian.relations.mother);
  await next();
  await asked(words.check.title);
  await press(`${words.check.change} ${words.check.kinds}`);
  await userEvent.click(page.getByRole('checkbox', { name: words.kinds.label.reading_challenge }));
  await next();
  await asked(words.school.child(isolated('Wideline'))); // which may be left out, and is asked all the same
  await next();
  await asked(words.school.child(isolated('Ti Jan')));
  await next();
  await asked(words.check.title);
  await press(`${words.check.change} ${words.check.who}`);
  await oneOf(words.who.myself);
  await next();
  await asked(words.name.mine);
  await expect.element(page.getByLabelText(words.name.first)).toHaveValue('Marie');
});

/** As a finger taps, at a time of the test's own. */
function tapAt(timeStamp: number, name: string): void {
  const button = page.getByRole('button', { name, exact: true }).element();
  const event = new PointerEvent('click', { bubbles: true, cancelable: true, pointerType: 'touch', detail: 1, clientX: 300, clientY: 900 });
  Object.defineProperty(event, 'timeStamp', { value: timeStamp });
  button.dispatchEvent(event);
}

test('the second tap of a double tap is not taken for an answer to what comes next', async () => {
  const kiosk = await anArmedKiosk();
  await shownKiosk(kiosk);
  await start();
  await aNewsletter('Ana', '305 555 0147');
  const right = page.getByRole('button', { name: words.check.right });
  await userEvent.dblClick(right, { position: { x: right.element().getBoundingClientRect().width * 0.75, y: 30 } });
  await expect.element(page.getByRole('heading', { name: words.consent.title })).toBeVisible();
  await press(words.back);
  await asked(words.check.title);
  tapAt(100_000, words.check.right);
  await asked(words.consent.title);
  tapAt(100_250, words.consent.agree);
  tapAt(100_700, words.consent.disagree); // not so soon: this one is meant
  await expect.element(page.getByRole('alertdialog')).toBeVisible();
  expect(await signUpsOf(kiosk.device.store, kiosk.session)).toEqual([]);
});

test('where only one thing is offered, it is named before the questions and at the last look', async () => {
  await shownKiosk(await anArmedKiosk({ offers: ['newsletter'] }));
  await start();
  await asked(words.who.title);
  await expect.element(page.getByText(words.kinds.label.newsletter)).toBeVisible();
  await oneOf(words.who.myself);
  await next();
  await fill(words.name.first, 'Ana');
  await next();
  await oneOf(words.no);
  await next();
  await fill(words.reach.phone, '305 555 0147');
  await next();
  await asked(words.check.title);
  await expect.element(page.getByText(words.kinds.label.newsletter)).toBeVisible();
});

test('when all programs are called off there is none to sign up for, today’s session least of all', async () => {
  const kiosk = await anArmedKiosk({ offers: ['program', 'newsletter'], programs: ['Movies'] });
  const { device, session } = kiosk;
  const movies = await aPlannedSession(device, { title: 'Movies', topic: 'other', date: '2026-11-13' });
  await done(device.act.changeSession(session, { programSessions: { [movies]: 'Movies' } }));
  await done(device.act.changeSession(movies, { status: 'canceled' }));
  await shownKiosk(kiosk);
  await start();
  await asked(words.who.title);
  await expect.element(page.getByText(words.kinds.label.newsletter)).toBeVisible();
});

test('a signature that was drawn is still there after another way was tried', async () => {
  await seenAsASignature();
  const pad = page.getByRole('img', { name: new RegExp(words.signature.pad) });
  await userEvent.dragAndDrop(pad, pad, { sourcePosition: { x: 20, y: 40 }, targetPosition: { x: 200, y: 60 } });
  await oneOf(words.signature.typed);
  await fill(words.signature.name, 'Marie');
  await oneOf(words.signature.drawn);
  await oneOf(words.signature.typed);
  await expect.element(page.getByLabelText(words.signature.name)).toHaveValue('Marie');
  await oneOf(words.signature.drawn);
  await next();
  await asked(words.check.title);
});

/** A card for a child, up to the signature. */
async function seenAsASignature(): Promise<void> {
  await shownKiosk(await anArmedKiosk({ offers: ['card'] }));
  await start();
  await oneOf(words.who.child);
  await next();
  await fill(words.name.first, 'Wideline');
  await next();
  await userEvent.selectOptions(page.getByLabelText(words.born.month), words.born.months[5] ?? '');
  await fill(words.born.day, '1');
  await fill(words.born.year, '2017');
  await next();
  await next();
  await asked(words.guardian.title);
  await fill(words.guardian.name, 'Marie');
  await oneOf(words.guardian.relations.mother);
  await next();
  await asked(words.reach.title);
  await next();
  await fill(words.address.label, '12 Maple Court');
  await next();
  await asked(words.signature.title);
}

test('a child alone is asked to fetch a grown-up, and until then nothing is saved', async () => {
  const kiosk = await anArmedKiosk({ offers: ['program'] });
  await shownKiosk(kiosk);
  await start();
  await userEvent.click(page.getByRole('radio', { name: words.who.myself }));
  await next();
  await fill(words.name.first, 'Ti Jan');
  await next();
  await asked(words.under.mine(13));
  await next();
  await expect.element(page.getByText(words.problems.under)).toBeVisible();
  await userEvent.click(page.getByRole('radio', { name: words.yes, exact: true }));
  await next();
  await asked(words.grownUp.title);
  await expectAccessible();
  expect(await signUpsOf(kiosk.device.store, kiosk.session)).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: words.grownUp.here }));
  await asked(words.guardian.title);
});

test('leaving takes the PIN; a wrong one says so, and the third makes it wait', async () => {
  const kiosk = await anArmedKiosk();
  const shown = await shownKiosk(kiosk);
  const leave = text.handOver.leave;
  await userEvent.click(page.getByRole('button', { name: words.staff }));
  await expectAccessible();
  const field = page.getByLabelText(leave.pin, { exact: true });
  expect(field.element().getBoundingClientRect().height).toBeGreaterThanOrEqual(72); // as large as all of the kiosk
  await expect.element(field).toHaveAttribute('type', 'text'); // a browser offers to keep what is typed into a password field
  await fill(leave.pin, pin);
  await userEvent.click(page.getByRole('button', { name: leave.stay }).last());
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect([...document.querySelectorAll('input')].map((input) => input.value)).not.toContain(pin);
  expect(document.documentElement.outerHTML).not.toMatch(new RegExp(`\\b${pin}\\b`)); // a random id may have it in its middle
  await userEvent.click(page.getByRole('button', { name: words.staff }));
  await expect.element(field).toHaveValue('');
  for (let at = 0; at < 3; at += 1) {
    await fill(leave.pin, '0000');
    await userEvent.keyboard('{Enter}');
    if (at < 2) await expect.element(page.getByLabelText(leave.pin, { exact: true })).toHaveAccessibleDescription(new RegExp(leave.wrong));
  }
  // Said once, not each second of the wait, and beside it what counts down.
  await expect.element(page.getByRole('status').filter({ hasText: /^Too many wrong PINs/ })).toBeInTheDocument();
  await expect.element(page.getByText(/^Too many wrong PINs/).last()).toBeVisible();
  await expect.element(field).toHaveFocus();
  await expectAccessible();
  expect(await armedKiosk(kiosk.device.store)).not.toBeNull();
  await expect.poll(shown.path).toBe('/kiosk');
});

test('a PIN nobody knows: a code of the coordinator takes the device back, and one that is not right does not', async () => {
  const enroll = { answer: enrolledAs('coordinator') as unknown };
  const kiosk = await anArmedKiosk({}, { '/api/enroll': () => enroll.answer });
  enroll.answer = refused('code-unknown');
  const shown = await shownKiosk(kiosk);
  const leave = text.handOver.leave;
  await userEvent.click(page.getByRole('button', { name: words.staff }));
  await fill(leave.pin, '0000');
  await userEvent.keyboard('{Enter}');
  await userEvent.click(page.getByRole('button', { name: leave.forgot }));
  await expect.element(page.getByRole('button', { name: text.scanning.scan, exact: true })).toBeVisible();
  handScan('https://outreach.example.org/enroll#K7QZX98ABC.3');
  await expect.element(page.getByLabelText(text.access.enroll.code)).toHaveValue('K7QZX98ABC');
  await fill(text.access.enroll.code, 'K7QZX-98ABC');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(text.problems['code-unknown'].happened)).toBeVisible();
  await expectAccessible();
  expect(await armedKiosk(kiosk.device.store)).not.toBeNull();
  enroll.answer = enrolledAs('staff');
  await userEvent.click(page.getByRole('button', { name: leave.button }));
  await expect.poll(() => shown.path()).toBe(`/sessions/${kiosk.session}`);
  expect(await armedKiosk(kiosk.device.store)).toBeNull();
});

test('the right PIN leads back to the session', async () => {
  const kiosk = await anArmedKiosk();
  const shown = await shownKiosk(kiosk);
  await userEvent.click(page.getByRole('button', { name: words.staff }));
  await fill(text.handOver.leave.pin, pin);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => shown.path()).toBe(`/sessions/${kiosk.session}`);
  expect(await armedKiosk(kiosk.device.store)).toBeNull();
});

test('what is delivered in mid-visit changes nothing of it: neither what is offered nor what is agreed to', async () => {
  const kiosk = await anArmedKiosk({ offers: ['newsletter', 'card'] });
  const { act } = kiosk.device;
  await shownKiosk(kiosk);
  await start();
  await asked(words.kinds.title);
  const consents = { 'en-US': { version: 'en-US/own', text: 'Other words.' } };
  await done(act.changeLibrary({ signUpRules: { ...defaultRules, consents } }));
  await done(act.changeSession(kiosk.session, { offers: ['card'] }));
  await aNewsletter('Marie', '305 555 0142');
  await userEvent.click(page.getByRole('button', { name: words.check.right }));
  await expect.element(page.getByText(words.consent.text(defaultRules.keepDays))).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: words.consent.agree }));
  await expect
    .poll(async () => (await signUpsOf(kiosk.device.store, kiosk.session)).map((one) => one.body.consent.wording))
    .toEqual([`${words.consent.version}/${defaultRules.keepDays}`]);
});

test('what the library wrote itself is what a visitor agrees to, in their language, and its version is stored', async () => {
  const kiosk = await anArmedKiosk({ offers: ['newsletter'] });
  const consents = {
    'en-US': { version: 'en-US/own', text: 'The library writes to you.' },
    ht: { version: 'ht/own', text: 'Bibliyotèk la ap ekri ou.' },
  };
  await done(kiosk.device.act.changeLibrary({ signUpRules: { ...defaultRules, consents } }));
  const { kiosk: creole } = await wholeText('ht');
  await shownKiosk(kiosk);
  await start(/Kreyòl ayisyen/);
  const go = () => userEvent.click(page.getByRole('button', { name: creole.next, exact: true }));
  await userEvent.click(page.getByRole('radio', { name: creole.who.myself }));
  await go();
  await fill(creole.name.first, 'Ana');
  await go();
  await userEvent.click(page.getByRole('radio', { name: creole.no, exact: true }));
  await go();
  await fill(creole.reach.phone, '305 555 0147');
  await go();
  await userEvent.click(page.getByRole('button', { name: creole.check.right }));
  await expect.element(page.getByText(consents.ht.text)).toBeVisible();
  await expect.element(page.getByText(creole.consent.text(defaultRules.keepDays))).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('button', { name: creole.consent.agree }));
  await expect
    .poll(async () => (await signUpsOf(kiosk.device.store, kiosk.session)).map(({ body }) => [body.language, body.consent.wording]))
    .toEqual([['ht', consents.ht.version]]);
});

test('the screen is filled and kept on for visitors, and let go when staff take the device back', async () => {
  const kiosk = await anArmedKiosk();
  const release = vi.fn(async () => {});
  const stayOn = vi.fn(async () => ({ release }));
  const leaveFull = vi.spyOn(document, 'exitFullscreen').mockResolvedValue();
  const filled = (element: Element | null) => Object.defineProperty(document, 'fullscreenElement', { configurable: true, value: element });
  filled(null); // another test may have filled it
  const fillAll = vi.spyOn(document.documentElement, 'requestFullscreen').mockImplementation(async () => {
    filled(document.documentElement);
  });
  Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request: stayOn } });
  onTestFinished(() => {
    vi.restoreAllMocks();
    Reflect.deleteProperty(document, 'fullscreenElement'); // the browser's own are there again
    Reflect.deleteProperty(navigator, 'wakeLock');
  });
  await shownKiosk(kiosk, <WhileKiosk />);
  await expect.poll(() => stayOn.mock.calls).toEqual([['screen']]);
  await start();
  await expect.poll(() => fillAll.mock.calls.length).toBe(1);
  await userEvent.click(page.getByRole('button', { name: words.back, exact: true }));
  await userEvent.click(page.getByRole('button', { name: words.startOver, exact: true }).last());
  await userEvent.click(page.getByRole('button', { name: words.staff }));
  await userEvent.fill(page.getByLabelText(text.handOver.leave.pin), pin);
  expect([release.mock.calls.length, leaveFull.mock.calls.length]).toEqual([0, 0]);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => [release.mock.calls.length, leaveFull.mock.calls.length]).toEqual([1, 1]);
});

/** As the app does, which shows another screen at another address. */
function WhileKiosk() {
  return useLocation().path === routes.kiosk ? <KioskScreen /> : null;
}

test('the thanks go by themselves after a while, to the first screen', async () => {
  const device = await aDevice();
  const waiting: { readonly ms: number; readonly run: () => void }[] = [];
  const onDone = vi.fn();
  aScreen(device, <WithTimer timer={(ms, run) => waiting.push({ ms, run })} onDone={onDone} />, '/kiosk');
  await expect.element(page.getByRole('heading', { level: 1, name: words.thanks.title })).toHaveFocus();
  await expect.poll(() => waiting.length).toBe(2);
  expect(onDone).not.toHaveBeenCalled();
  const last = waiting.toSorted((a, b) => a.ms - b.ms).at(-1);
  expect(last?.ms).toBeGreaterThanOrEqual(10_000); // long enough to be read slowly
  expect(last?.ms).toBeLessThanOrEqual(30_000); // nobody stands and waits
  last?.run();
  expect(onDone).toHaveBeenCalledTimes(1);
});

/** A timer that comes when the test says so. */
function WithTimer({ timer, onDone }: { readonly timer: (ms: number, run: () => void) => void; readonly onDone: () => void }) {
  const app = useApp();
  const [given] = useState(() => {
    const told: Ports['timer'] = (ms, run) => {
      timer(ms, run);
      return () => {};
    };
    return { ...app, device: { ...app.device, store: { ...app.device.store, ports: { ...app.device.store.ports, timer: told } } } };
  });
  return (
    <AppProvider value={given}>
      <ThankYou thanks={{ card: true, desk: false }} speech={undefined} onDone={onDone} />
    </AppProvider>
  );
}

test('handed over in another tab, this one locks what staff had open in it', async () => {
  const kiosk = await anArmedKiosk();
  await done(kiosk.device.seal.unlock({ passphrase }));
  await shownKiosk(kiosk);
  expect(kiosk.device.seal.status()).toEqual({ state: 'locked' });
});

test('the browser’s way back goes one question back and never leaves the kiosk', async () => {
  const kiosk = await anArmedKiosk();
  const shown = await shownKiosk(kiosk);
  await start();
  await userEvent.click(page.getByRole('checkbox', { name: words.kinds.label.newsletter }));
  await next();
  await asked(words.who.title);
  history.back();
  await asked(words.kinds.title);
  await expect.element(page.getByRole('checkbox', { name: words.kinds.label.newsletter })).toBeChecked();
  await expect.poll(shown.path).toBe('/kiosk');
  history.back();
  await expect.element(page.getByRole('heading', { name: words.startOverTitle })).toBeVisible();
  await expect.poll(shown.path).toBe('/kiosk');
});

test('who chooses a planned session is on its roster; one that was called off is not offered', async () => {
  const kiosk = await anArmedKiosk({ offers: ['program'], programs: ['Book club', 'Chess', 'Movies'] });
  const { device, session } = kiosk;
  const club = await aPlannedSession(device, { title: 'Book club', topic: 'book_club', date: '2026-11-12' });
  const movies = await aPlannedSession(device, { title: 'Movies', topic: 'other', date: '2026-11-13' });
  await done(device.act.changeSession(session, { programSessions: { [club]: 'Book club', [movies]: 'Movies' } }));
  await done(device.act.changeSession(movies, { status: 'canceled' }));
  await shownKiosk(kiosk);
  await start(/English/);
  await expect.element(page.getByRole('checkbox', { name: 'Chess' })).toBeVisible();
  await expect.element(page.getByRole('checkbox', { name: 'Movies' })).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('checkbox', { name: 'Book club' }));
  await next();
  await userEvent.click(page.getByRole('radio', { name: words.who.myself }));
  await next();
  await userEvent.fill(page.getByLabelText(words.name.first), 'Ana');
  await next();
  await userEvent.click(page.getByRole('radio', { name: words.no, exact: true }));
  await next();
  await userEvent.fill(page.getByLabelText(words.reach.phone), '305 555 0147');
  await next();
  await userEvent.click(page.getByRole('button', { name: words.check.right }));
  await userEvent.click(page.getByRole('button', { name: words.consent.agree }));
  await expect.element(page.getByRole('heading', { name: words.thanks.title })).toBeVisible();
  expect((await roster(device.store, club)).map(({ signUp }) => signUp.body.program)).toEqual(['Book club']);
  expect(await roster(device.store, session)).toEqual([]);
});

test.each(['light', 'dark', 'sunlight'] as const)('in Haitian Creole, on a phone, in %s', async (theme) => {
  await page.viewport(360, 1_900);
  wearTheme(theme);
  const kiosk = await anArmedKiosk({ offers: ['card', 'program'], programs: ['Klib lekti', 'Robotik'] });
  await shownKiosk(kiosk);
  await expectAccessible();
  await start(/Kreyòl ayisyen/);
  await expect.element(page.getByRole('heading', { level: 1, name: 'Kisa ou ta renmen?' })).toHaveFocus();
  expect(document.documentElement.lang).toBe('ht');
  await expectAccessible();
  await userEvent.click(page.getByRole('checkbox', { name: 'Yon pwogram' }));
  await userEvent.click(page.getByRole('button', { name: 'Kontinye', exact: true }));
  await expect.element(page.getByRole('heading', { level: 1, name: 'Ki pwogram?' })).toHaveFocus();
  await expectAccessible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
});
