// What a sign-up needs before it is saved, and what is kept of it.

import { expect, test } from 'vitest';
import { contactProblems, draftToContact, needsOf, signUpProblems } from '../../../src/app/features/sign-ups/check.ts';
import { draftOf, emptyContact, isTouched, keepDraft, newDraft, type SignUpDraft } from '../../../src/app/features/sign-ups/draft.ts';
import { enUS as text } from '../../../src/app/text/en-US.ts';

const today = '2026-11-02';
const words = text.signUps.problems;
const aDraft = (parts: Partial<SignUpDraft>): SignUpDraft => ({ ...newDraft('en-US'), ...parts });
const fields = (draft: SignUpDraft) => signUpProblems(draft, today, text).map((one) => one.field);

test('a newsletter needs a name, one way to reach the person, and consent', () => {
  expect(fields(aDraft({}))).toEqual(['kinds', 'name', 'phone', 'consent']);
  expect(fields(aDraft({ kinds: ['newsletter'], name: 'Prince', email: 'p@example.org', consent: true }))).toEqual([]);
});

test.each(['Niña D’Árbol-O’Neil', '王', 'ابن سينا', 'Wideline Jean-Baptiste', 'X Æ A-12', "d'Arc"])('the name %s is fine', (name) => {
  expect(contactProblems({ ...emptyContact, name, phone: '305 555 0142' }, needsOf([], null), today, text)).toEqual([]);
});

test.each(['(305) 555-0142', '+509 34 56 7890', '305.555.0142 ext. 7', '5550142'])('the phone number %s is fine', (phone) => {
  expect(contactProblems({ ...emptyContact, name: 'A', phone }, needsOf([], null), today, text)).toEqual([]);
});

test('a slip in a phone number or an email is named at its field', () => {
  const contact = { ...emptyContact, name: 'A', phone: '555', email: 'anna.example.org' };
  expect(contactProblems(contact, needsOf([], null), today, text)).toEqual([
    { field: 'phone', message: words.phone },
    { field: 'email', message: words.email },
  ]);
});

test('a card needs an address and a date of birth, a child a caregiver', () => {
  const draft = aDraft({ kinds: ['card'], ageBand: '6-11', name: 'A', phone: '305 555 0142', consent: true });
  expect(fields(draft)).toEqual(['address', 'birthDate', 'guardianName']);
  expect(fields({ ...draft, ageBand: '12-18', address: '1 Main St', birthDate: '3/14/2012' })).toEqual([]);
  expect(signUpProblems({ ...draft, address: '1 Main St', birthDate: '3/14/15', guardianName: 'B' }, today, text)).toEqual([
    { field: 'birthDate', message: words.birthDateYear },
  ]);
});

test('only what the request needs is kept, as it was written', () => {
  const draft = aDraft({
    name: '  Ana  ',
    phone: '(305) 555-0142 ',
    address: '1 Main St',
    birthDate: '3/14/2015',
    guardianName: 'Marie',
    guardianRelation: 'mother',
  });
  const all = { card: true, child: true, guardian: true };
  const none = { card: false, child: false, guardian: false };
  expect(draftToContact(draft, all, today)).toEqual({
    name: 'Ana',
    phone: '(305) 555-0142',
    email: '',
    address: '1 Main St',
    birthDate: '2015-03-14',
    guardian: { name: 'Marie', relation: 'mother' },
    cardNumber: '',
    note: '',
  });
  expect(draftToContact(draft, none, today)).toMatchObject({ address: '', birthDate: null, guardian: null });
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
