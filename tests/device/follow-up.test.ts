// Follow-up of sign-ups on two devices: states, the same person twice, who is here, and cards.

import { expect, test } from 'vitest';
import { refilling } from '../../src/device/store/become.ts';
import { cardRanges } from '../../src/device/store/cards.ts';
import { identity } from '../../src/device/store/identity.ts';
import { cursorRow } from '../../src/device/store/meta.ts';
import { forget } from '../../src/device/store/recent.ts';
import { session } from '../../src/device/store/sessions.ts';
import { createSignUpReader } from '../../src/device/store/sign-up-reader.ts';
import { allSignUps, roster, type SignUp, signUpHistory, signUpsOf } from '../../src/device/store/sign-ups.ts';
import { checkedInCount, sessionFigures } from '../../src/domain/report.ts';
import type { Session } from '../../src/domain/session.ts';
import type { ContactDetails } from '../../src/domain/sign-up.ts';
import { aServer } from '../support/server.ts';
import { okOf, problemOf } from './a-device.ts';
import { aDesktop, anEnrolledTablet, type Tablet } from './a-tablet.ts';

const passphrase = 'seven lanterns over the quiet harbor';
const child = (name: string): ContactDetails => ({
  name,
  phone: '305 555 0143',
  email: '',
  address: '12 Mango Lane',
  birthDate: '2017-03-04',
  guardian: { name: 'Marie Núñez', relation: 'mother' },
  cardNumber: '',
  note: '',
  family: 'FAMILY1',
});
const asked = {
  program: null,
  language: 'ht',
  ageBand: '6-11',
  consent: { given: true, wording: 'ht/2026-11', by: 'caregiver' },
} as const;

async function aLibrary() {
  const server = await aServer();
  const desktop = await aDesktop(server);
  const key = okOf(await desktop.device.act.makeSealingKey(passphrase, 'Alice'));
  okOf(await key.rehearse({ passphrase, recoveryKey: key.recoveryKey }));
  okOf(await key.confirm());
  await deliver(desktop);
  const tablet = await anEnrolledTablet(server, desktop, 7);
  await deliver(tablet);
  const started = okOf(await tablet.device.act.startNewSession({ date: '2026-11-02', place: 'Mango Park' }));
  return { server, desktop, tablet, started: started.id };
}

async function theSession({ device }: Pick<Tablet, 'device'>, id: string): Promise<Session> {
  const found = await session(device.store, id);
  if (found === undefined) throw new Error(`session ${id} is not here`);
  return found;
}

function only<Value>(list: readonly Value[]): Value {
  const [one, ...others] = list;
  if (one === undefined || others.length > 0) throw new Error(`one is expected, not ${list.length}`);
  return one;
}

async function ownId({ device }: Tablet): Promise<string> {
  const who = await identity(device.store);
  if (who === null) throw new Error('not enrolled');
  return who.device;
}

async function deliver(...tablets: readonly Tablet[]): Promise<void> {
  for (const tablet of tablets) okOf(await tablet.device.sync.deliverNow());
}

test('a family is saved whole, once however often the form is sent; its states and merges agree on both devices', async () => {
  const { desktop, tablet, started } = await aLibrary();
  const family = ['Èzili', 'Jean-Baptiste', 'Jean Baptiste'].map((name) => ({
    ...asked,
    for: 'card' as const,
    contact: child(name),
    token: tablet.device.act.newToken(),
  }));
  okOf(await tablet.device.act.takeSignUps(started, family));
  okOf(await tablet.device.act.takeSignUps(started, family));
  await deliver(tablet, desktop);
  const [twice, once, first] = await allSignUps(desktop.device.store);
  if (twice === undefined || once === undefined || first === undefined) throw new Error('three sign-ups were taken');
  expect(sessionFigures(await theSession(desktop, started)).signUps).toBe(3);

  const ref = ({ fact }: SignUp) => ({ session: started, target: fact.id });
  okOf(await (await desktop.device.act.followUp()).followSignUps([ref(first)], 'needs_information'));
  okOf(await (await desktop.device.act.followUp()).followSignUps([ref(first)], 'done'));
  const merge = { kept: ref(once), gone: [ref(twice)], contact: null };
  okOf(await (await desktop.device.act.followUp()).mergeSignUps(merge));
  expect(okOf(await (await desktop.device.act.followUp()).mergeSignUps(merge))).toEqual([]);
  await deliver(desktop, tablet);
  for (const { device } of [desktop, tablet]) {
    const found = await signUpsOf(device.store, started);
    expect(found.map(({ followUp, voided, mergedInto }) => [followUp.state, voided, mergedInto])).toEqual([
      ['new', true, once.fact.id],
      ['new', false, null],
      ['done', false, null],
    ]);
    expect(sessionFigures(await theSession({ device }, started)).signUps).toBe(2);
  }
});

