// What must be mended before a sign-up is saved, in words; and the contact details that its draft means. Phone numbers and names stay
// as they were written.

import type { Band } from '../../../domain/attendance.ts';
import { readCardNumber } from '../../../domain/card.ts';
import { isPhoneNumber } from '../../../domain/phone.ts';
import type { Day } from '../../../domain/shapes.ts';
import { type AskedField, askedFields, isUnder, type KindRules, rulesForAll, type SignUpRules } from '../../../domain/sign-up-rules.ts';
import type { ContactDetails, SignUpKind } from '../../../domain/sign-up.ts';
import type { Text } from '../../text/text.ts';
import type { FieldProblem } from '../../ui/form/field-wiring.ts';
import { birthDateProblem, readBirthDate } from '../../records/birth-date.ts';
import type { ContactDraft, SignUpDraft } from '../../records/sign-up-draft.ts';
import { longestName, codeTooLong, longestCard, longestLine, type LongField, tooLong } from '../../records/too-long.ts';

/** What the library's rules ask of this person. */
export interface ContactNeeds {
  readonly fields: KindRules['fields'];
  /** First and last name are asked apart. */
  readonly namesApart: boolean;
  readonly reachable: boolean;
  /** A parent or caregiver: must be named, may be, or is not asked for. */
  readonly guardian: 'required' | 'offered' | 'no';
  /** What that person is to the child. */
  readonly relation: 'required' | 'offered';
  /** The rules ask for a guardian's signature; it may be given on paper. */
  readonly signature: boolean;
}

/** Before anything is chosen: what the smallest request asks. */
const smallest: readonly SignUpKind[] = ['newsletter'];

export function needsOf(
  rules: SignUpRules,
  { kinds, ageBand, birthDate }: { readonly kinds: readonly SignUpKind[]; readonly ageBand: Band | '' | null; readonly birthDate: string },
  today: Day,
): ContactNeeds {
  const { fields, reachable, guardianUnder, signatureUnder } = rulesForAll(rules, kinds.length === 0 ? smallest : kinds);
  const born = readBirthDate(birthDate, today);
  const asked = (fields.birthDate ?? 'off') !== 'off' && born.state === 'day' ? born.day : null;
  const person = { birthDate: asked, ageBand: ageBand === '' ? null : ageBand };
  const under = isUnder(guardianUnder, person, today);
  // Somebody of whom nothing is known is not asked for a parent: most such people are grown up.
  const young = ageBand === '0-5' || ageBand === '6-11' || ageBand === '12-18';
  return {
    fields,
    namesApart: fields.lastName === 'required',
    reachable,
    guardian: under === true ? 'required' : young ? 'offered' : 'no',
    relation: under === true ? 'required' : 'offered',
    signature: isUnder(signatureUnder, person, today) === true,
  };
}

/** For a correction: what was written once is shown and kept, whatever is asked today. */
export function needsKept(needs: ContactNeeds, contact: ContactDetails): ContactNeeds {
  const has: Readonly<Record<AskedField, boolean>> = {
    lastName: false,
    phone: contact.phone !== '',
    email: contact.email !== '',
    address: contact.address !== '',
    birthDate: contact.birthDate !== null,
    school: (contact.school ?? '') !== '',
    note: contact.note !== '',
  };
  const fields = Object.fromEntries(
    askedFields.map((field) => [
      field,
      (needs.fields[field] ?? 'off') === 'off' && has[field] ? 'optional' : (needs.fields[field] ?? 'off'),
    ]),
  );
  const namesApart = needs.namesApart || contact.firstName !== undefined || contact.lastName !== undefined;
  const guardian = needs.guardian === 'no' && contact.guardian !== null ? 'offered' : needs.guardian;
  // Of a guardian who was written down without it, as a class is prepared, nobody at the desk may know.
  const relation = contact.guardian?.relation === '' ? 'offered' : needs.relation;
  return { ...needs, fields, namesApart, guardian, relation };
}

export function isAsked(needs: ContactNeeds, field: AskedField): boolean {
  return (needs.fields[field] ?? 'off') !== 'off';
}

export function signUpProblems(draft: SignUpDraft, needs: ContactNeeds, today: Day, text: Text): readonly FieldProblem[] {
  const words = text.signUps.problems;
  const isProgramLong = draft.kinds.includes('program') && draft.program.trim().length > longestLine;
  const card = draft.kinds.includes('card') ? readCardNumber(draft.cardNumber) : '';
  return [
    ...(draft.kinds.length === 0 ? [{ field: 'kinds', message: words.kinds }] : []),
    ...(isProgramLong ? [{ field: 'program', message: words.long(text.signUps.one.program, longestLine) }] : []),
    ...contactProblems(draft, needs, today, text),
    ...codeTooLong('cardNumber', card, { label: text.signUps.one.cardNumber, most: longestCard }, text),
    ...(draft.consent ? [] : [{ field: 'consent', message: words.consent }]),
  ];
}

