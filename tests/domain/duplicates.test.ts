// The same person twice: what is found, what is not, and what it costs. Times are not measured; comparisons are counted.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Candidate, findDuplicates, groupsOf, isPerhapsTwins, neighbors, searchDuplicates } from '../../src/domain/duplicates.ts';
import { editDistance, nameLikeness, readName } from '../../src/domain/name-likeness.ts';
import type { ContactDetails } from '../../src/domain/sign-up.ts';
import { randomFrom } from '../support/random.ts';

const nobody: ContactDetails = {
  name: 'Nobody',
  phone: '',
  email: '',
  address: '',
  birthDate: null,
  guardian: null,
  cardNumber: '',
  note: '',
};

function signUp(id: string, contact: Partial<ContactDetails>, parts: Partial<Candidate> = {}): Candidate {
  return { id, session: id, body: { for: 'card', program: null }, contact: { ...nobody, ...contact }, ...parts };
}

/** What is said of two contacts of different sessions, unless `parts` says otherwise. */
function said(a: Partial<ContactDetails>, b: Partial<ContactDetails>, parts: Partial<Candidate> = {}) {
  const [pair] = findDuplicates([signUp('A', a, parts), signUp('B', b, parts)]).pairs;
  return pair?.reasons ?? null;
}

const phone = '(305) 555-0142';
const marie = { name: 'Marie Núñez', relation: 'mother' };

describe('two names', () => {
  test.each([
    ['Èzili Jean-Baptiste', 'ezili jean baptiste', 'same'],
    ["Marie D'Haïti", 'MARIE DHAITI', 'same'],
    ['Núñez, Ana', 'Ana Nuñez', 'order'],
    ['Jean-Baptiste Wideline', 'Wideline Jeanbaptiste', 'order'],
    ['Wideline Joseph', 'Widline Joseph', 'spelling'],
    ['Joseph Wideline', 'Joesph Wideline', 'spelling'],
    ['Ana Pierre', 'Anna Pierre', 'spelling'],
    ['Ana López', 'Ana María López', 'part'],
    ['Rob Pierre', 'Robert Pierre', 'short-form'],
    ['小明', '小明', 'same'],
    ['🦋', '🦋', 'same'],
    ['Ana Pierre', 'Ada Pierre', null],
    ['Ana López', 'Luis López', null],
    ['Li', 'Lu', null],
    ['🦋', '🐢', null],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(nameLikeness(readName(a), readName(b))).toBe(expected);
    expect(nameLikeness(readName(b), readName(a))).toBe(expected);
  });

  test('of any text are compared the same way round and back, and each is the same as itself', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(nameLikeness(readName(a), readName(a))).toBe('same');
        expect(nameLikeness(readName(a), readName(b))).toBe(nameLikeness(readName(b), readName(a)));
      }),
    );
  });

  test('are as far apart as letters have to be changed, up to the bound', () => {
    expect(editDistance('kitten', 'sitting', 5)).toBe(3);
    expect(editDistance('kitten', 'sitting', 1)).toBe(2);
    expect(editDistance('ab', 'ba', 2)).toBe(1);
    expect(editDistance('', 'abc', 3)).toBe(3);
  });
});

