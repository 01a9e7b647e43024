// A sign-up being filled in. Kept in memory only, one a session: never stored in clear, and not lost by an error or by looking at
// another tab. In the hands of the public none may be left: whoever hands over is told of it first.

import type { Band } from '../../domain/attendance.ts';
import type { Language } from '../../domain/shapes.ts';
import type { ContactDetails, SignUpKind } from '../../domain/sign-up.ts';

/** Contact details as typed. */
export interface ContactDraft {
  readonly name: string;
  /** Where the library asks for both apart, in place of `name`. */
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly birthDate: string;
  readonly school: string;
  readonly guardianName: string;
  readonly guardianRelation: string;
  readonly note: string;
}

export interface SignUpDraft extends ContactDraft {
  readonly kinds: readonly SignUpKind[];
  readonly program: string;
  /** The planned session that the program is; '' for a program that was typed. */
  readonly programSession: string;
  readonly language: Language;
  readonly ageBand: Band | '';
  /** Of a card given at once, as scanned or typed; '' for none. */
  readonly cardNumber: string;
  /** The number that was taken as the next of this device's pile; the field may say another one since. */
  readonly nextCard: string;
  readonly consent: boolean;
  /** The guardian's, drawn: an SVG path; '' when there is none, or on paper. */
  readonly signature: string;
  /** Ids the sign-ups will have, made once: trying again saves nothing twice. */
  readonly tokens: Readonly<Partial<Record<SignUpKind, string>>>;
  /** Kinds saved already, when a try stopped half-way. */
  readonly done: readonly SignUpKind[];
}

const drafts = new Map<string, SignUpDraft>();

export const emptyContact: ContactDraft = {
  name: '',
  firstName: '',
  lastName: '',
  phone: '',
  email: '',
  address: '',
  birthDate: '',
  school: '',
  guardianName: '',
  guardianRelation: '',
  note: '',
};

export function newDraft(language: Language): SignUpDraft {
  return {
    ...emptyContact,
    kinds: [],
    program: '',
    programSession: '',
    language,
    ageBand: '',
    cardNumber: '',
    nextCard: '',
    consent: false,
    signature: '',
    tokens: {},
    done: [],
  };
}

export function draftOf(session: string): SignUpDraft | undefined {
  return drafts.get(session);
}

/** An untouched draft is not kept. */
export function keepDraft(session: string, draft: SignUpDraft | null): void {
  if (draft === null || !isTouched(draft)) drafts.delete(session);
  else drafts.set(session, draft);
}

/** Sessions with a sign-up that is not saved. */
export function sessionsWithDraft(): readonly string[] {
  return [...drafts.keys()];
}

export function forgetDrafts(): void {
  drafts.clear();
}

export function isTouched(draft: SignUpDraft): boolean {
  return JSON.stringify({ ...draft, tokens: {} }) !== JSON.stringify(newDraft(draft.language));
}

export function contactToDraft(contact: ContactDetails): ContactDraft {
  const { name, firstName, lastName, phone, email, address, birthDate, school = '', guardian, note } = contact;
  // A name that was written in one is divided at its first blank, for whoever corrects it to see.
  const [first = '', ...rest] = name.split(' ');
  return {
    name,
    firstName: firstName ?? first,
    lastName: lastName ?? rest.join(' '),
    phone,
    email,
    address,
    birthDate: birthDate ?? '',
    school,
    guardianName: guardian?.name ?? '',
    guardianRelation: guardian?.relation ?? '',
    note,
  };
}
