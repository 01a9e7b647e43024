// A card for a sign-up: scanned or typed, or the next of the pile; doubts are said, and nothing is given twice.

import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SignUpScreen } from '../../../src/app/features/sign-ups/SignUpScreen.tsx';
import { GiveCard } from '../../../src/app/records/GiveCard.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import type { CodeFormat } from '../../../src/app/ui/scanner/code-formats.ts';
import type { Device } from '../../../src/device/device.ts';
import { cardRanges } from '../../../src/device/store/cards.ts';
import { signUpsOf } from '../../../src/device/store/sign-ups.ts';
import type { ContactDetails } from '../../../src/domain/sign-up.ts';
import { done } from '../a-screen.tsx';
import { aCamera } from '../a-camera.ts';
import { expectAccessible } from '../accessibility.ts';
import { pasteInto } from '../page.ts';
import { aDevice, anOpenSession, aSealingKey, onPhone, passphrase, shown } from '../app/a-field-day.tsx';

const words = text.cards.give;

beforeEach(onPhone);

const contact = (name: string): ContactDetails => ({
  name,
  phone: '305 555 0142',
  email: '',
  address: '12 Maple Court',
  birthDate: '2015-03-14',
  guardian: { name: 'Marie', relation: 'mother' },
  cardNumber: '',
  note: '',
});

async function aSignUp(device: Device, session: string, name: string): Promise<string> {
  const consent = { given: true, wording: text.signUps.consent.version, by: 'caregiver' } as const;
  const taken = await done(
    device.act.takeSignUp(session, { for: 'card', program: null, language: 'ht', ageBand: '6-11', consent, contact: contact(name) }),
  );
  return taken.fact?.id ?? '';
}

async function unlocked() {
  const device = await aDevice();
  await aSealingKey(device);
  const session = await anOpenSession(device);
  const fact = await aSignUp(device, session, 'Wideline');
  await done(device.seal.unlock({ passphrase }));
  return { device, session, fact };
}

async function cardOf(device: Device, session: string, fact: string): Promise<string | undefined> {
  const one = (await signUpsOf(device.store, session)).find((signUp) => signUp.fact.id === fact);
  if (one === undefined || one.sealedIn.kind !== 'sign-up.corrected') return undefined;
  return (await done(device.seal.open(one.sealed, one.sealedIn.id, 'sign-up.corrected'))).cardNumber;
}

test('who has which card is read from all envelopes at once, not from one after another', async () => {
  const { device, session, fact } = await unlocked();
  for (const [at, name] of ['Ana', 'Bo', 'Cy'].entries()) {
    await done(device.act.linkCard(session, await aSignUp(device, session, name), contact(name), `100${at}`));
  }
  const one = vi.spyOn(device.seal, 'open');
  const many = vi.spyOn(device.seal, 'openMany');
  shown(device, <SignUpScreen session={session} fact={fact} />);
  await userEvent.fill(page.getByLabelText(words.field), '1002');
  await expect.element(page.getByText(words.twice)).toBeVisible();
  expect(many.mock.calls.map(([envelopes]) => envelopes.length).toSorted()).toEqual([1, 4]);
  expect(one).not.toHaveBeenCalled();
});

test('sealed, nothing of cards is shown', async () => {
  const { device, session, fact } = await unlocked();
  device.seal.lock();
  shown(device, <SignUpScreen session={session} fact={fact} />);
  await expect.element(page.getByRole('button', { name: text.signUps.lock.open })).toBeVisible();
  await expect.element(page.getByLabelText(words.field)).not.toBeInTheDocument();
});

test('a typed card is linked; a check digit that does not fit is said and does not block', async () => {
  const { device, session, fact } = await unlocked();
  shown(device, <SignUpScreen session={session} fact={fact} />);
  await userEvent.click(page.getByRole('button', { name: words.link }));
  await expect.element(page.getByRole('link', { name: words.missing })).toBeVisible();
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(words.field), '21234 000000 013');
  await expect.element(page.getByText(words.checkDigit)).toBeVisible();
  await expectAccessible();
  await userEvent.dblClick(page.getByRole('button', { name: words.link }));
  await expect.element(page.getByText(words.given('21234000000013'))).toBeVisible();
  await expectAccessible();
  expect(await cardOf(device, session, fact)).toBe('21234000000013');
  const facts = await device.store.facts.toArray();
  expect(facts.filter(({ kind }) => kind === 'sign-up.corrected')).toHaveLength(1);
});

test('a number too long for a card stays as it was pasted, is said, and links nothing', async () => {
  const { device, session, fact } = await unlocked();
  shown(device, <SignUpScreen session={session} fact={fact} />);
  const field = page.getByLabelText(words.field);
  const pasted = '2'.repeat(80);
  await pasteInto(field, pasted);
  await userEvent.click(page.getByRole('button', { name: words.link }));
  await expect.element(field).toHaveAccessibleDescription(new RegExp(text.signUps.problems.long(text.signUps.one.cardNumber, 60)));
  await expect.element(field).toHaveValue(pasted);
  await expectAccessible();
  expect(await cardOf(device, session, fact)).toBeUndefined();
  await userEvent.fill(field, '2'.repeat(60));
  await userEvent.click(page.getByRole('button', { name: words.link }));
  await expect.poll(() => cardOf(device, session, fact)).toBe('2'.repeat(60));
});

test('a card that another sign-up has is said before it is linked', async () => {
  const { device, session, fact } = await unlocked();
  const other = await aSignUp(device, session, 'Ana');
  await done(device.act.linkCard(session, other, contact('Ana'), '21234000000018'));
  shown(device, <SignUpScreen session={session} fact={fact} />);
  await userEvent.fill(page.getByLabelText(words.field), '21234000000018');
  await expect.element(page.getByText(words.twice)).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.link }));
  await expect.element(page.getByText(words.given('21234000000018'))).toBeVisible();
});

