// Cards and the roster under the faults of a field day: two tabs, a crash between, a retry, two devices at once.

import { expect, test } from 'vitest';
import { createDevice, type Device } from '../../src/device/device.ts';
import { cardRanges } from '../../src/device/store/cards.ts';
import { identity } from '../../src/device/store/identity.ts';
import { session } from '../../src/device/store/sessions.ts';
import { roster, signUpsOf } from '../../src/device/store/sign-ups.ts';
import { checkedInCount, countedTwice, sessionFigures, uncountedCheckIns } from '../../src/domain/report.ts';
import type { ContactDetails } from '../../src/domain/sign-up.ts';
import { aServer } from '../support/server.ts';
import { okOf, problemOf } from './a-device.ts';
import { aDesktop, anEnrolledTablet, type Tablet } from './a-tablet.ts';

const passphrase = 'seven lanterns over the quiet harbor';
const zoe: ContactDetails = {
  name: 'Zoé Núñez',
  phone: '305 555 0143',
  email: '',
  address: '12 Mango Lane',
  birthDate: '2017-03-04',
  guardian: null,
  cardNumber: '',
  note: '',
};
const asked = { program: null, language: 'ht', ageBand: '6-11', consent: { given: true, wording: 'ht/2026-11', by: 'caregiver' } } as const;

async function aTable(seed: number) {
  const server = await aServer();
  const desktop = await aDesktop(server);
  const key = okOf(await desktop.device.act.makeSealingKey(passphrase, 'Alice'));
  okOf(await key.rehearse({ passphrase, recoveryKey: key.recoveryKey }));
  okOf(await key.confirm());
  const tablet = await anEnrolledTablet(server, desktop, seed);
  await deliver(desktop, tablet);
  const { id } = okOf(await tablet.device.act.startNewSession({ date: '2026-11-02', place: 'Mango Park' }));
  const who = await identity(tablet.device.store);
  const { id: range } = okOf(await desktop.device.act.changeCardRange(null, { from: '1000', to: '1002', device: who?.device ?? null }));
  await deliver(desktop, tablet);
  okOf(await tablet.device.act.takeSignUp(id, { ...asked, for: 'card', contact: zoe }));
  const [taken] = await signUpsOf(tablet.device.store, id);
  return { server, desktop, tablet, id, range, target: taken?.fact.id ?? '' };
}

async function deliver(...tablets: readonly Tablet[]): Promise<void> {
  for (const tablet of tablets) okOf(await tablet.device.sync.deliverNow());
}

/** The same tablet's store in another tab, or after its browser died: nothing of the first page's memory is left. */
function anotherTab({ device }: Tablet): Device {
  return createDevice({ ...device.store.ports });
}
const rangeOf = async ({ store }: Device) => (await cardRanges(store))[0]?.values;
const theSession = async ({ store }: Device, id: string) => {
  const found = await session(store, id);
  if (found === undefined) throw new Error('the session is here');
  return found;
};

test('the same tap sent twice gives one number, also after the browser died between save and answer', async () => {
  const { tablet, id, range, target } = await aTable(11);
  const shown = { token: tablet.device.act.newToken(), number: '1000' };
  expect(okOf(await tablet.device.act.giveNextCard(id, target, zoe, range, shown))).toEqual({ number: '1000' });
  const reopened = anotherTab(tablet);
  expect(okOf(await reopened.act.giveNextCard(id, target, zoe, range, shown))).toEqual({ number: '1000' });
  expect(await rangeOf(reopened)).toMatchObject({ next: 1, spoiled: [] });
  expect((await signUpsOf(reopened.store, id)).map(({ sealedIn }) => sealedIn.id)).toEqual([shown.token]);
});

test('two tabs that show the same next number: one gives it, the other is told and gives the next', async () => {
  const { tablet, id, range, target } = await aTable(12);
  const other = anotherTab(tablet);
  const tries = [tablet.device, other].map((device) => {
    const shown = { token: device.act.newToken(), number: '1000' };
    return device.act.giveNextCard(id, target, zoe, range, shown);
  });
  const answers = (await Promise.all(tries)).map((one) => (one.ok ? one.value.number : one.problem.code));
  expect(answers.toSorted()).toEqual(['1000', 'cards-taken-meanwhile']);
  const again = { token: other.act.newToken(), number: '1001' };
  expect(okOf(await other.act.giveNextCard(id, target, zoe, range, again))).toEqual({ number: '1001' });
  expect(await rangeOf(tablet.device)).toMatchObject({ next: 2 });
});

