// Follow-up on the screen: locked, unlocked with passphrase or recovery key, found, changed, corrected, compared; nothing left when it
// locks.

import { Route, Router } from 'preact-iso';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FollowUpScreen } from '../../../src/app/features/follow-up/FollowUpScreen.tsx';
import { SessionAt } from '../../../src/app/SessionAt.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import type { Device } from '../../../src/device/device.ts';
import { allSignUps } from '../../../src/device/store/sign-ups.ts';
import type { ContactDetails } from '../../../src/domain/sign-up.ts';
import { expectAccessible } from '../accessibility.ts';
import { done } from '../a-screen.tsx';
import { aDevice, anOpenSession, breakStorage, hold, onPhone, passphrase, shown } from '../app/a-field-day.tsx';

const words = text.followUp;
const lock = text.signUps.lock;
const give = text.cards.give;
const wideline: ContactDetails = {
  name: 'Wideline Jean-Baptiste',
  phone: '(305) 555-0142',
  email: '',
  address: '12 Maple Court',
  birthDate: '2015-03-14',
  guardian: { name: 'Marie', relation: 'mother' },
  cardNumber: '',
  note: '',
};

const consent = { given: true, wording: 'en-US/2026-11', by: 'caregiver' } as const;
const asked = { for: 'card', program: null, language: 'ht', ageBand: '6-11', consent } as const;

beforeEach(() => page.viewport(1440, 2_400));

interface DeskDevice {
  readonly device: Device;
  readonly recoveryKey: string;
  readonly session: string;
}

async function aDesk(...contacts: readonly Partial<ContactDetails>[]): Promise<DeskDevice> {
  const device = await aDevice();
  const key = await done(device.act.makeSealingKey(passphrase, 'Alice Moreau'));
  await done(key.rehearse({ passphrase, recoveryKey: key.recoveryKey }));
  await done(key.confirm());
  const session = await anOpenSession(device);
  for (const contact of contacts) await done(device.act.takeSignUp(session, { ...asked, contact: { ...wideline, ...contact } }));
  return { device, recoveryKey: key.recoveryKey, session };
}

function show(device: Device, at = '/follow-up') {
  return shown(
    device,
    <Router>
      <Route path="/follow-up/:part?" component={FollowUpScreen} />
      <Route path="/sessions/:id/:tab" component={SessionAt} />
    </Router>,
    at,
  );
}

async function unlock(typed = passphrase): Promise<void> {
  await userEvent.click(page.getByRole('button', { name: lock.open }));
  await userEvent.fill(page.getByLabelText(lock.passphrase, { exact: true }), typed);
  await userEvent.keyboard('{Enter}');
}

const row = (name: RegExp) => page.getByRole('list', { name: words.list }).getByRole('link', { name });

test('nobody has signed up yet: what this is for, and the first step', async () => {
  const { device } = await aDesk();
  show(device);
  await expect.element(page.getByText(words.emptyTitle)).toBeVisible();
  await expect.element(page.getByRole('link', { name: words.toSessions })).toHaveAttribute('href', '/sessions');
  await expectAccessible();
});

test('what is still to be done and soon leaves the devices is said before anything is unlocked', async () => {
  const { device, session } = await aDesk({}, {});
  await done(device.act.changeSession(session, { date: '2025-11-09' }));
  show(device);
  await expect.element(page.getByText(words.leavingTitle(2))).toBeVisible();
  await expect.element(page.getByText(words.leavingText(text.formatting.day('2026-11-10')))).toBeVisible();
  await expectAccessible();
});

test('while the storage is read it says so', async () => {
  const { device } = await aDesk({});
  await hold(device);
  show(device);
  await expect.element(page.getByRole('status', { name: words.reading })).toBeInTheDocument();
  await expectAccessible();
});

test('when the storage fails it says what is safe', async () => {
  const { device } = await aDesk({});
  breakStorage();
  show(device);
  await expect.element(page.getByRole('alert').first()).toBeVisible();
  await expectAccessible();
});