test('[S51] two corrections made apart are the same one afterwards on every device', async () => {
  const { desktop, tablet, started } = await aLibrary();
  okOf(await tablet.device.act.takeSignUp(started, { ...asked, for: 'card', contact: child('Zoé') }));
  await deliver(tablet, desktop);
  const target = only(await signUpsOf(tablet.device.store, started)).fact.id;
  okOf(await tablet.device.act.correctSignUp(started, target, { ...child('Zoé'), note: 'by the tablet' }));
  okOf(await desktop.device.act.correctSignUp(started, target, { ...child('Zoé'), note: 'by the desk' }));
  await deliver(desktop, tablet, desktop);
  const [here, there] = await Promise.all(
    [tablet, desktop].map(async ({ device }) => only(await signUpsOf(device.store, started)).sealedIn.id),
  );
  expect(here).toBe(there);
});

test('[S51] a card linked on one device and an address mended on another are both there, until one correction names both', async () => {
  const { desktop, tablet, started } = await aLibrary();
  okOf(await tablet.device.act.takeSignUp(started, { ...asked, for: 'card', contact: child('Zoé') }));
  await deliver(tablet, desktop);
  const { fact, sealedIn } = only(await signUpsOf(desktop.device.store, started));
  okOf(await tablet.device.act.linkCard(started, fact.id, child('Zoé'), '21234000000018'));
  const mended = { ...child('Zoé'), address: '9 Guava Court' };
  okOf(await desktop.device.act.correctSignUp(started, fact.id, mended, [sealedIn.id]));
  const reader = createSignUpReader(desktop.device.store);
  const read = async () => only((await reader.read(async () => true)) ?? []);
  expect((await read()).otherVersions).toEqual([]);
  await deliver(desktop, tablet, desktop);

  const cards = only(await signUpsOf(tablet.device.store, started));
  const address = only(cards.otherVersions);
  for (const one of [only(await signUpsOf(desktop.device.store, started)), await read()]) {
    expect([one.sealedIn.id, only(one.otherVersions).sealedIn.id]).toEqual([cards.sealedIn.id, address.sealedIn.id]);
    expect(one.baseVersion?.sealedIn.id).toBe(fact.id);
  }
  okOf(await desktop.device.seal.unlock({ passphrase }));
  const opened = okOf(await desktop.device.seal.openMany([cards, address])).map(okOf);
  expect(opened.map((one) => [one.cardNumber, one.address])).toEqual([
    ['21234000000018', '12 Mango Lane'],
    ['', '9 Guava Court'],
  ]);

  // Whoever corrects what counts, without having chosen, leaves the other where it is.
  okOf(await tablet.device.act.correctSignUp(started, fact.id, { ...child('Zoé'), cardNumber: '21234000000018', note: 'called' }));
  await deliver(tablet, desktop);
  const now = only(await signUpsOf(desktop.device.store, started));
  expect(only(now.otherVersions).sealedIn.id).toBe(address.sealedIn.id);
  const both = { ...mended, cardNumber: '21234000000018', note: 'called' };
  const from = [now, ...now.otherVersions].map((one) => one.sealedIn.id);
  const settled = okOf(await desktop.device.act.correctSignUp(started, fact.id, both, from)).fact;
  await deliver(desktop, tablet);
  for (const { device } of [desktop, tablet]) {
    const one = only(await signUpsOf(device.store, started));
    expect([one.sealedIn.id, one.otherVersions]).toEqual([settled?.id, []]);
  }
  okOf(await (await tablet.device.act.followUp()).takeBackFacts(settled === null ? [] : [settled]));
  await deliver(tablet, desktop);
  for (const one of [only(await signUpsOf(desktop.device.store, started)), await read()]) {
    expect([one.sealedIn.id, only(one.otherVersions).sealedIn.id]).toEqual([now.sealedIn.id, address.sealedIn.id]);
  }
});

