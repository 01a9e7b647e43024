// What a library asks for, from whom.

import { expect, test } from 'vitest';
import type { ContactDetails } from '../../src/domain/sign-up.ts';
import {
  ageOn,
  bandOf,
  defaultRules,
  isUnder,
  missingIn,
  ourWording,
  rulesFor,
  rulesForAll,
  wordingVersion,
} from '../../src/domain/sign-up-rules.ts';

const nobody: ContactDetails = {
  name: '',
  phone: '',
  email: '',
  address: '',
  birthDate: null,
  guardian: null,
  cardNumber: '',
  note: '',
};
const adult = { guardian: false, signature: false };

test('an age changes on the birthday; of a leap day on March 1', () => {
  expect(ageOn('2016-05-02', '2026-05-01')).toBe(9);
  expect(ageOn('2016-05-02', '2026-05-02')).toBe(10);
  expect(ageOn('2016-02-29', '2026-02-28')).toBe(9);
  expect(ageOn('2016-02-29', '2026-03-01')).toBe(10);
  expect([0, 5, 6, 11, 12, 18, 19, 80].map(bandOf)).toEqual(['0-5', '0-5', '6-11', '6-11', '12-18', '12-18', '19+', '19+']);
});

test('whether somebody is a minor is known from the birth date, else from the band, else asked', () => {
  const today = '2026-11-27';
  expect(isUnder(13, { birthDate: '2014-01-01', ageBand: '0-5' }, today)).toBe(true);
  expect(isUnder(13, { birthDate: '2013-11-27', ageBand: '6-11' }, today)).toBe(false);
  expect(
    (['0-5', '6-11', '12-18', '19+', 'general', null] as const).map((ageBand) => isUnder(13, { birthDate: null, ageBand }, today)),
  ).toEqual([true, true, 'unsure', false, 'unsure', 'unsure']);
  expect(isUnder(0, { birthDate: null, ageBand: '0-5' }, today)).toBe(false);
});

test('who wants several things is asked what the strictest of them asks', () => {
  const both = rulesForAll(defaultRules, ['newsletter', 'card']);
  expect(both).toEqual({ ...rulesFor(defaultRules, 'card') });
  expect(rulesForAll(defaultRules, ['reading_challenge']).reachable).toBe(false);
});

test('what is missing is named in the order it is asked', () => {
  expect(missingIn(nobody, rulesFor(defaultRules, 'card'), { guardian: true, signature: true })).toEqual([
    'name',
    'address',
    'birthDate',
    'reach',
    'guardian',
    'signature',
  ]);
  expect(missingIn({ ...nobody, name: 'Zoé' }, rulesFor(defaultRules, 'newsletter'), adult)).toEqual(['reach']);
  expect(missingIn({ ...nobody, name: 'Zoé', email: 'z@example.org' }, rulesFor(defaultRules, 'newsletter'), adult)).toEqual([]);
  expect(missingIn({ ...nobody, name: 'Zoé', phone: '  ' }, rulesFor(defaultRules, 'reading_challenge'), adult)).toEqual([]);
});

test('a wording is named by its language, its day and what it says: no two of one day have one name, whoever wrote them', () => {
  const [one, other] = ['Nou efase enfòmasyon yo.', 'Nou efase enfòmasyon yo pita.'].map((said) =>
    wordingVersion('ht', '2026-11-02', said),
  );
  expect(one).toMatch(/^ht\/2026-11-02\.[0-9a-z]+$/);
  expect(other).not.toBe(one);
  expect(wordingVersion('ht', '2026-11-02', 'Nou efase enfòmasyon yo.')).toBe(one);
  expect(wordingVersion('ht', '2026-11-03', 'Nou efase enfòmasyon yo.')).not.toBe(one);
});

test('the version of our own wording says after how many days details go, as its text does', () => {
  const ours = { version: 'en-US/2026-11-28', text: (days: number) => `gone after ${days} days` };
  expect(ourWording(ours, 30)).toEqual({ version: 'en-US/2026-11-28/30', text: 'gone after 30 days' });
  expect(ourWording(ours, 90).version).not.toBe(ourWording(ours, 30).version);
});
