// What is hidden while it is typed: a secret that is shared, or asked for on a shared device, is nothing a browser would offer to keep.

import { useState } from 'preact/hooks';
import { expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PasswordField, type PasswordFieldProps } from '../../../src/app/ui/form/PasswordField.tsx';
import { expectAccessible } from '../accessibility.ts';
import { aPage } from '../page.ts';

type Kind = PasswordFieldProps['kind'];

function Asked({ kind }: { readonly kind: Kind }) {
  const [value, setValue] = useState('');
  const shared = { name: 'secret', label: 'Secret', showLabel: 'Show', hideLabel: 'Hide', value, onInput: setValue };
  return (
    <main>
      <h1>Secrets</h1>
      {kind === 'pin' || kind === 'passphrase' ? (
        <PasswordField {...shared} kind={kind} hiddenLabel="(hidden)" />
      ) : (
        <PasswordField {...shared} kind={kind} />
      )}
    </main>
  );
}

function shown(kind: Kind) {
  const { draw } = aPage(<Asked kind={kind} />);
  return { field: page.getByLabelText('Secret', { exact: true }), close: () => draw(null) };
}

test.each([
  { kind: 'pin', autocomplete: 'one-time-code', keyboard: 'numeric' },
  { kind: 'passphrase', autocomplete: 'off', keyboard: null },
] as const)('a $kind is text drawn as dots, until it is shown', async ({ kind, autocomplete, keyboard }) => {
  const { field, close } = shown(kind);
  await expect.element(field).toHaveAttribute('type', 'text');
  await expect.element(field).toHaveAttribute('autocomplete', autocomplete);
  await expect.element(field).toHaveAttribute('spellcheck', 'false');
  await expect.element(field).toHaveAttribute('autocapitalize', 'off');
  await expect.element(field).toHaveAttribute('autocorrect', 'off');
  const input = field.element();
  expect(input.getAttribute('inputmode')).toBe(keyboard);
  expect(getComputedStyle(input).getPropertyValue('-webkit-text-security')).toBe('disc');
  await expect.element(field).toHaveAccessibleName('Secret (hidden)');
  await expectAccessible();

  await userEvent.fill(field, '4711');
  await userEvent.click(page.getByRole('button', { name: 'Show', exact: true }));
  expect(getComputedStyle(input).getPropertyValue('-webkit-text-security')).toBe('none');
  await expect.element(field).toHaveAccessibleName('Secret');
  await expect.element(field).toHaveValue('4711');
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: 'Hide', exact: true }));
  expect(getComputedStyle(input).getPropertyValue('-webkit-text-security')).toBe('disc');

  close();
  expect(document.documentElement.outerHTML).not.toMatch(/\b4711\b/); // a random id may have it in its middle
});

test('where a browser cannot draw dots over text, it is a password field after all', async () => {
  const supports = vi.spyOn(CSS, 'supports').mockReturnValue(false);
  onTestFinished(() => supports.mockRestore());
  await expect.element(shown('pin').field).toHaveAttribute('type', 'password');
});

test('the password of one’s own account is a password field, which a browser may keep', async () => {
  const { field } = shown('current-password');
  await expect.element(field).toHaveAttribute('type', 'password');
  await expect.element(field).toHaveAttribute('autocomplete', 'current-password');
  await userEvent.click(page.getByRole('button', { name: 'Show', exact: true }));
  await expect.element(field).toHaveAttribute('type', 'text');
});
