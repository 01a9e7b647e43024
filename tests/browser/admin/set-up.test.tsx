// First visit: one thing at a time, each saved before the next, so that set-up goes on where it stood.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SetUpScreen } from '../../../src/app/features/admin/set-up/SetUpScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { identity } from '../../../src/device/store/identity.ts';
import { keyWraps, libraryRecord, outlets, sealingKey, staff } from '../../../src/device/store/records.ts';
import { self } from '../../../src/device/store/self.ts';
import { alice } from '../../support/cast.ts';
import { aDevice, anEnrolledDevice, aScreen, enrolledAs, server } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';

const words = text.access.setup;
const hello = (parts = {}) => ({
  server,
  protocol: { oldest: 1, newest: 1 },
  now: '2026-11-02T14:00:00.000Z',
  setUp: false,
  setupCodeNeeded: false,
  ...parts,
});
const next = () => userEvent.click(page.getByRole('button', { name: text.shell.continue }));
const heading = (name: string) => expect.element(page.getByRole('heading', { level: 1, name })).toBeVisible();
const passphrase = 'river lantern orchard pencil';

test('an account that is not whole is said at its fields and nothing is sent', async () => {
  const { device, asked } = aDevice({ '/api/hello': hello() });
  aScreen(device, <SetUpScreen />);
  await heading(words.steps.coordinator);
  await expectAccessible();
  await next();
  await expect.element(page.getByRole('alert')).toHaveFocus();
  await expect.element(page.getByLabelText(words.password, { exact: true })).toHaveAccessibleDescription(/12/);
  expect(asked.map((one) => one.path)).toEqual(['/api/hello']);
  await expectAccessible();
});

test('the set-up code of the link is taken out of the address and sent where the server needs it', async () => {
  const { device, asked } = aDevice({ '/api/hello': hello({ setupCodeNeeded: true }), '/api/setup': { refused: 'setup-code-needed' } });
  aScreen(device, <SetUpScreen />, '/set-up#code=ABCDE-FGH23');
  await expect.element(page.getByLabelText(words.code)).toHaveValue('ABCDE-FGH23');
  await expect.poll(() => location.hash).toBe('');
  await typeAccount();
  await next();
  await expect.element(page.getByText(text.problems['setup-code-needed'].happened)).toBeVisible();
  expect(asked.at(-1)).toMatchObject({ path: '/api/setup', body: { code: 'ABCDE-FGH23', coordinator: { email: alice.email } } });
  await expect.element(page.getByLabelText(words.name, { exact: true })).toHaveValue(alice.name);
});

test('from an empty server to a library with a sealing key that has been tried', async () => {
  const { device } = aDevice({ '/api/hello': hello(), '/api/setup': enrolledAs('coordinator') });
  const screen = aScreen(device, <SetUpScreen />);
  await heading(words.steps.coordinator);
  await typeAccount();
  await next();

  await heading(words.steps.library);
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: text.access.timeZone.change }));
  await userEvent.fill(page.getByLabelText(text.access.timeZone.search), 'new yo');
  await userEvent.click(page.getByText('New York', { exact: true }).last());
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(words.libraryName), ' North Miami Public Library ');
  await next();

  await heading(words.steps.languages);
  await userEvent.click(page.getByRole('checkbox', { name: text.words.language['en-US'] }));
  await next();
  await expect.element(page.getByRole('link', { name: text.access.missing.languages })).toBeVisible();
  await userEvent.click(page.getByRole('checkbox', { name: text.words.language.ht }));
  await expectAccessible();
  await next();

  await heading(words.steps.outlet);
  await userEvent.fill(page.getByLabelText(words.outletName), 'Bookmobile 1');
  await expectAccessible();
  await next();

  await heading(words.steps.passphrase);
  expect(await sealingKey(device.store)).toBeNull();
  const recoveryKey = await makeKey();
  expect(await sealingKey(device.store)).toBeNull();
  await rehearse();
  await expect.poll(screen.path).toBe('/settings/devices');

  expect((await libraryRecord(device.store))?.values).toMatchObject({
    name: 'North Miami Public Library',
    timeZone: 'America/New_York',
    languages: ['ht'],
  });
  expect((await outlets(device.store)).map((one) => one.values.name)).toEqual(['Bookmobile 1']);
  const people = await staff(device.store);
  expect(people.map((one) => one.values.name)).toEqual([alice.name]);
  expect((await self(device.store)).staff).toBe(people[0]?.id);
  expect((await keyWraps(device.store)).map((wrap) => [wrap.by, wrap.holder])).toEqual(
    expect.arrayContaining([
      ['passphrase', alice.name],
      ['recovery', alice.name],
    ]),
  );
  expect(await device.seal.unlock({ recoveryKey })).toMatchObject({ ok: true });
});

