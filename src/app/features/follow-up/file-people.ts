// Who leaves as a file for the library system, and what a table for people says of them. Opened details come in and go out in memory only.

import type { Candidate, PatronTable } from '../../../domain/export/patrons.ts';
import type { Day } from '../../../domain/shapes.ts';
import type { FollowUpState, SignUpKind } from '../../../domain/sign-up.ts';
import type { Text } from '../../text/text.ts';
import { type Entry, sorted, type Where } from './book.ts';
import { isOpen, type OpenEntry } from './merging.ts';
import type { Desk } from './use-desk.ts';

/** In the address, where a sign-up stands otherwise. */
export const filePart = 'file';

/** Nobody has handed these on yet, and nobody has settled them. */
export function isToEnter(state: FollowUpState): boolean {
  return state === 'new' || state === 'needs_information';
}

/** The oldest first. What was taken back or made one with another is voided, and in no file. */
export function peopleToEnter(entries: readonly Entry[], kind: SignUpKind): readonly Entry[] {
  const waiting = ({ signUp }: Entry) => !signUp.voided && signUp.body.for === kind && isToEnter(signUp.followUp.state);
  return sorted(entries.filter(waiting), 'oldest');
}

export function candidateOf({ id, contact, session, signUp }: Entry, whereById: ReadonlyMap<string, Where>, today: Day): Candidate {
  const date = whereById.get(session)?.date ?? today;
  // A class may be written down before its day.
  return { id, contact, language: signUp.body.language, day: date < today ? date : today };
}

/** All that was asked and can be written: no signature that was drawn. */
export function plainTable(entries: readonly Entry[], desk: Desk, text: Text): PatronTable {
  const words = text.followUp;
  const { one } = text.signUps;
  const columns: readonly (readonly [label: string, said: (entry: OpenEntry) => string])[] = [
    [words.day, ({ session }) => desk.whereById.get(session)?.date ?? ''],
    [words.takenIn, ({ session }) => desk.sessionName(session)],
    [words.kind, ({ signUp }) => text.words.signUpKind[signUp.body.for]],
    [one.program, ({ signUp: { body } }) => body.program ?? (body.programSession == null ? '' : desk.sessionName(body.programSession))],
    [one.name, ({ contact }) => contact.name],
    [words.firstName, ({ contact }) => contact.firstName ?? ''],
    [words.lastName, ({ contact }) => contact.lastName ?? ''],
    [one.birthDate, ({ contact }) => contact.birthDate ?? ''],
    [one.age, ({ signUp: { body } }) => (body.ageBand === null ? '' : text.words.bandName[body.ageBand])],
    [one.guardian, ({ contact }) => contact.guardian?.name ?? ''],
    [text.signUps.form.guardianRelation, ({ contact }) => contact.guardian?.relation ?? ''],
    [one.phone, ({ contact }) => contact.phone],
    [one.email, ({ contact }) => contact.email],
    [one.address, ({ contact }) => contact.address],
    [words.school, ({ contact }) => contact.school ?? ''],
    [one.cardNumber, ({ contact }) => contact.cardNumber],
    [words.language, ({ signUp }) => text.words.language[signUp.body.language]],
    [one.note, ({ contact }) => contact.note],
    [words.missing, ({ contact }) => contact.missing ?? ''],
    [one.signedAs, ({ contact }) => contact.signedAs ?? ''],
    [one.consent, ({ signUp: { body } }) => `${one.consentBy[body.consent.by]}. ${one.wording(body.consent.wording)}`],
  ];
  return {
    columns: columns.map(([label]) => label),
    rows: entries.filter(isOpen).map((entry) => columns.map(([, said]) => said(entry))),
  };
}
