// One round: everything that waits is delivered, everything new is fetched, a restored server is given back what it misses.
// Each step asks the store what is next, talks once, and saves the answer whole: a round may end anywhere and the next one goes on.

import type * as v from 'valibot';
import { failed, ok, type Problem, type Result } from '../../domain/problem.ts';
import { longId } from '../../protocol/ids.ts';
import { paths } from '../../protocol/paths.ts';
import { pullAnswer } from '../../protocol/pull.ts';
import { offerAnswer, pushAnswer, type Receipt } from '../../protocol/push.ts';
import { mostBytesPerPush, mostFactsPerPush, protocolVersion } from '../../protocol/version.ts';
import type { Sent } from '../store/apply-receipts.ts';
import { newestReceipts } from '../store/newest-receipts.ts';
import { type Store, writerVersion } from '../store/db.ts';
import { dropLeft } from '../store/left.ts';
import { finishHealing, nextOffer, saveOffered } from '../store/heal.ts';
import type { Identity } from '../store/identity.ts';
import { cursorRow, type HealRow, healRow } from '../store/meta.ts';
import { instantOf } from '../store/make-fact.ts';
import { rememberFollowing } from '../store/recent.ts';
import { saveTheirs } from '../store/save-theirs.ts';
import type { Standing, Theirs } from '../store/theirs.ts';
import { self as readSelf } from '../store/self.ts';
import { sweepOldFillings } from '../store/sweep.ts';
import { type Batch, type Limits, nextBatch } from './batch.ts';
import { post } from './http.ts';
import type { SyncStatus } from './status.ts';

export interface Round {
  readonly store: Store;
  readonly report: (status: SyncStatus) => void;
}

interface Enrolled extends Standing {
  readonly identity: Identity;
  readonly persisted: boolean | null;
}

/** Where the store stands after a step, and whether the server is still to be asked for news. */
type Step = Result<{ readonly standing: Enrolled; readonly pull: boolean }>;

/** The request envelope's share of a push, so that it fits the limit with the facts. */
const envelopeBytes = 2_048;

export async function runRound({ store, report }: Round): Promise<Result<null>> {
  const progress = { done: 0, total: 0, pull: true, limits: { facts: mostFactsPerPush, bytes: mostBytesPerPush - envelopeBytes } };
  const read = await standingOf(store);
  if (!read.ok) return read;
  let now = read.value;
  for (;;) {
    if (now.heal !== null && now.heal.stage !== 'sending') {
      const offered = await offerStep(store, now.heal, now.identity.library);
      if (!offered.ok) return offered;
      const standing = await standingOf(store);
      if (!standing.ok) return standing;
      now = standing.value;
      continue;
    }
    const batch = await nextBatch(store, now.self, progress.limits);
    if (batch.count > 0) {
      progress.total = Math.max(progress.total, progress.done + now.self.waiting + now.self.again);
      report({ state: 'delivering', done: progress.done, total: progress.total });
      const pushed = await pushStep(store, now, batch);
      if (!pushed.ok && pushed.problem.code === 'request-too-large' && batch.count > 1) {
        progress.limits = halved(progress.limits, batch);
        continue;
      }
      if (!pushed.ok) return pushed;
      progress.done += batch.count;
      progress.pull = pushed.value.pull;
      now = pushed.value.standing;
      continue;
    }
    if (now.heal !== null) {
      const finished = await finishHealing(store, now.heal);
      if (!finished.ok) return finished;
      const standing = await standingOf(store);
      if (!standing.ok) return standing;
      now = standing.value;
      progress.pull = true;
      continue;
    }
    if (progress.pull) {
      if (now.cursor.cursor?.snapshot !== null) report({ state: 'filling', done: now.cursor.done, total: now.cursor.total });
      const pulled = await pullStep(store, now);
      if (!pulled.ok) return pulled;
      progress.pull = pulled.value.pull;
      now = pulled.value.standing;
      continue;
    }
    const swept = now.cursor.sweep ? await sweepOldFillings(store) : ok(null);
    return swept.ok && now.cursor.left?.length ? dropLeft(store) : swept;
  }
}