test('locked it counts and names nobody; a wrong passphrase is answered in words', async () => {
  const { device } = await aDesk({}, { name: 'Ana Pierre', phone: '305 555 0199' });
  show(device);
  await expect.element(page.getByText(words.count(2))).toBeVisible();
  await expect.element(page.getByText(words.stateOf(words.states.new, 2))).toBeVisible();
  await expectAccessible();
  await unlock('not the passphrase at all');
  await expect.element(page.getByRole('link', { name: lock.wrong })).toBeVisible();
  expect(document.documentElement.innerHTML).not.toMatch(/Wideline|Pierre/);
  await expectAccessible();
});

test('unlocked, a person is found by what one remembers; locking leaves nothing', async () => {
  const { device } = await aDesk({ name: 'Wídeline Jean-Baptiste' }, { name: 'Ana Pierre', phone: '305 555 0199', guardian: null });
  const screen = show(device);
  await unlock();
  await expect.element(row(/Wídeline/)).toBeVisible();
  await expect.element(row(/Ana Pierre/)).toBeVisible();
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(words.search), 'baptiste WIDELINE');
  await expect.element(row(/Ana Pierre/)).not.toBeInTheDocument();
  await userEvent.fill(page.getByLabelText(words.search), '5550199');
  await expect.element(row(/Ana Pierre/)).toBeVisible();
  await expect.element(row(/Wídeline/)).not.toBeInTheDocument();
  await userEvent.click(row(/Ana Pierre/));
  await expect.element(page.getByRole('heading', { name: 'Ana Pierre' })).toBeVisible();
  await expectAccessible();
  await expect.poll(screen.path).toMatch(/^\/follow-up\/[A-Za-z0-9_-]{22}$/);
  expect(document.title).not.toContain('Ana');

  await userEvent.click(page.getByRole('button', { name: lock.lockNow }));
  await expect.element(page.getByText(words.lockedAgain)).toBeVisible();
  expect(document.documentElement.innerHTML).not.toMatch(/Ana Pierre|W[íi]deline|555.?0199|Marie/);
  const kept = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, location.href]);
  expect(kept).not.toMatch(/Ana|deline|0199/);
  await expectAccessible();
  await unlock();
  await expect.element(page.getByLabelText(words.search)).toHaveValue('');
});

test('the recovery sheet opens what the passphrase would', async () => {
  const { device, recoveryKey } = await aDesk({});
  show(device);
  await userEvent.click(page.getByRole('button', { name: lock.open }));
  await userEvent.click(page.getByRole('button', { name: text.sealing.useSheet }));
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(text.sealing.recoveryKey), recoveryKey.toLowerCase());
  await userEvent.keyboard('{Enter}');
  await expect.element(row(/Wideline/)).toBeVisible();
});

test('what no key opens is counted, with what to do', async () => {
  const { device } = await aDesk({}, { name: 'Ana Pierre' });
  const newer = await done(device.act.makeSealingKey('another passphrase of ours', 'Bob'));
  await done(newer.rehearse({ passphrase: 'another passphrase of ours', recoveryKey: newer.recoveryKey }));
  await done(newer.confirm());
  show(device);
  await unlock('another passphrase of ours');
  await expect.element(page.getByText(words.unopened(2))).toBeVisible();
  await expect.element(page.getByText(words.unknownKey(2))).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: lock.lockNow }));
  await unlock();
  await expect.element(row(/Wideline/)).toBeVisible();
  await expect.element(page.getByText(words.unopened(2))).not.toBeInTheDocument();
});

test('what no key opens is not tried again with each delivery', async () => {
  const { device, session } = await aDesk({}, { name: 'Ana Pierre' });
  const newer = await done(device.act.makeSealingKey('another passphrase of ours', 'Bob'));
  await done(newer.rehearse({ passphrase: 'another passphrase of ours', recoveryKey: newer.recoveryKey }));
  await done(newer.confirm());
  const tried: number[] = [];
  const { openMany } = device.seal;
  Object.assign(device.seal, {
    openMany: (...[envelopes, watch]: Parameters<typeof openMany>) => {
      tried.push(envelopes.length);
      return openMany(envelopes, watch);
    },
  });
  show(device);
  await unlock('another passphrase of ours');
  await expect.element(page.getByText(words.unknownKey(2))).toBeVisible();
  tried.length = 0;
  await done(device.act.takeSignUp(session, { ...asked, contact: { ...wideline, name: 'Chelsea Ruiz' } }));
  await expect.element(row(/Chelsea/)).toBeVisible();
  expect(Math.max(...tried)).toBe(1);
});

