// Follow-up at the desk: several sign-ups in one save, the same person on two devices made one, alike ones kept apart, opened at once.

import { expect, test } from 'vitest';
import { createSignUpReader } from '../../src/device/store/sign-up-reader.ts';
import { allSignUps, type SignUp, signUpHistory } from '../../src/device/store/sign-ups.ts';
import type { ContactDetails } from '../../src/domain/sign-up.ts';
import { findDuplicates } from '../../src/domain/duplicates.ts';
import { aServer } from '../support/server.ts';
import { okOf, problemOf } from './a-device.ts';
import { aDesktop, anEnrolledTablet, type Tablet } from './a-tablet.ts';

const passphrase = 'seven lanterns over the quiet harbor';
const contact = (name: string): ContactDetails => ({
  name,
  phone: '305 555 0143',
  email: '',
  address: '',
  birthDate: '2017-03-04',
  guardian: null,
  cardNumber: '',
  note: '',
});
const asked = {
  for: 'card',
  program: null,
  language: 'ht',
  ageBand: '6-11',
  consent: { given: true, wording: 'ht/2026-11', by: 'caregiver' },
} as const;

/** A desktop and a tablet that each took a sign-up, in sessions of their own; both devices know both. */
async function twoDevices(...names: readonly [string, string]) {
  const server = await aServer();
  const desktop = await aDesktop(server);
  const key = okOf(await desktop.device.act.makeSealingKey(passphrase, 'Alice'));
  okOf(await key.rehearse({ passphrase, recoveryKey: key.recoveryKey }));
  okOf(await key.confirm());
  await deliver(desktop);
  const tablet = await anEnrolledTablet(server, desktop, 7);
  await deliver(tablet);
  for (const [at, { device }] of [desktop, tablet].entries()) {
    const { id } = okOf(await device.act.startNewSession({ date: `2026-11-0${2 + at}`, place: 'Mango Park' }));
    okOf(await device.act.takeSignUp(id, { ...asked, contact: contact(names[at] ?? '') }));
  }
  await deliver(desktop, tablet, desktop);
  okOf(await desktop.device.seal.unlock({ passphrase }));
  return { desktop, tablet, key };
}

async function deliver(...tablets: readonly Tablet[]): Promise<void> {
  for (const tablet of tablets) okOf(await tablet.device.sync.deliverNow());
}

async function two({ device }: Pick<Tablet, 'device'>): Promise<readonly [SignUp, SignUp]> {
  const [one, other, ...more] = await allSignUps(device.store);
  if (one === undefined || other === undefined || more.length > 0) throw new Error('two sign-ups are expected');
  return [one, other];
}

const refOf = ({ fact }: SignUp) => ({ session: fact.subject.id, target: fact.id });

async function opened({ device }: Pick<Tablet, 'device'>, signUps: readonly SignUp[]): Promise<readonly ContactDetails[]> {
  return okOf(await device.seal.openMany(signUps)).map(okOf);
}

test('the same person on two devices is found, merged field by field, and counts once everywhere', async () => {
  const { desktop, tablet } = await twoDevices('Èzili Jean-Baptiste', 'JEAN BAPTISTE EZILI');
  const signUps = await two(desktop);
  const contacts = await opened(desktop, signUps);
  const { pairs } = findDuplicates(
    signUps.map(({ fact, body }, at) => ({ id: fact.id, session: fact.subject.id, body, contact: contacts[at] ?? contact('') })),
  );
  expect(pairs.map(({ reasons }) => reasons)).toEqual([['name-order', 'birth-date', 'phone']]);
  const [kept, gone] = signUps;
  const merge = { kept: refOf(kept), gone: [refOf(gone)], contact: { ...contact('Èzili Jean-Baptiste'), email: 'ezili@example.org' } };
  expect(okOf(await (await desktop.device.act.followUp()).mergeSignUps(merge)).map(({ kind }) => kind)).toEqual([
    'sign-up.corrected',
    'fact.voided',
    'sign-up.merged',
  ]);
  expect(okOf(await (await desktop.device.act.followUp()).mergeSignUps(merge))).toEqual([]);
  await deliver(desktop, tablet);
  okOf(await tablet.device.seal.unlock({ passphrase }));
  for (const one of [desktop, tablet]) {
    const left = (await allSignUps(one.device.store)).filter(({ voided }) => !voided);
    expect((await opened(one, left)).map(({ name, email }) => [name, email])).toEqual([['Èzili Jean-Baptiste', 'ezili@example.org']]);
  }
});