test('the next card of this device is put aside when damaged, and the one after it given once', async () => {
  const { device, session, fact } = await unlocked();
  await done(device.act.changeCardRange(null, { from: '1000', to: '1002', device: 'DEVICE000001' }));
  shown(device, <SignUpScreen session={session} fact={fact} />);
  await expect.element(page.getByRole('button', { name: words.giveNext('1000') })).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: words.spoil }));
  await expect.element(page.getByRole('alertdialog').getByText(words.spoilText)).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.spoilConfirm }));
  await expect.element(page.getByText(words.spoiled('1000')).first()).toBeInTheDocument();
  await userEvent.dblClick(page.getByRole('button', { name: words.giveNext('1001') }));
  await expect.element(page.getByText(words.given('1001'))).toBeVisible();
  await expectAccessible();
  expect(await cardOf(device, session, fact)).toBe('1001');
  expect((await cardRanges(device.store))[0]?.values).toMatchObject({ next: 2, spoiled: [0] });
});

test('who was just given a card is not offered the next one while the record is still read again', async () => {
  const { device, session, fact } = await unlocked();
  await done(device.act.changeCardRange(null, { from: '1000', to: '1002', device: 'DEVICE000001' }));
  // The contact stays as it was read before, as on a slow tablet it does for a moment.
  shown(device, <GiveCard session={session} target={fact} contact={contact('Wideline')} from={fact} linked={new Map()} />);
  await userEvent.click(page.getByRole('button', { name: words.giveNext('1000') }));
  await expect.element(page.getByText(words.given('1000'))).toBeVisible();
  await expect.element(page.getByRole('button', { name: words.giveNext('1001') })).not.toBeInTheDocument();
});

test('a number that another sign-up has is not offered, and one of another pile is warned of', async () => {
  const { device, session, fact } = await unlocked();
  await done(device.act.changeCardRange(null, { from: '1000', to: '1002', device: 'DEVICE000001' }));
  await done(device.act.changeCardRange(null, { from: '2000', to: '2002', device: 'DEVICE000002' }));
  shown(
    device,
    <GiveCard session={session} target={fact} contact={contact('Wideline')} from={fact} linked={new Map([['1000', ['another']]])} />,
  );
  await expect.element(page.getByRole('button', { name: words.giveNext('1001') })).toBeVisible();
  await expect.element(page.getByRole('button', { name: words.giveNext('1000') })).not.toBeInTheDocument();
  await userEvent.fill(page.getByLabelText(words.field), '2001');
  await expect.element(page.getByText(words.otherPile)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: words.giveNext('1001') }));
  await expect.element(page.getByText(words.given('1001'))).toBeVisible();
});

test('the barcode of a book is warned of and does not block', async () => {
  const { device, session, fact } = await unlocked();
  shown(device, <SignUpScreen session={session} fact={fact} />);
  await userEvent.fill(page.getByLabelText(words.field), '9780306406157');
  await expect.element(page.getByText(words.isbn)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: words.link }));
  await expect.element(page.getByText(words.given('9780306406157'))).toBeVisible();
});

test('a book, a film and an item’s label held before the camera are read and doubted; the card is not', async () => {
  const { device, session, fact } = await unlocked();
  const camera = aCamera();
  shown(device, <SignUpScreen session={session} fact={fact} />);
  const hold = async (code: string, format: CodeFormat) => {
    camera.hold('');
    await userEvent.click(page.getByRole('button', { name: text.scanning.scan, exact: true }));
    await expect.element(page.getByText(text.scanner.aim)).toBeVisible();
    camera.hold(code, format);
    await expect.element(page.getByLabelText(words.field)).toHaveValue(code);
  };
  for (const [code, format, doubt] of [
    ['9780306406157', 'ean_13', words.isbn],
    ['036000291452', 'upc_a', words.item],
    ['30234000517861', 'codabar', words.item],
  ] as const) {
    await hold(code, format);
    await expect.element(page.getByText(doubt)).toBeVisible();
  }
  await hold('21234000000018', 'codabar');
  await expect.element(page.getByText(words.item)).not.toBeInTheDocument();
  await userEvent.fill(page.getByLabelText(words.field), '30234000517861');
  await userEvent.click(page.getByRole('button', { name: words.link }));
  await expect.element(page.getByText(words.given('30234000517861'))).toBeVisible();
});

test('a library that numbers its cards as others do their items is not asked about cards of its piles', async () => {
  const { device, session, fact } = await unlocked();
  await done(device.act.changeCardRange(null, { from: '30234000517861', to: '30234000517994', device: 'DEVICE000001' }));
  shown(device, <SignUpScreen session={session} fact={fact} />);
  await expect.element(page.getByRole('button', { name: words.giveNext('30234000517861') })).toBeVisible();
  await userEvent.fill(page.getByLabelText(words.field), '33191000105864');
  await expect.element(page.getByText(words.item)).toBeVisible();
  await userEvent.fill(page.getByLabelText(words.field), '30234000517861');
  await expect.element(page.getByText(words.item)).not.toBeInTheDocument();
});

test('a pile that is used up says so, and typing is still there', async () => {
  const { device, session, fact } = await unlocked();
  await done(device.act.changeCardRange(null, { from: '1000', to: '1002', device: 'DEVICE000001', next: 3 }));
  shown(device, <SignUpScreen session={session} fact={fact} />);
  await expect.element(page.getByText(words.usedUp)).toBeVisible();
  await expect.element(page.getByLabelText(words.field)).toBeVisible();
  await expectAccessible();
});
