// Every sentence a user reads, typed by the English catalogue: a language that misses one does not compile.
// Messages are plain functions of what they name, so a translator sees whole sentences and a plural is chosen inside the language.
// A catalogue comes in two parts, so that Today does not wait for the sentences of set-up. To add a language: its code in
// domain/shapes.ts, its folder here, one line in `catalogues`.

import type { Language } from '../../domain/shapes.ts';
import { first as firstOfEnglish } from './en-US/first.ts';
import type { rest as restOfEnglish } from './en-US/rest.ts';

/** The same messages in any language: what English says word for word is any string, what it says of something takes the same. */
type InAnyLanguage<Said> = Said extends string
  ? string
  : Said extends (...named: infer Named) => infer Answer
    ? (...named: Named) => InAnyLanguage<Answer>
    : { readonly [Key in keyof Said]: InAnyLanguage<Said[Key]> };

export type First = InAnyLanguage<Omit<typeof firstOfEnglish, 'language' | 'direction'>> & {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
};
export type Rest = InAnyLanguage<typeof restOfEnglish>;
/** What can go wrong on the first screens is said by `problems`, what only later ones meet by `moreProblems`; who looks one up need not know. */
export type Text = Omit<First, 'problems'> & Rest & { readonly problems: First['problems'] & Rest['moreProblems'] };

interface Catalogue {
  readonly first: () => Promise<First>;
  readonly rest: () => Promise<Rest>;
}

/** English comes with the app; the parts of the others are chunks of their own, precached like every screen. */
const catalogues: Readonly<Record<Language, Catalogue>> = {
  'en-US': { first: async () => firstOfEnglish, rest: () => import('./en-US/rest.ts').then((part) => part.rest) },
  'es-US': {
    first: () => import('./es-US/first.ts').then((part) => part.first),
    rest: () => import('./es-US/rest.ts').then((part) => part.rest),
  },
  ht: { first: () => import('./ht/first.ts').then((part) => part.first), rest: () => import('./ht/rest.ts').then((part) => part.rest) },
};

export interface LoadingText {
  readonly text: Text;
  /** Resolves when every sentence is here. A screen that is loaded lazily waits for it; the first screens need not. */
  readonly whole: () => Promise<void>;
}

const firsts = new Map<Language, First>([['en-US', firstOfEnglish]]);
const spoken = new Map<Language, LoadingText>();

/** Loads what the first screens say; then textFor speaks this language at once. */
export async function loadText(language: Language): Promise<LoadingText> {
  if (!firsts.has(language)) firsts.set(language, await catalogues[language].first());
  return textFor(language);
}

/** For a language that has been loaded; English always is. */
export function textFor(language: Language): LoadingText {
  const first = firsts.get(language);
  if (first === undefined) throw new Error(`${language} was spoken before it was loaded`);
  const known = spoken.get(language) ?? loadingText(first, catalogues[language].rest);
  spoken.set(language, known);
  return known;
}

function loadingText(first: First, load: Catalogue['rest']): LoadingText {
  const loaded: { rest: Rest | null } = { rest: null };
  const rest = () => {
    if (loaded.rest === null) throw new Error('a screen that needs all sentences was drawn before they were loaded');
    return loaded.rest;
  };
  const text: Text = {
    ...first,
    get problems() {
      // A screen that can meet the others is drawn when they are here, like every sentence of it.
      return { ...first.problems, ...loaded.rest?.moreProblems } as Text['problems'];
    },
    get access() {
      return rest().access;
    },
    get delivery() {
      return rest().delivery;
    },
    get asking() {
      return rest().asking;
    },
    get attendance() {
      return rest().attendance;
    },
    get erasing() {
      return rest().erasing;
    },
    get files() {
      return rest().files;
    },
    get followUp() {
      return rest().followUp;
    },
    get calendars() {
      return rest().calendars;
    },
    get cards() {
      return rest().cards;
    },
    get handOuts() {
      return rest().handOuts;
    },
    get handOver() {
      return rest().handOver;
    },
    get importing() {
      return rest().importing;
    },
    get keyHolders() {
      return rest().keyHolders;
    },
    get kiosk() {
      return rest().kiosk;
    },
    get loans() {
      return rest().loans;
    },
    get moreProblems() {
      return rest().moreProblems;
    },
    get parcels() {
      return rest().parcels;
    },
    get readiness() {
      return rest().readiness;
    },
    get partners() {
      return rest().partners;
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
    get schedule() {
      return rest().schedule;
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
    get titles() {
      return rest().titles;
    },
    get shared() {
      return rest().shared;
    },
    get signUps() {
      return rest().signUps;
    },
    get unsaved() {
      return rest().unsaved;
    },
    get workshops() {
      return rest().workshops;
    },
  };
  return {
    text,
    whole: async () => {
      loaded.rest ??= await load();
    },
  };
}
