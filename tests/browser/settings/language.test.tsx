// The language of the screens: chosen on this device, drawn at once, remembered, and nothing typed is lost by it.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SignInScreen } from '../../../src/app/features/admin/sign-in/SignInScreen.tsx';
import { TodayScreen } from '../../../src/app/features/today/TodayScreen.tsx';
import { createAppLanguage } from '../../../src/app/language.ts';
import { LanguageSwitch } from '../../../src/app/LanguageSwitch.tsx';
import { enUS as english } from '../../../src/app/text/en-US.ts';
import { first as creole } from '../../../src/app/text/ht/first.ts';
import { done } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import { aDevice, anOpenSession, onPhone, shown } from '../app/a-field-day.tsx';

beforeEach(onPhone);
afterEach(() => {
  localStorage.clear();
  document.documentElement.removeAttribute('dir');
});

test('Today speaks Kreyòl as soon as it is chosen, and English again', async () => {
  const device = await aDevice();
  await done(device.act.count(await anOpenSession(device), '6-11', 12, 'many'));
  shown(
    device,
    <>
      <TodayScreen />
      <LanguageSwitch withAutomatic />
    </>,
  );
  await expect.element(page.getByRole('link', { name: /12 people/ })).toBeInTheDocument();
  await userEvent.click(page.getByRole('radio', { name: 'Kreyòl ayisyen' }));
  await expect.element(page.getByRole('heading', { level: 1, name: creole.today.title })).toBeVisible();
  await expect.element(page.getByRole('link', { name: /12 moun/ })).toBeInTheDocument();
  await expect.element(page.getByRole('link', { name: creole.shell.settings })).toBeVisible();
  expect(document.documentElement.lang).toBe('ht');
  await expectAccessible();

  await userEvent.click(page.getByRole('radio', { name: 'English' }));
  await expect.element(page.getByRole('heading', { level: 1, name: english.today.title })).toBeVisible();
  expect(document.documentElement.lang).toBe('en-US');
});

test('what is typed stays when the language is changed', async () => {
  const device = await aDevice();
  shown(device, <SignInScreen />);
  await userEvent.fill(page.getByLabelText(english.access.signIn.email), 'alice@library.org');
  await userEvent.click(page.getByRole('radio', { name: 'Español' }));
  await expect.element(page.getByRole('heading', { level: 1, name: 'Entrar' })).toBeVisible();
  await expect.element(page.getByLabelText('Correo electrónico')).toHaveValue('alice@library.org');
  await expect.element(page.getByRole('radio', { name: 'Español' })).toBeChecked();
});

test('the choice is remembered on this device; automatic follows the browser', async () => {
  const chosen = createAppLanguage(['en-US']);
  await chosen.choose('es-US');
  const again = createAppLanguage(['en-US']);
  await again.begun;
  expect([again.choice.value, again.text.value.language]).toEqual(['es-US', 'es-US']);

  await again.choose('automatic');
  const asked = createAppLanguage(['ht-HT', 'en-US']);
  await asked.begun;
  expect([asked.choice.value, asked.text.value.language]).toEqual(['automatic', 'ht']);
  expect(document.documentElement.lang).toBe('ht');
});
