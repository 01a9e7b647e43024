// What the compiler cannot see of a language: that nothing is empty, that nothing was left in English, and that a sentence names all
// that the English one names.

import { expect, test } from 'vitest';
import { languages } from '../../../src/domain/shapes.ts';
import { type Leaf, leavesOf } from '../../support/pseudo.ts';
import { catalogues } from './catalogues.ts';

/** The same in every language: names, signs, file words. What a language has in common with English by chance is listed under it. */
const sameEverywhere = [
  'language',
  'direction',
  'shell.appName',
  /^words\.language\./,
  /^words\.band\.(?!general)/,
  'attendance.way.tap',
  'handOver.lock.android',
  'handOver.lock.chromeos',
  'handOver.leave.pin',
  'handOver.pin.label',
  'files.kind.pdf',
  'loans.file.koha',
  'loans.file.evergreen',
];
const sameByChance = {
  'en-US': [/./],
  'es-US': ['words.resourceType.kit', 'kiosk.no', 'files.kind.video'],
  ht: [],
} satisfies Readonly<Record<(typeof languages)[number], readonly (string | RegExp)[]>>;

/** What a line of Ready to leave names: a message that takes these takes all of them. */
const said = { count: 1201, other: 1202, names: 'worda', seconds: 7200, bytes: 5_000_000 };
type Sample = string | number | typeof said;
type Message = (...named: readonly Sample[]) => string;

const english = new Map(leavesOf(catalogues['en-US']).map((leaf) => [leaf.path, leaf]));
/** Held against browsers in formatting.test.ts. */
const isFormat = (leaf: Leaf) => leaf.path.startsWith('formatting.');

test.each(languages)('%s says every sentence, and says it in its own words', (language) => {
  const leaves = leavesOf(catalogues[language]).filter((leaf) => !isFormat(leaf));
  const allowed = [...sameEverywhere, ...sameByChance[language]];
  const mayBeSame = (path: string) => allowed.some((one) => (typeof one === 'string' ? one === path : one.test(path)));
  const strings = leaves.filter((leaf) => typeof leaf.said === 'string');
  expect(strings.length).toBeGreaterThan(800);
  expect(strings.filter(({ path, said }) => said === '' && path !== 'attendance.way.tap').map((leaf) => leaf.path)).toEqual([]);
  expect(strings.filter(({ path, said }) => said === english.get(path)?.said && !mayBeSame(path)).map((leaf) => leaf.path)).toEqual([]);
});

test.each(languages)('%s names in each sentence all that the English sentence names, one or many', (language) => {
  const wrong: string[] = [];
  const messages = leavesOf(catalogues[language]).filter((leaf) => typeof leaf.said === 'function' && !isFormat(leaf));
  expect(messages.length).toBeGreaterThan(100);
  for (const { path, said } of messages) {
    const original = english.get(path)?.said;
    if (typeof original !== 'function' || typeof said !== 'function') throw new Error(`${path} is no message in English`);
    const samples = samplesFor(original as Message);
    if (samples.length === 0) wrong.push(`${path}: no sample fits`);
    for (const named of samples) {
      const [ours, theirs] = [(said as Message)(...named), (original as Message)(...named)];
      if (ours.trim() === '' || /undefined|null|NaN/.test(ours)) wrong.push(`${path}(${named}): “${ours}”`);
      const missing = named.flatMap(partsOf).filter((one) => shows(theirs, one) && !shows(ours, one));
      if (missing.length > 0) wrong.push(`${path}: “${ours}” lacks ${missing}, “${theirs}” has it`);
    }
  }
  expect(wrong).toEqual([]);
});

test('the check sees what is missing, empty or wrong', () => {
  const { count } = catalogues['en-US'].resources;
  expect(samplesFor(count as Message)).toEqual([[1201], [1]]);
  expect(shows('1,201 resources', 1201)).toBe(true);
  expect(shows('resources', 1201)).toBe(false);
});

/** Arguments that the message can say: each a number or a word, as it takes them; a number also as one. */
function samplesFor(message: Message): readonly (readonly Sample[])[] {
  const count = message.length;
  for (let kinds = 0; kinds < 2 ** count; kinds++) {
    const isNumber = (at: number) => (kinds & (1 << at)) === 0;
    const many = Array.from({ length: count }, (_, at) => (isNumber(at) ? 1201 + at : `word${'abcdef'[at]}`));
    const one = many.map((each) => (typeof each === 'number' ? 1 : each));
    if (!says(message, many) || !says(message, one)) continue;
    return one.some((each) => each === 1) ? [many, one] : [many];
  }
  const both = [[said], [{ ...said, count: 1, other: 1 }]];
  return count === 1 && says(message, [said]) ? both : [];
}

function partsOf(sample: Sample): readonly (string | number)[] {
  return typeof sample === 'object' ? Object.values(sample) : [sample];
}

function says(message: Message, named: readonly Sample[]): boolean {
  try {
    const answer: unknown = message(...named);
    return typeof answer === 'string' && !/NaN|undefined/.test(answer);
  } catch {
    return false; // a word where it wants a number, or the other way round
  }
}

function shows(sentence: string, named: string | number): boolean {
  if (typeof named === 'string') return sentence.toLowerCase().includes(named);
  return named === 1 || sentence.includes(String(named)) || sentence.includes(named.toLocaleString('en-US'));
}
