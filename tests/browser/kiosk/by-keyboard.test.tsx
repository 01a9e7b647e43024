// With a keyboard alone, as people use it who cannot tap: no click and no focus that the test sets. At each step the focus is where it is
// expected, can be seen, and lies on the screen.

import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import { isolated } from '../../../src/app/features/kiosk/titles.ts';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { session as readSession } from '../../../src/device/store/sessions.ts';
import { signUpsOf } from '../../../src/device/store/sign-ups.ts';
import { defaultRules, rulesFor } from '../../../src/domain/sign-up-rules.ts';
import { done, theApp } from '../a-screen.tsx';
import { onPhone, passphrase } from '../app/a-field-day.tsx';
import { expectSeen, tabTo } from '../keyboard.ts';
import { anArmedKiosk, type ArmedKiosk, pin } from './a-kiosk.tsx';

const words = text.kiosk;
const survey = text.workshops.kiosk;

beforeEach(onPhone);

const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const radio = (name: string) => page.getByRole('radio', { name, exact: true });
const field = (label: string) => page.getByLabelText(label, { exact: true });
const at = async (there: Locator) => {
  await expect.element(there).toHaveFocus();
};
const press = (keys: string) => userEvent.keyboard(keys);
/** Tab, and there it is. */
const step = async (there: Locator) => {
  await press('{Tab}');
  await at(there);
  await expectSeen();
};
const go = async (there: Locator) => {
  await tabTo(there);
  await press('{Enter}');
};

/** The whole app: on the first screen, whose name has the focus. */
async function atFirstScreen(kiosk: ArmedKiosk): Promise<void> {
  onTestFinished(() => {
    document.documentElement.lang = 'en';
  });
  await theApp(kiosk.device, '/kiosk');
  await at(heading('North Miami Public Library'));
}