async function standingOf(store: Store): Promise<Result<Enrolled>> {
  const known = store.recent.state;
  if (known !== null && known.following !== null) return enrolled({ self: known.self, ...known.following }, known.following.persisted);
  // In one transaction: what is remembered must have been true at the same time.
  const [self, cursor, heal, storage, receipts] = await store.dexie.transaction('r', [store.self, store.meta, store.receipts], () =>
    Promise.all([readSelf(store), cursorRow(store), healRow(store), store.meta.get('storage'), newestReceipts(store)]),
  );
  const persisted = storage?.key === 'storage' ? storage.persisted : null;
  rememberFollowing(store, self, { cursor, heal, receipts, persisted });
  return enrolled({ self, cursor, heal }, persisted);
}

function enrolled(standing: Standing | null, persisted: boolean | null): Result<Enrolled> {
  const identity = standing?.self.identity ?? null;
  if (standing === null || identity === null) return failed('not-enrolled');
  // Nothing is sent from a store that only a newer app understands: no receipt could be kept, the same facts would go again and again, and a
  // digest or a cursor read wrongly would tell the server of a clone that there is not. The newer app on this device delivers it.
  const needs = standing.self.minWriterVersion;
  return needs > writerVersion ? failed('storage-newer', { needs }) : ok({ ...standing, identity, persisted });
}

async function pushStep(store: Store, standing: Enrolled, batch: Batch): Promise<Step> {
  const answer = await ask(store, paths.push, requestHead(store, standing, batch), `,"facts":${batch.json}`, pushAnswer);
  if (!answer.ok) {
    const alone = answer.problem.code === 'request-too-large' && batch.count === 1;
    return alone ? holdTooLarge(store, standing, batch) : answer;
  }
  const { receipts, rows, ...notices } = answer.value;
  if (!areReceiptsFor(batch, receipts)) return failed('server-answer-unreadable', { reason: 'receipts' });
  return saveStep(store, standing, { asked: askedOf(standing), sent: batch.sent, receipts, rows, notices });
}

async function saveStep(store: Store, before: Enrolled, theirs: Theirs): Promise<Step> {
  const saved = await saveTheirs(store, theirs);
  if (!saved.ok) return saved;
  const standing = enrolled(saved.value, before.persisted);
  if (!standing.ok) return standing;
  const { cursor, identity, heal } = standing.value;
  const moved = JSON.stringify(cursor) !== JSON.stringify(before.cursor);
  // A page that does not lead on (an old answer served once more) would be asked for for ever.
  if (theirs.rows?.more === true && !moved) return failed('server-answer-unreadable', { reason: 'cursor' });
  // No rows: they did not fit into a push's answer, or the server has asked for something else, which is to be done first.
  const asked = heal !== null || identity.incarnation !== before.identity.incarnation;
  return ok({ standing: standing.value, pull: theirs.rows?.more ?? (theirs.sent !== nothingSent || asked) });
}

/** [S5] Receipts are for what was sent, each for its own bytes, or they are for nothing. */
function areReceiptsFor(batch: Batch, receipts: readonly Receipt[]): boolean {
  const hashes = [...batch.sent.again, ...batch.sent.own].map((row) => row.hash);
  return receipts.length === hashes.length && receipts.every((receipt, at) => receipt.hash === hashes[at]);
}

/** [S3] Alone and still too large for something on the way: a person is shown it, the others go on. */
async function holdTooLarge(store: Store, standing: Enrolled, batch: Batch): Promise<Step> {
  const [row] = [...batch.sent.again, ...batch.sent.own];
  if (row === undefined) throw new Error('a batch of one has one');
  const receipt: Receipt = { state: 'held', hash: row.hash, code: 'fact-too-large', field: null, receivedAt: instantOf(store.ports.now()) };
  return saveStep(store, standing, { asked: askedOf(standing), sent: batch.sent, receipts: [receipt], rows: null, notices: null });
}

