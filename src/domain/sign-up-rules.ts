// What a library asks for at a sign-up, from whom, and for how long it keeps it. Defaults follow FIELD.md section 5: least data, a
// caregiver for children under 13, guardian and signature for a minor's library card, thirty days.

import * as v from 'valibot';
import type { Band } from './attendance.ts';
import { type Day, type Language, language, line, paragraph } from './shapes.ts';
import { type ContactDetails, type SignUpKind, signUpKinds } from './sign-up.ts';

export const askedFields = ['lastName', 'phone', 'email', 'address', 'birthDate', 'school', 'note'] as const;
export type AskedField = (typeof askedFields)[number];

const asking = v.picklist(['required', 'optional', 'off']);
export type Asking = v.InferOutput<typeof asking>;

/** Years; 0 asks nobody. */
const years = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(21));

const kindRules = v.looseObject({
  fields: v.record(v.picklist(askedFields), asking),
  /** At least one of phone, email and address. */
  reachable: v.boolean(),
  /** Who is younger brings a parent or guardian: name and relation. */
  guardianUnder: years,
  /** Who is younger needs the guardian's signature, drawn on the screen. */
  signatureUnder: years,
});
export type KindRules = v.InferOutput<typeof kindRules>;

/** The wording a person agrees to; `version` is stored with each record. */
export const consentWording = v.looseObject({ version: line, text: v.pipe(paragraph, v.trim(), v.minLength(1)) });
export type ConsentWording = v.InferOutput<typeof consentWording>;

export const signUpRules = v.looseObject({
  kinds: v.record(v.picklist(signUpKinds), kindRules),
  /** The library's own wording by language; a language that is missing has ours. */
  consents: v.record(language, consentWording),
  /** Days after a sign-up is done or declined, until its contact details are erased. */
  keepDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(730)),
  /** Seconds without any input until the kiosk asks whether somebody is still there. */
  kioskIdleSeconds: v.pipe(v.number(), v.integer(), v.minValue(15), v.maxValue(600)),
});
export type SignUpRules = v.InferOutput<typeof signUpRules>;

const short: KindRules = {
  fields: { lastName: 'optional', phone: 'optional', email: 'optional', address: 'off', birthDate: 'off', school: 'off', note: 'off' },
  reachable: true,
  guardianUnder: 13,
  signatureUnder: 0,
};

export const defaultRules: SignUpRules = {
  kinds: {
    card: {
      fields: {
        lastName: 'optional',
        phone: 'optional',
        email: 'optional',
        address: 'required',
        birthDate: 'required',
        school: 'optional',
        note: 'off',
      },
      reachable: true,
      guardianUnder: 18,
      signatureUnder: 18,
    },
    program: short,
    newsletter: short,
    reading_challenge: { ...short, fields: { ...short.fields, school: 'optional' }, reachable: false },
    volunteering: { ...short, guardianUnder: 18 },
  },
  consents: {},
  keepDays: 30,
  kioskIdleSeconds: 45,
};

export function rulesFor(rules: SignUpRules, kind: SignUpKind): KindRules {
  return rules.kinds[kind] ?? defaultRules.kinds[kind] ?? short;
}

/** Of a class: the parents agreed on paper, which the school or the library keeps; no text of ours was read. */
export const consentInWriting = 'in-writing/2026-11';

/** Our own wording says after how many days details go: the version that is stored says it as well. */
export function ourWording(ours: { readonly version: string; readonly text: (days: number) => string }, keepDays: number): ConsentWording {
  return { version: `${ours.version}/${keepDays}`, text: ours.text(keepDays) };
}

/**
 * The version of a wording written today: language, day, and what tells this text from any other of the day, also from one that another
 * desk writes at the same time. `said` is all of its words.
 */
export function wordingVersion(of: Language, today: Day, said: string): string {
  return `${of}/${today}.${checksumOf(said)}`;
}

/** FNV-1a, 32 bits: for telling apart, not for proving. */
function checksumOf(said: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < said.length; at++) sum = Math.imul(sum ^ said.charCodeAt(at), 0x01000193) >>> 0;
  return sum.toString(36);
}

const strength: Readonly<Record<Asking, number>> = { off: 0, optional: 1, required: 2 };

/** What is asked of somebody who wants several things at once: of each field the strictest, of each age the highest. */
export function rulesForAll(rules: SignUpRules, kinds: readonly SignUpKind[]): KindRules {
  return kinds
    .map((kind) => rulesFor(rules, kind))
    .reduce<KindRules>(
      (all, one) => ({
        fields: Object.fromEntries(
          askedFields.map((field) => {
            const [a, b] = [all.fields[field] ?? 'off', one.fields[field] ?? 'off'];
            return [field, strength[a] >= strength[b] ? a : b];
          }),
        ),
        reachable: all.reachable || one.reachable,
        guardianUnder: Math.max(all.guardianUnder, one.guardianUnder),
        signatureUnder: Math.max(all.signatureUnder, one.signatureUnder),
      }),
      { fields: {}, reachable: false, guardianUnder: 0, signatureUnder: 0 },
    );
}

const agesOf: Readonly<Record<Band, readonly [least: number, most: number]>> = {
  '0-5': [0, 5],
  '6-11': [6, 11],
  '12-18': [12, 18],
  '19+': [19, 130],
  general: [0, 130],
};

/** Whether somebody is younger than `limit` years: by birth date when it is known, else by age band; 'unsure' asks the person. */
export function isUnder(
  limit: number,
  { birthDate, ageBand }: { readonly birthDate: Day | null; readonly ageBand: Band | null },
  today: Day,
): boolean | 'unsure' {
  if (limit === 0) return false;
  if (birthDate !== null) return ageOn(birthDate, today) < limit;
  const [least, most] = agesOf[ageBand ?? 'general'];
  return most < limit ? true : least >= limit ? false : 'unsure';
}

/** Whole years; who is born on February 29 has a birthday on March 1 in other years. */
export function ageOn(birthDate: Day, today: Day): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) >= birthDate.slice(5) ? years : years - 1;
}

/** The age band of somebody of this age. */
export function bandOf(age: number): Band {
  return age <= 5 ? '0-5' : age <= 11 ? '6-11' : age <= 18 ? '12-18' : '19+';
}

export type MissingField = AskedField | 'name' | 'reach' | 'guardian' | 'signature';

/** What the rules ask for and the details lack, in the order it is asked. `isMinor` answers for guardian and signature. */
export function missingIn(
  contact: ContactDetails,
  rules: KindRules,
  minor: { readonly guardian: boolean; readonly signature: boolean },
): readonly MissingField[] {
  const has: Readonly<Record<AskedField, boolean>> = {
    lastName: filled(contact.lastName),
    phone: filled(contact.phone),
    email: filled(contact.email),
    address: filled(contact.address),
    birthDate: contact.birthDate !== null,
    school: filled(contact.school),
    note: filled(contact.note),
  };
  const missing: MissingField[] = filled(contact.name) ? [] : ['name'];
  for (const field of askedFields) if (rules.fields[field] === 'required' && !has[field]) missing.push(field);
  if (rules.reachable && !has.phone && !has.email && !has.address) missing.push('reach');
  if (minor.guardian && !filled(contact.guardian?.name)) missing.push('guardian');
  if (minor.signature && !filled(contact.signature) && !filled(contact.signedAs)) missing.push('signature');
  return missing;
}

function filled(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}
