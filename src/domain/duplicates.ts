// The same person twice among sign-ups: only two wishes for the same thing can be one too many, so a card and a newsletter of one child
// are not. Only those are compared that have something in common (a phone number, an email, a birth date, a guardian, or the letters of
// the name within one session), each with a bounded number of others: ten thousand cost ten thousand times a constant.

import { type NameLikeness, nameLikeness, readName, type WrittenName } from './name-likeness.ts';
import { isPhoneNumber, phoneDigits } from './phone.ts';
import type { ContactDetails, SignUpTaken } from './sign-up.ts';

export interface Candidate {
  /** The sign-up's fact. */
  readonly id: string;
  readonly session: string;
  readonly body: Pick<SignUpTaken, 'for' | 'program' | 'programSession'>;
  readonly contact: ContactDetails;
}

export type LikenessReason =
  | `name-${NameLikeness}`
  | 'name-unlike'
  | 'birth-date'
  | 'birth-date-typo'
  | 'guardian'
  | 'phone'
  | 'email'
  | 'session';

export interface Likeness {
  /** Ids; `a` sorts before `b`. */
  readonly a: string;
  readonly b: string;
  /** 0 to 1: how sure. Above 0.8 it is hardly somebody else. */
  readonly score: number;
  readonly reasons: readonly LikenessReason[];
}

export interface Found {
  /** The surest first. */
  readonly pairs: readonly Likeness[];
  readonly comparisons: number;
}

/** Blocks up to this size are compared whole, larger ones (a school's phone number) each with as many neighbors by name. */
export const neighbors = 24;

/** All at once; for a screen, `searchDuplicates` lets others have their turn. */
export function findDuplicates(candidates: readonly Candidate[]): Found {
  const search = searchDuplicates(candidates);
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

/** The same in small steps: whoever runs it decides when to pause. */
export function* searchDuplicates(candidates: readonly Candidate[]): Generator<undefined, Found> {
  const blocks = new Map<string, Known[]>();
  for (const [at, candidate] of candidates.entries()) {
    const known = knownOf(candidate);
    for (const key of known.keys) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [known]);
      else block.push(known);
    }
    if (at % stepSize === stepSize - 1) yield;
  }
  const pairs = new Map<string, Likeness>();
  const seen = new Set<string>();
  let comparisons = 0;
  let at = 0;
  for (const block of blocks.values()) {
    at += 1;
    if (at % (10 * stepSize) === 0) yield;
    if (block.length > neighbors) block.sort((one, other) => (one.order < other.order ? -1 : one.order > other.order ? 1 : 0));
    for (const [place, one] of block.entries()) {
      for (const other of block.slice(place + 1, place + 1 + neighbors)) {
        const [a, b] = one.id < other.id ? [one, other] : [other, one];
        const key = `${a.id} ${b.id}`;
        if (a.id === b.id || seen.has(key)) continue;
        seen.add(key);
        comparisons += 1;
        const found = likeness(a, b);
        if (found !== null) pairs.set(key, { a: a.id, b: b.id, ...found });
        if (comparisons % stepSize === 0) yield;
      }
    }
  }
  return { pairs: [...pairs.values()].sort((one, other) => other.score - one.score || (one.a < other.a ? -1 : 1)), comparisons };
}

/** Only the names say that they may be two: twins have one guardian and one birth date, too. */
export function isPerhapsTwins({ reasons }: Pick<Likeness, 'reasons'>): boolean {
  return reasons.includes('name-unlike');
}

/** Pairs that hang together, each group once, the surest pair's group first. */
export function groupsOf(pairs: readonly Pick<Likeness, 'a' | 'b'>[]): readonly (readonly string[])[] {
  const leaderById = new Map<string, string>();
  const leaderOf = (id: string): string => {
    let leader = id;
    for (let next = leaderById.get(leader); next !== undefined; next = leaderById.get(leader)) leader = next;
    // The next who asks has a shorter way.
    for (let at = id; at !== leader; ) {
      const next = leaderById.get(at) ?? leader;
      leaderById.set(at, leader);
      at = next;
    }
    return leader;
  };
  for (const { a, b } of pairs) {
    const [one, other] = [leaderOf(a), leaderOf(b)];
    if (one !== other) leaderById.set(other, one);
  }
  const groups = new Map<string, Set<string>>();
  for (const { a, b } of pairs) {
    const leader = leaderOf(a);
    const group = groups.get(leader) ?? new Set();
    groups.set(leader, group.add(a).add(b));
  }
  return [...groups.values()].map((group) => [...group]);
}

const stepSize = 100;

/** A candidate as it is compared: read once, compared often. */
export interface Known {
  readonly id: string;
  readonly session: string;
  readonly name: WrittenName;
  /** By this, neighbors in a large block are alike. */
  readonly order: string;
  readonly birthDate: string | null;
  readonly guardian: string;
  readonly phone: string;
  readonly email: string;
  readonly family: string;
  readonly keys: readonly string[];
}

