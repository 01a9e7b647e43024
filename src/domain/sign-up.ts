// Sign-ups: a person asks for something. What could name the person travels sealed; what reports need stays outside the envelope.

import * as v from 'valibot';
import { band } from './attendance.ts';
import { day, factId, language, line, paragraph, recordId } from './shapes.ts';

export const signUpKinds = ['card', 'program', 'newsletter', 'reading_challenge', 'volunteering'] as const;
export const signUpKind = v.picklist(signUpKinds);
export type SignUpKind = v.InferOutput<typeof signUpKind>;

const base64url = (most: number) => v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/), v.maxLength(most));

/** An HPKE envelope (RFC 9180, single shot): key id, encapsulated key, ciphertext; base64url without padding. */
export const sealedBox = v.looseObject({ key: recordId, enc: base64url(200), box: base64url(200_000) });
export type SealedBox = v.InferOutput<typeof sealedBox>;

export const consent = v.looseObject({
  given: v.literal(true),
  /** Which wording the person saw, e.g. 'en-US/2026-11'. */
  wording: line,
  by: v.picklist(['person', 'caregiver']),
});

export const signUpTaken = v.looseObject({
  for: signUpKind,
  /** The session or program asked for, when `for` is 'program'. */
  program: v.nullable(line),
  language,
  ageBand: v.nullable(band),
  consent,
  sealed: sealedBox,
});
export type SignUpTaken = v.InferOutput<typeof signUpTaken>;

/** New contact details for a sign-up already taken; the old envelope stays in the history. */
export const signUpCorrected = v.looseObject({ target: factId, sealed: sealedBox });

/** What is inside the envelope. Every script, one-word names, phone numbers as people write them: nothing here is reformatted. */
export const contactDetails = v.looseObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  phone: line,
  email: line,
  address: paragraph,
  birthDate: v.nullable(day),
  guardian: v.nullable(v.looseObject({ name: line, relation: line })),
  cardNumber: line,
  note: paragraph,
});
export type ContactDetails = v.InferOutput<typeof contactDetails>;

/** True when somebody could be reached: a card needs an address or a contact, everything else at least one contact. */
export function isReachable(contact: ContactDetails): boolean {
  return [contact.phone, contact.email, contact.address].some((text) => text.trim() !== '');
}
