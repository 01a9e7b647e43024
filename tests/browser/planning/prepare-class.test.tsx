// A partner prepares a class on its page: from an empty list to a sent one, over a network that fails, by keyboard, and without a trace.

import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PartnerPageScreen } from '../../../src/app/features/admin/partner-page/PartnerPageScreen.tsx';
import { routes } from '../../../src/app/routes.ts';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import type { Text } from '../../../src/app/text/text.ts';
import { askShared } from '../../../src/device/actions/shared.ts';
import { openContact } from '../../../src/device/seal/hpke.ts';
import { importedPair, makeSealingKeyPair } from '../../../src/device/seal/key.ts';
import { readFact } from '../../../src/domain/fact.ts';
import { consentInWriting, defaultRules } from '../../../src/domain/sign-up-rules.ts';
import { signUpTaken } from '../../../src/domain/sign-up.ts';
import { preparedRequest } from '../../../src/protocol/prepared.ts';
import type { Preparing } from '../../../src/protocol/shared.ts';
import * as v from 'valibot';
import { anEnrolledDevice, aScreen, refused, type ScreenDevice } from '../a-screen.tsx';
import { aSharedAnswer } from '../a-partner-page.ts';
import { expectAccessible } from '../accessibility.ts';
import { misfits, wholeText } from '../looks.ts';
import { pasteInto, seenAt } from '../page.ts';

const words = text.shared.prepare;
const kept = text.asking.prepare;
const session = 'SESSION00001';

/** A school's browser whose server takes what is prepared, and the key that opens it. */
async function aSchool() {
  const key = await makeSealingKeyPair();
  const pair = await importedPair(key.publicKey, key.privateKey);
  const state = { prepared: 0 };
  const stored = new Map<string, string>();
  const sealTo = { id: key.id, publicKey: key.publicKey };
  const preparing: Preparing = { partner: 'PARTNER00001', sealTo, rules: defaultRules, languages: ['ht', 'en-US'] };
  const school = await anEnrolledDevice('partner', {
    '/api/shared': (body: unknown) => {
      const answer = aSharedAnswer(body);
      const sessions = answer.sessions.map((one) => (one.id === session ? { ...one, prepared: state.prepared } : one));
      return { ...answer, sessions, preparing };
    },
  });
  const take = (body: unknown) => {
    const { device, request, facts } = v.parse(preparedRequest, body);
    for (const { hash, text: fact } of facts) stored.set(hash, fact);
    state.prepared = stored.size;
    return { device, request, prepared: stored.size };
  };
  school.answers['/api/shared/prepared'] = take;
  const open = async () =>
    Promise.all(
      [...stored.values()].map(async (written) => {
        const fact = readFact(written);
        if (!fact.ok) throw new Error(fact.problem.code);
        const body = v.parse(signUpTaken, fact.value.body);
        const context = { library: 'LIBRARY00001', fact: fact.value.id, kind: 'sign-up.taken' } as const;
        const contact = await openContact(pair, context, body.sealed);
        if (!contact.ok) throw new Error(contact.problem.code);
        return { body, contact: contact.value };
      }),
    );
  return { ...school, take, open, state };
}

function shownForm({ device }: ScreenDevice, spoken: Text = text) {
  return aScreen(device, <PartnerPageScreen />, routes.prepareClass(session), spoken);
}

const names = () => page.getByLabelText(words.names);
const send = (count: number) => page.getByRole('button', { name: words.send(count) });
const problems = () =>
  page
    .getByRole('alert')
    .getByRole('link')
    .elements()
    .map(({ textContent }) => textContent);
const consent = () => page.getByLabelText(kept.consent);

test('the page offers it for the session that may be prepared, and leads there and back', async () => {
  const school = await aSchool();
  const screen = aScreen(school.device, <PartnerPageScreen />, '/');
  const link = page.getByRole('link', { name: words.open });
  await expect.element(link).toHaveAttribute('href', routes.prepareClass(session));
  expect(link.elements()).toHaveLength(1);
  await userEvent.click(link);
  await expect.element(page.getByRole('heading', { name: words.title })).toHaveFocus();
  await userEvent.click(page.getByRole('link', { name: words.back }));
  await expect.poll(screen.path).toBe('/');
  await expect.element(link).toBeVisible();
});

