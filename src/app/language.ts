// Which language the screens speak on this device: as the browser asks for, or as chosen here and remembered like the theme. A choice
// is drawn at once, in place: the text is one value of the context, so what is typed into a form stays. The kiosk's language is its own.

import { type ReadonlySignal, signal } from '@preact/signals';
import { failed, ok, type Result } from '../domain/problem.ts';
import { type Language, languages } from '../domain/shapes.ts';
import { loadText, type Text, textFor } from './text/text.ts';

export type LanguageChoice = 'automatic' | Language;

export interface AppLanguage {
  readonly text: ReadonlySignal<Text>;
  readonly choice: ReadonlySignal<LanguageChoice>;
  /** Resolves when the screens speak it; when its sentences cannot be had, all stays as it was. */
  readonly choose: (choice: LanguageChoice) => Promise<Result<void>>;
  /** Resolves when every sentence of the language spoken now is here. */
  readonly whole: () => Promise<void>;
  /** Resolves when the first screens can be drawn: in the remembered language, or in English when that cannot be had. */
  readonly begun: Promise<void>;
}

const storageKey = 'wayside-language';

/** `asked` is what the browser is set to, the dearest first. */
export function createAppLanguage(asked: readonly string[]): AppLanguage {
  const choice = signal<LanguageChoice>(rememberedChoice());
  const spoken = signal(textFor('en-US'));
  const text = signal<Text>(spoken.value.text);
  const languageOf = (chosen: LanguageChoice) => (chosen === 'automatic' ? languageFor(asked) : chosen);
  const speak = (next: typeof spoken.value) => {
    spoken.value = next;
    text.value = next.text;
    document.documentElement.lang = next.text.language;
    document.documentElement.dir = next.text.direction;
  };
  const begin = async () => {
    const language = languageOf(choice.value);
    const next = await loadText(language);
    // Somebody may have chosen while it was on its way.
    if (languageOf(choice.value) === language) speak(next);
  };
  return {
    text,
    choice,
    choose: async (chosen) => {
      try {
        const next = await loadText(languageOf(chosen));
        await next.whole();
        speak(next);
      } catch {
        return failed('server-unreachable'); // not kept on this device yet, and the server that has it does not answer
      }
      choice.value = chosen;
      remember(chosen);
      return ok(undefined);
    },
    whole: () => spoken.value.whole(),
    begun: begin().catch(() => speak(textFor('en-US'))), // a language that cannot be had must not keep the app from opening
  };
}

/** The first of the asked languages that we have, whatever its region; else English. */
export function languageFor(asked: readonly string[]): Language {
  const family = (tag: string) => tag.toLowerCase().split('-')[0];
  for (const tag of asked) {
    const found = languages.find((language) => family(language) === family(tag));
    if (found !== undefined) return found;
  }
  return 'en-US';
}

function rememberedChoice(): LanguageChoice {
  try {
    const kept = localStorage.getItem(storageKey);
    return languages.find((language) => language === kept) ?? 'automatic';
  } catch {
    return 'automatic';
  }
}

function remember(choice: LanguageChoice): void {
  try {
    if (choice === 'automatic') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, choice);
  } catch {
    // Refused or full: it is spoken until the page closes, which is all that was promised.
  }
}