test('whoever comes back goes on with the step that is missing', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  aScreen(device, <SetUpScreen />);
  await heading(words.steps.outlet);
  await expect.element(page.getByText(words.resumed)).toBeVisible();
  await expect.element(page.getByText(words.progress(4, 7))).toBeVisible();
});

test('a server that has a library offers the ways in instead', async () => {
  const { device } = aDevice({ '/api/hello': hello({ setUp: true }) });
  aScreen(device, <SetUpScreen />);
  await expect.element(page.getByRole('link', { name: text.access.signInAsCoordinator })).toBeVisible();
  expect(await identity(device.store)).toBeNull();
  await expectAccessible();
});

test('a tablet that is enrolled has nothing to set up', async () => {
  const { device } = await anEnrolledDevice('staff');
  const screen = aScreen(device, <SetUpScreen />, '/set-up');
  await expect.poll(screen.path).toBe('/');
});

async function typeAccount(): Promise<void> {
  await userEvent.fill(page.getByLabelText(words.name, { exact: true }), alice.name);
  await userEvent.fill(page.getByLabelText(words.email, { exact: true }), alice.email);
  await userEvent.fill(page.getByLabelText(words.password, { exact: true }), alice.password);
}

async function makeKey(): Promise<string> {
  const { sealing } = text;
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(sealing.passphrase, { exact: true }), 'too short');
  await userEvent.click(page.getByRole('button', { name: sealing.makeKey }));
  await expect.element(page.getByRole('link', { name: sealing.missing.tooShort })).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: sealing.suggest }));
  await expect.element(page.getByText(sealing.suggestionHint)).toBeVisible();
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(sealing.passphrase, { exact: true }), passphrase);
  await userEvent.fill(page.getByLabelText(sealing.again, { exact: true }), passphrase);
  await userEvent.fill(page.getByLabelText(sealing.holder, { exact: true }), alice.name);
  await userEvent.click(page.getByRole('button', { name: sealing.makeKey }));

  await heading(words.steps.sheet);
  await expectAccessible();
  const groups = [...document.querySelectorAll('article code')].map((group) => group.textContent);
  expect(groups).toHaveLength(9);
  await userEvent.click(page.getByRole('button', { name: sealing.continueToTrial }));
  await expect.element(page.getByRole('link', { name: sealing.missing.kept })).toBeVisible();
  await userEvent.click(page.getByLabelText(sealing.kept));
  for (const [place, group] of groups.entries()) {
    const field = page.getByRole('textbox', { name: sealing.group(place + 1), exact: true });
    if (field.query() !== null) await userEvent.fill(field, group.toLowerCase());
  }
  await userEvent.click(page.getByRole('button', { name: sealing.continueToTrial }));
  return groups.join('-');
}

async function rehearse(): Promise<void> {
  const { sealing } = text;
  await heading(words.steps.rehearsal);
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(sealing.passphrase, { exact: true }), 'river lantern orchard pencils');
  await userEvent.click(page.getByRole('button', { name: sealing.openSample }));
  await expect.element(page.getByText(text.problems['passphrase-wrong'].happened)).toBeVisible();
  await userEvent.fill(page.getByLabelText(sealing.passphrase, { exact: true }), passphrase);
  await userEvent.click(page.getByRole('button', { name: sealing.openSample }));
  await expect.element(page.getByText('Sample Person, Èzili Núñez')).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: sealing.store }));
}
