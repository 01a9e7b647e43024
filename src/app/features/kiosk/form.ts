// What a visitor has answered so far. It lives in the memory of one component tree and nowhere else: not in a module, an address, a
// history entry or a store; when the tree goes, it is gone.

import type { Language } from '../../../domain/shapes.ts';
import type { SignUpKind } from '../../../domain/sign-up.ts';

export type ForWhom = 'myself' | 'child' | 'children';

/** As typed: month '1' to '12', day and year digits. */
export interface TypedDate {
  readonly month: string;
  readonly day: string;
  readonly year: string;
}

export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly born: TypedDate;
  /** Whether the person is younger than so many years, where no date of birth tells. */
  readonly under: Readonly<Partial<Record<number, boolean>>>;
  readonly school: string;
}

/** What was drawn stays while another way is tried, and the other way round. */
export interface Signature {
  readonly way: 'drawn' | 'typed' | 'desk';
  readonly path: string;
  readonly name: string;
}

export interface KioskForm {
  readonly language: Language;
  readonly kinds: readonly SignUpKind[];
  readonly programs: readonly string[];
  readonly forWhom: ForWhom | null;
  readonly people: readonly Person[];
  /** While it is for oneself the children typed before, and the other way round: nobody's name becomes another's. */
  readonly others: readonly Person[];
  /** How the person, or the guardian of the children, is reached: asked once. */
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly note: string;
  readonly guardianName: string;
  /** In the visitor's words: a usual one as its card says it, or what they typed. */
  readonly guardianRelation: string;
  /** None of the usual ones was chosen: it is typed. */
  readonly relationTyped: boolean;
  readonly signature: Signature;
  /** A child came alone, and a grown-up has come by now. */
  readonly grownUpHere: boolean;
}

export const nobodyYet: Person = { firstName: '', lastName: '', born: { month: '', day: '', year: '' }, under: {}, school: '' };

/** `kinds` holds what is offered when that is one thing only. */
export function newForm(language: Language, offers: readonly SignUpKind[]): KioskForm {
  return {
    language,
    kinds: offers.length === 1 ? offers : [],
    programs: [],
    forWhom: null,
    people: [nobodyYet],
    others: [nobodyYet],
    phone: '',
    email: '',
    address: '',
    note: '',
    guardianName: '',
    guardianRelation: '',
    relationTyped: false,
    signature: { way: 'drawn', path: '', name: '' },
    grownUpHere: false,
  };
}

/** Whom this is for. Other children typed before stay in the form, in case the answer changes back, and count for nothing. */
export function peopleOf(form: KioskForm): readonly Person[] {
  return form.forWhom === 'children' ? form.people : form.people.slice(0, 1);
}

export function isFor(form: KioskForm, forWhom: ForWhom): KioskForm {
  const crosses = form.forWhom !== null && (form.forWhom === 'myself') !== (forWhom === 'myself');
  return { ...form, forWhom, ...(crosses ? { people: form.others, others: form.people } : {}) };
}

export function withPerson(form: KioskForm, at: number, set: Partial<Person>): KioskForm {
  return { ...form, people: form.people.map((person, place) => (place === at ? { ...person, ...set } : person)) };
}

/** One more child is as a rule of the same family: the last name is there already. */
export function withOneMore(form: KioskForm): KioskForm {
  return { ...form, people: [...form.people, { ...nobodyYet, lastName: form.people.at(-1)?.lastName ?? '' }] };
}

export function withoutPerson(form: KioskForm, at: number): KioskForm {
  return { ...form, people: form.people.filter((_, place) => place !== at) };
}

/** Added, and nothing typed: the last name was there already. */
export function isBlank({ firstName, born, under, school }: Person): boolean {
  return [firstName, born.month, born.day, born.year, school].every((part) => part.trim() === '') && Object.keys(under).length === 0;
}
