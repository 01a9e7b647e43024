// Several sign-ups of one person, field by field: what they agree on, where they differ, and what is left when one of them stays.

import type { Unmerge } from '../../../device/actions/follow-up.ts';
import { type ContactDetails, followUpStates } from '../../../domain/sign-up.ts';
import { byAge, type Entry } from './book.ts';

/** As they stand in an envelope; a guardian is one field, since name and relation belong together. */
export const mergedFields = [
  'name',
  'firstName',
  'lastName',
  'birthDate',
  'guardian',
  'phone',
  'email',
  'address',
  'school',
  'cardNumber',
  'note',
  'missing',
  'signature',
  'signedAs',
] as const;
export type MergedField = (typeof mergedFields)[number];

/** Who gives the value of a field: the id of one that is compared. */
export type Choices = Readonly<Partial<Record<MergedField, string>>>;

/** An entry whose details are open. */
export interface OpenEntry extends Entry {
  readonly contact: ContactDetails;
}

export function isOpen(entry: Entry): entry is OpenEntry {
  return entry.contact !== null;
}

/** The one that is furthest, since its number or card may be out already; of equals the oldest. */
export function firstToKeep(entries: readonly OpenEntry[]): OpenEntry | undefined {
  const declined = (entry: Entry) => entry.signUp.followUp.state === 'declined';
  const far = (entry: Entry) => (declined(entry) ? -1 : followUpStates.indexOf(entry.signUp.followUp.state));
  return entries.toSorted((a, b) => far(b) - far(a) || byAge(a, b))[0];
}

/** Opened details to compare with others: of a sign-up, or of one version of it. */
export interface Saying {
  readonly id: string;
  readonly contact: ContactDetails;
}

/** What a field says, for comparing: '' for nothing. */
export function saidOf({ contact }: Pick<Saying, 'contact'>, field: MergedField): string {
  const value = contact[field];
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value.trim() : [value.name, value.relation].filter((part) => part !== '').join(', ');
}

export function differing(all: readonly Saying[]): readonly MergedField[] {
  return mergedFields.filter((field) => new Set(all.map((one) => saidOf(one, field))).size > 1);
}

/** The value is the kept one's, unless it has none or somebody chose another's. */
export function giverOf<One extends Saying>(all: readonly One[], kept: One, choices: Choices, field: MergedField): One {
  const chosen = all.find(({ id }) => id === choices[field]);
  if (chosen !== undefined) return chosen;
  return saidOf(kept, field) === '' ? (all.find((one) => saidOf(one, field) !== '') ?? kept) : kept;
}

/** Of each detail that differs, who has changed what all began with: the kept one, else the first that did. */
export function changedSince(base: Pick<Saying, 'contact'>, all: readonly Saying[], kept: Saying): Choices {
  const choices = differing(all).flatMap((field) => {
    const changed = all.filter((one) => saidOf(one, field) !== saidOf(base, field));
    const [giver] = changed.includes(kept) ? [kept] : changed;
    return giver === undefined ? [] : [[field, giver.id] as const];
  });
  return Object.fromEntries(choices);
}

/** What the one that stays says from now on; null when that is what it says already. */
export function mergedContact(all: readonly Saying[], kept: Saying, choices: Choices): ContactDetails | null {
  const taken = differing(all).filter((field) => saidOf(giverOf(all, kept, choices, field), field) !== saidOf(kept, field));
  if (taken.length === 0) return null;
  const values = taken.map((field) => [field, giverOf(all, kept, choices, field).contact[field]] as const);
  return withoutUndefined({ ...kept.contact, ...Object.fromEntries(values) });
}

function withoutUndefined(contact: ContactDetails): ContactDetails {
  const next = { ...contact };
  for (const field of ['firstName', 'lastName', 'school', 'signature', 'signedAs', 'missing'] as const)
    if (next[field] === undefined) delete next[field];
  return next;
}

/** Merges into one that can be taken back, each with those that went: several at once shared what the one that stayed says since. */
export function mergesInto({ id }: Entry, entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const merges = new Map<string, Entry[]>();
  for (const one of entries) {
    const { mergedInto, merge } = one.signUp;
    if (mergedInto !== id || merge?.voided === undefined) continue;
    const key = merge.corrected ?? one.id;
    merges.set(key, [...(merges.get(key) ?? []), one]);
  }
  return [...merges.values()];
}

/** What taking one of them back needs. One that stays only because others let it go too (S51) would be gone then: its own merge goes as well. */
export function unmergesOf(kept: Entry, gone: readonly Entry[], entries: readonly Entry[]): readonly Unmerge[] {
  const sessionById = new Map(entries.map(({ id, session }) => [id, session]));
  return [...gone, kept].flatMap(({ session, signUp: { merge } }) =>
    merge === null ? [] : [{ session, merge, kept: { session: sessionById.get(merge.into) ?? session, target: merge.into } }],
  );
}