test('while many are opened it says how far it is', async () => {
  const { device } = await aDesk(...Array.from({ length: 66 }, (_, at) => ({ name: `Reader ${at + 1}` })));
  const { openMany } = device.seal;
  const goOn = Promise.withResolvers<void>();
  let tell = () => {};
  Object.assign(device.seal, {
    openMany: async (...[items, watch]: Parameters<typeof openMany>) => {
      const answer = await openMany(items.slice(0, 32), {});
      const opened = answer.ok ? answer.value : [];
      if (watch?.stop?.aborted !== true) tell = () => watch?.onBatch?.(opened, opened.length);
      await goOn.promise;
      return openMany(items, watch);
    },
  });
  show(device);
  await unlock();
  await expect.element(page.getByRole('progressbar')).toBeVisible();
  await expect
    .poll(() => {
      tell(); // drawn four times a second
      return page.getByText(words.openingHow(32, 66)).query();
    })
    .not.toBeNull();
  await expect.element(page.getByRole('progressbar')).toHaveAttribute('value', '32');
  await expectAccessible();
  goOn.resolve();
  await expect.element(row(/Reader 66\b/)).toBeVisible();
  await expect.element(page.getByRole('progressbar')).not.toBeInTheDocument();
});

test('several get one state in one go, and undo takes it back', async () => {
  const { device } = await aDesk({}, { name: 'Ana Pierre', phone: '', guardian: null, birthDate: null, email: 'ana@example.org' });
  show(device);
  await unlock();
  await userEvent.click(page.getByRole('button', { name: words.selectAll(2) }));
  await expect.element(page.getByText(words.selected(2))).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.apply, exact: true }));
  await expect.element(page.getByText(words.saved(2, words.states.entered))).toBeVisible();
  await expect.poll(async () => (await allSignUps(device.store)).map((one) => one.followUp.state)).toEqual(['entered', 'entered']);
  await userEvent.click(page.getByRole('button', { name: words.undo }));
  await expect.poll(async () => (await allSignUps(device.store)).map((one) => one.followUp.state)).toEqual(['new', 'new']);
});

test('a sign-up for a program that is still to come is not done before: said for one, left out of many', async () => {
  const { device, session } = await aDesk({});
  const { id: program } = await done(device.act.planSession({ title: 'Book club', date: '2026-12-14', topic: 'book_club' }));
  const forProgram = { ...asked, for: 'program', program: 'Book club (Dec 14)', programSession: program } as const;
  await done(device.act.takeSignUp(session, { ...forProgram, contact: { ...wideline, name: 'Ana Pierre' } }));
  show(device);
  await unlock();
  await userEvent.click(page.getByRole('button', { name: words.selectAll(2) }));
  await userEvent.selectOptions(page.getByLabelText(words.setSelected), 'done');
  await userEvent.click(page.getByRole('button', { name: words.apply, exact: true }));
  await expect.element(page.getByText(`${words.saved(1, words.states.done)}. ${words.stillToCome(1)}`)).toBeVisible();
  await expect.poll(async () => (await allSignUps(device.store)).map((one) => one.followUp.state)).toEqual(['new', 'done']);
  await userEvent.click(row(/Ana Pierre/));
  await expect.element(page.getByText(words.doneLater('Dec 14, 2026'))).toBeVisible();
  await expect.element(page.getByRole('button', { name: words.states.entered, exact: true })).toBeVisible();
  await expect.element(page.getByRole('button', { name: words.states.done, exact: true })).not.toBeInTheDocument();
  await expectAccessible();
});

