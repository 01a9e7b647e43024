// Every sentence a user reads, typed by the English catalogue: a language that misses one does not compile.
// Messages are plain functions of what they name, so a translator sees whole sentences and a plural is chosen inside the language.
// To add a language: one file that satisfies Text, one line in `catalogues`.

import type { Language } from '../../domain/shapes.ts';
import { enUS } from './en-US.ts';

export type Text = typeof enUS;

/** Languages that are complete today; the library's own list of languages (kiosk, sign-ups) is longer. */
export const catalogues: Readonly<Partial<Record<Language, Text>>> = { 'en-US': enUS };

export function textFor(language: Language): Text {
  return catalogues[language] ?? enUS;
}
