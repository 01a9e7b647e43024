// What must be mended before a sign-up is saved, in words; and the contact details that its draft means. Phone numbers and names stay
// as they were written.

import type { Band } from '../../../domain/attendance.ts';
import type { Day } from '../../../domain/shapes.ts';
import type { ContactDetails, SignUpKind } from '../../../domain/sign-up.ts';
import type { Text } from '../../text/text.ts';
import type { FieldProblem } from '../../ui/form/field-wiring.ts';
import { readBirthDate } from './birth-date.ts';
import type { ContactDraft, SignUpDraft } from './draft.ts';

export interface ContactNeeds {
  /** A card is made for an address and a date of birth. */
  readonly card: boolean;
  /** Under 12 a parent or caregiver consents. */
  readonly child: boolean;
}

export function needsOf(kinds: readonly SignUpKind[], ageBand: Band | '' | null): ContactNeeds {
  return { card: kinds.includes('card'), child: ageBand === '0-5' || ageBand === '6-11' };
}

/** A young person may have a caregiver beside them; a grown-up is not asked. */
export function asksGuardian(ageBand: Band | '' | null): boolean {
  return ageBand === '0-5' || ageBand === '6-11' || ageBand === '12-18';
}

export function signUpProblems(draft: SignUpDraft, today: Day, text: Text): readonly FieldProblem[] {
  const words = text.signUps.problems;
  return [
    ...(draft.kinds.length === 0 ? [{ field: 'kinds', message: words.kinds }] : []),
    ...contactProblems(draft, needsOf(draft.kinds, draft.ageBand), today, text),
    ...(draft.consent ? [] : [{ field: 'consent', message: words.consent }]),
  ];
}

export function contactProblems(contact: ContactDraft, needs: ContactNeeds, today: Day, text: Text): readonly FieldProblem[] {
  const words = text.signUps.problems;
  const found: FieldProblem[] = [];
  const add = (field: string, message: string) => found.push({ field, message });
  if (contact.name.trim() === '') add('name', words.name);
  else if (contact.name.trim().length > 200) add('name', words.nameLong);
  if (contact.phone.trim() !== '' && contact.phone.replace(/\D/g, '').length < 7) add('phone', words.phone);
  if (contact.email.trim() !== '' && !/^\S+@\S+\.\S+$/.test(contact.email.trim())) add('email', words.email);
  if (needs.card && contact.address.trim() === '') add('address', words.address);
  else if ([contact.phone, contact.email, contact.address].every((one) => one.trim() === '')) add('phone', words.reach);
  if (needs.card) {
    const born = readBirthDate(contact.birthDate, today);
    if (born.state === 'empty' || born.state === 'unreadable') add('birthDate', words.birthDate);
    else if (born.state === 'short-year') add('birthDate', words.birthDateYear);
    else if (born.state === 'future') add('birthDate', words.birthDateFuture);
  }
  if (needs.child && contact.guardianName.trim() === '') add('guardianName', words.guardian);
  return found;
}

/** Only what is asked for is kept: an address typed before "library card" was taken off again is not. */
export function draftToContact(draft: ContactDraft, needs: ContactNeeds & { readonly guardian: boolean }, today: Day): ContactDetails {
  const born = readBirthDate(draft.birthDate, today);
  const guardianName = draft.guardianName.trim();
  return {
    name: draft.name.trim(),
    phone: draft.phone.trim(),
    email: draft.email.trim(),
    address: needs.card ? draft.address.trim() : '',
    birthDate: needs.card && born.state === 'day' ? born.day : null,
    guardian: needs.guardian && guardianName !== '' ? { name: guardianName, relation: draft.guardianRelation.trim() } : null,
    cardNumber: '',
    note: draft.note.trim(),
  };
}
