// What becomes of each fact of a push: known, new, or held aside, and why. Pure: who calls brings what the database knows.
// The order of the checks is the protocol's: an erased id is never kept, a known one keeps its first receipt whoever sends it.

import { hash as hashBytes } from 'node:crypto';
import * as v from 'valibot';
import { type Fact, readFact } from '../../domain/fact.ts';
import { type Level, mayCarryPreparedFact, mayCarryServerFact, mayPrepareFact, mayWriteFact } from '../../domain/may.ts';
import { failed, type ProblemCode, type Result } from '../../domain/problem.ts';
import { factId } from '../../domain/shapes.ts';
import { largestPrepared, preparedFact } from '../../protocol/prepared.ts';
import type { Receipt, SentFact } from '../../protocol/push.ts';
import { serverDeviceOf } from './counted.ts';

/** One sent fact, read before the transaction. `key` names its bytes in quarantine. */
export interface ReadFact {
  readonly sent: SentFact;
  readonly hash: string;
  readonly key: string;
  readonly read: Result<Fact>;
  /** As far as they can be made out of a text that is not a fact. */
  readonly id: string;
  readonly kind: string | null;
}

/** What the database knows about one device's push. */
export interface Known {
  readonly library: string;
  /** The device that pushes. */
  readonly carrier: string;
  readonly revoked: boolean;
  /** The level of whoever brings the facts. */
  readonly level: Level;
  /** [S57] It comes by the route that has looked at all of it: a partner prepares a class. */
  readonly prepares: boolean;
  /** Levels of the makers that are enrolled here. */
  readonly levels: ReadonlyMap<string, Level>;
  readonly stored: ReadonlyMap<string, { readonly hash: string; readonly seq: number; readonly receivedAt: string }>;
  readonly held: ReadonlyMap<string, Pick<HeldReceipt, 'code' | 'field' | 'receivedAt'>>;
  readonly erased: (id: string) => boolean;
  /** The last number given. */
  readonly sequence: number;
  readonly receivedAt: string;
}

export type HeldReceipt = Extract<Receipt, { state: 'held' }>;
export interface NewFact {
  readonly fact: Fact;
  readonly text: string;
  readonly hash: string;
  readonly seq: number;
  /** The device that brought it. */
  readonly carrier: string;
  readonly receivedAt: string;
}
export interface NewHeld {
  readonly from: ReadFact;
  readonly receipt: HeldReceipt;
  readonly carrier: string;
}
export interface Placement {
  readonly receipts: readonly Receipt[];
  readonly stored: readonly NewFact[];
  readonly held: readonly NewHeld[];
  /** [S2] Ids whose first fact is to be copied to quarantine beside the newcomer. */
  readonly taken: readonly string[];
  /** [S34] Kept nowhere because their target is erased: from now on they are erased like it. */
  readonly erased: readonly Fact[];
}

/** Hashes and parses: the costly part, done before the library's sequence is locked. */
export function readSent(sent: SentFact): ReadFact {
  const hash = hashBytes('sha256', sent.text, 'base64url');
  const rightHash = hash === sent.hash;
  const read = !sent.text.isWellFormed() ? failed('fact-unreadable') : rightHash ? readFact(sent.text) : failed('fact-hash-mismatch');
  const key = rightHash ? hash : mismatchKey(hash);
  return read.ok
    ? { sent, hash, key, read, id: read.value.id, kind: read.value.kind }
    : { sent, hash, key, read, ...looksLike(sent.text, hash) };
}

/** Where bytes that came under a wrong hash are held: apart from the same bytes under their own. */
export function mismatchKey(hash: string): string {
  return `mismatch/${hash}`;
}

export function placeFacts(reads: readonly ReadFact[], known: Known): Placement {
  const fresh = new Map<string, NewFact>();
  const held = new Map<string, NewHeld>();
  const taken = new Set<string>();
  const erased = new Map<string, Fact>();
  const receipts = reads.map((from): Receipt => {
    const { hash } = from.sent;
    const judged = judge(from, known, fresh);
    if ('first' in judged) return { state: 'stored', hash, seq: judged.first.seq, receivedAt: judged.first.receivedAt };
    if ('fact' in judged) {
      const seq = known.sequence + fresh.size + 1;
      const { carrier, receivedAt } = known;
      fresh.set(from.id, { fact: judged.fact, text: from.sent.text, hash: from.hash, seq, carrier, receivedAt });
      return { state: 'stored', hash, seq, receivedAt: known.receivedAt };
    }
    if (judged.code === 'fact-erased' && isNewlyErased(from, known)) erased.set(from.id, from.read.value);
    if (judged.code === 'fact-erased') return { state: 'held', hash, code: judged.code, field: null, receivedAt: known.receivedAt };
    if (judged.code === 'fact-id-taken') taken.add(from.id);
    const before = known.held.get(from.key) ?? held.get(from.key)?.receipt;
    const now = { code: judged.code, field: judged.field, receivedAt: known.receivedAt };
    const { code, field, receivedAt } = before ?? now;
    const receipt: HeldReceipt = { state: 'held', hash, code, field, receivedAt };
    if (before === undefined) held.set(from.key, { from, receipt, carrier: known.carrier });
    return receipt;
  });
  return { receipts, stored: [...fresh.values()], held: [...held.values()], taken: [...taken], erased: [...erased.values()] };
}