const nothingSent: Sent = { again: [], own: [] };

async function pullStep(store: Store, standing: Enrolled): Promise<Step> {
  const answer = await ask(store, paths.pull, requestHead(store, standing, null), '', pullAnswer);
  if (!answer.ok) return answer;
  const { rows, ...notices } = answer.value;
  return saveStep(store, standing, { asked: askedOf(standing), sent: nothingSent, receipts: [], rows, notices });
}

async function offerStep(store: Store, heal: HealRow, library: string): Promise<Result<null>> {
  const offer = await nextOffer(store, heal);
  if (offer.facts.length === 0) return saveOffered(store, heal, offer, { missing: [], erased: [], numbers: [] });
  const head = { protocol: protocolVersion, library, ids: offer.facts.map((fact) => fact.id) };
  const answer = await ask(store, paths.offer, head, '', offerAnswer);
  if (!answer.ok) return answer;
  const { server } = answer.value;
  // Restored once more in between: what was offered so far was offered to another state of it. The next pull or push begins anew.
  if (server.id !== heal.server.id || server.epoch !== heal.server.epoch) {
    const notices = { ...answer.value, newIncarnation: null };
    const begun = await saveTheirs(store, {
      asked: { incarnation: '', cursor: null },
      sent: nothingSent,
      receipts: [],
      rows: null,
      notices,
    });
    return begun.ok ? ok(null) : begun;
  }
  return saveOffered(store, heal, offer, answer.value);
}

/** [S30] `rest` is JSON text to go behind the head's own fields. */
async function ask<Schema extends v.GenericSchema<unknown, { readonly request?: string | undefined }>>(
  { ports }: Store,
  path: string,
  head: object,
  rest: string,
  schema: Schema,
): Promise<Result<v.InferOutput<Schema>>> {
  const request = longId(ports.random);
  const answer = await post(ports, path, `${JSON.stringify({ request, ...head }).slice(0, -1)}${rest}}`, schema);
  return answer.ok && answer.value.request !== request ? failed('server-answer-unreadable', { reason: 'another-request' }) : answer;
}

function requestHead(store: Store, { self, identity, cursor, heal, persisted }: Enrolled, batch: Batch | null) {
  const waiting = self.waiting + self.again;
  // As it will be once the server has taken this request; if it never arrives, nobody reads it.
  const unsent = Math.max(0, waiting - (batch?.count ?? 0));
  return {
    protocol: protocolVersion,
    library: identity.library,
    device: identity.device,
    incarnation: identity.incarnation,
    cursor: cursor.cursor,
    health: {
      app: store.ports.appVersion,
      at: instantOf(store.ports.now()),
      unsent,
      oldestUnsentAt: unsent === 0 ? null : (batch?.oldestAt ?? null),
      attention: self.attention,
      persisted,
    },
    digest: waiting === 0 && heal === null ? self.digest : null,
  };
}

function askedOf({ identity, cursor }: Enrolled) {
  return { incarnation: identity.incarnation, cursor: cursor.cursor };
}

/** [S3] Half of what was refused, by count and by size. */
function halved(limits: Limits, batch: Batch): Limits {
  return { facts: Math.max(1, Math.floor(Math.min(limits.facts, batch.count) / 2)), bytes: Math.max(1, Math.floor(batch.json.length / 2)) };
}

/** True when asking again soon cannot help: a person has to do something. */
export function isForPerson(problem: Problem): boolean {
  return (
    problem.code === 'not-enrolled' ||
    problem.code === 'library-mismatch' ||
    problem.code === 'protocol-unsupported' ||
    problem.code === 'storage-newer'
  );
}
