// The roster on the screen: names nobody while locked; unlocked, people are found, marked, taken back, given cards, and counted once.

import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SignUpScreen } from '../../../src/app/features/sign-ups/SignUpScreen.tsx';
import { SessionAt } from '../../../src/app/SessionAt.tsx';
import { FinishSessionScreen } from '../../../src/app/features/sessions/FinishSessionScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import type { Device } from '../../../src/device/device.ts';
import type { Ports } from '../../../src/device/ports.ts';
import { makeSigningPair } from '../../../src/device/seal/parcel.ts';
import { openKept } from '../../../src/device/actions/initials.ts';
import { session as readSession } from '../../../src/device/store/sessions.ts';
import { failed } from '../../../src/domain/problem.ts';
import { checkedInCount, sessionFigures } from '../../../src/domain/report.ts';
import { consentInWriting } from '../../../src/domain/sign-up-rules.ts';
import type { ContactDetails } from '../../../src/domain/sign-up.ts';
import { done } from '../a-screen.tsx';
import { scan } from '../a-hand-scanner.ts';
import { expectAccessible } from '../accessibility.ts';
import {
  aDevice,
  anOpenSession,
  aPlannedSession,
  aSealingKey,
  breakStorage,
  hold,
  onLandscapeTablet,
  onPhone,
  passphrase,
  shown,
} from '../app/a-field-day.tsx';

const words = text.roster;

beforeEach(onPhone);

const contact = (name: string): ContactDetails => ({
  name,
  phone: '305 555 0142',
  email: '',
  address: '',
  birthDate: null,
  guardian: null,
  cardNumber: '',
  note: '',
});

async function expected(device: Device, session: string, name: string, prepared = false): Promise<string> {
  const consent = { given: true, wording: text.signUps.consent.version, by: 'caregiver' } as const;
  const asked = { for: prepared ? 'card' : 'program', program: null, language: 'ht', ageBand: '6-11', consent, prepared } as const;
  return (await done(device.act.takeSignUp(session, { ...asked, contact: contact(name) }))).fact?.id ?? '';
}

async function aClass(given: Partial<Ports> = {}) {
  const device = await aDevice('coordinator', {}, given);
  await aSealingKey(device);
  const id = await anOpenSession(device, { topic: 'class_visit' });
  const people = {
    zoe: await expected(device, id, 'Zoé Núñez', true),
    ana: await expected(device, id, 'Ana'),
    bo: await expected(device, id, 'Bo Èzili'),
  };
  const figures = async () => {
    const session = await readSession(device.store, id);
    if (session === undefined) throw new Error('the session is here');
    return [checkedInCount(session), sessionFigures(session).attendance];
  };
  return { device, id, people, figures };
}

/** A child whose application a partner prepared: its session and its fact. */
async function fromASchool() {
  const { device, id, figures } = await aClass();
  const { id: preparedBy } = await done(device.act.changePartner(null, { name: 'Hurston Elementary' }));
  const consent = { given: true, wording: consentInWriting, by: 'caregiver' } as const;
  const child = {
    for: 'card',
    program: null,
    language: 'ht',
    ageBand: null,
    consent,
    prepared: true,
    preparedBy,
    contact: contact('Leo'),
  } as const;
  const { fact } = await done(device.act.takeSignUp(id, child));
  return { device, id, figures, fact: fact?.id ?? '' };
}

test('[S57] who a partner prepared is on the unlocked roster with the partner’s name', async () => {
  const { device, id } = await fromASchool();
  await done(device.seal.unlock({ passphrase }));
  shown(device, <SessionAt id={id} tab="roster" />);
  await expect.element(page.getByText(new RegExp(words.preparedBy('Hurston Elementary')))).toBeVisible();
  await expect.poll(() => page.getByText(new RegExp(`${words.prepared}$`)).elements()).toHaveLength(1); // staff's own
  await expectAccessible();
});

test('[S57] a sign-up that a partner prepared says so', async () => {
  const { device, id, fact } = await fromASchool();
  shown(device, <SignUpScreen session={id} fact={fact} />);
  await expect.element(page.getByText(text.signUps.one.preparedBy)).toBeVisible();
  await expect.element(page.getByText('Hurston Elementary')).toBeVisible();
  await expect.element(page.getByText(new RegExp(text.attendance.thisDevice))).not.toBeInTheDocument();
});