/** Whoever may not bring it leaves no trace: each of these is told to every device. */
function isNewlyErased(from: ReadFact, known: Known): from is ReadFact & { readonly read: { readonly ok: true; readonly value: Fact } } {
  const { read, id } = from;
  return (
    read.ok && read.value.library === known.library && !known.revoked && !known.erased(id) && mayWriteFact(known.level, read.value.kind)
  );
}

type Judged =
  | { readonly first: { readonly seq: number; readonly receivedAt: string } }
  | { readonly fact: Fact }
  | { readonly code: ProblemCode; readonly field: string | null };

function judge(from: ReadFact, known: Known, fresh: ReadonlyMap<string, NewFact>): Judged {
  const { read, id, hash } = from;
  const refused = (code: ProblemCode, field: string | null = null): Judged => ({ code, field });
  if (known.erased(id)) return refused('fact-erased');
  // [S34] New details of somebody whose details were erased.
  const target = targetOf(from);
  if (target !== null && known.erased(target)) return refused('fact-erased');
  if (!read.ok) {
    if (known.revoked) return refused('fact-from-revoked-device');
    const field = read.problem.detail?.['field'];
    return refused(read.problem.code, typeof field === 'string' ? field : null);
  }
  const fact = read.value;
  if (fact.library !== known.library) return refused(known.revoked ? 'fact-from-revoked-device' : 'fact-other-library');
  const first = known.stored.get(id);
  const sameBatch = fresh.get(id);
  if (first !== undefined) return first.hash === hash ? { first } : refused('fact-id-taken');
  if (sameBatch !== undefined) {
    return sameBatch.hash === hash ? { first: { seq: sameBatch.seq, receivedAt: known.receivedAt } } : refused('fact-id-taken');
  }
  if (known.revoked) return refused('fact-from-revoked-device');
  // [S9] What another device made is judged by both: carrying must not lend anybody a right.
  const maker = known.levels.get(fact.device) ?? known.level;
  const isServers = fact.device === serverDeviceOf(known.library) && mayCarryServerFact(known.level, fact.kind);
  if (isServers) return { fact };
  const mayMake = (level: Level) => mayWriteFact(level, fact.kind) || (known.prepares && mayPrepareFact(level, fact.kind));
  const comesBack = mayPrepareFact(maker, fact.kind) && mayCarryPreparedFact(known.level, fact.kind) && isPrepared(from);
  if (!mayMake(known.level) || !(mayMake(maker) || comesBack)) return refused('fact-not-allowed');
  return { fact };
}

/** [S57] As the route takes it, and nothing else that a partner's browser might have made. */
function isPrepared({ sent }: ReadFact): boolean {
  return sent.text.length <= largestPrepared && v.is(preparedFact, JSON.parse(sent.text));
}

/** The sign-up that a correction is of, also of one that cannot be taken; null for everything else. */
export function targetOf({ sent, kind }: Pick<ReadFact, 'sent' | 'kind'>): string | null {
  if (kind !== 'sign-up.corrected') return null;
  const read = v.safeParse(correction, JSON.parse(sent.text));
  return read.success ? read.output.body.target : null;
}

const correction = v.looseObject({ body: v.looseObject({ target: factId }) });

const loose = v.looseObject({ id: v.optional(factId), kind: v.optional(v.pipe(v.string(), v.regex(/^[a-z.-]{1,60}$/))) });

/** An id and kind for the list of what is held: from the text where it has them, else an id made of its hash. */
function looksLike(text: string, hash: string): { id: string; kind: string | null } {
  const none = { id: hash.slice(0, 22), kind: null };
  try {
    const read = v.safeParse(loose, JSON.parse(text));
    return read.success ? { id: read.output.id ?? none.id, kind: read.output.kind ?? null } : none;
  } catch {
    return none; // not JSON: that is why it is held aside
  }
}
