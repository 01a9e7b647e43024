// Which questions a visitor is asked, one a screen, from what they have answered so far and what the library's rules want. Answers that
// are no longer asked for stay in the form until it is wiped, but are never saved (to-sign-ups.ts).

import type { PlannedProgram } from '../../../domain/programs.ts';
import type { Day } from '../../../domain/shapes.ts';
import type { SignUpKind } from '../../../domain/sign-up.ts';
import { isUnder, type KindRules, rulesForAll, type SignUpRules } from '../../../domain/sign-up-rules.ts';
import { readBorn } from './born.ts';
import { type KioskForm, type Person, peopleOf } from './form.ts';

/** What the kiosk is for: read from the session and the library as it opens. */
export interface KioskSetup {
  readonly offers: readonly SignUpKind[];
  /** Names of programs to choose from; none: the program is this session. */
  readonly programs: readonly string[];
  /** Those of them that are planned sessions of the library. */
  readonly planned?: readonly PlannedProgram[];
  readonly rules: SignUpRules;
  readonly today: Day;
}

export type Step =
  | { readonly name: 'kinds' | 'programs' | 'who' | 'grown-up' | 'more' | 'reach' | 'address' | 'note' }
  | { readonly name: 'guardian' | 'signature' | 'check' | 'consent' }
  | { readonly name: 'name' | 'born' | 'school'; readonly person: number }
  | { readonly name: 'under'; readonly person: number; readonly limit: number };

export function rulesOf(form: KioskForm, { rules }: KioskSetup): KindRules {
  return rulesForAll(rules, form.kinds);
}

export function stepsOf(form: KioskForm, setup: KioskSetup): readonly Step[] {
  const { fields, reachable } = rulesOf(form, setup);
  const isAsked = (field: keyof typeof fields) => (fields[field] ?? 'off') !== 'off';
  const people = peopleOf(form).flatMap((_, at) => stepsOfPerson(form, setup, at));
  const steps: (Step | false)[] = [
    setup.offers.length > 1 && { name: 'kinds' },
    form.kinds.includes('program') && setup.programs.length > 0 && { name: 'programs' },
    { name: 'who' },
    ...people,
    form.forWhom === 'children' && { name: 'more' },
    isAlone(form, setup) && { name: 'grown-up' },
    needsGuardian(form, setup) && { name: 'guardian' },
    (isAsked('phone') || isAsked('email') || (reachable && !isAsked('address'))) && { name: 'reach' },
    isAsked('address') && { name: 'address' },
    isAsked('note') && { name: 'note' },
    needsSignature(form, setup) && { name: 'signature' },
    { name: 'check' },
    { name: 'consent' },
  ];
  return steps.filter((step) => step !== false);
}

function stepsOfPerson(form: KioskForm, setup: KioskSetup, at: number): readonly Step[] {
  const { fields } = rulesOf(form, setup);
  const person = form.people[at];
  if (person === undefined) return [];
  const asksBorn = (fields.birthDate ?? 'off') !== 'off';
  return [
    { name: 'name', person: at },
    ...(asksBorn ? [{ name: 'born', person: at } as const] : []),
    ...limitsToAsk(form, setup, person).map((limit) => ({ name: 'under', person: at, limit }) as const),
    ...((fields.school ?? 'off') === 'off' || !isChild(form, setup, person) ? [] : [{ name: 'school', person: at } as const]),
  ];
}

/** Ages that decide something and that no date of birth tells; the higher first: who is not under 18 is not asked about 13. */
function limitsToAsk(form: KioskForm, setup: KioskSetup, person: Person): readonly number[] {
  const { guardianUnder, signatureUnder } = rulesOf(form, setup);
  const limits = [...new Set([guardianUnder, signatureUnder])].filter((limit) => limit > 0).sort((a, b) => b - a);
  const [higher, lower] = limits.filter((limit) => isUnder(limit, knownAge(form, setup, person), setup.today) === 'unsure');
  if (higher === undefined) return [];
  return lower !== undefined && person.under[higher] === true ? [higher, lower] : [higher];
}

function isYounger(limit: number, form: KioskForm, setup: KioskSetup, person: Person): boolean {
  const known = isUnder(limit, knownAge(form, setup, person), setup.today);
  if (known !== 'unsure') return known;
  const higher = Object.entries(person.under).find(([asked, under]) => Number(asked) >= limit && under === false);
  return higher === undefined && person.under[limit] === true;
}

function knownAge(form: KioskForm, setup: KioskSetup, person: Person) {
  return { birthDate: bornOf(form, setup, person), ageBand: null };
}

/** null where it is not asked for, or not readable yet. */
export function bornOf(form: KioskForm, setup: KioskSetup, person: Person): Day | null {
  if ((rulesOf(form, setup).fields.birthDate ?? 'off') === 'off') return null;
  const born = readBorn(person.born, setup.today);
  return born.state === 'day' ? born.day : null;
}

function isChild(form: KioskForm, setup: KioskSetup, person: Person): boolean {
  return form.forWhom !== 'myself' || isUnder(19, knownAge(form, setup, person), setup.today) !== false;
}

/** Who signs up a child is asked for their name; so is the grown-up whom a child has fetched. */
export function needsGuardian(form: KioskForm, setup: KioskSetup): boolean {
  return peopleOf(form).some((person) => guardedBy(form, setup, person));
}

export function signsFor(form: KioskForm, setup: KioskSetup, person: Person): boolean {
  return isYounger(rulesOf(form, setup).signatureUnder, form, setup, person);
}

export function guardedBy(form: KioskForm, setup: KioskSetup, person: Person): boolean {
  return isYounger(rulesOf(form, setup).guardianUnder, form, setup, person) || signsFor(form, setup, person);
}

function needsSignature(form: KioskForm, setup: KioskSetup): boolean {
  return peopleOf(form).some((person) => signsFor(form, setup, person));
}

/** Whose consent it is: that of whoever signs up a child, or of the grown-up whom a child has fetched. */
export function consentBy(form: KioskForm, setup: KioskSetup): 'person' | 'caregiver' {
  return form.forWhom !== 'myself' || needsGuardian(form, setup) ? 'caregiver' : 'person';
}

/** A child who fills this in for itself. */
function isAlone(form: KioskForm, setup: KioskSetup): boolean {
  return form.forWhom === 'myself' && peopleOf(form).some((person) => guardedBy(form, setup, person));
}

/** Tells one question from another. */
export function keyOf(step: Step): string {
  return JSON.stringify([step.name, 'person' in step ? step.person : null, 'limit' in step ? step.limit : null]);
}
