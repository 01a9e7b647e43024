// Every sentence a user reads, typed by the English catalogue: a language that misses one does not compile.
// Messages are plain functions of what they name, so a translator sees whole sentences and a plural is chosen inside the language.
// A catalogue comes in two parts, so that Today does not wait for the sentences of set-up. To add a language: its catalogue, one line here.

import type { Language } from '../../domain/shapes.ts';
import type { enUS } from './en-US.ts';
import { first } from './en-US/first.ts';
import type { rest as restOfEnglish } from './en-US/rest.ts';

export type Text = typeof enUS;

interface Catalogue {
  readonly first: typeof first;
  readonly rest: () => Promise<typeof restOfEnglish>;
}

const english: Catalogue = { first, rest: () => import('./en-US/rest.ts').then((part) => part.rest) };

/** Languages that are complete today; the library's own list of languages (kiosk, sign-ups) is longer. */
const catalogues: Readonly<Partial<Record<Language, Catalogue>>> = { 'en-US': english };

export interface LoadingText {
  readonly text: Text;
  /** Resolves when every sentence is here. A screen that is loaded lazily waits for it; the first screens need not. */
  readonly whole: () => Promise<void>;
}

export function textFor(language: Language): LoadingText {
  const catalogue = catalogues[language] ?? english;
  const loaded: { rest: typeof restOfEnglish | null } = { rest: null };
  const rest = () => {
    if (loaded.rest === null) throw new Error('a screen that needs all sentences was drawn before they were loaded');
    return loaded.rest;
  };
  const text: Text = {
    ...catalogue.first,
    get access() {
      return rest().access;
    },
    get attendance() {
      return rest().attendance;
    },
    get cards() {
      return rest().cards;
    },
    get handOuts() {
      return rest().handOuts;
    },
    get importing() {
      return rest().importing;
    },
    get resources() {
      return rest().resources;
    },
    get roster() {
      return rest().roster;
    },
    get scanner() {
      return rest().scanner;
    },
    get scanning() {
      return rest().scanning;
    },
    get sealing() {
      return rest().sealing;
    },
    get sessionSteps() {
      return rest().sessionSteps;
    },
    get settings() {
      return rest().settings;
    },
    get signUps() {
      return rest().signUps;
    },
  };
  return {
    text,
    whole: async () => {
      loaded.rest ??= await catalogue.rest();
    },
  };
}