test('one sign-up: what is still to ask is sealed, details are corrected, a card is linked, all of it in the history', async () => {
  const { device } = await aDesk({ signedAs: 'Marie Jean' }, { name: 'Ana Pierre', cardNumber: '21234000000018' });
  show(device);
  await unlock();
  await userEvent.click(row(/Wideline/));
  await expect.element(page.getByText(text.signUps.one.signedAs)).toBeVisible();
  await expect.element(page.getByRole('definition').getByText('Marie Jean')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: words.states.needs_information }));
  await userEvent.click(page.getByRole('button', { name: words.saveMissing }));
  await expect.element(page.getByRole('link', { name: words.missingEmpty })).toBeVisible();
  const much = 'Proof '.repeat(400).trim();
  await userEvent.fill(page.getByLabelText(words.missing), much);
  await userEvent.click(page.getByRole('button', { name: words.saveMissing }));
  await expect.element(page.getByRole('link', { name: text.signUps.problems.long(words.missing, 2_000) })).toBeVisible();
  await expect.element(page.getByLabelText(words.missing)).toHaveValue(much);
  await expect.element(page.getByLabelText(words.missing)).not.toHaveAttribute('maxlength');
  await userEvent.fill(page.getByLabelText(words.missing), 'Proof of address');
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.saveMissing }));
  await expect.element(page.getByRole('definition').getByText('Proof of address')).toBeVisible();

  await userEvent.fill(page.getByLabelText(give.field), '21234000000018');
  await expect.element(page.getByText(give.twice)).toBeVisible();
  await userEvent.fill(page.getByLabelText(give.field), '21234000001234');
  await expect.element(page.getByText(give.checkDigit)).toBeVisible();
  await expectAccessible();
  await userEvent.dblClick(page.getByRole('button', { name: give.link }));
  await expect.element(page.getByText(give.given('21234000001234'))).toBeVisible();

  await userEvent.click(page.getByRole('button', { name: words.correct }));
  await userEvent.fill(page.getByLabelText(text.signUps.form.name, { exact: true }), '');
  await userEvent.fill(page.getByLabelText(text.signUps.form.birthDate), 'last spring');
  await userEvent.click(page.getByRole('button', { name: words.saveCorrection }));
  await expect.element(page.getByRole('link', { name: words.nameMissing })).toBeVisible();
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(text.signUps.form.name, { exact: true }), 'Wideline Joseph');
  await userEvent.fill(page.getByLabelText(text.signUps.form.birthDate), '3/15/2115');
  await expect.element(page.getByRole('link', { name: text.signUps.problems.birthDateFuture })).toBeVisible();
  await userEvent.fill(page.getByLabelText(text.signUps.form.birthDate), 'March 15, 2015');
  await userEvent.click(page.getByRole('button', { name: words.saveCorrection }));
  await expect.element(page.getByRole('heading', { name: 'Wideline Joseph' })).toBeVisible();
  const history = page.getByRole('list', { name: words.history });
  await expect.element(history.getByText(words.historyOf.taken)).toBeVisible();
  await expect.element(history.getByText(words.states.needs_information)).toBeVisible();
  await expect.poll(() => history.getByText(words.historyOf.corrected).elements()).toHaveLength(3);
  await expectAccessible();
  expect(JSON.stringify(await device.store.facts.toArray())).not.toMatch(/Proof|Joseph|21234000001234/);
});