test('nobody is expected by name: what the roster is for, and a way to add somebody', async () => {
  const device = await aDevice();
  const id = await anOpenSession(device);
  shown(device, <SessionAt id={id} tab="roster" />);
  await expect.element(page.getByText(words.emptyTitle)).toBeVisible();
  await expect.element(page.getByRole('link', { name: words.walkIn })).toHaveAttribute('href', `/sessions/${id}/sign-ups/new`);
  await expectAccessible();
});

test('locked, it shows a number and the time, nothing else of anybody, and still marks who is here', async () => {
  const { device, id, figures } = await fromASchool();
  shown(device, <SessionAt id={id} tab="roster" />);
  await expect.element(page.getByText(words.here(0, 4))).toBeVisible();
  await expect.element(page.getByText(words.locked)).toBeVisible();
  const rows = page.getByRole('list', { name: words.list }).getByRole('listitem');
  const time = text.formatting.clock('2026-11-02T14:00:00.000Z', 'America/New_York');
  await expect
    .poll(() => rows.elements().map((row) => row.textContent))
    .toEqual([4, 3, 2, 1].map((at) => `${words.person(at)}${time}${words.markShort}`));
  await expect.element(page.getByLabelText(words.search)).not.toBeInTheDocument();
  await expectAccessible();
  await userEvent.dblClick(page.getByRole('button', { name: words.mark(words.person(2)) }));
  await expect.poll(figures).toEqual([1, 0]);
  await expect.element(page.getByText(words.here(1, 4))).toBeVisible();
});

test('locked, it shows initials and the time of those who signed up on this device, and nothing else of them', async () => {
  const { device, id, people, figures } = await aClass({ signingPair: makeSigningPair });
  const other = await expected(device, id, 'Bea Èstimé');
  await expect.poll(() => device.store.initials.count()).toBe(4);
  shown(device, <SessionAt id={id} tab="roster" />);
  await expect.element(page.getByText('ZN', { exact: true })).toBeVisible();
  await expect.element(page.getByText(words.lockedInitials)).toBeVisible();
  const rows = page.getByRole('list', { name: words.list }).getByRole('listitem');
  const time = text.formatting.clock('2026-11-02T14:00:00.000Z', 'America/New_York');
  await expect
    .poll(() => rows.elements().map((row) => row.textContent))
    .toEqual([
      `${words.initials('BÈ', 4)}${time}${words.markShort}`,
      `${words.initials('BÈ', 3)}${time}${words.markShort}`,
      `A${time}${words.markShort}`,
      `ZN${time}${words.markShort}`,
    ]);
  for (const part of ['Zoé', 'Ana', 'Bo', 'Bea']) await expect.element(page.getByText(part)).not.toBeInTheDocument();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.mark('A') }));
  await expect.poll(figures).toEqual([1, 0]);
  await done(device.act.voidFact(id, other));
  await expect.element(page.getByText('BÈ', { exact: true })).toBeVisible();
  expect((await openKept(device.store, await device.store.initials.toArray())).get(people.bo)).toBe('BÈ');
});

test('after one unlock a device that took none of the sign-ups has their initials', async () => {
  const { device, id } = await aClass({ signingPair: makeSigningPair });
  await expect.poll(() => device.store.initials.count()).toBe(3);
  await device.store.initials.clear();
  shown(device, <SessionAt id={id} tab="roster" />);
  await expect.element(page.getByText(words.person(1), { exact: true })).toBeVisible();
  await done(device.seal.unlock({ passphrase }));
  await expect.element(page.getByText('Zoé Núñez')).toBeVisible();
  await expect.poll(() => device.store.initials.count()).toBe(3);
  device.seal.lock();
  await expect.element(page.getByText('ZN', { exact: true })).toBeVisible();
  await expect.element(page.getByText('Zoé Núñez')).not.toBeInTheDocument();
});