test('names one a line and what else is known; all is sealed, sent, counted, and gone from the screen', async () => {
  await seenAt(360, 2_400);
  const school = await aSchool();
  shownForm(school);
  await userEvent.click(send(0));
  await expect.poll(problems).toEqual([kept.none, kept.consentMissing]);
  await expectAccessible();

  await userEvent.fill(names(), 'Ana Núñez\n\n2. Leo\tCésar\nana nunez\n');
  await expect.element(page.getByText(words.count(3))).toBeVisible();
  await expect.element(page.getByText(words.twice)).toBeVisible();
  await userEvent.click(page.getByText(words.known));
  const ana = page.getByRole('group', { name: 'Ana Núñez' });
  await userEvent.fill(ana.getByLabelText(kept.guardian), 'Marie');
  await userEvent.fill(ana.getByLabelText(kept.birthDate), '31/31/2015');
  await userEvent.click(consent());
  await userEvent.click(send(3));
  await expect.element(page.getByRole('link', { name: kept.birthDateWrong(1) })).toBeVisible();
  await userEvent.fill(ana.getByLabelText(kept.birthDate), '3/14/2018');
  await expectAccessible();

  await userEvent.dblClick(send(3));
  await expect.element(page.getByText(words.sent(3))).toBeVisible();
  await expect.element(page.getByText(words.inAll(3))).toBeVisible();
  await expect.element(names()).toHaveValue('');
  await expect.element(consent()).not.toBeChecked();
  await expectAccessible();
  const opened = await school.open();
  expect(opened.map(({ contact }) => contact.name)).toEqual(['Ana Núñez', 'Leo César', 'ana nunez']);
  expect(opened[0]?.contact).toMatchObject({ birthDate: '2018-03-14', guardian: { name: 'Marie' }, school: 'Hurston Elementary' });
  expect(opened.map(({ body }) => [body.prepared, body.preparedBy, body.language, body.ageBand])).toEqual([
    [true, 'PARTNER00001', 'ht', '6-11'],
    [true, 'PARTNER00001', 'ht', null],
    [true, 'PARTNER00001', 'ht', null],
  ]);
  expect(opened[0]?.body.consent).toEqual({ given: true, wording: consentInWriting, by: 'caregiver' });
  await userEvent.click(page.getByRole('link', { name: words.back }));
  await expect.element(page.getByText(words.prepared)).toBeVisible();
});

test('what is longer than there is room for stays as it was pasted, and is said; the part it is in opens', async () => {
  await seenAt(360, 2_400);
  const school = await aSchool();
  shownForm(school);
  await userEvent.fill(names(), 'Ana');
  await userEvent.click(page.getByText(words.known));
  const ana = page.getByRole('group', { name: 'Ana' });
  const fields = [
    ana.getByLabelText(kept.guardian),
    ana.getByLabelText(kept.phone),
    page.getByLabelText(new RegExp(`^${text.asking.school}`)),
  ];
  for (const field of fields) await pasteInto(field, '3'.repeat(310));
  await pasteInto(ana.getByLabelText(kept.birthDate), `3/14/2018 ${'or 2019 '.repeat(8)}`);
  await userEvent.click(page.getByText(words.known)); // shut
  await userEvent.click(consent());
  await userEvent.click(send(1));
  for (const field of fields) {
    await expect.element(field).toBeVisible();
    await expect.element(field).toHaveAccessibleDescription(/300/);
  }
  await expect.element(ana.getByLabelText(kept.birthDate)).toHaveAccessibleDescription(kept.birthDateWrong(1));
  await expect.element(fields[0] ?? names()).toHaveValue('3'.repeat(310));
  await expectAccessible();
  expect(school.state.prepared).toBe(0);
});

