// What must be mended before the next question comes, in words, in the order of the fields. Names take any script, phone numbers any form.
// Fields are called one, two, three: browsers fill in, and remember, what is called a phone or an address.

import { isPhoneNumber } from '../../../domain/phone.ts';
import { unreachable } from '../../../domain/problem.ts';
import { isSignature } from '../../records/signature-length.ts';
import { longestLine, longestName } from '../../records/too-long.ts';
import type { Text } from '../../text/text.ts';
import type { FieldProblem } from '../../ui/form/field-wiring.ts';
import { readBorn } from './born.ts';
import type { KioskForm } from './form.ts';
import { type KioskSetup, rulesOf, type Step } from './steps.ts';

/** Letters. Nothing is cut off: what is longer stays as it is typed or pasted, and the visitor is told. */
const longestText = 2_000;

export function problemsAt(step: Step, form: KioskForm, setup: KioskSetup, words: Text['kiosk']['problems']): readonly FieldProblem[] {
  const found: FieldProblem[] = [];
  const add = (field: string, message: string) => found.push({ field, message });
  const { fields, reachable } = rulesOf(form, setup);
  const isEmpty = (text: string) => text.trim() === '';
  const fits = (field: string, text: string, most = longestLine) => {
    if (text.trim().length > most && found.every((one) => one.field !== field)) add(field, words.long(most));
  };
  const person = 'person' in step ? form.people[step.person] : undefined;
  switch (step.name) {
    case 'kinds':
      if (form.kinds.length === 0) add('choice', words.kinds);
      break;
    case 'programs':
      if (form.programs.length === 0) add('choice', words.programs);
      break;
    case 'who':
      if (form.forWhom === null) add('choice', words.who);
      break;
    case 'name':
      if (person === undefined) break;
      if (isEmpty(person.firstName)) add('one', words.firstName);
      if (fields.lastName === 'required' && isEmpty(person.lastName)) add('two', words.lastName);
      if (`${person.firstName.trim()} ${person.lastName.trim()}`.trim().length > longestName) add('one', words.nameLong);
      break;
    case 'born': {
      if (person === undefined) break;
      const { state } = readBorn(person.born, setup.today);
      if (state === 'empty' && fields.birthDate === 'required') add('one', words.born);
      if (state === 'unreadable') add('one', words.bornUnreadable);
      if (state === 'short-year') add('three', words.bornYear);
      if (state === 'future' || state === 'long-ago') add('three', words.bornNotPossible);
      break;
    }
    case 'under':
      if (person?.under[step.limit] === undefined) add('choice', words.under);
      break;
    case 'school':
      if (fields.school === 'required' && isEmpty(person?.school ?? '')) add('one', words.school);
      fits('one', person?.school ?? '');
      break;
    case 'reach': {
      const { phone, email } = form;
      if (!isEmpty(phone) && !isPhoneNumber(phone)) add('one', words.phone);
      else if (isEmpty(phone) && fields.phone === 'required') add('one', words.phoneMissing);
      fits('one', phone);
      if (!isEmpty(email) && email.trim().length <= longestLine && !/^\S+@\S+\.\S+$/.test(email.trim())) add('two', words.email);
      else if (isEmpty(email) && fields.email === 'required') add('two', words.emailMissing);
      fits('two', email);
      const addressComes = (fields.address ?? 'off') !== 'off';
      if (found.length === 0 && reachable && !addressComes && isEmpty(phone) && isEmpty(email)) add('one', words.reach);
      break;
    }
    case 'address':
      if (fields.address === 'required' && isEmpty(form.address)) add('one', words.address);
      else if (reachable && [form.phone, form.email, form.address].every(isEmpty)) add('one', words.reach);
      fits('one', form.address, longestText);
      break;
    case 'note':
      if (fields.note === 'required' && isEmpty(form.note)) add('one', words.note);
      fits('one', form.note, longestText);
      break;
    case 'guardian':
      if (isEmpty(form.guardianName)) add('one', words.guardian);
      fits('one', form.guardianName);
      if (isEmpty(form.guardianRelation)) add(form.relationTyped ? 'three' : 'two', words.relation);
      if (form.relationTyped) fits('three', form.guardianRelation);
      break;
    case 'signature':
      if (form.signature.way === 'drawn' && !isSignature(form.signature.path)) add('signature', words.signature);
      if (form.signature.way === 'typed' && isEmpty(form.signature.name)) add('one', words.signatureName);
      if (form.signature.way === 'typed') fits('one', form.signature.name);
      break;
    case 'grown-up':
      if (!form.grownUpHere) add('choice', words.grownUp);
      break;
    case 'more':
    case 'check':
    case 'consent':
      break;
    default:
      return unreachable(step);
  }
  return found;
}
