// The children of a class as they are typed, by staff line by line or by a partner as a list of names, what is wrong, and the sign-ups they
// become.

import type { Day, Language } from '../../domain/shapes.ts';
import { ageOn, bandOf, isUnder, type MissingField, missingIn, rulesFor, type SignUpRules } from '../../domain/sign-up-rules.ts';
import type { ContactDetails, SignUpKind } from '../../domain/sign-up.ts';
import type { NewSignUp } from '../../device/actions/sign-ups.ts';
import type { Text } from '../text/text.ts';
import type { FieldProblem } from '../ui/form/field-wiring.ts';
import { readBirthDate } from './birth-date.ts';
import { longestLine, longestName } from './too-long.ts';

export interface Child {
  /** Made once: saving twice makes one sign-up. */
  readonly token: string;
  readonly name: string;
  readonly birthDate: string;
  readonly guardian: string;
  readonly phone: string;
}

export const classKinds = ['card', 'reading_challenge', 'program'] as const satisfies readonly SignUpKind[];

export interface ClassRules {
  readonly kind: (typeof classKinds)[number];
  readonly school: string;
  readonly language: Language;
  readonly rules: SignUpRules;
  /** Version of the consent's wording. */
  readonly wording: string;
  readonly today: Day;
}

export function emptyChild(token: string): Child {
  return { token, name: '', birthDate: '', guardian: '', phone: '' };
}

export function isFilled({ name, birthDate, guardian, phone }: Child): boolean {
  return [name, birthDate, guardian, phone].some((text) => text.trim() !== '');
}

/** Lines left empty are no children. */
export function classProblems(children: readonly Child[], consent: boolean, today: Day, text: Text): readonly FieldProblem[] {
  const words = text.asking.prepare;
  const found: FieldProblem[] = [];
  children.forEach((child, at) => {
    if (!isFilled(child)) return;
    if (child.name.trim() === '') found.push({ field: `name-${at + 1}`, message: words.nameMissing(at + 1) });
    const fits = (field: 'name' | 'guardian' | 'phone', most: number) => {
      const message = words.long(at + 1, words[field], most);
      if (child[field].trim().length > most) found.push({ field: `${field}-${at + 1}`, message });
    };
    fits('name', longestName);
    const born = readBirthDate(child.birthDate, today).state;
    if (born !== 'empty' && born !== 'day') found.push({ field: `birthDate-${at + 1}`, message: words.birthDateWrong(at + 1) });
    fits('guardian', longestLine);
    fits('phone', longestLine);
  });
  if (!children.some(isFilled)) found.push({ field: 'name-1', message: words.none });
  if (!consent) found.push({ field: 'consent', message: words.consentMissing });
  return found;
}

export function classSignUps(children: readonly Child[], once: ClassRules, text: Text): readonly NewSignUp[] {
  return children.map((child) => {
    const born = readBirthDate(child.birthDate, once.today);
    const birthDate = born.state === 'day' ? born.day : null;
    const ageBand = birthDate === null ? null : bandOf(ageOn(birthDate, once.today));
    const guardian = child.guardian.trim();
    const contact: ContactDetails = {
      name: child.name.trim(),
      phone: child.phone.trim(),
      email: '',
      address: '',
      birthDate,
      guardian: guardian === '' ? null : { name: guardian, relation: '' },
      cardNumber: '',
      note: '',
      ...(once.school.trim() === '' ? {} : { school: once.school.trim() }),
    };
    const rules = rulesFor(once.rules, once.kind);
    // A child in a class is young, whether or not its birthday is known.
    const under = (limit: number) => isUnder(limit, { birthDate, ageBand: ageBand ?? '6-11' }, once.today) === true;
    const missing = missingIn(contact, rules, { guardian: under(rules.guardianUnder), signature: under(rules.signatureUnder) });
    const words = text.formatting.list(missing.map((field) => missingWord(field, text)));
    return {
      for: once.kind,
      program: null,
      prepared: true,
      language: once.language,
      ageBand,
      consent: { given: true, wording: once.wording, by: 'caregiver' },
      contact: missing.length === 0 ? contact : { ...contact, missing: text.asking.prepare.missing(words) },
      token: child.token,
    };
  });
}

function missingWord(field: MissingField, text: Text): string {
  const { field: asked } = text.asking;
  switch (field) {
    case 'name':
      return text.asking.prepare.name;
    case 'reach':
      return text.asking.reachable;
    case 'guardian':
      return text.asking.prepare.guardian;
    case 'signature':
      return text.asking.signatureWord;
    case 'lastName':
      return text.asking.lastName;
    default:
      return asked[field];
  }
}