test('without an answer the list stays and is closed; tried again, the very same is sent, and nobody is there twice', async () => {
  const school = await aSchool();
  shownForm(school);
  await userEvent.fill(names(), 'Ana\nBen');
  await userEvent.click(consent());
  // It arrives, and the answer does not.
  school.answers['/api/shared/prepared'] = (body: unknown) => {
    school.take(body);
    throw new TypeError('network');
  };
  await userEvent.click(send(2));
  await expect.element(page.getByText(words.noAnswer)).toBeVisible();
  await expect.element(names()).toHaveValue('Ana\nBen');
  await expect.element(names()).toBeDisabled();
  await expectAccessible();
  const again = page.getByRole('button', { name: text.shell.tryAgain });
  await expect.element(again).toHaveFocus();
  // Refused by somebody who does not know of the first try: the very same must be tried on.
  school.answers['/api/shared/prepared'] = refused('rate-limited');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => school.asked.filter(({ path }) => path === '/api/shared/prepared').length).toBe(2);
  await expect.element(again).toHaveFocus();
  await expect.element(names()).toBeDisabled();
  school.answers['/api/shared/prepared'] = school.take;
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(words.sent(2))).toBeVisible();
  const sent = school.asked.filter(({ path }) => path === '/api/shared/prepared').map(({ body }) => v.parse(preparedRequest, body).facts);
  expect(sent).toHaveLength(3);
  expect(sent.slice(1)).toEqual([sent[0], sent[0]]);
  expect(school.state.prepared).toBe(2);
});

test('with no network nothing is sent, and the list can still be worked on', async () => {
  const school = await aSchool();
  shownForm(school);
  await userEvent.fill(names(), 'Ana');
  await userEvent.click(consent());
  const { '/api/shared': shared } = school.answers;
  delete school.answers['/api/shared'];
  await userEvent.click(send(1));
  await expect.element(page.getByText(words.noNetwork)).toBeVisible();
  await expectAccessible();
  await userEvent.fill(names(), 'Ana\nBen');
  school.answers['/api/shared'] = shared;
  await userEvent.click(send(2));
  await expect.element(page.getByText(words.sent(2))).toBeVisible();
});

test('what the server refuses is said, and the list stays open', async () => {
  const school = await aSchool();
  shownForm(school);
  await userEvent.fill(names(), 'Ana');
  await userEvent.click(consent());
  school.answers['/api/shared/prepared'] = refused('class-closed');
  await userEvent.click(send(1));
  await expect.element(page.getByText(text.problems['class-closed'].happened)).toBeVisible();
  await expect.element(names()).toBeEnabled();
  await expect.element(names()).toHaveValue('Ana');
  await expectAccessible();
});

test('forty names are one list; names too long and lists too long are said, and nothing of them is cut', async () => {
  const school = await aSchool();
  shownForm(school);
  const forty = Array.from({ length: 40 }, (_, at) => `Child ${at + 1} of the class`);
  await userEvent.fill(names(), forty.join('\n'));
  await userEvent.click(consent());
  await userEvent.click(send(40));
  await expect.element(page.getByText(words.sent(40))).toBeVisible();
  await userEvent.fill(names(), forty.join('\n'));
  await userEvent.click(send(40));
  await expect.element(page.getByRole('link', { name: words.tooMany(20) })).toBeVisible();
  const long = `A${'a'.repeat(200)}`;
  await userEvent.fill(names(), `Ana\n${long}`);
  await userEvent.click(send(2));
  await expect.element(page.getByRole('link', { name: words.tooLong('2', 200) })).toBeVisible();
  await expect.element(names()).toHaveValue(`Ana\n${long}`);
  expect(school.asked.filter(({ path }) => path === '/api/shared/prepared')).toHaveLength(1);
});

test('names and a school too long are said once each, by links that lead to them, and nothing of them is cut', async () => {
  const school = await aSchool();
  shownForm(school);
  const long = `A${'a'.repeat(200)}`;
  const field = page.getByLabelText(new RegExp(`^${text.asking.school}`));
  await userEvent.fill(names(), `${long}\nAna\n${long}b`);
  await userEvent.fill(field, 'x'.repeat(301));
  await userEvent.click(send(3));
  const tooLong = words.tooLong('1 and 3', 200);
  const schoolLong = text.signUps.problems.long(text.asking.school, 300);
  await expect.poll(problems).toEqual([tooLong, schoolLong, kept.consentMissing]);
  await userEvent.click(page.getByRole('link', { name: tooLong }));
  await expect.element(names()).toHaveFocus();
  await userEvent.click(page.getByRole('link', { name: schoolLong }));
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveValue('x'.repeat(301));
  await expect.element(field).not.toHaveAttribute('maxlength');
});