export function contactProblems(contact: ContactDraft, needs: ContactNeeds, today: Day, text: Text): readonly FieldProblem[] {
  const words = text.signUps.problems;
  const { missing } = text.asking;
  const found: FieldProblem[] = [];
  const add = (field: string, message: string) => found.push({ field, message });
  const fits = (field: LongField) => found.push(...tooLong(contact, field, text));
  const lacks = (field: 'phone' | 'email' | 'address' | 'school' | 'note') =>
    needs.fields[field] === 'required' && contact[field].trim() === '';
  const name = nameOf(contact, needs);
  if (name === '') add(needs.namesApart ? 'firstName' : 'name', words.name);
  else if (name.length > longestName) add(needs.namesApart ? 'firstName' : 'name', words.nameLong);
  if (needs.fields.lastName === 'required' && contact.lastName.trim() === '') add('lastName', missing.lastName);
  const { phone, email } = contact;
  if (lacks('phone')) add('phone', missing.phone);
  else if (phone.trim() !== '' && !isPhoneNumber(phone)) add('phone', words.phone);
  if (isAsked(needs, 'phone')) fits('phone');
  if (lacks('email')) add('email', missing.email);
  else if (email.trim() !== '' && email.trim().length <= longestLine && !/^\S+@\S+\.\S+$/.test(email.trim())) add('email', words.email);
  if (isAsked(needs, 'email')) fits('email');
  if (lacks('address')) add('address', words.address);
  else if (needs.reachable && [contact.phone, contact.email, contact.address].every((one) => one.trim() === '')) add('phone', words.reach);
  if (isAsked(needs, 'address')) fits('address');
  if (isAsked(needs, 'birthDate')) {
    const born = readBirthDate(contact.birthDate, today);
    const problem = born.state === 'empty' && needs.fields.birthDate === 'required' ? words.birthDate : birthDateProblem(born, words);
    if (problem !== null) add('birthDate', problem);
  }
  if (lacks('school')) add('school', missing.school);
  if (isAsked(needs, 'school')) fits('school');
  if (lacks('note')) add('note', missing.note);
  fits('note');
  if (needs.guardian === 'required' && contact.guardianName.trim() === '') add('guardianName', text.asking.guardian);
  if (needs.relation === 'required' && contact.guardianRelation.trim() === '') add('guardianRelation', text.asking.relation);
  if (needs.guardian !== 'no') {
    fits('guardianName');
    fits('guardianRelation');
  }
  return found;
}

/** Only what is asked for is kept: an address typed before "library card" was taken off again is not. A note of staff's own always is. */
export function draftToContact(draft: ContactDraft, needs: ContactNeeds, today: Day): ContactDetails {
  const born = readBirthDate(draft.birthDate, today);
  const guardianName = draft.guardianName.trim();
  const asked = (field: 'phone' | 'email' | 'address' | 'school') => (isAsked(needs, field) ? draft[field].trim() : '');
  return {
    name: nameOf(draft, needs),
    phone: asked('phone'),
    email: asked('email'),
    address: asked('address'),
    birthDate: isAsked(needs, 'birthDate') && born.state === 'day' ? born.day : null,
    guardian: needs.guardian !== 'no' && guardianName !== '' ? { name: guardianName, relation: draft.guardianRelation.trim() } : null,
    cardNumber: '',
    note: draft.note.trim(),
    ...(needs.namesApart ? { firstName: draft.firstName.trim(), lastName: draft.lastName.trim() } : {}),
    ...(asked('school') === '' ? {} : { school: asked('school') }),
  };
}

/** What the form does not ask about (a card number, fields of a newer version) stays as it was; a school that was cleared is gone. */
export function correctedContact(
  { school: _, ...kept }: ContactDetails,
  draft: ContactDraft,
  needs: ContactNeeds,
  today: Day,
): ContactDetails {
  return { ...kept, ...draftToContact(draft, needs, today), cardNumber: kept.cardNumber };
}

/** Both names together where they are asked apart; else as it was written. */
function nameOf(draft: ContactDraft, needs: ContactNeeds): string {
  if (!needs.namesApart) return draft.name.trim();
  return [draft.firstName, draft.lastName]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
}
