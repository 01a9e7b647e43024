// Sign-ups, each with its newest envelope and how far the library is with it. Opening an envelope is the sealing's business.

import * as v from 'valibot';
import type { Fact } from '../../domain/fact.ts';
import {
  checkInMarked,
  type FollowUpState,
  type SealedBox,
  type SignUpMerged,
  type SignUpTaken,
  signUpFollowed,
  signUpKeptApart,
  signUpMerged,
  signUpTaken,
  signUpUnmerged,
} from '../../domain/sign-up.ts';
import { unvoidOf } from '../../domain/session.ts';
import type { Store } from './db.ts';
import { type DeliveryState, type LogEntry, wholeLog } from './log.ts';
import { type Version, versionsIn } from './sign-up-versions.ts';

export interface SignUp {
  readonly fact: Fact;
  readonly body: SignUpTaken;
  readonly sealed: SealedBox;
  /** The fact the newest envelope travelled in: its id is sealed in with it. */
  readonly sealedIn: Fact;
  /** [S51] Corrections made apart from the one that counts, which nobody has chosen from yet; in the server's order. */
  readonly otherVersions: readonly Version[];
  /** What all these corrections were made from; null when there is one, or nothing tells. */
  readonly baseVersion: Version | null;
  readonly state: DeliveryState;
  readonly voided: boolean;
  /** How far the library is; `by` is a member of staff, null while nobody has said anything or nobody was named. */
  readonly followUp: { readonly state: FollowUpState; readonly by: string | null; readonly at: string };
  /** The sign-up in which this one lives on, when it was the same person twice. */
  readonly mergedInto: string | null;
  /** The server's number of the fact that said so; what has none yet comes after all others. */
  readonly mergedAt: number;
  /** What was said when it was made one with another, also while it stays nevertheless (S51); taken back merges are none (S53). */
  readonly merge: SignUpMerged | null;
  /** Sign-ups that somebody has looked at and called other people. Said at one of the two: ask both. */
  readonly keptApartFrom: readonly string[];
}

/** Newest first. */
export async function signUpsOf(store: Store, sessionId: string): Promise<SignUp[]> {
  return staying(signUpsIn(await wholeLog(store, sessionId)));
}

/** Of all sessions on this device, newest session first, each session's newest sign-up first. */
export async function allSignUps(store: Store): Promise<SignUp[]> {
  const found: SignUp[] = [];
  for (const id of await sessionsWithSignUps(store)) found.push(...signUpsIn(await wholeLog(store, id)));
  return staying(found);
}

/**
 * [S51] Two desks that did not see each other may each have let the other's one go: then nobody would be left. Of sign-ups that point to each other in
 * a ring, the one whom the newest word let go stays, on every device the same.
 */
export function staying(signUps: readonly SignUp[]): SignUp[] {
  const gone = new Map(signUps.flatMap((one) => (one.mergedInto === null ? [] : [[one.fact.id, one] as const])));
  return signUps.map((one) => (isLastOfRing(one, gone) ? { ...one, voided: false, mergedInto: null } : one));
}

function isLastOfRing(one: SignUp, gone: ReadonlyMap<string, SignUp>): boolean {
  const passed = new Set<string>();
  let at = one.mergedInto;
  let newest = one.mergedAt;
  while (at !== null && at !== one.fact.id && !passed.has(at)) {
    passed.add(at);
    const next = gone.get(at);
    newest = Math.max(newest, next?.mergedAt ?? 0);
    at = next?.mergedInto ?? null;
  }
  return at === one.fact.id && newest === one.mergedAt;
}

/** Sessions with sign-ups that count, or with something taken back, which may have been one; the newest first. */
export async function sessionsWithSignUps(store: Store): Promise<readonly string[]> {
  const sessions = await store.sessions.orderBy('values.date').reverse().toArray();
  return sessions
    .filter(({ totals, voids }) => Object.keys(totals.signUps).length > 0 || Object.keys(voids).length > 0)
    .map(({ id }) => id);
}

/** What was done with one sign-up, oldest first: the facts that name it, taken back ones too. */
export async function signUpHistory(store: Store, sessionId: string, target: string): Promise<readonly LogEntry[]> {
  const log = await wholeLog(store, sessionId);
  const unvoids = unvoidsIn(log);
  const isUnmerged = ({ kind, body }: Fact) => kind === 'sign-up.merged' && unvoids.has(unvoidOf(v.parse(signUpMerged, body)));
  return log
    .filter(({ fact }) => fact.id === target || (fact.kind.startsWith('sign-up.') && fact.body['target'] === target))
    .map((entry) => (isUnmerged(entry.fact) ? { ...entry, voided: true } : entry));
}

export interface RosterEntry {
  readonly signUp: SignUp;
  /** The fact that marked the person as here; null: not here yet. */
  readonly checkIn: string | null;
}

