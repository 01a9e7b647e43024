// Which questions the kiosk asks, of whom, and what comes of the answers: one sign-up for each person and thing, with nothing in it that
// was not asked for.

import { expect, test } from 'vitest';
import { problemsAt } from '../../../src/app/features/kiosk/check.ts';
import { readBorn } from '../../../src/app/features/kiosk/born.ts';
import { type KioskForm, newForm, nobodyYet, withOneMore } from '../../../src/app/features/kiosk/form.ts';
import { type KioskSetup, type Step, stepsOf } from '../../../src/app/features/kiosk/steps.ts';
import { formToSignUps } from '../../../src/app/features/kiosk/to-sign-ups.ts';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { usualOffers } from '../../../src/domain/session.ts';
import { defaultRules, missingIn, rulesForAll } from '../../../src/domain/sign-up-rules.ts';

const setup: KioskSetup = { offers: usualOffers, programs: [], rules: defaultRules, today: '2026-11-02' };
const words = text.kiosk.problems;
const grownUp = { month: '3', day: '14', year: '1985' };
const child = { month: '6', day: '1', year: '2017' };

function names(form: KioskForm, given: Partial<KioskSetup> = {}): string[] {
  return stepsOf(form, { ...setup, ...given }).map((step) =>
    'limit' in step ? `under ${step.limit} ${step.person}` : 'person' in step ? `${step.name} ${step.person}` : step.name,
  );
}

function aForm(set: Partial<KioskForm>): KioskForm {
  return { ...newForm('en-US', usualOffers), ...set };
}

const saving = () => {
  const made = new Map<string, string>();
  return {
    wording: 'kiosk/en-US/2026-11',
    signAtDesk: 'Signature at the desk',
    token: (name: string) => {
      const token = made.get(name) ?? `token-${made.size}`;
      made.set(name, token);
      return token;
    },
  };
};

test('a newsletter for a grown-up takes six questions, and no date of birth', () => {
  const form = aForm({ kinds: ['newsletter'], forWhom: 'myself', people: [{ ...nobodyYet, under: { 13: false } }] });
  expect(names(form)).toEqual(['kinds', 'who', 'name 0', 'under 13 0', 'reach', 'check', 'consent']);
  expect(names(form, { offers: ['newsletter'] })[0]).toBe('who');
});

test('a card for a child asks for birth date, guardian and signature; for a grown-up it does not', () => {
  const card = aForm({ kinds: ['card'], forWhom: 'child', people: [{ ...nobodyYet, born: child }] });
  expect(names(card)).toEqual([
    'kinds',
    'who',
    'name 0',
    'born 0',
    'school 0',
    'guardian',
    'reach',
    'address',
    'signature',
    'check',
    'consent',
  ]);
  const own = aForm({ kinds: ['card'], forWhom: 'myself', people: [{ ...nobodyYet, born: grownUp }] });
  expect(names(own)).toEqual(['kinds', 'who', 'name 0', 'born 0', 'reach', 'address', 'check', 'consent']);
});

test('a child alone is asked to fetch a grown-up, and cannot go on before one is there', () => {
  const form = aForm({ kinds: ['card'], forWhom: 'myself', people: [{ ...nobodyYet, born: child }] });
  const step = stepsOf(form, setup).find((one): one is Step => one.name === 'grown-up');
  if (step === undefined) throw new Error('nobody was asked to come');
  expect(problemsAt(step, form, setup, words)).toHaveLength(1);
  expect(problemsAt(step, { ...form, grownUpHere: true }, setup, words)).toEqual([]);
  const unsure = aForm({ kinds: ['program'], forWhom: 'myself', people: [{ ...nobodyYet, under: { 13: true } }] });
  expect(names(unsure)).toContain('grown-up');
});

test('a guardian says what they are to the child: one of the usual, or typed', () => {
  const problems = (set: Partial<KioskForm>) => problemsAt({ name: 'guardian' }, aForm({ guardianName: 'Rosa', ...set }), setup, words);
  expect(problems({})).toEqual([{ field: 'two', message: words.relation }]);
  expect(problems({ relationTyped: true, guardianRelation: ' ' })).toEqual([{ field: 'three', message: words.relation }]);
  expect(problems({ guardianRelation: text.kiosk.guardian.relations.mother })).toEqual([]);
  expect(problems({ relationTyped: true, guardianRelation: 'aunt' })).toEqual([]);
});