test('a card is spoiled once however often it is said, and never one that was not shown', async () => {
  const { tablet, range } = await aTable(13);
  const { act } = tablet.device;
  okOf(await act.spoilNextCard(range, '1000'));
  okOf(await act.spoilNextCard(range, '1000'));
  expect(await rangeOf(tablet.device)).toMatchObject({ next: 1, spoiled: [0] });
  expect(problemOf(await act.spoilNextCard(range, '1002')).code).toBe('cards-taken-meanwhile');
  expect(await rangeOf(tablet.device)).toMatchObject({ next: 1, spoiled: [0] });
});

test('only the device a range was given to takes from it', async () => {
  const { desktop, tablet, id, range, target } = await aTable(14);
  await deliver(tablet, desktop);
  expect(problemOf(await desktop.device.act.giveNextCard(id, target, zoe, range)).code).toBe('not-allowed');
  expect(problemOf(await desktop.device.act.spoilNextCard(range)).code).toBe('not-allowed');
  expect(await rangeOf(desktop.device)).toMatchObject({ next: 0, spoiled: [] });
});

test('one scanned card linked twice with one token is one correction', async () => {
  const { tablet, id, target } = await aTable(15);
  const token = tablet.device.act.newToken();
  const scanned = () => tablet.device.act.linkCard(id, target, zoe, 'A2 1234 0000 0001 8B', token);
  expect([okOf(await scanned()), okOf(await scanned())]).toEqual([{ number: '21234000000018' }, { number: '21234000000018' }]);
  const facts = await tablet.device.store.facts.toArray();
  expect(facts.filter(({ kind }) => kind === 'sign-up.corrected')).toHaveLength(1);
  expect(JSON.stringify(facts)).not.toContain('21234000000018');
});

test('a card scanned from this device’s own pile is gone from it, wherever it lay', async () => {
  const { desktop, tablet, id, range, target } = await aTable(18);
  const { act } = tablet.device;
  const token = act.newToken();
  okOf(await act.linkCard(id, target, zoe, '1000', token));
  okOf(await act.linkCard(id, target, zoe, '1000', token));
  expect(await rangeOf(tablet.device)).toMatchObject({ next: 1, spoiled: [] });
  await deliver(tablet, desktop);
  okOf(await desktop.device.act.linkCard(id, target, zoe, '1002')); // not the holder: nothing but the link
  expect(await rangeOf(desktop.device)).toMatchObject({ next: 1 });
  okOf(await act.linkCard(id, target, zoe, '1002'));
  expect(await rangeOf(tablet.device)).toMatchObject({ next: 1, given: [2] });
  expect(okOf(await act.giveNextCard(id, target, zoe, range))).toEqual({ number: '1001' });
  expect(problemOf(await act.giveNextCard(id, target, zoe, range)).code).toBe('cards-used-up');
  await deliver(tablet, desktop, tablet);
  expect(await rangeOf(desktop.device)).toEqual(await rangeOf(tablet.device));
});

test('a card given with the sign-up leaves the pile in the same save, once, and is offered to nobody else', async () => {
  const { desktop, tablet, id, range, target } = await aTable(20);
  const { act, store } = tablet.device;
  const withCard = (number: string) => ({ ...asked, for: 'card' as const, contact: { ...zoe, cardNumber: number }, token: act.newToken() });
  const first = withCard('1000');
  const { fact } = okOf(await act.takeSignUp(id, first, 'next'));
  expect(okOf(await anotherTab(tablet).act.takeSignUp(id, first, 'next')).fact).toEqual(fact);
  expect(await rangeOf(tablet.device)).toMatchObject({ next: 1, spoiled: [] });
  expect(JSON.stringify(await store.facts.toArray())).not.toContain('"1000"');

  expect(problemOf(await act.takeSignUp(id, withCard('1000'), 'next')).code).toBe('cards-taken-meanwhile');
  expect(await signUpsOf(store, id)).toHaveLength(2);
  okOf(await act.takeSignUp(id, withCard('1001'))); // scanned from the pile
  okOf(await act.takeSignUp(id, withCard('77'))); // of no pile
  expect(await rangeOf(tablet.device)).toMatchObject({ next: 2, spoiled: [] });
  expect(okOf(await act.giveNextCard(id, target, zoe, range))).toEqual({ number: '1002' });

  await deliver(tablet, desktop);
  expect(await rangeOf(desktop.device)).toMatchObject({ next: 3 });
  okOf(await desktop.device.seal.unlock({ passphrase }));
  const taken = (await signUpsOf(desktop.device.store, id)).find((one) => one.fact.id === fact?.id);
  if (taken === undefined) throw new Error('the sign-up is on the desktop');
  expect(okOf(await desktop.device.seal.open(taken.sealed, taken.sealedIn.id, 'sign-up.taken')).cardNumber).toBe('1000');
});