test.each([
  { but: 'nothing was said of the other', isOtherDone: false },
  { but: 'the other was done before', isOtherDone: true },
])(
  '[S51] two desks that let each other’s one go have one left, the same on both, and it is not purged: $but',
  {
    timeout: 60_000,
  },
  async ({ isOtherDone }) => {
    const { server, desktop, tablet, started } = await aLibrary();
    const other = okOf(await tablet.device.act.startNewSession({ date: '2026-11-03', place: 'Guava Court' })).id;
    okOf(await tablet.device.act.takeSignUp(started, { ...asked, for: 'card', contact: child('Zoé') }));
    okOf(await tablet.device.act.takeSignUp(other, { ...asked, for: 'card', contact: child('Zoe') }));
    await deliver(tablet, desktop);
    const refOf = async (session: string) => ({ session, target: only(await signUpsOf(desktop.device.store, session)).fact.id });
    const [one, two] = [await refOf(started), await refOf(other)];
    if (isOtherDone) okOf(await (await tablet.device.act.followUp()).followSignUps([two], 'done'));
    okOf(await (await desktop.device.act.followUp()).mergeSignUps({ kept: one, gone: [two], contact: null }));
    okOf(await (await tablet.device.act.followUp()).mergeSignUps({ kept: two, gone: [one], contact: null }));
    await deliver(desktop, tablet, desktop);
    for (const { device } of [desktop, tablet]) {
      const left = (await allSignUps(device.store)).filter(({ voided }) => !voided);
      expect(left.map(({ fact, mergedInto }) => [fact.id, mergedInto])).toEqual([[one.target, null]]);
    }
    const library = (await identity(desktop.device.store))?.library ?? '';
    const later = new Date(server.clock.now + 300 * 86_400_000);
    const purged = async () => (await server.services.storage.erasures.purge(library, { now: later, dryRun: false })).signUps;
    // The other is why it stays, and is kept as long.
    expect([await purged(), await purged()]).toEqual([0, 0]);
    await deliver(desktop);
    const shown = (await allSignUps(desktop.device.store)).filter(({ voided }) => !voided);
    expect(shown.map(({ fact }) => fact.id)).toEqual([one.target]);
    okOf(await (await desktop.device.act.followUp()).followSignUps([one], 'done'));
    await deliver(desktop);
    expect((await purged()) + (await purged())).toBe(2);
    await deliver(desktop);
    expect(await allSignUps(desktop.device.store)).toEqual([]);
  },
);

test('[S15] a sign-up to be done keeps its session on every device until it is settled, also through a new filling', async () => {
  const { server, desktop, tablet, started } = await aLibrary();
  const other = okOf(await tablet.device.act.startNewSession({ date: '2026-11-02', place: 'Guava Court' })).id;
  okOf(await tablet.device.act.takeSignUp(started, { ...asked, for: 'card', contact: child('Zoé') }));
  await deliver(tablet, desktop);
  for (const clock of [server.clock, desktop.ports.clock, tablet.ports.clock]) clock.now += 60 * 86_400_000;
  const { store } = tablet.device;
  // The tablet knows both by its own facts alone: no copies tell which of them is in scope.
  await store.meta.put(refilling(await cursorRow(store)));
  forget(store);
  const here = () =>
    Promise.all([desktop, tablet].map(async ({ device }) => (await device.store.sessions.toCollection().primaryKeys()).sort()));
  await deliver(tablet, desktop);
  expect(await here()).toEqual([[started], [started]]);
  expect(other).not.toBe(started);
  const { fact } = only(await allSignUps(desktop.device.store));
  okOf(await (await desktop.device.act.followUp()).followSignUps([{ session: started, target: fact.id }], 'done'));
  await deliver(desktop, tablet, desktop);
  expect(await here()).toEqual([[], []]);
});