export function knownOf({ id, session, body, contact }: Candidate): Known {
  const name = readName(contact.name);
  const guardian = contact.guardian === null ? '' : readName(contact.guardian.name).letters;
  const phone = lastDigits(contact.phone);
  const email = contact.email.trim().toLowerCase();
  const { birthDate } = contact;
  const wish = JSON.stringify([body.for, body.programSession ?? body.program?.trim().toLowerCase() ?? '']);
  const keys = [
    ...(phone === '' ? [] : [`${wish} phone ${phone}`]),
    ...(email === '' ? [] : [`${wish} email ${email}`]),
    ...(birthDate === null ? [] : [`${wish} born ${birthDate}`]),
    ...(guardian === '' ? [] : [`${wish} guardian ${guardian}`]),
    `${wish} in ${session} ${name.letters}`,
  ];
  return { id, session, name, order: name.words.join(' '), birthDate, guardian, phone, email, family: contact.family ?? '', keys };
}

/** The last ten digits, so that +1 and 1 in front make no difference; '' for what is no number. */
function lastDigits(phone: string): string {
  return isPhoneNumber(phone) ? phoneDigits(phone).slice(-10) : '';
}

const surety: Readonly<Record<NameLikeness, number>> = { same: 0.7, order: 0.65, spelling: 0.55, part: 0.5, 'short-form': 0.3 };

/** A nickname, or twins: always asked about last. */
const nickname: Pick<Likeness, 'score' | 'reasons'> = { score: 0.2, reasons: ['name-unlike', 'birth-date', 'guardian'] };

/** null: two people, or too little to say. What they asked for is not looked at. */
export function likeness(a: Known, b: Known): Pick<Likeness, 'score' | 'reasons'> | null {
  const alike = nameLikeness(a.name, b.name);
  if (alike === null) return isPerhapsNickname(a, b) ? nickname : null;
  const isNameSame = alike === 'same' || alike === 'order';
  // Who fills in two children in one go means two children, twins too, unless it is one name written twice.
  if (a.family !== '' && a.family === b.family && !isNameSame) return null;
  const born = birthDates(a.birthDate, b.birthDate);
  if (born === 'others') return null;
  const shared: LikenessReason[] = [];
  if (born === 'same') shared.push('birth-date');
  if (a.guardian !== '' && a.guardian === b.guardian) shared.push('guardian');
  if (a.phone !== '' && a.phone === b.phone) shared.push('phone');
  if (a.email !== '' && a.email === b.email) shared.push('email');
  if (!isEnough(alike, born, shared.length)) {
    // Nothing but the name: of two in one session perhaps the same, of two in a year's sessions not worth a question.
    if (!isNameSame || a.session !== b.session || born === 'typo') return null;
    shared.push('session');
  }
  if (born === 'typo') shared.push('birth-date-typo');
  const score = surety[alike] + shared.reduce((sum, reason) => sum + (weights[reason] ?? 0), 0);
  return { score: Math.round(Math.min(Math.max(score, 0.1), 1) * 100) / 100, reasons: [`name-${alike}`, ...shared] };
}

/** One child of one guardian, born on one day, by two names. Who was signed up on one form is two. */
function isPerhapsNickname(a: Known, b: Known): boolean {
  const isOneChild = a.guardian !== '' && a.guardian === b.guardian && a.birthDate !== null && a.birthDate === b.birthDate;
  return isOneChild && (a.family === '' || a.family !== b.family);
}

const weights: Readonly<Partial<Record<LikenessReason, number>>> = {
  'birth-date': 0.25,
  guardian: 0.15,
  phone: 0.15,
  email: 0.15,
  session: -0.2,
  'birth-date-typo': -0.1,
};

/** The less a name is the same, the more else must be. Brothers may be one letter and one digit apart. */
function isEnough(alike: NameLikeness, born: BirthDates, shared: number): boolean {
  if (born === 'typo') return shared >= 1 && (alike === 'same' || alike === 'order');
  return alike === 'short-form' ? born === 'same' && shared >= 2 : shared >= 1;
}

type BirthDates = 'unknown' | 'same' | 'typo' | 'others';

/** Day and month changed about, or one digit off: a slip of the pen, or two people. */
function birthDates(a: string | null, b: string | null): BirthDates {
  if (a === null || b === null) return 'unknown';
  if (a === b) return 'same';
  const [year, month, day] = a.split('-');
  const isTurned = b === `${year}-${day}-${month}`;
  const off = [...a].filter((digit, at) => digit !== b[at]).length;
  return isTurned || off === 1 ? 'typo' : 'others';
}