describe('the same person', () => {
  test('is found by name and one thing more', () => {
    const [a, b] = ['Èzili Jean-Baptiste', 'Jean Baptiste Ezili'];
    expect(said({ name: a, phone }, { name: b, phone: '+1 305 555 0142' })).toEqual(['name-order', 'phone']);
    for (const other of ['３０５－５５５－０１４２', '٣٠٥ ٥٥٥ ٠١٤٢', '1-305-JJJ-0142'])
      expect(said({ name: a, phone }, { name: b, phone: other }), other).toEqual(['name-order', 'phone']);
    expect(said({ name: a, email: 'E@x.org' }, { name: b, email: ' e@X.org' })).toEqual(['name-order', 'email']);
    expect(said({ name: a, birthDate: '2017-03-04' }, { name: b, birthDate: '2017-03-04' })).toEqual(['name-order', 'birth-date']);
    expect(said({ name: a, guardian: marie }, { name: b, guardian: { name: 'Nunez Marie', relation: '' } })).toEqual([
      'name-order',
      'guardian',
    ]);
  });

  test('is found across devices by guardian and birth date when the name is a short form', () => {
    const child = { birthDate: '2017-03-04', guardian: marie };
    expect(said({ ...child, name: 'Rob Núñez' }, { ...child, name: 'Robert Nunez' })).toEqual([
      'name-short-form',
      'birth-date',
      'guardian',
    ]);
  });

  test('by two unlike names is asked about when guardian and birth date are the same, after all that is surer', () => {
    const child = { birthDate: '2017-03-04', guardian: { name: 'Marie Núñez', relation: '' } };
    const nickname = signUp('B', { ...child, name: 'Ti Jo', guardian: { name: 'NUNEZ, Marie', relation: 'mother' } });
    const [found] = findDuplicates([signUp('A', { ...child, name: 'Joseph Pierre' }), nickname]).pairs;
    expect([found?.reasons, isPerhapsTwins(found ?? { reasons: [] })]).toEqual([['name-unlike', 'birth-date', 'guardian'], true]);
    const surer = findDuplicates([signUp('A', { ...child, name: 'Rob Núñez' }), signUp('B', { ...child, name: 'Robert Nunez' })]).pairs[0];
    expect(found?.score).toBeLessThan(surer?.score ?? 0);
    expect(said({ ...child, name: 'Joseph' }, { ...child, guardian: null, name: 'Ti Jo' })).toBe(null);
    expect(said({ ...child, name: 'Joseph' }, { ...child, birthDate: '2017-04-03', name: 'Ti Jo' })).toBe(null);
    expect(said({ ...child, name: 'Joseph', family: 'F1' }, { ...child, name: 'Josephine', family: 'F1' })).toBe(null);
  });

  test('is found when day and month were changed about, and said so', () => {
    const of = (birthDate: string) => ({ name: 'Ana Pierre', birthDate, phone });
    expect(said(of('2017-03-04'), of('2017-04-03'))).toEqual(['name-same', 'phone', 'birth-date-typo']);
    expect(said(of('2017-03-04'), of('2012-11-30'))).toBe(null);
  });

  test('with nothing but the name is a question within one session only', () => {
    const garcia = { name: 'María García' };
    expect(said(garcia, garcia, { session: 'TONIGHT' })).toEqual(['name-same', 'session']);
    expect(said(garcia, garcia)).toBe(null);
  });

  test('who asks for two different things asks for two things', () => {
    const ana = { name: 'Ana Pierre', phone };
    const wishes = [
      signUp('A', ana),
      signUp('B', ana, { body: { for: 'newsletter', program: null } }),
      signUp('C', ana, { body: { for: 'program', program: 'Chess' } }),
      signUp('D', ana, { body: { for: 'program', program: null, programSession: 'S1' } }),
      signUp('E', ana, { body: { for: 'program', program: 'chess ' } }),
    ];
    expect(findDuplicates(wishes).pairs.map(({ a, b }) => a + b)).toEqual(['CE']);
  });

  test('is the surer the more fits', () => {
    const whole = { name: 'Ana Pierre', phone, birthDate: '2017-03-04' };
    const scores = [
      [whole, whole],
      [whole, { ...whole, name: 'Anna Pierre' }],
      [whole, { ...whole, name: 'Anna Pierre', birthDate: null }],
    ].map(([a = {}, b = {}]) => findDuplicates([signUp('A', a), signUp('B', b)]).pairs[0]?.score ?? 0);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores[0]).toBe(1);
    expect(scores[2]).toBeLessThan(0.8);
  });
});

describe('siblings', () => {
  const home = { phone, email: 'marie@example.org', guardian: marie, address: '12 Mango Lane' };

  test('with one guardian, phone and email are not duplicates', () => {
    expect(said({ ...home, name: 'Ana Núñez' }, { ...home, name: 'Luis Núñez' })).toBe(null);
    const [older, younger] = [{ birthDate: '2015-03-04' }, { birthDate: '2017-03-04' }];
    expect(said({ ...home, ...older, name: 'Marie Núñez' }, { ...home, ...younger, name: 'Mario Núñez' })).toBe(null);
  });

  test('signed up in one go are two children, twins with alike names too; one name twice is a slip', () => {
    const twin = { ...home, birthDate: '2017-03-04', family: 'F1' };
    expect(said({ ...twin, name: 'Marie Núñez' }, { ...twin, name: 'Mario Núñez' })).toBe(null);
    expect(said({ ...twin, name: 'Jean-Baptiste' }, { ...twin, name: 'Jean Baptiste' })).toContain('name-same');
  });

  test('whatever they are called, when no first name is like another and birthdays differ', () => {
    const first = fc.constantFrom('Ana', 'Luis', 'Wideline', 'Jean-Baptiste', '小明', 'Èzili', "D'Andre", 'Zoé');
    fc.assert(
      fc.property(fc.uniqueArray(first, { minLength: 2, maxLength: 6 }), fc.constantFrom('Núñez', 'Pierre', ''), (names, last) => {
        const family = names.map((name, at) =>
          signUp(`S${at}`, { ...home, name: `${name} ${last}`.trim(), birthDate: `20${10 + at}-0${at + 1}-1${at}` }, { session: 'S' }),
        );
        expect(findDuplicates(family).pairs).toEqual([]);
      }),
    );
  });
});