test('[S53] a merge taken back leaves all as they were, on every device, and nobody is purged for it', async () => {
  const { server, desktop, tablet, started } = await aLibrary();
  const other = okOf(await tablet.device.act.startNewSession({ date: '2026-11-03', place: 'Guava Court' })).id;
  okOf(await tablet.device.act.takeSignUp(started, { ...asked, for: 'card', contact: child('Zoé') }));
  for (const name of ['Zoe', 'Zoë']) okOf(await tablet.device.act.takeSignUp(other, { ...asked, for: 'card', contact: child(name) }));
  await deliver(tablet, desktop);
  const seen = async ({ device }: Tablet) =>
    (await allSignUps(device.store)).map(({ fact, voided, mergedInto, sealedIn }) => [fact.id, voided, mergedInto, sealedIn.id]);
  const before = await seen(desktop);
  const refs = (await allSignUps(desktop.device.store)).map(({ fact }) => ({ session: fact.subject.id, target: fact.id }));
  const kept = refs.find(({ session: at }) => at === started);
  if (kept === undefined) throw new Error('three sign-ups were taken');
  const gone = refs.filter((ref) => ref !== kept);
  okOf(await (await desktop.device.act.followUp()).mergeSignUps({ kept, gone, contact: { ...child('Zoé'), email: 'zoe@example.org' } }));
  await deliver(desktop, tablet);
  expect(sessionFigures(await theSession(tablet, other)).signUps).toBe(0);

  const merges = (await allSignUps(tablet.device.store)).flatMap(({ fact, merge }) =>
    merge === null ? [] : [{ session: fact.subject.id, merge, kept }],
  );
  expect(merges).toHaveLength(2);
  okOf(await (await tablet.device.act.followUp()).unmergeSignUps(merges));
  expect(okOf(await (await tablet.device.act.followUp()).unmergeSignUps(merges))).toEqual([]);
  expect(await seen(tablet)).toEqual(before);
  await deliver(tablet, desktop);
  for (const one of [desktop, tablet]) {
    expect(await seen(one)).toEqual(before);
    expect(sessionFigures(await theSession(one, other)).signUps).toBe(2);
    const log = await signUpHistory(one.device.store, other, gone[0]?.target ?? '');
    expect(log.map(({ fact, voided }) => [fact.kind, voided])).toEqual([
      ['sign-up.taken', false],
      ['sign-up.merged', true],
      ['sign-up.unmerged', false],
    ]);
  }
  const library = (await identity(desktop.device.store))?.library ?? '';
  const later = new Date(server.clock.now + 300 * 86_400_000);
  expect(await server.services.storage.erasures.purge(library, { now: later, dryRun: true })).toMatchObject({ signUps: 0 });
  const rows = await server.engine.db.selectFrom('sign_up_report').select('voided').execute();
  expect(rows.map(({ voided }) => voided)).toEqual([0, 0, 0]);
});

test('[S53] two desks that let each other’s one go and take it back have both again', async () => {
  const { server, desktop, tablet, started } = await aLibrary();
  for (const name of ['Zoé', 'Zoe']) okOf(await tablet.device.act.takeSignUp(started, { ...asked, for: 'card', contact: child(name) }));
  await deliver(tablet, desktop);
  const [one, two] = (await signUpsOf(desktop.device.store, started)).map(({ fact }) => ({ session: started, target: fact.id }));
  if (one === undefined || two === undefined) throw new Error('two sign-ups were taken');
  okOf(await (await desktop.device.act.followUp()).mergeSignUps({ kept: one, gone: [two], contact: null }));
  okOf(await (await tablet.device.act.followUp()).mergeSignUps({ kept: two, gone: [one], contact: null }));
  await deliver(desktop, tablet, desktop);
  const merges = (await signUpsOf(desktop.device.store, started)).flatMap(({ merge }) =>
    merge === null ? [] : [{ session: started, merge, kept: merge.into === one.target ? one : two }],
  );
  okOf(await (await desktop.device.act.followUp()).unmergeSignUps(merges));
  await deliver(desktop, tablet);
  for (const { device } of [desktop, tablet]) {
    const found = await signUpsOf(device.store, started);
    expect(found.map(({ voided, mergedInto }) => [voided, mergedInto])).toEqual([
      [false, null],
      [false, null],
    ]);
    expect(sessionFigures(await theSession({ device }, started)).signUps).toBe(2);
  }
  const library = (await identity(desktop.device.store))?.library ?? '';
  const later = new Date(server.clock.now + 300 * 86_400_000);
  expect(await server.services.storage.erasures.purge(library, { now: later, dryRun: true })).toMatchObject({ signUps: 0 });
});