/** Who is expected in a session: who signed up for it here or in another session, and who was prepared for it beforehand. */
export async function roster(store: Store, sessionId: string): Promise<RosterEntry[]> {
  const log = await wholeLog(store, sessionId);
  const marks = new Map<string, string>();
  for (const { fact, voided } of log) {
    if (fact.kind === 'check-in.marked' && !voided) marks.set(v.parse(checkInMarked, fact.body).target, fact.id);
  }
  const found = signUpsIn(log);
  for (const id of await sessionsWithSignUps(store)) if (id !== sessionId) found.push(...signUpsIn(await wholeLog(store, id)));
  const all = staying(found);
  const isExpected = ({ fact, body }: SignUp) => {
    const takenHere = fact.subject.id === sessionId;
    return (takenHere && body.prepared === true) || isForSession(body, sessionId, takenHere);
  };
  const heres = hereThrough(all, marks);
  return all
    .filter((signUp) => !signUp.voided && isExpected(signUp))
    .map((signUp) => ({ signUp, checkIn: marks.get(signUp.fact.id) ?? heres.get(signUp.fact.id) ?? null }));
}

/** Who was marked as here under a sign-up that has been made one with another is here: that mark, by the one that stayed. */
function hereThrough(all: readonly SignUp[], marks: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const intoById = new Map(all.map(({ fact, mergedInto }) => [fact.id, mergedInto]));
  const heres = new Map<string, string>();
  for (const [target, mark] of marks) {
    const passed = new Set<string>();
    for (let at = intoById.get(target) ?? null; at !== null && !passed.has(at); at = intoById.get(at) ?? null) {
      passed.add(at);
      heres.set(at, mark);
    }
  }
  return heres;
}

function isForSession({ for: kind, programSession = null }: SignUpTaken, sessionId: string, takenHere: boolean): boolean {
  return kind === 'program' && (programSession === sessionId || (programSession === null && takenHere));
}

/** The last word about a sign-up, and the fact it was said in. */
interface Said<Value> {
  readonly entry: LogEntry;
  readonly value: Value;
}

interface Later {
  readonly follows: Map<string, Said<FollowUpState>>;
  readonly merges: Map<string, Said<SignUpMerged>>;
  /** [S53] Of what was unmerged. */
  readonly unvoids: ReadonlySet<string>;
  readonly apart: Map<string, string[]>;
}

/** Newest first; `log` oldest first, whole or what of it tells of sign-ups. */
export function signUpsIn(log: readonly LogEntry[]): SignUp[] {
  const versions = versionsIn(log);
  const later: Later = { follows: new Map(), merges: new Map(), apart: new Map(), unvoids: unvoidsIn(log) };
  for (const entry of log) if (!entry.voided) note(later, entry);
  const found = log.flatMap(({ fact, state, voided }): SignUp[] => {
    if (fact.kind !== 'sign-up.taken') return [];
    const body = v.parse(signUpTaken, fact.body);
    const { counts = null, others = [], base = null } = versions.get(fact.id) ?? {};
    const follow = later.follows.get(fact.id);
    const merge = later.merges.get(fact.id);
    return [
      {
        fact,
        body,
        sealed: counts?.sealed ?? body.sealed,
        sealedIn: counts?.sealedIn ?? fact,
        otherVersions: others,
        baseVersion: base === 'taken' ? { sealed: body.sealed, sealedIn: fact } : base,
        state,
        voided,
        followUp: { state: follow?.value ?? 'new', by: follow?.entry.fact.staff ?? null, at: (follow?.entry.fact ?? fact).at },
        mergedInto: merge?.value.into ?? null,
        mergedAt: merge?.entry.seq ?? last,
        merge: merge?.value ?? null,
        keptApartFrom: later.apart.get(fact.id) ?? [],
      },
    ];
  });
  return found.reverse();
}

function unvoidsIn(log: readonly LogEntry[]): ReadonlySet<string> {
  return new Set(log.flatMap(({ fact }) => (fact.kind === 'sign-up.unmerged' ? [unvoidOf(v.parse(signUpUnmerged, fact.body))] : [])));
}

/** [S51] The server's order decides which word is the last; what has no number yet is newer. */
function note({ follows, merges, apart, unvoids }: Later, entry: LogEntry): void {
  const { fact } = entry;
  switch (fact.kind) {
    case 'sign-up.followed': {
      const { target, state } = v.parse(signUpFollowed, fact.body);
      say(follows, target, { entry, value: state });
      return;
    }
    case 'sign-up.merged': {
      const merged = v.parse(signUpMerged, fact.body);
      if (!unvoids.has(unvoidOf(merged))) say(merges, merged.target, { entry, value: merged });
      return;
    }
    case 'sign-up.kept-apart': {
      const { target, other } = v.parse(signUpKeptApart, fact.body);
      apart.set(target, [...(apart.get(target) ?? []), other]);
      return;
    }
    default:
  }
}

function say<Value>(words: Map<string, Said<Value>>, target: string, said: Said<Value>): void {
  const before = words.get(target);
  if (before === undefined || (before.entry.seq ?? last) <= (said.entry.seq ?? last)) words.set(target, said);
}

const last = Number.MAX_SAFE_INTEGER;
