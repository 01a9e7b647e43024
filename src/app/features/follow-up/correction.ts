// Contact details as a form holds them, and back. What the form does not ask about (card, signature, fields of a newer app) stays.

import type { ContactDetails } from '../../../domain/sign-up.ts';
import type { Day } from '../../../domain/shapes.ts';
import { readBirthDate } from '../../records/birth-date.ts';

export interface Draft {
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: string;
  readonly guardianName: string;
  readonly guardianRelation: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly school: string;
  readonly note: string;
}

export function draftOf(contact: ContactDetails): Draft {
  const { name, phone, email, address, note, guardian } = contact;
  return {
    name,
    firstName: contact.firstName ?? '',
    lastName: contact.lastName ?? '',
    birthDate: contact.birthDate ?? '',
    guardianName: guardian?.name ?? '',
    guardianRelation: guardian?.relation ?? '',
    phone,
    email,
    address,
    school: contact.school ?? '',
    note,
  };
}

export function contactOf(contact: ContactDetails, draft: Draft, today: Day): ContactDetails {
  const trimmed = (field: keyof Draft) => draft[field].trim();
  const isSplit = contact.firstName !== undefined || contact.lastName !== undefined;
  const [firstName, lastName, school] = [trimmed('firstName'), trimmed('lastName'), trimmed('school')];
  const born = readBirthDate(draft.birthDate, today);
  const hasGuardian = trimmed('guardianName') !== '' || trimmed('guardianRelation') !== '';
  return {
    ...contact,
    name: isSplit ? [firstName, lastName].filter((part) => part !== '').join(' ') : trimmed('name'),
    ...(isSplit ? { firstName, lastName } : {}),
    birthDate: born.state === 'day' ? born.day : null,
    guardian: hasGuardian ? { ...contact.guardian, name: trimmed('guardianName'), relation: trimmed('guardianRelation') } : null,
    phone: trimmed('phone'),
    email: trimmed('email'),
    address: trimmed('address'),
    note: trimmed('note'),
    ...(school !== '' || contact.school !== undefined ? { school } : {}),
  };
}
