// What a sign-up needs before it is saved, and what is kept of it.

import { expect, test } from 'vitest';
import {
  contactProblems,
  correctedContact,
  draftToContact,
  needsKept,
  needsOf,
  signUpProblems,
} from '../../../src/app/features/sign-ups/check.ts';
import { defaultRules, type SignUpRules } from '../../../src/domain/sign-up-rules.ts';
import {
  contactToDraft,
  draftOf,
  emptyContact,
  isTouched,
  keepDraft,
  newDraft,
  type SignUpDraft,
} from '../../../src/app/records/sign-up-draft.ts';
import { enUS as text } from '../../../src/app/text/en-US.ts';

const today = '2026-11-02';
const words = text.signUps.problems;
const aDraft = (parts: Partial<SignUpDraft>): SignUpDraft => ({ ...newDraft('en-US'), ...parts });
const needs = (draft: Pick<SignUpDraft, 'kinds' | 'ageBand' | 'birthDate'>, rules = defaultRules) => needsOf(rules, draft, today);
const nobody = needs({ kinds: [], ageBand: '', birthDate: '' });
const problems = (draft: SignUpDraft, rules = defaultRules) => signUpProblems(draft, needs(draft, rules), today, text);
const fields = (draft: SignUpDraft, rules = defaultRules) => problems(draft, rules).map((one) => one.field);

test('a newsletter needs a name, one way to reach the person, and consent', () => {
  expect(fields(aDraft({}))).toEqual(['kinds', 'name', 'phone', 'consent']);
  expect(fields(aDraft({ kinds: ['newsletter'], name: 'Prince', email: 'p@example.org', consent: true }))).toEqual([]);
});

test.each(['Niña D’Árbol-O’Neil', '王', 'ابن سينا', 'Wideline Jean-Baptiste', 'X Æ A-12', "d'Arc"])('the name %s is fine', (name) => {
  expect(contactProblems({ ...emptyContact, name, phone: '305 555 0142' }, nobody, today, text)).toEqual([]);
});

test.each(['(305) 555-0142', '+509 34 56 7890', '305.555.0142 ext. 7', '5550142', '３０５５５５０１４２', '٣٠٥ ٥٥٥ ٠١٤٢', '1-800-LIBRARY'])(
  'the phone number %s is fine',
  (phone) => {
    expect(contactProblems({ ...emptyContact, name: 'A', phone }, nobody, today, text)).toEqual([]);
  },
);

test('a slip in a phone number or an email is named at its field', () => {
  const contact = { ...emptyContact, name: 'A', phone: '555', email: 'anna.example.org' };
  expect(contactProblems(contact, nobody, today, text)).toEqual([
    { field: 'phone', message: words.phone },
    { field: 'email', message: words.email },
  ]);
});

test('what a record has no room for is named with its field and how much there is; what is not asked is not looked at', () => {
  const long = 'x'.repeat(10_001);
  const contact = {
    guardianName: long,
    guardianRelation: long,
    phone: `${'1'.repeat(301)}`,
    email: `a@b.${long}`,
    address: long,
    school: long,
  };
  const draft = aDraft({
    ...contact,
    kinds: ['card', 'program'],
    ageBand: '6-11',
    name: 'A',
    birthDate: '3/14/2015',
    note: long,
    consent: true,
  });
  const { one, form: fieldsOf } = text.signUps;
  expect(problems({ ...draft, program: long, cardNumber: '2'.repeat(61) })).toEqual([
    { field: 'program', message: words.long(one.program, 300) },
    { field: 'phone', message: words.long(one.phone, 300) },
    { field: 'email', message: words.long(one.email, 300) },
    { field: 'address', message: words.long(one.address, 10_000) },
    { field: 'school', message: words.long(text.asking.school, 300) },
    { field: 'note', message: words.long(one.note, 10_000) },
    { field: 'guardianName', message: words.long(one.guardian, 300) },
    { field: 'guardianRelation', message: words.long(fieldsOf.guardianRelation, 300) },
    { field: 'cardNumber', message: words.long(one.cardNumber, 60) },
  ]);
  const smaller = { ...draft, kinds: ['newsletter'], ageBand: '19+', phone: '305 555 0142', email: '' } as const;
  expect(fields({ ...smaller, program: long, cardNumber: '2'.repeat(61) })).toEqual(['note']);
});

test('a card needs an address and a date of birth, a minor a parent: by the date of birth, else by the age band', () => {
  const draft = aDraft({ kinds: ['card'], ageBand: '6-11', name: 'A', phone: '305 555 0142', consent: true });
  expect(fields(draft)).toEqual(['address', 'birthDate', 'guardianName', 'guardianRelation']);
  const whole = { ...draft, address: '1 Main St', birthDate: '3/14/2012' };
  expect(fields({ ...whole, ageBand: '12-18' })).toEqual(['guardianName', 'guardianRelation']);
  expect(fields({ ...whole, ageBand: '12-18', guardianName: 'B' })).toEqual(['guardianRelation']);
  expect(fields({ ...whole, ageBand: '12-18', guardianName: 'B', guardianRelation: 'aunt' })).toEqual([]);
  expect(fields({ ...whole, ageBand: '12-18', birthDate: '3/14/2008' })).toEqual([]); // eighteen
  expect(problems({ ...whole, birthDate: '3/14/15', guardianName: 'B', guardianRelation: 'aunt' })).toEqual([
    { field: 'birthDate', message: words.birthDateYear },
  ]);
});

