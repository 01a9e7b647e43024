// All sign-ups with what was opened of them, in memory only: searching, filtering, sorting and counting them. Names nobody to anybody:
// nothing here is stored, logged or put into an address.

import type { SignUp } from '../../../device/store/sign-ups.ts';
import { readCardNumber } from '../../../domain/card.ts';
import { isPhoneNumber, phoneDigits } from '../../../domain/phone.ts';
import type { ProblemCode, Result } from '../../../domain/problem.ts';
import { addDays, type Day, type Language } from '../../../domain/shapes.ts';
import { type ContactDetails, type FollowUpState, followUpStates, type SignUpKind } from '../../../domain/sign-up.ts';
import { daysOfUnsettled } from '../../../domain/days-known.ts';
import type { LinkedCards } from '../../records/linked-cards.ts';
import { folded } from '../../records/search.ts';

export interface Entry {
  readonly id: string;
  readonly session: string;
  readonly signUp: SignUp;
  /** null: sealed, or not to be opened with any key that is open. */
  readonly contact: ContactDetails | null;
  /** Why it could not be opened. */
  readonly problem: ProblemCode | null;
  /** All that is searched, folded, and the digits of what has digits. */
  readonly words: string;
  readonly digits: string;
}

export function entryOf(signUp: SignUp, opened: Result<ContactDetails> | undefined): Entry {
  const contact = opened?.ok ? opened.value : null;
  const { name = '', guardian, email = '', address = '', phone = '', cardNumber = '', school = '' } = contact ?? {};
  return {
    id: signUp.fact.id,
    session: signUp.fact.subject.id,
    signUp,
    contact,
    problem: opened === undefined || opened.ok ? null : opened.problem.code,
    words: folded([name, guardian?.name ?? '', email, address, phone, cardNumber, school].join('\n')).replace(/['’‘]/g, ''),
    digits: `${phoneDigits(phone)} ${cardNumber.replace(/\D/g, '')}`,
  };
}

/** Which sign-ups have which card. */
export function linkedIn(entries: readonly Entry[]): LinkedCards {
  const linked = new Map<string, string[]>();
  for (const { id, contact, signUp } of entries) {
    const number = contact?.cardNumber ?? '';
    if (number !== '' && !signUp.voided) linked.set(number, [...(linked.get(number) ?? []), id]);
  }
  return linked;
}

export interface Filters {
  readonly typed: string;
  /** 'current': all that is still to be done. */
  readonly state: FollowUpState | 'current' | 'all';
  readonly kind: SignUpKind | '';
  readonly session: string;
  readonly site: string;
  readonly language: Language | '';
  readonly day: Day | '';
}

export const noFilters: Filters = { typed: '', state: 'current', kind: '', session: '', site: '', language: '', day: '' };

/** Of a session: where it was and when. */
export interface Where {
  readonly site: string | null;
  readonly date: Day;
}

const open: readonly FollowUpState[] = ['new', 'needs_information', 'entered'];

/** A session leaves the devices with its sign-ups after a year (S15): who is not settled by then can be reached from no desk. So many days before, it is said. */
const daysOfWarning = 21;

/** Sign-ups that are still to be done and soon leave this device, and the day on which the first of them does. */
export function leavingSoon(
  entries: readonly Entry[],
  whereById: ReadonlyMap<string, Where>,
  today: Day,
): { readonly count: number; readonly first: Day } | null {
  const days = entries
    .filter(({ signUp }) => !signUp.voided && open.includes(signUp.followUp.state))
    .flatMap(({ session }) => whereById.get(session)?.date ?? [])
    .map((date) => addDays(date, daysOfUnsettled + 1))
    .filter((leaves) => leaves <= addDays(today, daysOfWarning))
    .sort();
  return days[0] === undefined ? null : { count: days.length, first: days[0] };
}

/** What counts and passes the filters; sign-ups taken back or merged are never shown. */
export function find(entries: readonly Entry[], filters: Filters, whereById: ReadonlyMap<string, Where>): readonly Entry[] {
  const words = wordsOf(filters.typed);
  return entries.filter(({ session, signUp, words: text, digits }) => {
    const { body, followUp, voided } = signUp;
    const where = whereById.get(session);
    return (
      !voided &&
      (filters.state === 'all' || (filters.state === 'current' ? open.includes(followUp.state) : followUp.state === filters.state)) &&
      (filters.kind === '' || body.for === filters.kind) &&
      (filters.session === '' || session === filters.session) &&
      (filters.site === '' || where?.site === filters.site) &&
      (filters.language === '' || body.language === filters.language) &&
      (filters.day === '' || where?.date === filters.day) &&
      words.every(
        (word) => text.includes(word.text) || text.includes(word.card) || (word.digits.length >= 3 && digits.includes(word.digits)),
      )
    );
  });
}

function wordsOf(typed: string) {
  return folded(typed)
    .replace(/['’‘]/g, '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((text) => {
      // As a card's number is stored: a hand scanner may type codabar's letters around it.
      const card = /\d{3}/.test(text) ? readCardNumber(text) : text;
      return { text, card, digits: /\p{L}/u.test(card) && !isPhoneNumber(card) ? '' : phoneDigits(card) };
    });
}

export const orders = ['newest', 'oldest', 'name', 'state'] as const;
export type Order = (typeof orders)[number];

export function sorted(entries: readonly Entry[], order: Order): readonly Entry[] {
  const place = ({ signUp }: Entry) => followUpStates.indexOf(signUp.followUp.state);
  const newer = (a: Entry, b: Entry) => byAge(b, a);
  switch (order) {
    case 'newest':
      return entries.toSorted(newer);
    case 'oldest':
      return entries.toSorted(byAge);
    case 'name':
      return entries.toSorted((a, b) => compared(a.words, b.words) || newer(a, b));
    case 'state':
      return entries.toSorted((a, b) => place(a) - place(b) || newer(a, b));
    default:
      return order satisfies never;
  }
}

/** The oldest first, by the clocks of the devices; of one moment by the device's own count. */
export function byAge({ signUp: { fact: a } }: Entry, { signUp: { fact: b } }: Entry): number {
  return compared(a.at, b.at) || a.number - b.number;
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export interface Counts {
  readonly all: number;
  readonly byState: Readonly<Record<FollowUpState, number>>;
  /** Sealed to keys that the secret in use does not open, and what does not open with its own key. */
  readonly unknownKey: number;
  readonly unreadable: number;
  /** Corrected on devices that did not see each other, and nobody has chosen yet: their ids. */
  readonly apart: readonly string[];
}

export function countsOf(entries: readonly Entry[]): Counts {
  const byState: Record<FollowUpState, number> = { new: 0, needs_information: 0, entered: 0, done: 0, declined: 0 };
  const apart: string[] = [];
  let [all, unknownKey, unreadable] = [0, 0, 0];
  for (const { id, signUp, problem } of entries) {
    if (signUp.voided) continue;
    all += 1;
    byState[signUp.followUp.state] += 1;
    if (signUp.otherVersions.length > 0) apart.push(id);
    if (problem === 'seal-key-unknown') unknownKey += 1;
    else if (problem === 'seal-unreadable') unreadable += 1;
  }
  return { all, byState, unknownKey, unreadable, apart };
}