test('two tabs that offer the same next number with a sign-up: one is saved, the other is told', async () => {
  const { tablet, id } = await aTable(21);
  const tries = [tablet.device, anotherTab(tablet)].map(({ act }) =>
    act.takeSignUp(id, { ...asked, for: 'card', contact: { ...zoe, cardNumber: '1000' }, token: act.newToken() }, 'next'),
  );
  const answers = (await Promise.all(tries)).map((one) => (one.ok ? 'saved' : one.problem.code));
  expect(answers.toSorted()).toEqual(['cards-taken-meanwhile', 'saved']);
  expect(await rangeOf(tablet.device)).toMatchObject({ next: 1 });
});

test('the next card is one that nobody is known to have', async () => {
  const { tablet, id, range, target } = await aTable(19);
  const { act } = tablet.device;
  const shown = { token: act.newToken(), number: '1001' };
  expect(okOf(await act.giveNextCard(id, target, zoe, range, shown, ['1000', '77']))).toEqual({ number: '1001' });
  expect(await rangeOf(tablet.device)).toMatchObject({ next: 2, spoiled: [] });
  expect(okOf(await act.spoilNextCard(range, '1002', ['1000', '1001']))).toEqual({ number: '1002' });
  expect(await rangeOf(tablet.device)).toMatchObject({ next: 3, spoiled: [2] });
});

test('who is here is counted among the heads once: two taps, two tabs, and anew only when taken back', async () => {
  const { tablet, id } = await aTable(16);
  const { act } = tablet.device;
  for (const name of ['Ana', 'Bo', 'Cy']) okOf(await act.takeSignUp(id, { ...asked, for: 'program', contact: { ...zoe, name } }));
  const people = (await roster(tablet.device.store, id)).map(({ signUp }) => signUp.fact.id);
  for (const one of people) okOf(await act.checkIn(id, one));
  expect(uncountedCheckIns(await theSession(tablet.device, id))).toHaveLength(3);
  const tabs = [tablet.device, anotherTab(tablet)];
  await Promise.all(tabs.map(async (tab) => okOf(await tab.act.countCheckIns(id, '6-11', people))));
  expect(okOf(await act.countCheckIns(id, '6-11', people)).fact).toBe(null);
  const counted = await theSession(tablet.device, id);
  expect([sessionFigures(counted).attendance, checkedInCount(counted), uncountedCheckIns(counted)]).toEqual([3, 3, []]);

  const facts = (await tablet.device.store.facts.toArray()).filter(({ kind }) => kind === 'attendance.counted');
  expect(facts).toHaveLength(1);
  okOf(await act.voidFact(id, facts[0]?.id ?? ''));
  expect(sessionFigures(await theSession(tablet.device, id)).attendance).toBe(0);
  expect(uncountedCheckIns(await theSession(tablet.device, id)).toSorted()).toEqual(people.toSorted());
});

test('two devices that count the same people without seeing each other: both say so', async () => {
  const { desktop, tablet, id } = await aTable(17);
  okOf(await tablet.device.act.takeSignUp(id, { ...asked, for: 'program', contact: zoe }));
  const people = (await roster(tablet.device.store, id)).map(({ signUp }) => signUp.fact.id);
  okOf(await tablet.device.act.checkIn(id, people[0] ?? ''));
  await deliver(tablet, desktop);
  for (const { device } of [tablet, desktop]) okOf(await device.act.countCheckIns(id, '6-11', people));
  await deliver(tablet, desktop, tablet);
  for (const { device } of [tablet, desktop]) expect(countedTwice(await theSession(device, id))).toBe(1);
});