test('a family: two things, two children, what is wrong and what is changed, and a signature that is typed', async () => {
  const kiosk = await anArmedKiosk({ offers: ['card', 'program', 'newsletter'], programs: ['Robotics club'] });
  const rules = rulesFor(defaultRules, 'card');
  const card = { ...rules, fields: { ...rules.fields, lastName: 'required' as const } };
  await done(kiosk.device.act.changeLibrary({ signUpRules: { ...defaultRules, kinds: { ...defaultRules.kinds, card } } }));
  await atFirstScreen(kiosk);
  await go(button(/English/));

  await at(heading(words.kinds.title));
  await tabTo(page.getByRole('checkbox', { name: words.kinds.label.card }));
  await press(' {Tab} ');
  await expect.element(page.getByRole('checkbox', { name: words.kinds.label.program })).toBeChecked();
  await go(button(words.next));
  await at(heading(words.programs.title));
  await tabTo(page.getByRole('checkbox', { name: 'Robotics club' }));
  await press(' ');
  await go(button(words.next));

  await at(heading(words.who.title));
  await press('{Enter}'); // on the heading nothing happens
  await step(radio(words.who.myself));
  await press('{ArrowDown}{ArrowDown}');
  await at(radio(words.who.children));
  await step(button(words.next));
  await press('{Enter}');

  await at(heading(words.name.ofMany(1)));
  await go(button(words.next)); // two are empty: both are said above, and each leads to its field
  await at(page.getByRole('alert', { name: words.problems.several }));
  await expectSeen();
  await step(page.getByRole('link', { name: words.problems.firstName }));
  await step(page.getByRole('link', { name: words.problems.lastName }));
  await press('{Enter}');
  await at(field(words.name.last));
  await expect.element(field(words.name.last)).toHaveAccessibleDescription(words.problems.lastName);
  await press('Jean-Baptiste');
  await at(field(words.name.last)); // and is not pulled into the other, which is still empty
  await press('{Enter}');
  await at(field(words.name.first));
  await expect.element(field(words.name.first)).toHaveAccessibleDescription(words.problems.firstName);
  await press('Wideline{Enter}');

  await at(heading(words.born.child(isolated('Wideline'))));
  await step(field(words.born.month));
  await press('Feb');
  await step(field(words.born.day));
  await press('31');
  await step(field(words.born.year));
  await press('2017{Enter}');
  await at(field(words.born.month));
  await expect.element(field(words.born.month)).toHaveAccessibleDescription(words.problems.bornUnreadable);
  await step(field(words.born.day));
  await press('{Backspace}{Backspace}');
  await at(field(words.born.day));
  await press('1{Enter}');
  await at(heading(words.school.child(isolated('Wideline'))));
  await go(button(words.next));

  await at(heading(words.more.title));
  for (const name of ['Ti Jan', 'Nobody']) {
    await go(button(words.more.add));
    await at(heading(words.name.ofMany(name === 'Ti Jan' ? 2 : 3)));
    await tabTo(field(words.name.first));
    await press(`${name}{Enter}`);
    await at(heading(words.born.child(isolated(name))));
    await tabTo(field(words.born.month));
    await press('Jun{Tab}1{Tab}2020{Enter}');
    await at(heading(words.school.child(isolated(name))));
    await go(button(words.next));
    await at(heading(words.more.title));
  }
  await go(button(words.more.remove(isolated('Nobody'))));
  await at(button(words.more.remove(isolated('Ti Jan'))));
  await expectSeen();
  await go(button(words.more.done));

  await at(heading(words.guardian.title));
  await step(field(words.guardian.name));
  await press('Marie');
  await go(button(words.next));
  await at(radio(words.guardian.relations.mother));
  await expect.element(radio(words.guardian.relations.mother)).toHaveAccessibleDescription(words.problems.relation);
  await press('{ArrowUp}');
  await at(radio(words.guardian.relations.other));
  await step(field(words.guardian.relationOther));
  await press('Aunt{Enter}');

  await at(heading(words.reach.title));
  await step(field(words.reach.phone));
  await press('305 555 0147{Enter}');
  await at(heading(words.address.title));
  await step(field(words.address.label));
  await press('12 Maple Court{Enter}Miami');
  await go(button(words.next));

  await at(heading(words.signature.title));
  await step(radio(words.signature.drawn));
  await go(button(words.next));
  await at(page.getByRole('group', { name: words.signature.pad, exact: true }));
  await expectSeen();
  await press('{Shift>}{Tab}{/Shift}');
  await at(radio(words.signature.drawn));
  await press('{ArrowDown}');
  await at(radio(words.signature.typed));
  await step(field(words.signature.name));
  await press('Marie Jean{Enter}');

  await at(heading(words.check.title));
  await go(button(`${words.check.change} ${words.check.phone}`));
  await at(heading(words.reach.title));
  await step(field(words.reach.phone));
  await press('{Control>}a{/Control}305 555 0148{Enter}');
  await at(heading(words.check.title));
  await tabTo(button(words.startOver));
  await press('{Enter}');
  await expect.element(page.getByRole('alertdialog')).toBeVisible();
  await expectSeen();
  await press('{Escape}');
  await at(button(words.startOver));
  await go(button(words.check.right));

  await at(heading(words.consent.title));
  await step(button(words.consent.disagree));
  await step(button(words.consent.agreeForChild));
  await press('{Enter}');
  await at(heading(words.thanks.title));
  await tabTo(button(words.thanks.done));
  const taken = await signUpsOf(kiosk.device.store, kiosk.session);
  await done(kiosk.device.seal.unlock({ passphrase }));
  const contacts = await Promise.all(taken.map((one) => done(kiosk.device.seal.open(one.sealed, one.sealedIn.id, 'sign-up.taken'))));
  const guardian = { name: 'Marie', relation: 'Aunt' };
  const common = { phone: '305 555 0148', address: '12 Maple Court\nMiami', guardian };
  expect(contacts.toSorted((a, b) => a.name.localeCompare(b.name))).toMatchObject(
    ['Ti Jan', 'Ti Jan', 'Wideline', 'Wideline'].map((name) => ({ name: `${name} Jean-Baptiste`, ...common })),
  );
});

