// Which of our languages a browser is spoken to in, when nobody has chosen.

import { expect, test, vi } from 'vitest';
import { languageFor } from '../../src/app/language.ts';

test('the first of the languages asked for that we have is spoken, whatever its region', () => {
  expect(languageFor(['es-MX', 'en-US'])).toBe('es-US');
  expect(languageFor(['es'])).toBe('es-US');
  expect(languageFor(['HT-ht', 'fr'])).toBe('ht');
  expect(languageFor(['fr-HT', 'ht', 'es'])).toBe('ht');
  expect(languageFor(['en-GB', 'es'])).toBe('en-US');
});

test('English is spoken when none of them is ours', () => {
  expect(languageFor([])).toBe('en-US');
  expect(languageFor(['fr-CA', 'de', 'ca', 'hu', 'x'])).toBe('en-US');
});

test('a language speaks once its first part is loaded, all of it once it is whole', async () => {
  vi.resetModules(); // another test of this worker may have had it loaded
  const { loadText, textFor } = await import('../../src/app/text/text.ts');
  expect(textFor('en-US').text.shell.save).toBe('Save');
  expect(() => textFor('ht')).toThrow('ht was spoken before it was loaded');
  const { text, whole } = await loadText('ht');
  expect(text.shell.save).toBe('Anrejistre');
  expect(text.direction).toBe('ltr');
  expect(() => text.settings).toThrow('before they were loaded');
  await whole();
  expect(textFor('ht').text.settings.title).toBe('Reglaj');
});
