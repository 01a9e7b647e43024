// What visitors read at the kiosk is held to a level (LOOK.md: fifth grade or below). English by Flesch and Kincaid (1975); Spanish by Fernández
// Huerta (1959, as corrected by Law) on the scale of INFLESZ (Barrio 2008), where 65 begins what is fairly easy. Nobody has made a formula for
// Haitian Creole: there, as in the others, sentences are short. The formulas say little of a few words: they are asked of whole texts.

import { expect, test } from 'vitest';
import type { Text } from '../../../src/app/text/text.ts';
import { languages } from '../../../src/domain/shapes.ts';
import { defaultRules } from '../../../src/domain/sign-up-rules.ts';
import { leavesOf } from '../../support/pseudo.ts';
import { catalogues } from './catalogues.ts';

const longestSentence = 17; // words
const fewestWords = 8;

const isForStaff = /^(staff|survey\.offer|survey\.offerHint)$/;
const isNamed = /\.(child|remove)$/;

/** With a number or a name where one stands. */
function readByVisitors({ kiosk, workshops }: Text): readonly string[] {
  const leaves = leavesOf({ ...kiosk, survey: workshops.kiosk, ours: workshops.ours, scale: workshops.survey.scale });
  return leaves.flatMap(({ path, said }) => {
    if (path.endsWith('version') || isForStaff.test(path)) return [];
    if (typeof said !== 'function') return [String(said)];
    if (path === 'consent.text') return [kiosk.consent.text(defaultRules.keepDays)];
    return [String(said.length === 2 && isNamed.test(path) ? said('Ana', 13) : isNamed.test(path) ? said('Ana') : said(13, 13))];
  });
}

const sentencesIn = (text: string) => text.split(/(?<=[.?!:])\s+/);
const wordsIn = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}’@.-]*/gu) ?? [];

interface Measured {
  readonly wordsASentence: number;
  readonly syllablesAWord: number;
}

function measured(texts: readonly string[], syllablesIn: (word: string) => number): Measured {
  const sentences = texts.flatMap(sentencesIn);
  const words = sentences.flatMap(wordsIn);
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return { wordsASentence: words.length / sentences.length, syllablesAWord: syllables / words.length };
}

/** A year of school in the United States. */
function grade(texts: readonly string[]): number {
  const { wordsASentence, syllablesAWord } = measured(texts, englishSyllables);
  return 0.39 * wordsASentence + 11.8 * syllablesAWord - 15.59;
}

/** 100 is very easy, 0 very hard. */
function ease(texts: readonly string[]): number {
  const { wordsASentence, syllablesAWord } = measured(texts, spanishSyllables);
  return 206.84 - 60 * syllablesAWord - 1.02 * wordsASentence;
}

/** About: an e that is not heard counts for none. */
function englishSyllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const heard = letters.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, '').replace(/^y/, '');
  return heard.match(/[aeiouy]{1,2}/g)?.length ?? 1;
}

/** Two strong vowels are two; a weak one joins its neighbor, unless it has the accent. */
function spanishSyllables(word: string): number {
  const heard = word.toLowerCase().replace(/(?<=[gq])u(?=[eiéí])/g, '');
  return heard.match(/[iuü]?[aeoáéó][iuy]?|[iuüíúy]/g)?.length ?? 1;
}

test.each(languages)('at the kiosk no sentence is long in %s', (language) => {
  const sentences = readByVisitors(catalogues[language]).flatMap(sentencesIn);
  expect(sentences.length).toBeGreaterThan(150);
  expect(sentences.filter((sentence) => wordsIn(sentence).length > longestSentence)).toEqual([]);
});

test('the kiosk reads at fifth grade or below, each of its longer texts and all of them', () => {
  const texts = readByVisitors(catalogues['en-US']);
  const longer = texts.filter((text) => wordsIn(text).length >= fewestWords);
  expect(longer.length).toBeGreaterThan(15);
  expect(longer.filter((text) => grade([text]) >= 6)).toEqual([]);
  expect(grade(texts)).toBeLessThan(6);
});

test('in Spanish the kiosk is fairly easy to read or easier, each of its longer texts and all of them', () => {
  const texts = readByVisitors(catalogues['es-US']);
  const longer = texts.filter((text) => wordsIn(text).length >= fewestWords);
  expect(longer.length).toBeGreaterThan(15);
  expect(longer.filter((text) => ease([text]) < 65)).toEqual([]);
  expect(ease(texts)).toBeGreaterThanOrEqual(65);
});

test('the measures tell what is hard from what is easy', () => {
  expect(['staff', 'library', 'everyone', 'asked', 'typed', 'erased'].map(englishSyllables)).toEqual([1, 3, 3, 1, 1, 2]);
  expect(['biblioteca', 'aquí', 'tía', 'correo', 'elija', 'página'].map(spanishSyllables)).toEqual([4, 2, 2, 3, 3, 3]);
  const legal =
    'By proceeding, the undersigned participant authorizes the institution to retain the information provided for administrative purposes.';
  expect(grade([legal])).toBeGreaterThan(12);
  const spanish =
    'La institución conservará confidencialmente la información proporcionada durante el procedimiento de inscripción electrónica.';
  expect(ease([spanish])).toBeLessThan(45);
});
