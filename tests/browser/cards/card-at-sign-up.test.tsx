// A card given while the sign-up is taken: by a crew that has no passphrase.

import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SignUpFormScreen } from '../../../src/app/features/sign-ups/SignUpFormScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import type { Device } from '../../../src/device/device.ts';
import { cardRanges } from '../../../src/device/store/cards.ts';
import { signUpsOf } from '../../../src/device/store/sign-ups.ts';
import { done } from '../a-screen.tsx';
import { aCamera } from '../a-camera.ts';
import { expectAccessible } from '../accessibility.ts';
import { aDevice, anOpenSession, aSealingKey, onPhone, passphrase, shown } from '../app/a-field-day.tsx';

const words = text.cards.give;
const { atSignUp } = text.cards;
const form = text.signUps.form;

beforeEach(onPhone);

const card = () => page.getByLabelText(words.now, { exact: true });
const kind = (name: 'card' | 'newsletter') => userEvent.click(page.getByRole('checkbox', { name: text.words.signUpKind[name] }));

async function aForm() {
  const device = await aDevice();
  await aSealingKey(device);
  await done(device.act.changeCardRange(null, { from: '1000', to: '1002', device: 'DEVICE000001' }));
  const session = await anOpenSession(device);
  shown(device, <SignUpFormScreen session={session} />);
  return { device, session };
}

async function fillIn(name: string): Promise<void> {
  await userEvent.fill(page.getByLabelText(form.name), name);
  await userEvent.fill(page.getByLabelText(form.phone), '(305) 555-0142');
  await userEvent.fill(page.getByLabelText(form.address), '12 Maple Court');
  await userEvent.fill(page.getByLabelText(new RegExp(`^${form.birthDate}`)), '3/14/1985');
  await userEvent.click(page.getByRole('checkbox', { name: text.signUps.consent.person }));
}

/** Of each sign-up: what for, and the card number in its envelope. */
async function cardsIn(device: Device, session: string) {
  await done(device.seal.unlock({ passphrase }));
  const signUps = (await signUpsOf(device.store, session)).toSorted((a, b) => a.body.for.localeCompare(b.body.for));
  return Promise.all(
    signUps.map(async ({ body, sealed, sealedIn }) => [
      body.for,
      (await done(device.seal.open(sealed, sealedIn.id, 'sign-up.taken'))).cardNumber,
    ]),
  );
}

test('the next number of the pile is sealed with the card’s sign-up alone, and the one after it offered next', async () => {
  const { device, session } = await aForm();
  await kind('newsletter');
  await expect.element(card()).not.toBeInTheDocument();
  await kind('card');
  await userEvent.click(page.getByRole('button', { name: words.takeNext('1000') }));
  await expect.element(card()).toHaveValue('1000');
  await expect.element(page.getByRole('button', { name: words.takeNext('1000') })).not.toBeInTheDocument();
  await expectAccessible();
  await fillIn('Wideline');
  await userEvent.dblClick(page.getByRole('button', { name: form.saveAnother }));
  await expect.element(page.getByText(text.signUps.saved(2)).first()).toBeInTheDocument();
  expect((await cardRanges(device.store))[0]?.values).toMatchObject({ next: 1, spoiled: [] });
  await kind('card');
  await expect.element(card()).toHaveValue('');
  await expect.element(page.getByRole('button', { name: words.takeNext('1001') })).toBeVisible();
  expect(await cardsIn(device, session)).toEqual([
    ['card', '1000'],
    ['newsletter', ''],
  ]);
});

test('a typed number that does not fit is said and does not block', async () => {
  const { device, session } = await aForm();
  await kind('card');
  await userEvent.fill(card(), '21234 000000 013');
  await expect.element(page.getByText(atSignUp.checkDigit)).toBeVisible();
  await expectAccessible();
  await fillIn('Wideline');
  await userEvent.click(page.getByRole('button', { name: form.save, exact: true }));
  await expect.poll(async () => (await signUpsOf(device.store, session)).length).toBe(1);
  expect(await cardsIn(device, session)).toEqual([['card', '21234000000013']]);
  expect((await cardRanges(device.store))[0]?.values).toMatchObject({ next: 0 });
});

test('a book or an item’s label before the camera is read, doubted, and does not block', async () => {
  const { device, session } = await aForm();
  const camera = aCamera();
  await kind('card');
  await userEvent.click(page.getByRole('button', { name: text.scanning.scan, exact: true }));
  await expect.element(page.getByText(text.scanner.aim)).toBeVisible();
  camera.hold('9780306406157', 'ean_13');
  await expect.element(card()).toHaveValue('9780306406157');
  await expect.element(page.getByText(words.isbn)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: text.scanning.scan, exact: true }));
  camera.hold('30234000517861', 'codabar');
  await expect.element(card()).toHaveValue('30234000517861');
  await expect.element(page.getByText(atSignUp.item)).toBeVisible();
  await fillIn('Wideline');
  await userEvent.click(page.getByRole('button', { name: form.save, exact: true }));
  await expect.poll(async () => (await signUpsOf(device.store, session)).length).toBe(1);
  expect(await cardsIn(device, session)).toEqual([['card', '30234000517861']]);
});

test('a number that another tab gave meanwhile is said, and the next one offered; nothing else typed is lost', async () => {
  const { device, session } = await aForm();
  await kind('card');
  await userEvent.click(page.getByRole('button', { name: words.takeNext('1000') }));
  await fillIn('Wideline');
  const [range] = await cardRanges(device.store);
  await done(device.act.spoilNextCard(range?.id ?? '', '1000'));
  await userEvent.click(page.getByRole('button', { name: form.save, exact: true }));
  await expect.element(page.getByText(atSignUp.takenText)).toBeVisible();
  await expectAccessible();
  await expect.element(page.getByLabelText(form.phone)).toHaveValue('(305) 555-0142');
  await userEvent.click(page.getByRole('button', { name: words.takeNext('1001') }));
  await userEvent.click(page.getByRole('button', { name: form.save, exact: true }));
  await expect.poll(async () => (await signUpsOf(device.store, session)).length).toBe(1);
  expect(await cardsIn(device, session)).toEqual([['card', '1001']]);
});
