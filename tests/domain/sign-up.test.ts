// Sign-ups: consent is given or there is no sign-up; contact details in every script; nothing that names a person outside the envelope.

import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type ContactDetails, contactDetails, isReachable, sealedBox, signUpTaken } from '../../src/domain/sign-up.ts';

const contact: ContactDetails = {
  name: 'Madonna',
  phone: '',
  email: '',
  address: '',
  birthDate: null,
  guardian: null,
  cardNumber: '',
  note: '',
};

describe('contact details', () => {
  test.each(['Madonna', "Wideline D'Haïti Jean-Baptiste", 'Ñusta Quispe', 'محمد', '小明', 'ʻOkina'])('take the name %s', (name) => {
    expect(v.is(contactDetails, { ...contact, name })).toBe(true);
  });

  test.each([
    ['no name', { name: ' ' }],
    ['a birth date that does not exist', { birthDate: '2019-02-29' }],
    ['a name without end', { name: 'x'.repeat(201) }],
  ])('do not take %s', (_, parts) => {
    expect(v.is(contactDetails, { ...contact, ...parts })).toBe(false);
  });

  test('reach somebody by phone, email or address, and not by blanks', () => {
    expect(isReachable(contact)).toBe(false);
    expect(isReachable({ ...contact, phone: '  ' })).toBe(false);
    for (const way of ['phone', 'email', 'address'] as const) expect(isReachable({ ...contact, [way]: '305-555-0100' })).toBe(true);
  });
});

describe('a sign-up', () => {
  const taken = {
    for: 'card',
    program: null,
    language: 'ht',
    ageBand: null,
    consent: { given: true, wording: 'ht/2026-11', by: 'caregiver' },
    sealed: { key: 'KEY', enc: 'ZW5j', box: 'Ym94' },
  };

  test('has consent', () => {
    expect(v.is(signUpTaken, taken)).toBe(true);
    expect(v.is(signUpTaken, { ...taken, consent: { ...taken.consent, given: false } })).toBe(false);
  });

  test('is sealed, in base64url of a bounded length', () => {
    expect(v.is(signUpTaken, { ...taken, sealed: undefined })).toBe(false);
    expect(v.is(sealedBox, { ...taken.sealed, box: 'a+b/' })).toBe(false);
    expect(v.is(sealedBox, { ...taken.sealed, box: 'A'.repeat(200_001) })).toBe(false);
  });

  test('has no place for a name outside the envelope', () => {
    const outside = ['name', 'phone', 'email', 'address', 'birthDate', 'guardian', 'cardNumber', 'note'];
    for (const field of outside) expect(Object.keys(signUpTaken.entries)).not.toContain(field);
  });
});
