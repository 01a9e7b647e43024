// Light, dark and sunlight: two taps, remembered, and readable.
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ThemeMenu } from '../../../src/app/ui/frame/ThemeMenu.tsx';
import { applyRememberedTheme, currentTheme } from '../../../src/app/ui/theme.ts';
import { expectAccessible } from '../accessibility.ts';
import { aPage } from '../page.ts';

const labels = { automatic: 'Automatic', light: 'Light', dark: 'Dark', sunlight: 'Sunlight' };

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
  applyRememberedTheme();
});

test('sunlight is two taps away and remembered', async () => {
  aPage(
    <main>
      <h1>Colors</h1>
      <ThemeMenu label="Colors" legend="Colors" labels={labels} />
    </main>,
  );
  await userEvent.click(page.getByRole('button', { name: 'Colors' }));
  await expectAccessible();
  await userEvent.click(page.getByLabelText('Sunlight'));
  expect(getComputedStyle(document.documentElement).getPropertyValue('--ink').trim()).toBe('#000');

  delete document.documentElement.dataset['theme'];
  applyRememberedTheme();
  expect(currentTheme()).toBe('sunlight');
});

test('Escape closes the choice and returns the focus', async () => {
  aPage(<ThemeMenu label="Colors" legend="Colors" labels={labels} />);
  await userEvent.click(page.getByRole('button', { name: 'Colors' }));
  page.getByLabelText('Dark').element().focus();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByLabelText('Dark')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Colors' })).toHaveFocus();
});

test('where storage is refused the choice still holds until the page closes', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('refused', 'SecurityError');
  });
  aPage(<ThemeMenu label="Colors" legend="Colors" labels={labels} />);
  await userEvent.click(page.getByRole('button', { name: 'Colors' }));
  await userEvent.click(page.getByLabelText('Dark'));
  expect(currentTheme()).toBe('dark');
});