test('the library’s own rules decide: names apart, a school, no way to be reached, another age', () => {
  const card = { ...defaultRules.kinds.card, reachable: false, guardianUnder: 0, signatureUnder: 0 };
  const rules: SignUpRules = {
    ...defaultRules,
    kinds: {
      ...defaultRules.kinds,
      card: {
        ...card,
        fields: { lastName: 'required', school: 'required', phone: 'off', email: 'required', address: 'off', birthDate: 'off' },
      },
    },
  };
  const draft = aDraft({ kinds: ['card'], ageBand: '6-11', name: 'not asked', consent: true });
  expect(fields(draft, rules)).toEqual(['firstName', 'lastName', 'email', 'school']);
  const whole = { ...draft, firstName: 'Ana', lastName: 'de la Cruz', email: 'ana@example.org', school: 'Hurston Elementary', phone: '5' };
  expect(fields({ ...whole, phone: '305 555 0142' }, rules)).toEqual([]);
  expect(draftToContact(whole, needs(whole, rules), today)).toEqual({
    name: 'Ana de la Cruz',
    firstName: 'Ana',
    lastName: 'de la Cruz',
    school: 'Hurston Elementary',
    phone: '',
    email: 'ana@example.org',
    address: '',
    birthDate: null,
    guardian: null,
    cardNumber: '',
    note: '',
  });
});

test('only what the request needs is kept, as it was written; a note of staff is always', () => {
  const draft = aDraft({
    kinds: ['card'],
    name: '  Ana  ',
    phone: '(305) 555-0142 ',
    address: '1 Main St',
    birthDate: '3/14/2015',
    guardianName: 'Marie',
    guardianRelation: 'mother',
    note: 'speaks French',
  });
  expect(draftToContact(draft, needs(draft), today)).toEqual({
    name: 'Ana',
    phone: '(305) 555-0142',
    email: '',
    address: '1 Main St',
    birthDate: '2015-03-14',
    guardian: { name: 'Marie', relation: 'mother' },
    cardNumber: '',
    note: 'speaks French',
  });
  const less: SignUpDraft = { ...draft, kinds: ['newsletter'], ageBand: '19+' };
  expect(draftToContact(less, needs(less), today)).toMatchObject({ address: '', birthDate: null, guardian: null, note: 'speaks French' });
});

test('a correction keeps what was written once, whatever is asked today', () => {
  const draft = aDraft({
    kinds: ['card'],
    name: 'Ana',
    address: '1 Main St',
    birthDate: '3/14/2015',
    guardianName: 'Marie',
    school: 'Hurston',
  });
  const contact = draftToContact(draft, needs(draft), today);
  const kept = needsKept(nobody, contact);
  expect(draftToContact({ ...contactToDraft(contact), phone: '305 555 0142' }, kept, today)).toEqual({ ...contact, phone: '305 555 0142' });
});

test('a correction asks for a relation only where it was said, or where the guardian is new', () => {
  const draft = aDraft({ kinds: ['card'], name: 'Ana', address: '1 Main St', birthDate: '3/14/2015', guardianName: 'Marie' });
  const asked = needs(draft);
  const contact = draftToContact(draft, asked, today);
  const wrong = (relation: string, guardian = contact.guardian) => {
    const before = { ...contact, guardian: guardian && { ...guardian, relation } };
    const kept = needsKept(asked, before);
    const typed = { ...contactToDraft(before), guardianName: 'Marie', guardianRelation: '' };
    return contactProblems(typed, kept, today, text).map(({ field }) => field);
  };
  expect([wrong(''), wrong('mother'), wrong('', null)]).toEqual([[], ['guardianRelation'], ['guardianRelation']]);
});

test('a correction clears a school, and keeps a card, a signature and what a newer app wrote', () => {
  const draft = aDraft({ kinds: ['newsletter'], name: 'Ana', phone: '305 555 0142' });
  const { school: _, ...rest } = draftToContact(draft, nobody, today);
  const before = { ...rest, cardNumber: '1000', signature: 'M1 2L3 4', school: 'Hurston' };
  const kept = needsKept(nobody, before);
  expect(correctedContact(before, contactToDraft(before), kept, today)).toEqual(before);
  const { school: __, ...cleared } = before;
  expect(correctedContact(before, { ...contactToDraft(before), school: ' ' }, kept, today)).toEqual(cleared);
});

test('names that were written apart are corrected apart, and the whole name follows', () => {
  const draft = aDraft({ kinds: ['newsletter'], name: 'Ana Luz Pérez', phone: '305 555 0142' });
  const contact = { ...draftToContact(draft, nobody, today), firstName: 'Ana Luz', lastName: 'Pérez' };
  const kept = needsKept(nobody, contact);
  const corrected = draftToContact({ ...contactToDraft(contact), lastName: 'Pérez Joseph' }, kept, today);
  expect(corrected).toMatchObject({ name: 'Ana Luz Pérez Joseph', firstName: 'Ana Luz', lastName: 'Pérez Joseph' });
  const oneName = draftToContact({ ...contactToDraft({ ...contact, lastName: '' }), firstName: 'Ana' }, kept, today);
  expect(oneName).toMatchObject({ name: 'Ana', lastName: '' });
  expect(contactProblems(contactToDraft(oneName), kept, today, text)).toEqual([]);
});

test('a draft is kept from the first letter on, each session its own, and gone when thrown away', () => {
  expect(isTouched(newDraft('ht'))).toBe(false);
  keepDraft('SESSION00001', newDraft('en-US'));
  expect(draftOf('SESSION00001')).toBeUndefined();
  keepDraft('SESSION00001', aDraft({ name: 'A' }));
  expect(draftOf('SESSION00001')?.name).toBe('A');
  expect(draftOf('SESSION00002')).toBeUndefined();
  keepDraft('SESSION00001', null);
  expect(draftOf('SESSION00001')).toBeUndefined();
});