test('corrected on two devices: said while locked, compared and chosen from while open, and undone', async () => {
  const { device, session } = await aDesk({}, { name: 'Ana Pierre' });
  const [, signUp] = await allSignUps(device.store);
  const id = signUp?.fact.id ?? '';
  const from = [signUp?.sealedIn.id ?? ''];
  await done(device.act.correctSignUp(session, id, { ...wideline, address: '9 Guava Court' }, from));
  await done(device.act.correctSignUp(session, id, { ...wideline, cardNumber: '21234000000018' }, from));
  show(device);
  await expect.element(page.getByText(words.versions.count(1))).toBeVisible();
  await expect.element(page.getByRole('link', { name: words.versions.look })).not.toBeInTheDocument();
  expect(document.documentElement.innerHTML).not.toMatch(/Guava|21234000000018/);
  await expectAccessible();
  await unlock();
  await expect.element(row(new RegExp(words.versions.title))).toBeVisible();
  await userEvent.click(page.getByRole('link', { name: words.versions.look }));
  const apart = page.getByRole('region', { name: words.versions.title });
  await expect.element(apart.getByText(words.versions.text)).toBeVisible();
  await expect.element(apart.getByRole('radio', { name: /21234000000018/ })).toBeChecked();
  await expect.element(apart.getByRole('radio', { name: /9 Guava Court/ })).toBeChecked();
  expect(apart.getByRole('radiogroup').elements()).toHaveLength(2);
  await expectAccessible();
  await userEvent.click(apart.getByRole('radio', { name: /12 Maple Court/ }));
  await userEvent.click(apart.getByRole('radio', { name: /9 Guava Court/ }));
  await userEvent.click(apart.getByRole('button', { name: words.versions.take }));
  await expect.element(page.getByText(words.versions.settled)).toBeVisible();
  await expect.element(apart).not.toBeInTheDocument();
  await expect.element(page.getByRole('definition').getByText('9 Guava Court')).toBeVisible();
  await expect.element(page.getByText(give.given('21234000000018'))).toBeVisible();
  await expect.element(page.getByText(words.versions.count(1))).not.toBeInTheDocument();

  await userEvent.click(page.getByRole('button', { name: words.undo }));
  await userEvent.click(apart.getByRole('button', { name: words.versions.keep }));
  await expect.element(apart).not.toBeInTheDocument();
  await expect.element(page.getByRole('definition').getByText('12 Maple Court')).toBeVisible();
  expect((await allSignUps(device.store)).map(({ otherVersions }) => otherVersions.length)).toEqual([0, 0]);
  expect(JSON.stringify(await device.store.facts.toArray())).not.toMatch(/Guava|21234000000018/);
});

test('a correction that comes in while somebody types another is not passed over', async () => {
  const { device, session } = await aDesk({});
  const [signUp] = await allSignUps(device.store);
  const id = signUp?.fact.id ?? '';
  show(device, `/follow-up/${id}`);
  await unlock();
  await userEvent.click(page.getByRole('button', { name: words.correct }));
  await userEvent.fill(page.getByLabelText(text.signUps.form.phone), '305 555 0177');
  await done(device.act.correctSignUp(session, id, { ...wideline, address: '9 Guava Court' }));
  await userEvent.fill(page.getByLabelText(words.search), 'Guava');
  await expect.element(row(/Wideline/)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: words.saveCorrection }));
  const apart = page.getByRole('region', { name: words.versions.title });
  await expect.element(apart.getByRole('radio', { name: /9 Guava Court/ })).toBeChecked();
  await expect.element(apart.getByRole('radio', { name: /305 555 0177/ })).toBeChecked();
});

test('the same person twice: compared side by side, made one field by field', async () => {
  const { device, session } = await aDesk({}, { name: 'JEAN BAPTISTE WIDELINE', email: 'marie@example.org' });
  show(device);
  await unlock();
  await expect.element(page.getByText(words.duplicatesFound(1))).toBeVisible();
  await userEvent.click(page.getByRole('link', { name: words.duplicatesLook }));
  await expect.element(page.getByRole('radiogroup', { name: new RegExp(words.differs) }).first()).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.merge }));
  await expectAccessible();
  await userEvent.click(page.getByRole('alertdialog').getByRole('button', { name: words.merge }));
  await expect.element(page.getByText(words.duplicatesNone)).toBeVisible();
  const left = (await allSignUps(device.store)).filter(({ voided }) => !voided);
  const opened = await done(device.seal.openMany(left));
  expect(opened.map((one) => one.ok && [one.value.name, one.value.email])).toEqual([[wideline.name, 'marie@example.org']]);
  expect((await allSignUps(device.store)).filter(({ mergedInto }) => mergedInto === left[0]?.fact.id)).toHaveLength(1);
  expect(left[0]?.fact.subject.id).toBe(session);
});