test('two who are alike are kept apart for everybody, whichever of them is asked', async () => {
  const { desktop, tablet } = await twoDevices('Ana Pierre', 'Anna Pierre');
  const [one, other] = await two(desktop);
  okOf(await (await desktop.device.act.followUp()).keepSignUpsApart([refOf(one), refOf(other)]));
  await deliver(desktop, tablet);
  const [first, second] = await two(tablet);
  expect([first.keptApartFrom, second.keptApartFrom]).toEqual([[second.fact.id], []]);
});

test('a state for several sessions at once is one save, is taken back as one, and says who', async () => {
  const { desktop } = await twoDevices('Ana', 'Zoé');
  const refs = (await two(desktop)).map(refOf);
  const facts = okOf(await (await desktop.device.act.followUp()).followSignUps(refs, 'entered'));
  expect(facts.map(({ kind }) => kind)).toEqual(['sign-up.followed', 'sign-up.followed']);
  expect((await two(desktop)).map(({ followUp }) => followUp.state)).toEqual(['entered', 'entered']);
  okOf(await (await desktop.device.act.followUp()).takeBackFacts(facts));
  expect(okOf(await (await desktop.device.act.followUp()).takeBackFacts(facts))).toEqual([]);
  expect((await two(desktop)).map(({ followUp }) => followUp.state)).toEqual(['new', 'new']);
  const { session, target } = refs[0] ?? { session: '', target: '' };
  const history = await signUpHistory(desktop.device.store, session, target);
  expect(history.map(({ fact, voided }) => [fact.kind, voided])).toEqual([
    ['sign-up.taken', false],
    ['sign-up.followed', true],
  ]);
});

test('what is still to be asked travels sealed, with the state in one save', async () => {
  const { desktop } = await twoDevices('Ana', 'Zoé');
  const [one] = await two(desktop);
  const [known = contact('')] = await opened(desktop, [one]);
  const saved = okOf(await (await desktop.device.act.followUp()).askAboutSignUp(refOf(one), known, 'Proof of address?'));
  expect(JSON.stringify(saved)).not.toContain('Proof');
  const [after] = await two(desktop);
  expect(after.followUp.state).toBe('needs_information');
  expect((await opened(desktop, [after]))[0]?.missing).toBe('Proof of address?');
});

test('a reader reads once, and then only the sessions in which something changed; others have their turn', async () => {
  const { desktop, tablet } = await twoDevices('Ana', 'Zoé');
  const reader = createSignUpReader(desktop.device.store);
  const state = { turns: 0, stopAt: Number.POSITIVE_INFINITY };
  const read = () =>
    reader.read(async () => {
      state.turns += 1;
      return state.turns < state.stopAt;
    });
  const first = (await read()) ?? [];
  expect(first).toEqual(await allSignUps(desktop.device.store));
  expect(state.turns).toBe(1);
  const [one, other] = first;
  if (one === undefined || other === undefined) throw new Error('two sign-ups are expected');
  okOf(await (await tablet.device.act.followUp()).followSignUps([refOf(one)], 'done'));
  await deliver(tablet, desktop);
  const second = (await read()) ?? [];
  expect(second[0]?.followUp.state).toBe('done');
  expect(second[1]).toBe(other);
  okOf(await (await desktop.device.act.followUp()).followSignUps([refOf(other)], 'declined'));
  expect(((await read()) ?? []).map(({ followUp }) => followUp.state)).toEqual(['done', 'declined']);
  await deliver(desktop);
  expect(await read()).toEqual(await allSignUps(desktop.device.store));
  state.stopAt = state.turns + 1;
  expect(await read()).toBe(null);
});

test('locked opens nothing, and says so', async () => {
  const { desktop } = await twoDevices('Ana', 'Zoé');
  const signUps = await two(desktop);
  desktop.device.seal.lock();
  const answers = okOf(await desktop.device.seal.openMany(signUps));
  expect(answers.map(problemOf)).toEqual([1, 2].map(() => ({ code: 'sealing-key-missing', detail: { locked: true } })));
});
