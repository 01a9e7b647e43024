// Sign-ups: a person asks for something. What could name the person travels sealed; what reports need stays outside the envelope.

import * as v from 'valibot';
import { band } from './attendance.ts';
import { day, factId, instant, language, line, paragraph, recordId } from './shapes.ts';

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
  /** The session asked for, when it is one this library has planned: the person is then on that session's roster. */
  programSession: v.optional(v.nullable(recordId)),
  /** Written down before the session, for a class: the person need not have come yet. */
  prepared: v.optional(v.boolean()),
  /** By whom, when it was a partner on its own page (S57); else staff wrote it down. */
  preparedBy: v.optional(recordId),
  language,
  ageBand: v.nullable(band),
  consent,
  sealed: sealedBox,
});
export type SignUpTaken = v.InferOutput<typeof signUpTaken>;

/** New contact details for a sign-up already taken; the old envelope stays in the history. `bases`: the facts whose envelopes they were made from (S51). */
export const signUpCorrected = v.looseObject({ target: factId, sealed: sealedBox, bases: v.optional(v.array(factId)) });

export const followUpStates = ['new', 'needs_information', 'entered', 'done', 'declined'] as const;
export type FollowUpState = (typeof followUpStates)[number];

/** How far the library is with a sign-up. Who says so is the fact's staff; what information is missing belongs into the envelope. */
export const signUpFollowed = v.looseObject({ target: factId, state: v.picklist(followUpStates) });

/**
 * The same person, written down twice: `target` lives on as `into`. Saved beside it: the void of `target`, and what `into` says from then
 * on, when that is something else.
 */
export const signUpMerged = v.looseObject({ target: factId, into: factId, voided: v.optional(factId), corrected: v.optional(factId) });
export type SignUpMerged = v.InferOutput<typeof signUpMerged>;

/** [S53] They were two people: the void `voided` takes `target` back no longer, and the merge that names it is none. */
export const signUpUnmerged = v.looseObject({ target: factId, voided: factId });

/** Alike, and yet two people: somebody has looked. `other` may be of another session. */
export const signUpKeptApart = v.looseObject({ target: factId, other: factId });

/** What is left of a sign-up whose contact details were erased: it goes on counting, and names nobody. Written by the server. */
export const signUpCounted = v.looseObject({
  for: signUpKind,
  language,
  ageBand: v.nullable(band),
  consentBy: v.picklist(['person', 'caregiver']),
  /** When the server received the sign-up: statistics by month stay as they were. */
  takenAt: v.optional(instant),
});

/** Somebody on the roster is here. `target` is the sign-up, perhaps one of another session. */
export const checkInMarked = v.looseObject({ target: factId });

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
  /** As asked at the kiosk, when asked apart; `name` is always both together. */
  firstName: v.optional(line),
  lastName: v.optional(line),
  school: v.optional(line),
  /** The guardian's, drawn: an SVG path in a box of 600 x 200. */
  signature: v.optional(v.pipe(v.string(), v.regex(/^[ML0-9 .-]*$/), v.maxLength(60_000))),
  /** The guardian's name, typed in place of a signature by who cannot draw one. */
  signedAs: v.optional(line),
  /** The same random letters in all sign-ups that one guardian made in one go. */
  family: v.optional(line),
  /** What staff still need to ask, in their own words. */
  missing: v.optional(paragraph),
});
export type ContactDetails = v.InferOutput<typeof contactDetails>;

/** True when somebody could be reached: a card needs an address or a contact, everything else at least one contact. */
export function isReachable(contact: ContactDetails): boolean {
  return [contact.phone, contact.email, contact.address].some((text) => text.trim() !== '');
}
