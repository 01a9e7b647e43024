// What a language is called that a library here seldom has.

import { expect, onTestFinished, test, vi } from 'vitest';
import { languageName } from '../../../src/app/features/resources/item-language.ts';
import { catalogues } from '../text/catalogues.ts';

const Names = Intl.DisplayNames;

/** A browser in French answers in French whom it has no other answer for. */
class NamesInFrench extends Names {
  constructor(locales: Intl.LocalesArgument, options: Intl.DisplayNamesOptions) {
    super([locales ?? [], 'fr'].flat(), options);
  }
}

test('in a French browser, too, a language has its name in the words of the app, and in English where no browser has Haitian Creole', () => {
  const replaced = vi.spyOn(Intl, 'DisplayNames').mockImplementation(NamesInFrench);
  onTestFinished(() => replaced.mockRestore());
  expect(new Intl.DisplayNames('ht', { type: 'language' }).of('so')).toBe('somali');
  const named = (code: string) => Object.values(catalogues).map((text) => languageName(code, text));
  expect(named('so')).toEqual(['Somali', 'somalí', 'Somali']);
  expect(named('vi')).toEqual(['Vietnamese', 'Vietnamita', 'Vyetnamyen']);
  expect(named('no such code')).toEqual(Array(3).fill('no such code'));
});