test('somebody marked as here stays here when made one with a sign-up that was not, and is there as before when it is taken back', async () => {
  const { desktop, tablet, started } = await aLibrary();
  const next = okOf(await tablet.device.act.startNewSession({ date: '2026-11-02', place: 'School' })).id;
  const program = { ...asked, for: 'program', programSession: next } as const;
  for (const [at, name] of [
    [next, 'Zoé'],
    [started, 'Zoe'],
  ] as const)
    okOf(await tablet.device.act.takeSignUp(at, { ...program, contact: child(name) }));
  await deliver(tablet, desktop);
  const refOf = async (session: string) => ({ session, target: only(await signUpsOf(desktop.device.store, session)).fact.id });
  const [kept, gone] = [await refOf(next), await refOf(started)];
  okOf(await tablet.device.act.checkIn(next, gone.target));
  okOf(await (await desktop.device.act.followUp()).mergeSignUps({ kept, gone: [gone], contact: null }));
  await deliver(tablet, desktop, tablet);
  for (const one of [desktop, tablet]) {
    const entry = only(await roster(one.device.store, next));
    expect([entry.signUp.fact.id, entry.checkIn]).toEqual([kept.target, expect.any(String)]);
    expect(checkedInCount(await theSession(one, next))).toBe(1);
  }
  const entry = only(await roster(tablet.device.store, next));
  okOf(await tablet.device.act.voidFact(next, entry.checkIn ?? ''));
  expect(only(await roster(tablet.device.store, next)).checkIn).toBe(null);

  const merged = (await allSignUps(desktop.device.store)).flatMap(({ merge }) => (merge === null ? [] : [merge]));
  okOf(await (await desktop.device.act.followUp()).unmergeSignUps(merged.map((merge) => ({ session: started, merge, kept }))));
  const marked = (await roster(desktop.device.store, next)).filter(({ checkIn }) => checkIn !== null);
  expect(only(marked).signUp.fact.id).toBe(gone.target);
});

test('somebody marked as here by two devices is here once', async () => {
  const { desktop, tablet, started } = await aLibrary();
  okOf(await tablet.device.act.takeSignUp(started, { ...asked, for: 'program', contact: child('Zoé') }));
  const next = okOf(await tablet.device.act.startNewSession({ date: '2026-11-02', place: 'School' }));
  okOf(await tablet.device.act.takeSignUp(started, { ...asked, for: 'program', programSession: next.id, contact: child('Ana') }));
  await deliver(tablet, desktop);
  const expected = only(await roster(desktop.device.store, next.id));
  expect(await roster(desktop.device.store, started)).toHaveLength(1);
  const target = expected.signUp.fact.id;
  okOf(await desktop.device.act.checkIn(next.id, target));
  expect(okOf(await desktop.device.act.checkIn(next.id, target)).fact).toBe(null);
  okOf(await tablet.device.act.checkIn(next.id, target));
  await deliver(desktop, tablet, desktop);
  for (const { device } of [desktop, tablet]) {
    expect(checkedInCount(await theSession({ device }, next.id))).toBe(1);
    expect((await roster(device.store, next.id))[0]?.checkIn).not.toBe(null);
  }
});

test('numbers of a range are given in order, each once, and all are accounted for', async () => {
  const { desktop, tablet, started } = await aLibrary();
  const { id: range } = okOf(await desktop.device.act.changeCardRange(null, { from: '1000', to: '1002', device: await ownId(tablet) }));
  await deliver(desktop, tablet);
  okOf(await tablet.device.act.takeSignUp(started, { ...asked, for: 'card', contact: child('Zoé') }));
  const target = only(await signUpsOf(tablet.device.store, started)).fact.id;
  expect(okOf(await tablet.device.act.spoilNextCard(range))).toEqual({ number: '1000' });
  const both = await Promise.all([1, 2].map(() => tablet.device.act.giveNextCard(started, target, child('Zoé'), range)));
  expect(both.map((one) => (one.ok ? one.value.number : one.problem.code)).toSorted()).toEqual(['1001', 'cards-taken-meanwhile']);
  expect(okOf(await tablet.device.act.giveNextCard(started, target, child('Zoé'), range))).toEqual({ number: '1002' });
  expect(problemOf(await tablet.device.act.giveNextCard(started, target, child('Zoé'), range)).code).toBe('cards-used-up');
  await deliver(tablet, desktop);
  expect((await cardRanges(desktop.device.store))[0]?.values).toMatchObject({ next: 3, spoiled: [0] });
  okOf(await desktop.device.seal.unlock({ passphrase }));
  const seen = only(await signUpsOf(desktop.device.store, started));
  const opened = okOf(await desktop.device.seal.open(seen.sealed, seen.sealedIn.id, 'sign-up.corrected'));
  expect([opened.cardNumber, opened.family]).toEqual(['1002', 'FAMILY1']);
});
