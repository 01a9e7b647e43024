// Languages of things, by name: those a library here has most often in our own words, others as the browser calls them. No browser has
// names in Haitian Creole, and would take those of its own language: English ones stand there, on every device the same.

import type { Text } from '../../text/text.ts';
import type { Catalogue } from '../../records/catalogue.ts';

export const offeredLanguages = ['en', 'es', 'ht', 'fr', 'pt', 'zh', 'ar', 'ru', 'vi', 'mul'] as const;

export function languageName(code: string, text: Text): string {
  const known = offeredLanguages.find((one) => one === code);
  if (known !== undefined) return text.resources.languageName[known];
  try {
    return new Intl.DisplayNames([text.language, 'en'], { type: 'language' }).of(code) ?? code;
  } catch {
    return code; // the browser knows no such language
  }
}

/** Those that occur, the offered ones first. */
export function languagesIn({ items }: Catalogue): readonly string[] {
  const found = new Set(items.flatMap(({ values }) => values.language ?? []));
  const known = offeredLanguages.filter((code) => found.has(code));
  return [...known, ...[...found].filter((code) => !known.some((one) => one === code)).sort()];
}