test('a child alone fetches a grown-up, who goes on from there', async () => {
  const kiosk = await anArmedKiosk({ offers: ['program'], programs: [] });
  await atFirstScreen(kiosk);
  await go(button(/English/));
  await at(heading(words.who.title));
  await step(radio(words.who.myself));
  await press(' ');
  await go(button(words.next));
  await at(heading(words.name.mine));
  await step(field(words.name.first));
  await press('Ana{Enter}');
  await at(heading(words.under.mine(13)));
  await go(button(words.next));
  await at(radio(words.yes));
  await expect.element(radio(words.yes)).toHaveAccessibleDescription(words.problems.under);
  await press(' ');
  await go(button(words.next));

  await at(heading(words.grownUp.title));
  await tabTo(button(words.startOver));
  await press('{Enter}');
  await expect.element(page.getByRole('alertdialog')).toBeVisible();
  await go(button(words.startOverKeep).last());
  await at(button(words.startOver));
  await go(button(words.back));
  await at(heading(words.under.mine(13)));
  await go(button(words.next));
  await at(heading(words.grownUp.title));
  await go(button(words.grownUp.here));

  await at(heading(words.guardian.title));
  await step(field(words.guardian.name));
  await press('Marie');
  await step(radio(words.guardian.relations.mother));
  await press(' ');
  await go(button(words.next));
  await at(heading(words.reach.title));
  await step(field(words.reach.phone));
  await press('305 555 0147{Enter}');
  await at(heading(words.check.title));
  await go(button(words.check.right));
  await at(heading(words.consent.title));
  await go(button(words.consent.agreeForChild));
  await at(heading(words.thanks.title));
  const [taken] = await signUpsOf(kiosk.device.store, kiosk.session);
  await done(kiosk.device.seal.unlock({ passphrase }));
  const contact = taken === undefined ? null : await done(kiosk.device.seal.open(taken.sealed, taken.sealedIn.id, 'sign-up.taken'));
  expect(contact).toMatchObject({
    name: 'Ana',
    phone: '305 555 0147',
    guardian: { name: 'Marie', relation: words.guardian.relations.mother },
  });
});

test('how it was, each question answered or left out; then staff leave by their PIN and are on their screen', async () => {
  const kiosk = await anArmedKiosk({ asksSurvey: true });
  const { statements, questions } = text.workshops.ours;
  const { scale } = text.workshops.survey;
  await atFirstScreen(kiosk);
  await go(button(/English/));
  await at(heading(survey.door));
  await go(button(survey.tell));
  await at(heading(statements.knowledge));
  await go(button(words.next));
  await at(radio(scale[5]));
  await expect.element(radio(scale[5])).toHaveAccessibleDescription(survey.choose);
  await press('{ArrowDown}');
  await at(radio(scale[4]));
  await go(button(words.next));
  for (const statement of [statements.confidence, statements.application, statements.awareness]) {
    await at(heading(statement));
    await go(button(survey.skip));
  }
  await at(heading(questions.liked));
  await step(field(survey.write));
  await press('The robots');
  await go(button(words.next));
  await at(heading(questions.improve));
  await go(button(survey.send));
  await at(heading(words.thanks.title));
  await expect.poll(async () => (await readSession(kiosk.device.store, kiosk.session))?.totals.survey?.['answers']).toBe(1);
  history.back(); // as the thanks go by themselves
  await at(heading('North Miami Public Library'));

  const { leave } = text.handOver;
  await go(button(words.staff));
  await tabTo(field(leave.pin));
  await press('{Escape}');
  await at(button(words.staff));
  await press('{Enter}');
  await tabTo(field(leave.pin));
  await press('0000');
  await go(button(leave.button));
  await at(field(leave.pin));
  await expect.element(page.getByRole('status').filter({ hasText: leave.wrong })).toBeInTheDocument();
  await press(`${pin}{Enter}`);
  await expect.poll(() => location.pathname).toBe(`/sessions/${kiosk.session}`);
  await at(page.getByRole('main'));
});