test('unlocked, people are found without accents, marked with one tap and taken back by name', async () => {
  await onLandscapeTablet();
  const { device, id, figures } = await aClass();
  await done(device.seal.unlock({ passphrase }));
  shown(device, <SessionAt id={id} tab="roster" />);
  await expect.element(page.getByText('Zoé Núñez')).toBeVisible();
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(words.search), 'nunez ZOE');
  await expect.element(page.getByText('Bo Èzili')).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('button', { name: words.mark('Zoé Núñez') }));
  await expect.poll(figures).toEqual([1, 0]);
  await expect.element(page.getByText(words.isHere, { exact: true })).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.undo('Zoé Núñez') }));
  await expect.poll(figures).toEqual([0, 0]);
  await userEvent.fill(page.getByLabelText(words.search), 'nobody of that name');
  await expect.element(page.getByText(words.noneFoundTitle)).toBeVisible();
  await expectAccessible();
});

test('when it locks by itself no name is left: neither said, nor searched for, nor on the card’s dialog', async () => {
  const { device, id, figures } = await aClass();
  await done(device.seal.unlock({ passphrase }));
  shown(device, <SessionAt id={id} tab="roster" />);
  await userEvent.click(page.getByRole('button', { name: words.mark('Zoé Núñez') }));
  await expect.poll(figures).toEqual([1, 0]);
  await expect.poll(() => document.body.textContent).toContain(words.isHereNow('Zoé Núñez'));
  await userEvent.fill(page.getByLabelText(words.search), 'Zoé');
  await userEvent.click(page.getByRole('button', { name: words.giveCardTo('Zoé Núñez') }));
  await expect.element(page.getByRole('dialog')).toBeVisible();
  device.seal.lock();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.poll(() => document.body.outerHTML).not.toMatch(/Zoé|Núñez/);
  await done(device.seal.unlock({ passphrase }));
  await expect.element(page.getByLabelText(words.search)).toHaveValue('');
});

test('what was marked is said without its name when it locks while it is being saved', async () => {
  const { device, id, figures } = await aClass();
  await done(device.seal.unlock({ passphrase }));
  const saving = Promise.withResolvers<void>();
  const { checkIn } = device.act;
  Object.assign(device.act, {
    checkIn: async (...given: Parameters<typeof checkIn>) => {
      await saving.promise;
      return checkIn(...given);
    },
  });
  shown(device, <SessionAt id={id} tab="roster" />);
  await userEvent.click(page.getByRole('button', { name: words.mark('Zoé Núñez') }));
  device.seal.lock();
  await expect.element(page.getByText('Zoé Núñez')).not.toBeInTheDocument();
  saving.resolve();
  await expect.poll(figures).toEqual([1, 0]);
  await expect.poll(() => document.body.textContent).toMatch(new RegExp(words.isHereNow('.+')));
  expect(document.body.outerHTML).not.toMatch(/Zoé|Núñez/);
});

test('a card is given from the row, and scanning it marks its person; a strange card is said', async () => {
  const { device, id, people, figures } = await aClass();
  await done(device.act.linkCard(id, people.ana, contact('Ana'), '21234000000018'));
  await done(device.seal.unlock({ passphrase }));
  shown(device, <SessionAt id={id} tab="roster" />);
  await userEvent.click(page.getByRole('button', { name: words.giveCardTo('Zoé Núñez') }));
  await userEvent.fill(page.getByLabelText(text.cards.give.field), '29050000123457');
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: text.cards.give.link }));
  await expect.element(page.getByRole('dialog').getByText(text.cards.give.given('29050000123457'))).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: text.shell.close }));
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();

  scan('A21234000000018B');
  await expect.poll(figures).toEqual([1, 0]);
  scan('29050000123457');
  await expect.poll(figures).toEqual([2, 0]);
  scan('29050000123457'); // held before the scanner again: still here
  scan('99999999999999');
  await expect.element(page.getByText(words.unknownCard('99999999999999'))).toBeVisible();
  expect(await figures()).toEqual([2, 0]);
  await expectAccessible();
});