test('of two ages that decide something the higher is asked first, and the lower only of who is under it', () => {
  const rules = {
    ...defaultRules,
    kinds: { ...defaultRules.kinds, program: { ...rulesForAll(defaultRules, ['program']), guardianUnder: 18, signatureUnder: 13 } },
  };
  const who = (under: Record<number, boolean>) =>
    names(aForm({ kinds: ['program'], forWhom: 'child', people: [{ ...nobodyYet, under }] }), { rules });
  expect(who({}).filter((one) => one.startsWith('under'))).toEqual(['under 18 0']);
  expect(who({ 18: false })).not.toContain('guardian');
  expect(who({ 18: true })).toEqual(expect.arrayContaining(['under 18 0', 'under 13 0', 'guardian']));
  expect(who({ 18: true, 13: false })).not.toContain('signature');
  expect(who({ 18: true, 13: true })).toContain('signature');
});

test('programs are asked for only where the session names some; with none the program is the session', () => {
  const form = aForm({ kinds: ['program'], forWhom: 'myself', people: [{ ...nobodyYet, firstName: 'Ana', under: { 13: false } }] });
  expect(names(form)).not.toContain('programs');
  expect(formToSignUps(form, setup, saving()).map((one) => [one.for, one.program])).toEqual([['program', null]]);
  const named = { ...setup, programs: ['Chess', 'Robots'] };
  expect(names(form, named)).toContain('programs');
  const both = { ...form, programs: ['Chess', 'Robots'] };
  expect(formToSignUps(both, named, saving()).map((one) => one.program)).toEqual(['Chess', 'Robots']);
});

test('a program that is a planned session is signed up for there; a typed one is not', () => {
  const person = { ...nobodyYet, firstName: 'Ana', under: { 13: false } };
  const form = aForm({ kinds: ['program'], forWhom: 'myself', people: [person], programs: ['Chess', 'Book club'] });
  const named = { ...setup, programs: ['Book club', 'Chess'], planned: [{ session: '4K7Q9XTM2BHC', name: 'Book club' }] };
  expect(formToSignUps(form, named, saving()).map(({ program, programSession }) => [program, programSession])).toEqual([
    ['Chess', undefined],
    ['Book club', '4K7Q9XTM2BHC'],
  ]);
});

test('a family in one go: each child with each wish, one guardian, one signature, the same family', () => {
  let form = aForm({
    kinds: ['card', 'reading_challenge'],
    forWhom: 'children',
    language: 'ht',
    people: [{ ...nobodyYet, firstName: ' Wideline ', lastName: 'Jean-Baptiste', born: child, school: 'Toussaint Elementary' }],
    phone: '(305) 555-0142',
    address: '12 Maple Court\nMiami',
    guardianName: 'Marie',
    guardianRelation: 'manman',
    signature: { way: 'drawn', path: 'M1 2L3 4', name: '' },
  });
  form = withOneMore(form);
  expect(form.people[1]?.lastName).toBe('Jean-Baptiste');
  form = {
    ...form,
    people: form.people.map((one, at) => (at === 1 ? { ...one, firstName: 'Ti Jan', born: { ...child, year: '2020' } } : one)),
  };
  const taken = formToSignUps(form, setup, saving());
  expect(taken.map((one) => [one.contact.name, one.for, one.ageBand, one.consent.by])).toEqual([
    ['Wideline Jean-Baptiste', 'card', '6-11', 'caregiver'],
    ['Wideline Jean-Baptiste', 'reading_challenge', '6-11', 'caregiver'],
    ['Ti Jan Jean-Baptiste', 'card', '6-11', 'caregiver'],
    ['Ti Jan Jean-Baptiste', 'reading_challenge', '6-11', 'caregiver'],
  ]);
  expect(new Set(taken.map((one) => one.token)).size).toBe(4);
  expect(new Set(taken.map((one) => one.contact.family)).size).toBe(1);
  expect(taken[0]?.contact).toEqual({
    name: 'Wideline Jean-Baptiste',
    firstName: 'Wideline',
    lastName: 'Jean-Baptiste',
    phone: '(305) 555-0142',
    email: '',
    address: '12 Maple Court\nMiami',
    birthDate: '2017-06-01',
    guardian: { name: 'Marie', relation: 'manman' },
    cardNumber: '',
    note: '',
    school: 'Toussaint Elementary',
    signature: 'M1 2L3 4',
    family: taken[0]?.contact.family,
  });
});

test('what was typed and is not asked for any more is not kept', () => {
  const form = aForm({
    kinds: ['newsletter'],
    forWhom: 'myself',
    people: [
      { ...nobodyYet, firstName: 'Ana', born: grownUp, school: 'Old School', under: { 13: false } },
      { ...nobodyYet, firstName: 'Ghost' },
    ],
    address: '12 Maple Court',
    email: 'ana@example.org',
    guardianName: 'Somebody',
    signature: { way: 'typed', name: 'Somebody', path: '' },
  });
  const [taken, ...others] = formToSignUps(form, setup, saving());
  expect(others).toEqual([]);
  expect(taken).toMatchObject({ ageBand: null, consent: { by: 'person' } });
  expect(taken?.contact).toEqual({
    name: 'Ana',
    firstName: 'Ana',
    phone: '',
    email: 'ana@example.org',
    address: '',
    birthDate: null,
    guardian: null,
    cardNumber: '',
    note: '',
  });
});