test('what is typed is kept by no storage of the browser, and not by the page it keeps for its back button', async () => {
  const school = await aSchool();
  shownForm(school);
  await userEvent.fill(names(), 'Canary Child');
  await userEvent.fill(page.getByLabelText(new RegExp(`^${text.asking.school}`)), 'Hurston Elementary');
  await userEvent.click(consent());
  const stored = await Promise.all(school.device.store.dexie.tables.map((table) => table.toArray()));
  const everywhere = [stored, { ...localStorage }, { ...sessionStorage }, history.state, location.href, document.cookie];
  expect(JSON.stringify(everywhere)).not.toContain('Canary');
  await expect.element(names()).toHaveAttribute('autocomplete', 'off');
  await expect.element(names()).toHaveAttribute('spellcheck', 'false');
  dispatchEvent(new PageTransitionEvent('pagehide'));
  await expect.element(names()).toHaveValue('');
});

test('leaving with names that are not sent is asked about', async () => {
  const school = await aSchool();
  const screen = shownForm(school);
  await userEvent.fill(names(), 'Ana');
  await userEvent.click(page.getByRole('link', { name: words.back }));
  await expect.element(page.getByRole('alertdialog')).toBeVisible();
  expect(screen.path()).toBe(routes.prepareClass(session));
});

test('a session that is not offered any more says so', async () => {
  const school = await aSchool();
  aScreen(school.device, <PartnerPageScreen />, routes.prepareClass('SESSION00002'));
  await expect.element(page.getByText(words.closed)).toBeVisible();
  await expectAccessible();
});

test('what the library changes while the list is written takes nothing away; what it has allowed meanwhile can be begun', async () => {
  const school = await aSchool();
  const { '/api/shared': shared } = school.answers;
  school.answers['/api/shared'] = (body: unknown) => ({ ...aSharedAnswer(body), sessions: [] });
  await askShared(school.device.store);
  const fresh = Promise.withResolvers<void>();
  school.answers['/api/shared'] = async (body: unknown) => fresh.promise.then(() => (typeof shared === 'function' ? shared(body) : null));
  shownForm(school);
  await expect.element(page.getByText(words.closed)).toBeVisible(); // by what was kept, before the server has answered
  fresh.resolve();
  await userEvent.fill(names(), 'Ana');
  school.answers['/api/shared'] = (body: unknown) => ({ ...aSharedAnswer(body), at: '2026-11-02T14:00:01.000Z', sessions: [] });
  await askShared(school.device.store);
  await userEvent.click(consent());
  await userEvent.click(send(1));
  await expect.element(page.getByText(text.problems['class-closed'].happened)).toBeVisible();
  await expect.element(names()).toHaveValue('Ana');
});

test('a page that ends while the list is written says so', async () => {
  const school = await aSchool();
  shownForm(school);
  await userEvent.fill(names(), 'Ana');
  await userEvent.click(consent());
  school.answers['/api/shared'] = refused('device-revoked');
  await userEvent.click(send(1));
  await expect.element(page.getByRole('heading', { name: text.shared.ended })).toBeVisible();
  await expect.element(names()).not.toBeInTheDocument();
});

test.each(['en-US', 'es-US', 'ht'] as const)('%s: it fits a phone and a desk', async (language) => {
  await seenAt(360, 740);
  const spoken = await wholeText(language);
  const school = await aSchool();
  shownForm(school, spoken);
  await userEvent.fill(page.getByLabelText(spoken.shared.prepare.names), 'Ana Núñez de la Concepción y Fernández-Villanueva\nBen\nBen');
  await userEvent.click(page.getByText(spoken.shared.prepare.known));
  expect(misfits(document.body)).toEqual([]);
  await page.viewport(1_440, 900);
  expect(misfits(document.body)).toEqual([]);
});