test('a merge is taken back from the one that stayed: both are there as before', async () => {
  const { device, session } = await aDesk({}, { name: 'Widlyn Jean-Baptiste' });
  const [gone = '', kept = ''] = (await allSignUps(device.store)).map(({ fact }) => fact.id);
  const contact = { ...wideline, email: 'marie@example.org' };
  await done((await device.act.followUp()).mergeSignUps({ kept: { session, target: kept }, gone: [{ session, target: gone }], contact }));
  show(device, `/follow-up/${kept}`);
  await unlock();
  await expect.element(page.getByText('marie@example.org')).toBeVisible();
  await expect.element(page.getByText(/^Made one with Widlyn Jean-Baptiste \(/)).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.unmerge }));
  await expect.element(page.getByText(words.unmergeText(1))).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('alertdialog').getByRole('button', { name: words.unmerge }));
  await expect.element(row(/Widlyn/)).toBeVisible();
  await expect.element(page.getByText('marie@example.org')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: words.unmerge })).not.toBeInTheDocument();
  expect((await allSignUps(device.store)).map(({ voided, mergedInto }) => [voided, mergedInto])).toEqual([
    [false, null],
    [false, null],
  ]);
});

test('locked, the page of people who are here twice says what it is', async () => {
  const { device } = await aDesk({});
  show(device, '/follow-up/twice');
  await expect.element(page.getByRole('heading', { level: 1, name: words.duplicates })).toBeVisible();
  await expect.element(page.getByText(words.lockedTwice)).toBeVisible();
  await expectAccessible();
  await unlock();
  await expect.element(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible();
});

test('two people who are alike are kept apart once and for all', async () => {
  const { device, session } = await aDesk({}, { name: 'Widelin Jean-Baptiste' });
  show(device, '/follow-up/twice');
  await unlock();
  await userEvent.click(page.getByRole('button', { name: words.keepBoth }));
  await expect.element(page.getByText(words.duplicatesNone)).toBeVisible();
  await expectAccessible();
  shown(device, <SessionAt id={session} tab="sign-ups" />);
  await expect.element(page.getByText(/Widelin Jean-Baptiste/).last()).toBeVisible();
  await expect.element(page.getByText(new RegExp(words.duplicateHint))).not.toBeInTheDocument();
});

test('the session’s own list says quietly that somebody may be here twice', async () => {
  const { device, session } = await aDesk({}, { name: 'jean-baptiste wideline' });
  shown(device, <SessionAt id={session} tab="sign-ups" />);
  await unlock();
  await expect.element(page.getByText(new RegExp(words.duplicateHint)).first()).toBeVisible();
  await expectAccessible();
});

test('keys move on, and are only letters where somebody types', async () => {
  const { device } = await aDesk({ name: 'Ana Pierre', phone: '' }, { name: 'Zoé Joseph', birthDate: null });
  show(device);
  await unlock();
  await userEvent.click(row(/Zoé/));
  await expect.element(page.getByRole('heading', { name: 'Zoé Joseph' })).toBeVisible();
  await userEvent.keyboard('j');
  await expect.element(page.getByRole('heading', { name: 'Ana Pierre' })).toBeVisible();
  await userEvent.keyboard('k');
  await expect.element(page.getByRole('heading', { name: 'Zoé Joseph' })).toBeVisible();
  await userEvent.keyboard('/');
  await expect.element(page.getByLabelText(words.search)).toHaveFocus();
  await userEvent.keyboard('jk/');
  await expect.element(page.getByLabelText(words.search)).toHaveValue('jk/');
});

test('on a phone the list and one sign-up are a screen each', async () => {
  await onPhone();
  const { device } = await aDesk({});
  show(device);
  await unlock();
  await expectAccessible();
  await expect.element(row(/Wideline/)).toBeVisible();
  const panelHeight = () => page.getByRole('button', { name: lock.lockNow }).element().parentElement?.clientHeight ?? 0;
  const [before, { clientHeight: line }] = [panelHeight(), page.getByRole('button', { name: lock.lockNow }).element()];
  await userEvent.click(row(/Wideline/));
  await expect.element(page.getByRole('heading', { name: wideline.name })).toBeVisible();
  await expect.element(row(/Wideline/)).not.toBeInTheDocument();
  await expect.element(page.getByText(words.count(1), { exact: true }).first()).not.toBeVisible();
  expect(panelHeight()).toBeLessThan(before);
  expect(panelHeight()).toBeLessThan(line * 1.5);
  await expectAccessible();
  await userEvent.click(page.getByRole('link', { name: words.back }));
  await expect.element(row(/Wideline/)).toBeVisible();
});