test('a signature typed or left for the desk is told apart from one that is missing', () => {
  const form = aForm({
    kinds: ['card'],
    forWhom: 'child',
    people: [{ ...nobodyYet, firstName: 'Ana', born: child }],
    guardianName: 'Rosa',
    address: 'x',
  });
  const contactWith = (signature: KioskForm['signature']) => formToSignUps({ ...form, signature }, setup, saving())[0]?.contact;
  const missing = (contact: ReturnType<typeof contactWith>) =>
    contact && missingIn(contact, rulesForAll(defaultRules, ['card']), { guardian: true, signature: true });
  const typed = contactWith({ way: 'typed', name: ' Rosa Núñez ', path: '' });
  expect(typed).toMatchObject({ signedAs: 'Rosa Núñez' });
  expect(missing(typed)).toEqual([]);
  const desk = contactWith({ way: 'desk', path: '', name: '' });
  expect(desk).toMatchObject({ missing: 'Signature at the desk' });
  expect(missing(desk)).toEqual(['signature']);
});

test.each([
  [{ month: '', day: '', year: '' }, 'empty'],
  [{ month: '2', day: '30', year: '2015' }, 'unreadable'],
  [{ month: '2', day: '', year: '2015' }, 'unreadable'],
  [{ month: '2', day: 'x', year: '2015' }, 'unreadable'],
  [{ month: '2', day: '3', year: '15' }, 'short-year'],
  [{ month: '12', day: '3', year: '2026' }, 'future'],
  [{ month: '12', day: '3', year: '1899' }, 'long-ago'],
  [{ month: '2', day: '29', year: '2016' }, 'day'],
  [{ month: '2', day: ' ３', year: '２０１６' }, 'day'],
  [{ month: '2', day: '٢٩', year: '٢٠١٦' }, 'day'],
])('a date of birth typed as %o is %s', (typed, state) => {
  expect(readBorn(typed, '2026-11-02').state).toBe(state);
});

test.each([
  ['李', []],
  ['O’Neill-Núñez', []],
  ['👩‍👧', []],
  ['محمد', []],
  ['   ', [words.firstName]],
  ['x'.repeat(201), [words.nameLong]],
])('a name such as %s', (firstName, said) => {
  const form = aForm({ people: [{ ...nobodyYet, firstName }] });
  expect(problemsAt({ name: 'name', person: 0 }, form, setup, words).map((one) => one.message)).toEqual(said);
});

test.each([
  [{ name: 'reach' }, { phone: `305 555 0142${' '.repeat(9)}${'x'.repeat(300)}` }, { field: 'one', message: words.long(300) }],
  [{ name: 'reach' }, { phone: '305 555 0142', email: 'a@'.repeat(50_000) }, { field: 'two', message: words.long(300) }],
  [{ name: 'address' }, { address: 'x'.repeat(2_001) }, { field: 'one', message: words.long(2_000) }],
  [{ name: 'note' }, { note: 'x'.repeat(2_001) }, { field: 'one', message: words.long(2_000) }],
  [{ name: 'guardian' }, { guardianName: 'x'.repeat(301), guardianRelation: 'Mother' }, { field: 'one', message: words.long(300) }],
  [
    { name: 'guardian' },
    { guardianName: 'Rosa', guardianRelation: 'x'.repeat(301), relationTyped: true },
    { field: 'three', message: words.long(300) },
  ],
  [{ name: 'school', person: 0 }, { people: [{ ...nobodyYet, school: 'x'.repeat(301) }] }, { field: 'one', message: words.long(300) }],
  [{ name: 'signature' }, { signature: { way: 'typed', name: 'x'.repeat(301), path: '' } }, { field: 'one', message: words.long(300) }],
] satisfies readonly (readonly [Step, Partial<KioskForm>, { readonly field: string; readonly message: string }])[])(
  'at $name what is too long is said, and nothing is cut off',
  (step, parts, said) => {
    expect(problemsAt(step, aForm(parts), setup, words)).toEqual([said]);
  },
);

test.each([
  ['(305) 555-0142', '', []],
  ['+1 305 555 0142 ext. 7', '', []],
  ['３０５５５５０１４２', '', []],
  ['٣٠٥ ٥٥٥ ٠١٤٢', '', []],
  ['1-800-LIBRARY', '', []],
  ['１２３', '', [words.phone]],
  ['555', '', [words.phone]],
  ['', 'ana@example', [words.email]],
  ['', '', [words.reach]],
])('reached by %j and %j', (phone, email, said) => {
  const form = aForm({ kinds: ['newsletter'], phone, email });
  expect(problemsAt({ name: 'reach' }, form, setup, words).map((one) => one.message)).toEqual(said);
});