describe('however it is written the second time', () => {
  const word = fc.constantFrom('Wideline', 'Núñez', 'Jean-Baptiste', "D'Haïti", 'Èzili', 'García', 'Toussaint', 'Marisol');
  const person = fc.uniqueArray(word, { minLength: 2, maxLength: 4 });
  const ways: Readonly<Record<string, (words: readonly string[], at: number) => string>> = {
    capitals: (words) => words.join(' ').toUpperCase(),
    accents: (words) => words.join(' ').normalize('NFD').replace(/\p{M}/gu, ''),
    hyphens: (words) => words.join(' ').replace('-', ' ').replace("'", ''),
    order: (words) => words.toReversed().join(' '),
    'a letter left out': (words, at) => changed(words, at, (one, place) => one.slice(0, place) + one.slice(place + 1)),
    'a letter doubled': (words, at) => changed(words, at, (one, place) => one.slice(0, place) + one.slice(place - 1)),
    'another letter': (words, at) => changed(words, at, (one, place) => `${one.slice(0, place)}x${one.slice(place + 1)}`),
  };

  test.each(Object.keys(ways))('%s: the phone number finds it', (way) => {
    fc.assert(
      fc.property(person, fc.nat(), (words, at) => {
        const again = ways[way]?.(words, at) ?? '';
        expect(said({ name: words.join(' '), phone }, { name: again, phone: '305.555.0142' }), again).not.toBe(null);
      }),
    );
  });

  function changed(words: readonly string[], at: number, change: (word: string, place: number) => string): string {
    const which = at % words.length;
    return words.map((one, place) => (place === which ? change(one, 1 + (at % (one.length - 1))) : one)).join(' ');
  }
});

describe('ten thousand sign-ups', () => {
  const next = randomFrom(4);
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? '';
  const syllables = ['ma', 'ri', 'jo', 'se', 'lu', 'ana', 'wi', 'del', 'pi', 'er', 're', 'gar', 'ci', 'to', 'us', 'zo'];
  const aName = () => `${pick(syllables)}${pick(syllables)}${pick(syllables)} ${pick(syllables)}${pick(syllables)}${pick(syllables)}`;
  const aDate = () => `20${10 + Math.floor(next() * 10)}-0${1 + Math.floor(next() * 9)}-${10 + Math.floor(next() * 18)}`;
  const many = (contact: (at: number) => Partial<ContactDetails>) =>
    Array.from({ length: 10_000 }, (_, at) => signUp(`S${at}`, contact(at), { session: `T${at % 250}` }));

  test('of an ordinary year cost a few comparisons each, and the planted pair is found', () => {
    const people = many((at) => ({ name: aName(), birthDate: aDate(), phone: `305${String(1_000_000 + Math.floor(at / 3))}` }));
    const [first] = people;
    const again = signUp('AGAIN', { ...first?.contact, name: first?.contact.name.toUpperCase() ?? '' });
    const { comparisons, pairs } = findDuplicates([...people, again]);
    expect(pairs.some(({ a, b }) => a === 'AGAIN' && b === 'S0')).toBe(true);
    expect(comparisons).toBeLessThan(10 * people.length);
  });

  test('with one phone number and one birth date for all still cost a bounded number each', () => {
    const people = many((at) => ({
      name: `${aName()} ${at}`,
      birthDate: '2015-01-01',
      phone,
      guardian: marie,
      email: 'office@school.org',
    }));
    expect(findDuplicates(people).comparisons).toBeLessThan(5 * neighbors * people.length);
  });

  test('that are all one person hang together as one group', () => {
    const { pairs, comparisons } = findDuplicates(many(() => ({ name: 'Ana Pierre', phone })));
    expect(groupsOf(pairs)).toHaveLength(1);
    expect(groupsOf(pairs)[0]).toHaveLength(10_000);
    expect(comparisons).toBeLessThan(2 * neighbors * 10_000);
  });

  test('let others have their turn in between', () => {
    const search = searchDuplicates(many((at) => ({ name: aName(), phone: `305${String(1_000_000 + Math.floor(at / 3))}` })));
    let turns = 0;
    while (!search.next().done) turns += 1;
    expect(turns).toBeGreaterThanOrEqual(40);
  });
});