test('a card that is scanned while the one before it is being saved marks its person too, also when that one cannot be saved', async () => {
  const { device, id, people, figures } = await aClass();
  await done(device.act.linkCard(id, people.zoe, contact('Zoé Núñez'), '29050000123457'));
  await done(device.act.linkCard(id, people.ana, contact('Ana'), '21234000000018'));
  await done(device.act.linkCard(id, people.bo, contact('Bo Èzili'), '21234000000026'));
  await done(device.seal.unlock({ passphrase }));
  const slow = Promise.withResolvers<void>();
  const checkIn: Device['act']['checkIn'] = async (session, target) => {
    await slow.promise;
    return target === people.ana ? failed('storage-full') : device.act.checkIn(session, target);
  };
  shown({ ...device, act: { ...device.act, checkIn } }, <SessionAt id={id} tab="roster" />);
  for (const name of ['Zoé Núñez', 'Ana', 'Bo Èzili'])
    await expect.element(page.getByRole('button', { name: words.mark(name) })).toBeVisible();
  for (const card of ['21234000000018', '29050000123457', '21234000000026']) scan(card);
  slow.resolve();
  await expect.poll(figures).toEqual([2, 0]);
  for (const name of ['Zoé Núñez', 'Bo Èzili']) await expect.element(page.getByRole('button', { name: words.undo(name) })).toBeVisible();
  await expect.element(page.getByText(text.sessions.notSaved)).toBeVisible();
  await expectAccessible();
});

test('while a card is being given, a scan is that card’s number and marks nobody', async () => {
  const { device, id, people, figures } = await aClass();
  await done(device.act.linkCard(id, people.ana, contact('Ana'), '21234000000018'));
  await done(device.seal.unlock({ passphrase }));
  shown(device, <SessionAt id={id} tab="roster" />);
  await userEvent.click(page.getByRole('button', { name: words.giveCardTo('Zoé Núñez') }));
  await expect.element(page.getByLabelText(text.cards.give.field)).toBeVisible();
  scan('A21234000000018B');
  await expect.element(page.getByLabelText(text.cards.give.field)).toHaveValue('21234000000018');
  expect(await figures()).toEqual([0, 0]);
  await userEvent.click(page.getByRole('button', { name: text.shell.close }));
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  scan('A21234000000018B');
  await expect.poll(figures).toEqual([1, 0]);
});

test('who is here is added to attendance when asked, into the age group that is said, and once', async () => {
  const { device, id, people, figures } = await aClass();
  await done(device.act.checkIn(id, people.ana));
  await done(device.act.checkIn(id, people.bo));
  shown(device, <SessionAt id={id} tab="roster" />);
  await userEvent.click(page.getByRole('button', { name: words.count(2) }));
  expect(await figures()).toEqual([2, 0]);
  await userEvent.click(page.getByRole('radio', { name: text.words.band['0-5'] }));
  await expectAccessible();
  await userEvent.dblClick(page.getByRole('button', { name: words.countConfirm(2, text.words.bandName['0-5']) }));
  await expect.poll(figures).toEqual([2, 2]);
  await expect.element(page.getByRole('button', { name: words.count(2) })).not.toBeInTheDocument();
  await expect.element(page.getByText(words.counted(2))).toBeVisible();
  await expectAccessible();
  await done(device.act.checkIn(id, people.zoe));
  await expect.element(page.getByRole('button', { name: words.count(1) })).toBeVisible();
});

test('before the session begins the roster is read only, and it says why', async () => {
  const device = await aDevice();
  await aSealingKey(device);
  const id = await aPlannedSession(device);
  await expected(device, id, 'Ana', true);
  shown(device, <SessionAt id={id} tab="roster" />);
  await expect.element(page.getByText(words.notStarted)).toBeVisible();
  await expect.element(page.getByRole('button', { name: words.mark(words.person(1)) })).not.toBeInTheDocument();
  await expectAccessible();
});

test('while the roster is read, the screen says so', async () => {
  const { device, id } = await aClass();
  await hold(device);
  shown(device, <SessionAt id={id} tab="roster" />);
  await expect.element(page.getByRole('status', { name: text.sessions.readingOne })).toBeInTheDocument();
  await expectAccessible();
});

test('a roster that cannot be read says so in words', async () => {
  const { device, id } = await aClass();
  breakStorage();
  shown(device, <SessionAt id={id} tab="roster" />);
  await expect.element(page.getByText(text.problems['storage-unavailable'].happened)).toBeVisible();
  await expectAccessible();
});

test('the summary before finishing shows how many were marked as here', async () => {
  const { device, id, people } = await aClass();
  await done(device.act.checkIn(id, people.ana));
  shown(device, <FinishSessionScreen id={id} />);
  await expect.element(page.getByText(words.checkedIn)).toBeVisible();
  await expectAccessible();
});
